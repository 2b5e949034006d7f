#!/usr/bin/env python3
"""Makes countries.tsv, country_words.tsv, neighbours.tsv and areas.tsv.

    make_countries.py WORLD_COUNTRIES_DIR WORLD_ATLAS_DIR

The directories are the unpacked npm packages world-countries and world-atlas (see README.md).
Reads areas_members.tsv and country_words_extra.tsv, which are kept by hand.
"""
import json
import math
import sys

from shapes import distance_km, radius_km

PLACE_HEADER = "id\tname\tnames\tkind\tcountry\tadmin1\tadmin2\tlon\tlat\tpopulation\tradius_km\tnote\n"


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


def shown_name(country):
    return country["name"]["common"]


def other_names(country):
    names = [country["name"]["official"]]
    names += [v for n in country["name"]["native"].values() for v in (n["common"], n["official"])]
    for language in ("fra", "ara", "spa", "por", "rus", "zho", "deu", "ita", "nld", "tur", "per", "urd"):
        translation = country["translations"].get(language)
        names += [translation["common"], translation["official"]] if translation else []
    names += [name for name in country["altSpellings"] if len(name) > 3]
    kept = []
    for name in names:
        if name and name not in kept and name != shown_name(country):
            kept.append(name)
    return kept


def plurals(word, language):
    if not word or word.endswith(("s", "x", "z", "ese", "ch", "sh")):
        return [word]
    if language == "eng" and word.endswith("man"):
        return [word]
    return [word, word + "s"]


def words_of(country, extra):
    """Names and demonyms in English and French, and names in the country's own languages."""
    extra_names, extra_people = extra.get(country["cca2"], ([], []))
    names = [shown_name(country), country["name"]["official"]] + extra_names
    names += [n["common"] for n in country["name"]["native"].values()]
    names += [t[k] for code in ("fra", "ara") for k in ("common", "official")
              if (t := country["translations"].get(code))]
    people = list(extra_people)
    for language in ("eng", "fra"):
        for word in (country["demonyms"].get(language) or {}).values():
            people += plurals(word, language)
    return names, people


def read_extra():
    extra = {}
    with open("country_words_extra.tsv", encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                code, names, people = line.rstrip("\n").split("\t")
                extra[code] = ([w for w in names.split("|") if w], [w for w in people.split("|") if w])
    return extra


def centre(members):
    """Mean direction of the members' labels."""
    x = y = z = 0
    for c in members:
        lat, lon = (math.radians(v) for v in c["latlng"])
        x += math.cos(lat) * math.cos(lon)
        y += math.cos(lat) * math.sin(lon)
        z += math.sin(lat)
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def write_areas(by_code, radii):
    with open("areas_members.tsv", encoding="utf-8") as file, \
            open("areas.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write(PLACE_HEADER)
        for line in file:
            if line.startswith("#"):
                continue
            own, name, names, rule, note = line.rstrip("\n").split("\t")
            key, values = rule.split(":")
            values = values.split(",")
            if key == "members":
                members = [by_code[code] for code in values]
            else:
                members = [c for c in by_code.values() if c[key] in values]
            lon, lat = centre(members)
            radius = max(distance_km(lon, lat, c["latlng"][1], c["latlng"][0]) + radii[c["cca2"]]
                         for c in members)
            out.write("\t".join([own, name, names, "continent_part", "", "", "", f"{lon:.2f}",
                                 f"{lat:.2f}", "", f"{min(radius, 6000):.0f}", note]) + "\n")


def main():
    countries_dir, atlas_dir = sys.argv[1:3]
    with open(f"{countries_dir}/countries.json", encoding="utf-8") as file:
        countries = sorted(json.load(file), key=lambda c: c["cca2"])
    rings = country_rings(atlas_dir)
    extra = read_extra()
    by_cca3 = {c["cca3"]: c["cca2"] for c in countries}
    radii = {}
    with open("countries.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write(PLACE_HEADER.replace("\tnote\n", "\tcapital\n"))
        for c in countries:
            lat, lon = c["latlng"]
            shape = rings.get(c["ccn3"]) or rings.get(shown_name(c))
            radius = radius_km(lon, lat, shape) if shape else math.sqrt(max(c["area"], 1) / math.pi)
            radii[c["cca2"]] = radius
            names = other_names(c)
            names += [w for w in extra.get(c["cca2"], ([],))[0]
                      if w not in names and w != shown_name(c)]
            out.write("\t".join([f"iso:{c['cca2']}", shown_name(c), "|".join(names), "country",
                                 c["cca2"], "", "", f"{lon:g}", f"{lat:g}", "", f"{radius:.0f}",
                                 "|".join(c["capital"])]) + "\n")
    # "French" is the people of France, not also those of its territories.
    sovereign = {w for c in countries if c["independent"] for w in words_of(c, extra)[1]}
    with open("country_words.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write("word\tcountry\tkind\n")
        for c in countries:
            names, people = words_of(c, extra)
            people = [w for w in people if c["independent"] or w not in sovereign]
            rows = {(w, c["cca2"], "name") for w in names} | {(w, c["cca2"], "people") for w in people}
            out.writelines("\t".join(row) + "\n" for row in sorted(rows) if row[0])
    with open("neighbours.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write("country\tneighbours\n")
        for c in countries:
            out.write(c["cca2"] + "\t" + "|".join(sorted(by_cca3[b] for b in c["borders"])) + "\n")
    write_areas({c["cca2"]: c for c in countries}, radii)
    print(len(countries), "countries")


if __name__ == "__main__":
    main()
