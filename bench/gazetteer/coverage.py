#!/usr/bin/env python3
"""Which share of the places that event tables name does the shipped gazetteer hold?

    coverage.py TOPOSCOPE NAMED_TABLE... [--points TABLE] [--data DIR] [--json] [--missing N]

NAMED_TABLE is a UCDP GED table with the columns where_coordinates, adm_1, adm_2, latitude, longitude and
country (CSV, packed or not, or GeoJSON): each distinct name is asked of `TOPOSCOPE geocode -` with its
country, and counts as held when one of the first five answers lies within the distance.
--points TABLE has positions alone: an event counts as held when a settlement, camp or site of the tables
in DIR lies within the distance. Both shares are given by distinct place and by event.
"""
import argparse
import collections
import csv
import gzip
import io
import json
import math
import pathlib
import re
import subprocess
import sys

DISTANCES_KM = {"place": (10, 25, 50), "adm_2": (25, 50, 100), "adm_1": (50, 100, 200)}
COLUMNS = {"place": "where_coordinates", "adm_2": "adm_2", "adm_1": "adm_1"}
# Names that UCDP gives its country column and that the program knows under another one.
COUNTRY_NAMES = {"DR Congo (Zaire)": "CD", "Myanmar (Burma)": "MM", "Yemen (North Yemen)": "YE",
                 "Russia (Soviet Union)": "RU", "Bosnia-Herzegovina": "BA", "Ivory Coast": "CI",
                 "Serbia (Yugoslavia)": "RS", "Cambodia (Kampuchea)": "KH", "Kingdom of eSwatini (Swaziland)": "SZ",
                 "Zimbabwe (Rhodesia)": "ZW", "Madagascar (Malagasy)": "MG", "Macedonia, FYR": "MK",
                 "North Macedonia": "MK", "United States of America": "US", "Congo": "CG"}
KIND_WORDS = re.compile(r"\s+(town|city|village|district|province|division|department|prefecture|sub-prefecture|"
                        r"region|state|governorate|county|area|camp|township|territory|zone|municipality|upazila|"
                        r"commune|tehsil|taluk|lga|nohiya|raion|oblast|refugee camp)$", re.IGNORECASE)


def distance_km(lon_a, lat_a, lon_b, lat_b):
    lat_a, lat_b = math.radians(lat_a), math.radians(lat_b)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1, math.sqrt(half)))


def open_text(path):
    raw = gzip.open(path) if str(path).endswith(".gz") else open(path, "rb")
    return io.TextIOWrapper(raw, encoding="utf-8", newline="")


def table_rows(path):
    with open_text(path) as file:
        if ".geojson" in str(path):
            for feature in json.load(file)["features"]:
                lon, lat = feature["geometry"]["coordinates"][:2]
                yield {**feature["properties"], "longitude": lon, "latitude": lat}
            return
        for row in csv.DictReader(file):
            if not row["latitude"].startswith("#"):
                yield row


def bare_name(words):
    """The name without the kind of place that UCDP adds in English ("Dhaka city")."""
    name = " ".join((words or "").split())
    while KIND_WORDS.search(name) and len(KIND_WORDS.sub("", name)) > 2:
        name = KIND_WORDS.sub("", name)
    return name


def ask(program, country, names):
    """Positions of the first five answers for each name."""
    done = subprocess.run([program, "geocode", "-", "--country", country, "--limit", "5"],
                          input="\n".join(names) + "\n", capture_output=True, text=True, check=False)
    answers = {}
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        answers[answer["name"]] = [(c["lon"], c["lat"]) for c in answer["candidates"]]
    return answers


def named_places(paths, codes):
    """(country, column, name, position to a tenth of a degree) -> [events, position]."""
    places = {}
    for path in paths:
        for row in table_rows(path):
            code = codes(row["country"])
            for column, field in COLUMNS.items():
                # where_prec 1-3 are places, 2 near one; 4 and more are areas without a place.
                if column == "place" and int(row.get("where_prec") or 1) > 3:
                    continue
                name = bare_name(row.get(field))
                if name and code:
                    point = (float(row["longitude"]), float(row["latitude"]))
                    about = (round(point[0], 1), round(point[1], 1)) if column == "place" else ()
                    entry = places.setdefault((code, column, name, about), [0, point])
                    entry[0] += 1
    return places


def measure_names(program, places):
    by_country = collections.defaultdict(list)
    for code, column, name, about in places:
        by_country[code].append((column, name, about))
    result, missing = {}, []
    for code, wanted in sorted(by_country.items()):
        answers = ask(program, code, sorted({name for _, name, _ in wanted}))
        for column, name, about in wanted:
            events, (lon, lat) = places[(code, column, name, about)]
            near = min((distance_km(lon, lat, x, y) for x, y in answers.get(name, [])), default=1e9)
            sums = result.setdefault((code, column), collections.Counter())
            sums["names"] += 1
            sums["events"] += events
            for limit in DISTANCES_KM[column]:
                sums[f"names_{limit}"] += near <= limit
                sums[f"events_{limit}"] += events * (near <= limit)
            if near > DISTANCES_KM[column][0]:
                missing.append((events, code, column, name))
    return result, sorted(missing, reverse=True)


class Nearest:
    """Distances to the nearest of many points by cells of half a degree."""

    def __init__(self, points):
        self.cells = collections.defaultdict(list)
        for lon, lat in points:
            self.cells[(math.floor(lon * 2), math.floor(lat * 2))].append((lon, lat))

    def distance_km(self, lon, lat):
        i, j = math.floor(lon * 2), math.floor(lat * 2)
        return min((distance_km(lon, lat, x, y) for a in (i - 1, i, i + 1) for b in (j - 1, j, j + 1)
                    for x, y in self.cells.get((a, b), ())), default=1e9)


def shipped_points(folder):
    for path in sorted([*pathlib.Path(folder).glob("*.tsv"), *pathlib.Path(folder).glob("*.tsv.gz")]):
        with open_text(path) as file:
            header = file.readline().rstrip("\n").split("\t")
            if not {"kind", "lon", "lat"} <= set(header):
                continue
            for line in file:
                row = dict(zip(header, line.rstrip("\n").split("\t")))
                if row["kind"] in ("town", "camp", "site"):
                    yield float(row["lon"]), float(row["lat"])


def measure_points(path, folder):
    events = collections.Counter()
    for row in table_rows(path):
        events[(row["country"], float(row["longitude"]), float(row["latitude"]))] += 1
    nearest = Nearest(shipped_points(folder))
    result = {}
    for (country, lon, lat), count in events.items():
        near = nearest.distance_km(lon, lat)
        for name in (country, "all"):
            sums = result.setdefault(name, collections.Counter())
            sums["points"] += 1
            sums["events"] += count
            for limit in (2, 10, 25):
                sums[f"points_{limit}"] += near <= limit
                sums[f"events_{limit}"] += count * (near <= limit)
    return result


def country_codes(program):
    """From UCDP's country names to ISO codes, by asking the program."""
    known = dict(COUNTRY_NAMES)

    def code(name):
        if name not in known:
            done = subprocess.run([program, "geocode", name, "--kind", "country", "--limit", "1"],
                                  capture_output=True, text=True, check=False)
            answer = json.loads(done.stdout or '{"candidates": []}')["candidates"]
            known[name] = answer[0]["country"] if answer else ""
        return known[name]
    return code


def percent(part, whole):
    return f"{100 * part / whole:5.1f}" if whole else "    -"


def print_names(result, missing, count):
    print("named places: share of names (of events) held, by distance in km")
    for column, limits in DISTANCES_KM.items():
        rows = sorted(((v, code) for (code, c), v in result.items() if c == column),
                      key=lambda item: -item[0]["events"])
        total = sum((v for v, _ in rows), collections.Counter())
        print(f"{column:8}{'names':>7}{'events':>8}  " + "  ".join(f"{limit:>5} km (events)" for limit in limits))
        for v, code in [(total, "all")] + rows[:30]:
            shares = "  ".join(f"{percent(v[f'names_{n}'], v['names'])} ({percent(v[f'events_{n}'], v['events'])})"
                               for n in limits)
            print(f"{code:8}{v['names']:7}{v['events']:8}  {shares}")
    print(f"the {count} missing names with most events")
    for events, code, column, name in missing[:count]:
        print(f"{events:6} {code} {column:6} {name}")


def print_points(result):
    print("positions: share of events (of distinct positions) with a shipped place within 2, 10, 25 km")
    for country, v in sorted(result.items(), key=lambda item: -item[1]["events"])[:41]:
        shares = "  ".join(f"{percent(v[f'events_{n}'], v['events'])} ({percent(v[f'points_{n}'], v['points'])})"
                           for n in (2, 10, 25))
        print(f"{country[:26]:26}{v['events']:8}{v['points']:7}  {shares}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("tables", nargs="*")
    parser.add_argument("--points")
    parser.add_argument("--data", default=str(pathlib.Path(__file__).parents[2] / "gazetteer/data"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--missing", type=int, default=40)
    options = parser.parse_args()
    points = measure_points(options.points, options.data) if options.points else {}
    places = named_places(options.tables, country_codes(options.program))
    names, missing = measure_names(options.program, places)
    if options.json:
        rows = [{"country": code, "column": column, **v} for (code, column), v in sorted(names.items())]
        json.dump({"names": rows, "points": points, "missing": missing[:options.missing]}, sys.stdout)
        return
    if points:
        print_points(points)
    if names:
        print_names(names, missing, options.missing)


if __name__ == "__main__":
    main()
