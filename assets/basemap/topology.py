"""Areas that share edges, taken apart into arcs and put together again.

Positions are pairs of whole numbers, so that a shared edge is found by comparing, not by nearness.
"""
import math


def _loop_key(ring):
    """A ring without nodes, turned so that both of its neighbours start it at the same place."""
    start = min(range(len(ring)), key=ring.__getitem__)
    turned = ring[start:] + ring[:start]
    if turned[1] <= turned[-1]:
        return turned + turned[:1], False
    return [turned[0]] + turned[:0:-1] + turned[:1], True


class Topology:
    """arcs: lists of positions; areas: per area, polygons of rings of arc references.

    A reference r >= 0 is the arc r in its direction, r < 0 is arc ~r reversed (as in TopoJSON).
    """

    def __init__(self, areas):
        self.arcs = []
        self.areas = []
        self._ids = {}
        nodes = self._find_nodes(areas)
        for polygons in areas:
            self.areas.append([[self._refs(ring, nodes) for ring in rings] for rings in polygons])
        self.owners = [[] for _ in self.arcs]
        for area, polygons in enumerate(self.areas):
            for rings in polygons:
                for ring in rings:
                    for ref in ring:
                        self.owners[ref if ref >= 0 else ~ref].append(area)

    @staticmethod
    def _find_nodes(areas):
        """Where more than two edges meet."""
        first, second, nodes = {}, {}, set()
        for polygons in areas:
            for rings in polygons:
                for ring in rings:
                    for i, p in enumerate(ring):
                        for q in (ring[i - 1], ring[(i + 1) % len(ring)]):
                            if p not in first:
                                first[p] = q
                            elif first[p] != q:
                                if p not in second:
                                    second[p] = q
                                elif second[p] != q:
                                    nodes.add(p)
        return nodes

    def _add(self, key, points):
        if key not in self._ids:
            self._ids[key] = len(self.arcs)
            self.arcs.append(points)
        return self._ids[key]

    def _refs(self, ring, nodes):
        cuts = [i for i, p in enumerate(ring) if p in nodes]
        if not cuts:
            points, is_reversed = _loop_key(ring)
            number = self._add((points[0], points[1], points[-2]), points)
            return [~number if is_reversed else number]
        refs = []
        turned = ring[cuts[0]:] + ring[:cuts[0] + 1]
        cuts = [i - cuts[0] for i in cuts] + [len(turned) - 1]
        for begin, end in zip(cuts, cuts[1:]):
            points = turned[begin:end + 1]
            backward = points[::-1]
            is_reversed = (backward[0], backward[1]) < (points[0], points[1])
            ahead = backward if is_reversed else points
            number = self._add((ahead[0], ahead[1], ahead[-2], ahead[-1]), ahead)
            refs.append(~number if is_reversed else number)
        return refs

    def outline(self, members):
        """Rings of references around the union of the areas, the inside on the left."""
        members = set(members)
        edges = []
        for area in members:
            for rings in self.areas[area]:
                for ring in rings:
                    for ref in ring:
                        owners = self.owners[ref if ref >= 0 else ~ref]
                        if sum(owner in members for owner in owners) == 1:
                            edges.append(ref)
        return self._chain(edges)

    def points(self, ref):
        return self.arcs[ref] if ref >= 0 else self.arcs[~ref][::-1]

    def _chain(self, edges):
        starting = {}
        for ref in edges:
            starting.setdefault(self.points(ref)[0], []).append(ref)
        used, rings = set(), []
        for ref in edges:
            if ref in used:
                continue
            ring, here = [], ref
            while here not in used:
                used.add(here)
                ring.append(here)
                ahead = [r for r in starting.get(self.points(here)[-1], []) if r not in used]
                if not ahead:
                    break
                here = ahead[0] if len(ahead) == 1 else self._leftmost(here, ahead)
            rings.append(ring)
        return rings

    def _leftmost(self, come, choices):
        points = self.points(come)
        back = math.atan2(points[-2][1] - points[-1][1], points[-2][0] - points[-1][0])

        def turn(ref):
            ahead = self.points(ref)
            angle = math.atan2(ahead[1][1] - ahead[0][1], ahead[1][0] - ahead[0][0])
            return (back - angle) % (2 * math.pi)  # clockwise from where it came
        return min(choices, key=turn)


def ring_points(arcs, refs):
    """The positions of a ring of references over (simplified) arcs; not closed."""
    out = []
    for ref in refs:
        points = arcs[ref] if ref >= 0 else arcs[~ref][::-1]
        out.extend(points if not out else points[1:])
    if len(out) > 1 and out[0] == out[-1]:
        out.pop()
    return out


def twice_area(ring):
    """Positive when anticlockwise, in squared units."""
    return sum(ring[i - 1][0] * p[1] - p[0] * ring[i - 1][1] for i, p in enumerate(ring))
