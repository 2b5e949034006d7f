#!/usr/bin/env python3
"""A GeoNames dump of invented places, as large as the whole world's, to measure memory and speed.

    bench/gazetteer/make_large_dump.py towns.tsv 13000000 > large.txt

towns.tsv is what `toposcope bench gazetteer --write-names` makes. Names are drawn letter by letter
from what follows each pair of letters in the real names, one for each two places, so that many are
shared; positions are those of real towns, moved. The same seed makes the same file.
"""
import argparse
import bisect
import collections
import itertools
import random
import sys

CODES = [("P", "PPL", 60), ("H", "STM", 12), ("T", "MT", 10), ("S", "FRM", 6), ("L", "LCTY", 6), ("H", "LK", 4),
         ("A", "ADM3", 2)]


def letter_statistics(names):
    """For each pair of letters: the letters that follow, with counts so far. The end is a newline."""
    following = collections.defaultdict(collections.Counter)
    for name in names:
        text = "\n\n" + name + "\n"
        for a, b, c in zip(text, text[1:], text[2:]):
            following[a + b][c] += 1
    return {pair: (list(counter), list(itertools.accumulate(counter.values())))
            for pair, counter in following.items()}


def make_name(statistics, dice):
    while True:
        pair, name = "\n\n", ""
        while len(name) < 40:
            letters, upto = statistics[pair]
            letter = letters[bisect.bisect_right(upto, int(dice.random() * upto[-1]))]
            if letter == "\n":
                break
            name += letter
            pair = pair[1] + letter
        if len(name) >= 3:
            return name


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("towns")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rows = [line.rstrip("\n").split("\t") for line in open(arguments.towns, encoding="utf-8")][1:]
    statistics = letter_statistics(row[1] for row in rows)
    dice = random.Random(arguments.seed)
    codes = [(c, f) for c, f, weight in CODES for _ in range(weight)]
    pool = [make_name(statistics, dice) for _ in range(max(1, arguments.count // 2))]
    towns = [(row[2], float(row[4]), float(row[5])) for row in rows]
    draw, write = dice.random, sys.stdout.write
    for i in range(arguments.count):
        country, lon, lat = towns[int(draw() * len(towns))]
        name = pool[int(draw() * len(pool))]
        other = pool[int(draw() * len(pool))] if i % 5 < 2 else ""
        feature_class, code = codes[int(draw() * len(codes))]
        lon = max(-180, min(180, lon + draw() * 2 - 1))
        lat = max(-90, min(90, lat + draw() * 2 - 1))
        write(f"{100000000 + i}\t{name}\t{name}\t{other}\t{lat:.5f}\t{lon:.5f}\t{feature_class}\t{code}\t{country}"
              f"\t\t{i % 20:02d}\t{i % 400}\t\t\t0\t\t{i % 900}\tEtc/UTC\t2020-01-01\n")


if __name__ == "__main__":
    main()
