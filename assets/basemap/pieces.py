"""Land cut along a grid and triangulated, lines in short pieces, arcs numbered for a file."""
import mapbox_earcut
import numpy
import shapely.geometry
import shapely.ops

from areas import UNITS

LONGEST = 256  # positions in an arc of a file: short pieces can be left out of a view
SOUTHERN_END = -89.5  # nothing is drawn at the pole itself


def rounded(points, units):
    out = []
    for x, y in points:
        y = max(y, SOUTHERN_END * UNITS)
        p = (round(x * units / UNITS), round(y * units / UNITS))
        if not out or out[-1] != p:
            out.append(p)
    return out


def chunks(points, longest):
    for begin in range(0, max(1, len(points) - 1), longest):
        yield points[begin:begin + longest + 1]


def _feature(rings, rank=0):
    """Rings of whole output positions, the first the outer one, with their triangles."""
    vertices = numpy.array([p for ring in rings for p in ring], dtype=numpy.float64)
    ends = numpy.cumsum([len(ring) for ring in rings]).astype(numpy.uint32)
    triangles = mapbox_earcut.triangulate_float64(vertices, ends)
    return {"rank": rank, "triangles": [int(i) for i in triangles],
            "parts": [(i > 0, ring) for i, ring in enumerate(rings)]}


def whole_area(rings, units, rank):
    """An area that is not cut; none when nothing is left of it at this resolution."""
    small = [rounded(ring + ring[:1], units)[:-1] for ring in rings]
    if len(set(small[0])) < 3:
        return []
    return [_feature([small[0]] + [r for r in small[1:] if len(set(r)) > 2], rank)]


def _cells(box, cell):
    west, south, east, north = box
    side = cell * UNITS
    for column in range(int(west // side), int(-(-east // side))):
        for row in range(int(south // side), int(-(-north // side))):
            yield (column * side, row * side, (column + 1) * side, (row + 1) * side)


def _halved(shape, cell):
    """(cell, part of the shape in it): large shapes are halved first, which is much faster."""
    open_shapes = [shape]
    side = cell * UNITS
    while open_shapes:
        part = open_shapes.pop()
        west, south, east, north = part.bounds
        columns = int(-(-east // side)) - int(west // side)
        rows = int(-(-north // side)) - int(south // side)
        if columns <= 1 and rows <= 1:
            yield part
            continue
        if columns >= rows:
            cut = (int(west // side) + columns // 2) * side
            halves = [(west - 1, south - 1, cut, north + 1), (cut, south - 1, east + 1, north + 1)]
        else:
            cut = (int(south // side) + rows // 2) * side
            halves = [(west - 1, south - 1, east + 1, cut), (west - 1, cut, east + 1, north + 1)]
        for half in halves:
            piece = part.intersection(shapely.geometry.box(*half))
            open_shapes += [g for g in getattr(piece, "geoms", [piece])
                            if g.geom_type == "Polygon" and not g.is_empty]


def cut_land(polygons, cell, units):
    features = []
    for rings in polygons:
        shape = shapely.geometry.Polygon(rings[0], rings[1:])
        if not shape.is_valid:
            shape = shape.buffer(0)
        for part in getattr(shape, "geoms", [shape]):
            for piece in _halved(part, cell):
                features += whole_area(
                    [list(piece.exterior.coords)[:-1]] +
                    [list(hole.coords)[:-1] for hole in piece.interiors], units, 0)
    return features


def _is_frame(points):
    """A shore along the 180th meridian or the pole is only where the map is cut."""
    return all(abs(x) >= 180 * UNITS - 2 or y <= -8990000 for x, y in points)


def number_arcs(arcs, lines, layers, units):
    """Arcs that the layers use, cut into short pieces and rounded; references rewritten.

    Returns (arcs of the file, line layers)."""
    needed = {n for found in lines.values() for n, _ in found}
    for _, features in layers.values():
        for feature in features:
            for rings in feature.get("refs", []):
                needed |= {r if r >= 0 else ~r for refs in rings for r in refs}
    ordered, numbers = [], {}
    for number in sorted(needed):
        numbers[number] = []
        for piece in chunks(arcs[number], LONGEST):
            points = rounded(piece, units)
            if len(points) > 1:
                numbers[number].append(len(ordered))
                ordered.append(points)
    for _, features in layers.values():
        for feature in features:
            if "refs" in feature:
                feature["refs"] = [(i > 0, _renumbered(refs, numbers))
                                   for rings in feature["refs"] for i, refs in enumerate(rings)]
    out = {}
    for layer in ("coast", "country_border", "disputed_border", "admin1_border"):
        infos, features, seen = [], [], {}
        for number, pair in lines.get(layer, []):
            if layer == "coast" and _is_frame(arcs[number]):
                continue
            info = -1
            if pair:
                code = "|".join(sorted(pair))
                info = seen.setdefault(code, len(infos))
                if info == len(infos):
                    infos.append({"id": code})
            for piece in numbers[number]:
                features.append({"info": info, "refs": [(False, [piece])]})
        out[layer] = (infos, features)
    return ordered, out


def _renumbered(refs, numbers):
    out = []
    for ref in refs:
        if ref >= 0:
            out += numbers[ref]
        else:
            out += [~n for n in reversed(numbers[~ref])]
    return out
