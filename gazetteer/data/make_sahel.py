#!/usr/bin/env python3
"""Makes sahel.tsv: seats of districts and communes, and localities of events, of Mali and its neighbours.

    make_sahel.py GEONAMES_DIR UCDP_CSV SETTLEMENTS_CSV

GEONAMES_DIR holds country dumps (ML.txt, NE.txt ...), admin1CodesASCII.txt and admin2Codes.txt. A populated
place is taken from a dump when GeoNames calls it a seat; when it has the name of a district or commune within
10 km; or when it lies nearest, within 500 m, to two or more events of UCDP's table. Communes are GeoNames'
third-order areas, for Mali also the seats of communes in OCHA's list, of which nothing else is used. Reads
curated.tsv, towns.tsv.gz, more_towns.tsv.gz, admin1.tsv.gz and admin2.tsv.gz: what they have is left out.
"""
import collections
import csv
import gzip
import math
import re
import sys

from make_curated import clean_names, folded
from shapes import distance_km

HEADER = "id\tname\tnames\tkind\tcountry\tadmin1\tadmin2\tlon\tlat\tpopulation\tradius_km\tfeature\tnote\n"
COUNTRIES = "ML BF NE MR SN CI GN".split()
SEAT_KM = 10
EVENT_KM = 0.5
EVENTS = 2
AREA_WORDS = re.compile(r"(?i)^(cercle|région|province|département|departement|préfecture|sous-préfecture|commune|arrondissement)"
                        r"( rurale| urbaine)?( de la| de l| de| du| des| d)?[ ’']+|[ -]*(department|region|district|"
                        r"prefecture|sub-prefecture|sous-prefecture|arrondissement|commune|cercle|province|moughataa)$")


def bare(name):
    return AREA_WORDS.sub("", AREA_WORDS.sub("", name)).strip() or name


def read_dump(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def read_codes(path):
    with open(path, encoding="utf-8") as file:
        return {f[0]: bare(f[1]) for f in (line.rstrip("\n").split("\t") for line in file)}


class Near:
    """Populated places of one dump by cells of a tenth of a degree."""

    def __init__(self, dump):
        self.cells = collections.defaultdict(list)
        for f in dump:
            if f[6] == "P" and f[7] not in ("PPLH", "PPLQ", "PPLW", "PPLX"):
                self.cells[(math.floor(float(f[5]) * 10), math.floor(float(f[4]) * 10))].append(f)

    def within(self, lon, lat, km):
        reach = 1 + int(km / 10)
        i, j = math.floor(lon * 10), math.floor(lat * 10)
        found = [(distance_km(lon, lat, float(f[5]), float(f[4])), f[0], f)
                 for a in range(i - reach, i + reach + 1) for b in range(j - reach, j + reach + 1)
                 for f in self.cells.get((a, b), ())]
        return sorted(item for item in found if item[0] <= km)


def names_of(f):
    return {folded(name) for name in [f[1], f[2]] + f[3].split(",") if name}


def pick_seats(dump, near, communes, picked):
    """Places that are seats by GeoNames, or have the name of an area or commune close to its point."""
    for f in dump:
        if f[7].startswith("PPLA") or f[7] == "PPLC":
            picked[f[0]] = (f, f[7], "seat in GeoNames")
    areas = [(bare(f[1]), float(f[5]), float(f[4]), f[7]) for f in dump if f[7] in ("ADM2", "ADM3", "ADM4")]
    for name, lon, lat, code in areas + [(*commune, "ADM3") for commune in communes]:
        for _, number, f in near.within(lon, lat, SEAT_KM):
            if folded(name) in names_of(f):
                order = "PPLA2" if code == "ADM2" else "PPLA3"
                picked.setdefault(number, (f, order, "has the name of the district or commune around it"))
                break


def pick_event_places(near, events, picked):
    counts = collections.Counter()
    places = {}
    for lon, lat in events:
        found = near.within(lon, lat, EVENT_KM)
        if found:
            counts[found[0][1]] += 1
            places[found[0][1]] = found[0][2]
    for number, count in counts.items():
        if count >= EVENTS:
            picked.setdefault(number, (places[number], places[number][7], "at two or more events of UCDP GED"))


def known_ids_and_areas():
    ids, areas = set(), set()
    for path in ("curated.tsv", "towns.tsv.gz", "more_towns.tsv.gz", "admin1.tsv.gz", "admin2.tsv.gz"):
        opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
        with opened as file:
            for line in file:
                f = line.split("\t")
                ids.add(f[0])
                if f[3] == "admin2":
                    areas.add((f[4], folded(f[1])))
    return ids, areas


def main():
    folder, events_path, settlements = sys.argv[1:4]
    admin1, admin2 = (read_codes(f"{folder}/{name}") for name in ("admin1CodesASCII.txt", "admin2Codes.txt"))
    with open(events_path, encoding="utf-8", newline="") as file:
        events = [(float(r["longitude"]), float(r["latitude"])) for r in csv.DictReader(file)]
    with open(settlements, encoding="utf-8", newline="") as file:
        communes = [(s["featureNam"], float(s["longitude"]), float(s["latitude"])) for s in csv.DictReader(file)
                    if s["pcode"].endswith("000")]
    known, areas = known_ids_and_areas()
    rows = []
    for country in COUNTRIES:
        dump = read_dump(f"{folder}/{country}.txt")
        near, picked = Near(dump), {}
        pick_seats(dump, near, communes if country == "ML" else [], picked)
        pick_event_places(near, events, picked)
        for f in dump:
            if f[7] == "ADM2" and (country, folded(bare(f[1]))) not in areas:
                picked[f[0]] = (f, "", "")
        for number, (f, feature, note) in picked.items():
            if {f"geonames:{number}", f"gnpoint:{country}/{f[4]}/{f[5]}"} & known:
                continue
            is_area = f[7] == "ADM2"
            shown = bare(f[1]) if is_area else f[1]
            within = admin2.get(f"{country}.{f[10]}.{f[11]}", "") if not is_area else shown
            rows.append([f"geonames:{number}", shown, "|".join(clean_names(f, shown)),
                         "admin2" if is_area else "town", country, admin1.get(f"{country}.{f[10]}", ""), within,
                         f[5], f[4], f[14] if f[14] != "0" else "", "40" if is_area else "", feature, note])
        print(country, sum(row[4] == country for row in rows), "places")
    rows.sort(key=lambda row: (row[4], row[3], row[1], row[0]))
    with open("sahel.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        out.writelines("\t".join(row) + "\n" for row in rows)
    print(len(rows), "places")


if __name__ == "__main__":
    main()
