#!/usr/bin/env python3
"""Makes curated.tsv: the places of Mali and its borders that no package of towns has.

    make_curated.py GEONAMES_DIR SETTLEMENTS_CSV ADMIN2_GEOJSON CAMPS_CSV

GEONAMES_DIR holds country dumps (ML.txt, NE.txt ...) and admin1CodesASCII.txt; the settlements and
the cercles of Mali are OCHA's (vintage 2015), the camps FabFlee's. What is taken is listed in
curated_wanted.tsv and curated_regions.tsv; the rest of those files is neither read nor kept.
"""
import csv
import json
import sys
import unicodedata

from shapes import distance_km, outer_rings, radius_km

HEADER = ("id\tname\tnames\tkind\tcountry\tadmin1\tadmin2\tlon\tlat\tpopulation\tradius_km\tfeature"
          "\tattested\tnote\n")
# Points that a source states wrongly, with the entry that corrects them.
CORRECTIONS = {
    "10343856": (0.30682, 15.22117, "longitude sign wrong in GeoNames; position of pcode:ML070206000"),
}
# Settlements of the documents' region that no free source has: the only ones taken from the list of
# settlements, as single facts. Of the others the list says no more than that a GeoNames place is one.
ONLY_LISTED = set("ML060102003 ML050212004 ML060403007 ML050207027 ML050221027 ML050301024 ML070205008 ML070304000 "
                  "ML070404007 ML070207000".split())
ADMIN1_NAMES = {"Koulikouro": "Koulikoro", "Segou": "Ségou"}


def folded(name):
    parts = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in parts if c.isalnum())


def in_ring(lon, lat, ring):
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


class Cercles:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.items = [(f["properties"]["admin1Name"], f["properties"]["admin2Name"],
                           outer_rings(f["geometry"])) for f in json.load(file)["features"]]

    def at(self, lon, lat):
        for name1, name2, rings in self.items:
            if any(in_ring(lon, lat, ring) for ring in rings):
                return ADMIN1_NAMES.get(name1, name1), name2
        return "", ""

    def rings(self, names, column=1):
        wanted = {folded(name) for name in names}
        return [ring for item in self.items if folded(item[column]) in wanted for ring in item[2]]


def read_wanted(path):
    wanted = {}
    shown = {}
    groups = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            country, name, rest = line.rstrip("\n").split("\t")
            spellings = [name]
            mode = "same"
            for part in rest.split("|"):
                for key in ("same", "show"):
                    if part.startswith(key + ":"):
                        mode, part = key, part[len(key) + 1:]
                if part and mode == "same":
                    spellings.append(part)
                if part and mode == "show":
                    for spelling in spellings:
                        shown[(country, folded(spelling))] = part
            for spelling in spellings:
                wanted.setdefault(country, set()).add(folded(spelling))
                groups.setdefault((country, folded(spelling)), folded(name))
    return wanted, shown, groups


def read_dump(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def kind_of(f):
    if f[7].startswith("ADM"):
        return {"ADM1": "admin1", "ADM2": "admin2"}.get(f[7][:4], "admin3")
    if f[7] in ("CMP", "CMPRF"):
        return "camp"
    if f[7] == "LCTY":
        return "town"
    return {"P": "town", "S": "site", "H": "water", "T": "terrain", "L": "area"}.get(f[6], "other")


def clean_names(f, shown):
    names = []
    for name in [f[1], f[2]] + f[3].split(","):
        is_code = len(name) <= 4 and name.isascii() and name.isupper()
        if name and name != shown and name not in names and not is_code and "|" not in name:
            names.append(name)
    return names


def strip_type(name):
    for word in ("Cercle de ", "Cercle d’ ", "Région de ", " Cercle", " Region", " Department"):
        name = name.replace(word, "")
    return name


def geonames_rows(folder, wanted, shown, cercles):
    with open(f"{folder}/admin1CodesASCII.txt", encoding="utf-8") as file:
        admin1 = {f[0]: f[1] for f in (line.split("\t") for line in file)}
    rows = []
    for country in sorted(wanted):
        dump = read_dump(f"{folder}/{country}.txt")
        cercle_names = {folded(strip_type(f[1])): strip_type(f[1]) for f in dump if f[7] == "ADM2"}
        for f in dump:
            names = [f[1], f[2]] + f[3].split(",")
            keys = {folded(name) for name in names if name} & wanted[country]
            is_area = f[7] == "ADM1" or (f[7] == "ADM2" and country == "ML")
            if not is_area and (not keys or (country != "ML" and f[6] != "P" and f[7] != "CMP")):
                continue
            if f[7].endswith("H"):
                continue
            lon, lat, note = float(f[5]), float(f[4]), ""
            if f[0] in CORRECTIONS:
                lon, lat, note = CORRECTIONS[f[0]]
            name1 = strip_type(admin1.get(f"{country}.{f[10]}", ""))
            name2 = ""
            if country == "ML":
                found = cercles.at(lon, lat)
                name1 = name1 or found[0]
                name2 = cercle_names.get(folded(found[1]), found[1])
            kind = kind_of(f)
            radius = area_radius(f, kind, lon, lat, dump, cercles) if is_area else ""
            if kind == "admin1":
                name1, name2 = strip_type(f[1]), ""
            if kind == "admin2":
                name2 = strip_type(f[1])
            show = next((shown[(country, key)] for key in keys
                         if folded(shown.get((country, key), "")) in keys and kind == "town"),
                        strip_type(f[1]))
            rows.append([f"geonames:{f[0]}", show, "|".join(clean_names(f, show)), kind, country,
                         name1, name2, f"{lon:.5f}", f"{lat:.5f}", f[14] if f[14] != "0" else "",
                         radius, f[7] if f[6] == "P" else "", "1", note])
    return rows


def area_radius(f, kind, lon, lat, dump, cercles):
    """From the cercles of 2015 where the area is one or has the name of a region then; otherwise
    from the places that the dump puts into it (the nearest 98 of a hundred)."""
    rings = []
    if f[8] == "ML" and kind == "admin2":
        rings = cercles.rings([strip_type(f[1])])
    if f[8] == "ML" and kind == "admin1":
        rings = cercles.rings([strip_type(f[1]), "Koulikouro" if "Koulikoro" in f[1] else ""], 0)
        rings = rings or cercles.rings([strip_type(f[1])])
    if rings:
        return f"{radius_km(lon, lat, rings):.0f}"
    members = sorted(distance_km(lon, lat, float(m[5]), float(m[4])) for m in dump
                     if m[10] == f[10] and m[6] != "A" and m[8] == f[8])
    return f"{members[int(len(members) * 0.98)]:.0f}" if len(members) > 20 else ""


def settlement_rows(path, wanted, shown, groups, rows, cercles):
    """Settlements of the list whose names are wanted. One that a row has within 3 km, under any
    spelling of the same wanted name, gives that row its name and its P-code as a second source."""
    added = []
    with open(path, encoding="utf-8", newline="") as file:
        for s in csv.DictReader(file):
            key = folded(s["featureNam"])
            lon, lat = float(s["longitude"]), float(s["latitude"])
            if key not in wanted["ML"]:
                continue
            same = next((row for row in rows + added if row[3] in ("town", "camp") and row[4] == "ML"
                         and distance_km(lon, lat, float(row[7]), float(row[8])) < 3
                         and any(groups.get(("ML", folded(n))) == groups[("ML", key)]
                                 for n in [row[1]] + row[2].split("|"))), None)
            if same:
                add_source(same, s, shown.get(("ML", key)))
                continue
            if s["pcode"] not in ONLY_LISTED:
                continue
            name1, name2 = cercles.at(lon, lat)
            names = [n for n in (s["featureRef"], s["featureAlt"]) if n not in ("NA", "", s["featureNam"])]
            added.append([f"pcode:{s['pcode']}", s["featureNam"], "|".join(names), "town", "ML",
                          name1, name2, f"{lon:.5f}", f"{lat:.5f}", "", "", "", "1", ""])
    return added


def add_source(row, settlement, show):
    names = [n for n in row[2].split("|") if n]
    if settlement["featureNam"] not in names + [row[1]]:
        names.append(settlement["featureNam"])
    if show and row[1] != show:
        names = [n for n in names if n != show] + [row[1]]
        row[1] = show
    row[2] = "|".join(names)
    if row[0].startswith("geonames:") and row[12] == "1":
        row[12] = "2"
        row[13] = "; ".join(n for n in (row[13], f"also pcode:{settlement['pcode']}") if n)


def mark_commune_seats(path, rows):
    """The list repeats the seat of each commune under a P-code that ends in 000."""
    with open(path, encoding="utf-8", newline="") as file:
        seats = [(folded(s["featureNam"]), float(s["longitude"]), float(s["latitude"]), s["pcode"])
                 for s in csv.DictReader(file) if s["pcode"].endswith("000")]
    for row in rows:
        if row[3] != "town" or row[11] not in ("", "PPL"):
            continue
        keys = {folded(name) for name in [row[1]] + row[2].split("|")}
        for key, lon, lat, pcode in seats:
            if key in keys and distance_km(lon, lat, float(row[7]), float(row[8])) < 5:
                row[11] = "PPLA3"
                row[13] = "; ".join(n for n in (row[13], f"seat of a commune: pcode:{pcode}") if n)
                break


def region_rows(path, cercles):
    rows = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            own, name, names, members = line.rstrip("\n").split("\t")
            rings = cercles.rings(members.split("|"))
            points = [p for ring in rings for p in ring]
            lon = (min(p[0] for p in points) + max(p[0] for p in points)) / 2
            lat = (min(p[1] for p in points) + max(p[1] for p in points)) / 2
            rows.append([own, name, names, "admin1", "ML", name, "", f"{lon:.3f}", f"{lat:.3f}", "",
                         f"{radius_km(lon, lat, rings):.0f}", "", "1",
                         "cercles of 2015: " + members.replace("|", ", ")])
    return rows


# Camps that no gazetteer names, from FabFlee's table of the crisis of 2012 (BSD-3). Abala and
# Mangaize are left out there: the camp stood at the town of that name, which GeoNames has.
CAMPS = {"Fassala-Mbera": ("Mbera", "Mbéra|M'bera|M'berra|Mberra|Fassala-Mbera|Mbera camp", "MR",
                           "Hodh ech Chargui"),
         "Tabareybarey": ("Tabareybarey", "Tabarey-Barey|Tabareybarey camp", "NE", "Tillaberi")}


def camp_rows(path):
    rows = []
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            if row[0] in CAMPS:
                name, names, country, admin1 = CAMPS[row[0]]
                rows.append([f"fabflee:mali2012/{row[0]}", name, names, "camp", country, admin1, "",
                             row[4], row[3], "", "", "", "1", "position of the model's location"])
    return rows


def main():
    geonames, settlements, admin2, camps = sys.argv[1:5]
    wanted, shown, groups = read_wanted("curated_wanted.tsv")
    cercles = Cercles(admin2)
    rows = geonames_rows(geonames, wanted, shown, cercles)
    rows += settlement_rows(settlements, wanted, shown, groups, rows, cercles)
    mark_commune_seats(settlements, rows)
    rows += region_rows("curated_regions.tsv", cercles)
    rows += camp_rows(camps)
    rows.sort(key=lambda row: (row[4], row[3], row[1], row[0]))
    with open("curated.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        out.writelines("\t".join(row) + "\n" for row in rows)
    found = {(row[4], folded(name)) for row in rows for name in [row[1]] + row[2].split("|")}
    for country in sorted(wanted):
        for key in sorted(wanted[country]):
            if (country, key) not in found:
                print("not in the sources:", country, key)
    print(len(rows), "places")


if __name__ == "__main__":
    main()
