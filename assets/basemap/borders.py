"""What each arc is: shore, border of two countries, disputed, or inside a country."""
import collections

import shapely.geometry
import shapely.ops
import shapely.prepared
from osgeo import ogr

from areas import UNITS, read_table

NEAR = 0.03 * UNITS  # two sources draw the same line this far apart


def claim_lines(world_map, wanted):
    """Lines of the disputed-borders layer whose name and country are wanted."""
    source = ogr.Open(world_map)
    out = []
    for feature in source.GetLayer("disputed_borders"):
        if (feature["name"], feature["adm0_left"]) in wanted:
            shape = feature.geometry()
            for i in range(max(1, shape.GetGeometryCount())):
                line = shape.GetGeometryRef(i) if shape.GetGeometryCount() else shape
                out.append([(round(x * UNITS), round(y * UNITS))
                            for x, y, *_ in line.GetPoints()])
    return out


def mostly_in(line, area):
    return line.intersection(area).length > 0.6 * line.length


class Kinds:
    """Of every arc of a topology: (layer, the two countries when there are two)."""

    def __init__(self, topology, areas, world_map, table):
        self.topology = topology
        self.areas = areas
        self.pairs, self.units, claims = [], [], set()
        for kind, a, b, *rest in read_table(table):
            if kind == "claim":
                claims.add((a, b))
            else:
                box = shapely.geometry.box(*[float(v) * UNITS for v in rest[:4]])
                (self.pairs if kind == "pair" else self.units).append((frozenset((a, b)), box))
        self.claims = claim_lines(world_map, claims)
        band = shapely.ops.unary_union(
            [shapely.geometry.LineString(line).buffer(NEAR, 2) for line in self.claims])
        self.near_claim = shapely.prepared.prep(band)
        self.claim_band = band
        self.kind = [self._kind(number) for number in range(len(topology.arcs))]

    def _kind(self, number):
        owners = self.topology.owners[number]
        if len(owners) < 2:
            return "coast", None
        a, b = (self.areas[i] for i in owners[:2])
        line = shapely.geometry.LineString(self.topology.arcs[number])
        pair = frozenset((a["country"], b["country"]))
        if len(pair) == 1:
            units = frozenset((a["unit"], b["unit"]))
            is_listed = any(units == p and mostly_in(line, box) for p, box in self.units)
            return ("disputed_border" if is_listed else "admin1_border"), None
        if any(pair == p and mostly_in(line, box) for p, box in self.pairs):
            return "disputed_border", pair
        if self.near_claim.intersects(line):
            if mostly_in(line, self.claim_band):
                return "disputed_border", pair
        return "country_border", pair

    def neighbours(self, code):
        found = set()
        for kind, pair in self.kind:
            if pair and code in pair:
                found |= pair
        return sorted(found - {code})

    def lines(self, used_coast, scale):
        """(layer -> list of (arc, pair), claims that lie on no border)"""
        out = collections.defaultdict(list)
        for number, (layer, pair) in enumerate(self.kind):
            if layer == "coast" and used_coast is not None and number not in used_coast:
                continue
            if layer == "admin1_border" and scale == "world":
                continue
            out[layer].append((number, pair))
        borders = [shapely.geometry.LineString(self.topology.arcs[n]).buffer(NEAR, 2)
                   for n, (layer, pair) in enumerate(self.kind)
                   if pair and self.near_claim.intersects(
                       shapely.geometry.LineString(self.topology.arcs[n]))]
        taken = shapely.ops.unary_union(borders)
        claims = []
        for line in self.claims:
            rest = shapely.geometry.LineString(line).difference(taken)
            for piece in getattr(rest, "geoms", [rest]):
                if piece.length > 5 * NEAR:
                    claims.append([(round(x), round(y)) for x, y in piece.coords])
        return out, claims
