#!/usr/bin/env python3
"""Fits the weights of gazetteer/score_weights.hpp on what score_signs prints.

Usage: score_signs INDEX... TABLE.csv... > signs.tsv      (one run for each set of indexes)
       fit_scores.py signs.tsv... [--write gazetteer/score_weights.hpp]

A conditional logit: each candidate has the sum of its signs' weights as points, the place that no
index has those of the unknown_* signs, and the chance of each is its share of exp(points); entries
for one spot count once. The weights maximise the chance of what is right over the names of the
fitted half, each table and way of asking counted alike up to a limit, with a pull towards the
weights that the program has, so that signs without data keep theirs. Prints the weights and the
expected calibration error on both halves.
"""
import math
import re
import sys
from collections import Counter

import numpy as np

# Rows of a table that count in full; of a larger one each counts less.
FULL_ROWS = 600
# How far weights are held at the program's: one point away costs this much log-likelihood.
PULL = 1.5
STEPS = 600
# Not fitted: what rows of tables say nothing or the wrong thing about (an exact name must win over
# one of the same sound, though lists of one country's villages mix them).
FIXED = {'fame_alone', 'home', 'near_point', 'unknown_no_country', 'same_sound', 'water_alone',
         'misspelt_alone', 'text_neighbour', 'text_abroad', 'unknown_in_text', 'said_kind_alone',
         'doubtful_point', 'historic_name'}


def read(paths):
    names, start, searches = [], [], []
    for path in paths:
        names, start = [], []
        with open(path, encoding='utf-8') as file:
            for line in file:
                fields = line.rstrip('\n').split('\t')
                if fields[0] == 'w':
                    names.append(fields[2])
                    start.append(float(fields[3]))
                    continue
                first = 4 if fields[0] == 'q' else 3
                signs = [(int(i), float(v)) for i, v in (f.split(':') for f in fields[first:])]
                if fields[0] == 'q':
                    searches.append((fields[1], int(fields[2]), fields[3] == '1', signs, []))
                else:
                    searches[-1][4].append((int(fields[1]), fields[2] == '1', signs))
    return names, np.array(start), searches


def tables_of(searches, count):
    """Flat arrays: one line for each candidate and, first of each search, the unknown place."""
    rows, search_of, right, spot = [], [], [], []
    for number, (_, _, _, unknown, matches) in enumerate(searches):
        any_right = any(match[1] for match in matches)
        rows.append(unknown)
        search_of.append(number)
        right.append(not any_right)
        spot.append(-1)
        for at, is_right, signs in matches:
            rows.append(signs)
            search_of.append(number)
            right.append(is_right)
            spot.append(at)
    x = np.zeros((len(rows), count), dtype=np.float32)
    for i, signs in enumerate(rows):
        for at, value in signs:
            x[i, at] = value
    return x, np.array(search_of), np.array(right), np.array(spot)


def leaders(points, search_of, spot):
    """Marks the first entry of each spot by points: the others take no share."""
    order = np.lexsort((-points, search_of))
    seen, lead = set(), np.zeros(len(points), dtype=bool)
    for i in order:
        key = (search_of[i], spot[i])
        if key not in seen:
            seen.add(key)
            lead[i] = True
    return lead


def shares(points, search_of, lead, count):
    top = np.full(count, -np.inf)
    np.maximum.at(top, search_of, points)
    grown = np.exp(points - top[search_of])
    total = np.bincount(search_of, weights=grown * lead, minlength=count)
    return grown / total[search_of]


def fit(start, names, x, search_of, right, spot, weights):
    count = len(weights)
    w = start.copy()
    free = np.array([name not in FIXED for name in names])
    mean, square = np.zeros_like(w), np.zeros_like(w)
    lead = None
    for step in range(1, STEPS + 1):
        points = x @ w
        if step % 100 == 1:
            lead = leaders(points, search_of, spot)
        chance = shares(points, search_of, lead, count) * lead
        good = chance * right
        of_right = np.bincount(search_of, weights=good, minlength=count)
        pull = np.divide(good, of_right[search_of], out=np.zeros_like(good),
                         where=of_right[search_of] > 1e-300)
        slope = ((pull - chance) * weights[search_of]) @ x - PULL * (w - start)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope ** 2
        rate = 0.05 if step < STEPS // 2 else 0.01
        moved = rate * (mean / (1 - 0.9 ** step)) / (np.sqrt(square / (1 - 0.999 ** step)) + 1e-9)
        w = w + moved * free
    return w


def calibration(w, searches, x, search_of, right, spot, fitted):
    points = x @ w
    lead = leaders(points, search_of, spot)
    chance = shares(points, search_of, lead, len(searches))
    best = {}
    for i in np.flatnonzero(spot >= 0):
        number = search_of[i]
        if number not in best or points[i] > points[best[number]]:
            best[number] = i
    bins = [[0, 0.0, 0] for _ in range(10)]
    first = answerable = 0
    for number, i in best.items():
        if searches[number][2] != fitted:
            continue
        cell = bins[min(9, int(chance[i] * 10))]
        cell[0] += 1
        cell[1] += chance[i]
        cell[2] += bool(right[i])
    answers = sum(cell[0] for cell in bins)
    error = sum(abs(cell[1] - cell[2]) for cell in bins) / max(1, answers)
    table = ' '.join(f'{cell[2] / cell[0]:.2f}({cell[0]})' if cell[0] else '-' for cell in bins)
    return f'ECE {error:.3f}: {table}'


def write(path, names, w):
    text = open(path, encoding='utf-8').read()
    for name, value in zip(names, w):
        text, changed = re.subn(r'("%s",\s*)-?[0-9.]+(?=\})' % name,
                                lambda m, v=value: f'{m[1]}{v:.2f}', text)
        if changed != 1:
            sys.exit(f'{path}: no weight of {name}')
    open(path, 'w', encoding='utf-8').write(text)


def main():
    arguments = sys.argv[1:]
    target = None
    if '--write' in arguments:
        at = arguments.index('--write')
        target = arguments[at + 1]
        del arguments[at:at + 2]
    if not arguments:
        sys.exit(__doc__)
    names, start, searches = read(arguments)
    x, search_of, right, spot = tables_of(searches, len(names))
    sizes = Counter((table, asked) for table, asked, half, _, _ in searches if half)
    weights = np.array([min(1.0, FULL_ROWS / sizes[(table, asked)]) if half else 0.0
                        for table, asked, half, _, _ in searches])
    w = fit(start, names, x, search_of, right, spot, weights)
    for name, before, after in zip(names, start, w):
        print(f'{name:24} {before:7.2f} -> {after:7.2f}')
    for title, values in (('before', start), ('after', w)):
        for half in (True, False):
            line = calibration(values, searches, x, search_of, right, spot, half)
            print(f'{title:6} {"fitted" if half else "other "} half {line}')
    if target:
        write(target, names, w)


if __name__ == '__main__':
    main()
