#!/usr/bin/env python3
"""The same names and the same questions for the gazetteer and for what else a person could use.

    bench/gazetteer/side_by_side.py build/release/toposcope [--queries 10000] [--seed 1] [--json OUT]

In one run, one after the other, each on one core: `toposcope bench gazetteer`, PostgreSQL with
pg_trgm, SQLite with FTS5 trigram, Xapian's spelling correction and a bit-parallel scan. Needs the
Debian packages postgresql-15, libsqlite3-dev, libxapian-dev and g++. Nothing outside a temporary
folder is touched; the PostgreSQL cluster is made there and listens on a socket in it alone.

The peers get the names and the questions folded already (lower case, no accents), work that
toposcope does inside its own time, and their ranking by population for nothing where it can be had.
"""
import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import end_to_end
import postgres_peer

HERE = pathlib.Path(__file__).resolve().parent
PEERS = {"scan": [], "xapian_spelling": ["-lxapian"], "sqlite_trigram": ["-lsqlite3"]}
KINDS = ("exact", "prefix", "one_error", "two_errors", "two_errors_8_letters")
ONE_CORE = ["taskset", "-c", "0"]


def measure_ours(program, folder, queries, seed, names):
    """The benchmark of the program, which also writes the names (unless they are given) and the questions."""
    if names:
        shutil.copy(names, folder / "towns.tsv")
    which = "--names" if names else "--write-names"
    out = subprocess.run(
        [*ONE_CORE, program, "bench", "gazetteer", "--json", "--queries", str(queries), "--seed", str(seed),
         which, folder / "towns.tsv", "--write-queries", folder / "questions.tsv"],
        check=True, capture_output=True).stdout
    return json.loads(out)


def folded_towns(folder):
    """Folded name and population of each town, the best known first, for the peers."""
    rows = []
    with open(folder / "towns.tsv", encoding="utf-8") as table:
        header = next(table).rstrip("\n").split("\t")
        for line in table:
            row = dict(zip(header, line.rstrip("\n").split("\t")))
            rows.append((row["folded"], int(row["population"])))
    rows.sort(key=lambda row: -row[1])
    path = folder / "folded.tsv"
    path.write_text("".join(f"{name}\t{population}\n" for name, population in rows), encoding="utf-8")
    return path


def measure_programs(folder, towns, questions):
    results = {}
    for name, libraries in PEERS.items():
        program = folder / name
        subprocess.run(["g++", "-std=c++20", "-O2", "-march=native", HERE / "peers" / f"{name}.cpp", "-o", program,
                        *libraries], check=True)
        print(f"measuring {name}", file=sys.stderr)
        out = subprocess.run([*ONE_CORE, program, towns, questions, folder / f"{name}.db"],
                             check=True, capture_output=True).stdout
        results[name] = json.loads(out)
    return results


def flat(ours):
    """Our figures under the peers' keys."""
    towns = next(index for index in ours["indexes"] if index["index"] == "town names")
    rates, right = towns["per_second"], towns["right"]
    result = {"version": "this build", **rates}
    for kind in KINDS[2:]:
        result["first_" + kind] = right[kind]["first"]
        result["first_3_" + kind] = right[kind]["first_3"]
    return result


def print_table(results):
    """Questions a second with how many times as many ours is, then the shares of right answers."""
    print(f"{'':<26}" + "".join(f"{k:>22}" for k in KINDS))
    ours = results["toposcope"]
    for name, result in results.items():
        rates = "".join(f"{result[k]:>12,.0f}{'x%.3g' % (ours[k] / result[k]):>10}" if k in result and k in ours else f"{'-':>22}"
                        for k in KINDS)
        print(f"{name:<26}{rates}")
    print("\nfirst right, one of the first three right")
    for name, result in results.items():
        shares = "".join(f"{result['first_' + k]:>14.3f}{result['first_3_' + k]:>8.3f}"
                         if "first_" + k in result else f"{'-':>22}" for k in KINDS[2:])
        print(f"{name:<26}{'':>44}{shares}")
    print()
    for name, result in results.items():
        print(f"{name}: {result['version']}")


def print_files(files):
    ours = files["toposcope geocode"]
    print(f"\nfiles of {ours['names']} names, process start included: names a second")
    for name, result in files.items():
        print(f"{name:<26}" + "".join(f"{k:>12}{result[k]:>10,.0f}{'x%.3g' % (ours[k] / result[k]):>10}"
                                      for k in end_to_end.KINDS))


def main():
    # Stopped from outside, the cluster is still shut down and the folder removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--queries", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--names", type=pathlib.Path, help="a table that `bench gazetteer --write-names` made")
    parser.add_argument("--json", type=pathlib.Path, help="also write all figures here")
    arguments = parser.parse_args()
    program = arguments.program.resolve()
    with tempfile.TemporaryDirectory(prefix="side-by-side-") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        start = time.time()
        print("measuring toposcope", file=sys.stderr)
        ours = measure_ours(program, folder, arguments.queries, arguments.seed, arguments.names)
        towns = folded_towns(folder)
        questions = folder / "questions.tsv"
        results = {"toposcope": flat(ours), **measure_programs(folder, towns, questions)}
        print("measuring pg_trgm", file=sys.stderr)
        with postgres_peer.Cluster(folder) as cluster:
            results.update(postgres_peer.measure(cluster, towns, questions))
            print("measuring files of names", file=sys.stderr)
            files = end_to_end.measure(program, folder, questions, cluster, arguments.queries)
        if arguments.json:
            arguments.json.write_text(json.dumps({"ours": ours, "side_by_side": results, "files": files}, indent=2))
        print(f"{ours['names']} names, {arguments.queries} questions of each kind, one core each; "
              f"load {os.getloadavg()[0]:.1f}; {time.time() - start:.0f} s\n")
        print_table(results)
        print_files(files)


if __name__ == "__main__":
    main()
