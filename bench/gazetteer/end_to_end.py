"""A file of names to a file of places, process start included: what a person waits for.

The databases are there already, as is our index. Our side does more: it answers from the whole
shipped index with every name of each place, folds the names itself, and writes scored candidates
with reasons; the others get folded names and write the ten best names alone.
"""
import subprocess
import time

import postgres_peer

KINDS = ("exact", "one_error")
ONE_CORE = ["taskset", "-c", "0"]

SQLITE = {
    "exact": "SELECT q.text, town.name, town.population FROM q LEFT JOIN town ON town.name = q.text;",
    "one_error": """SELECT q.text, (SELECT group_concat(rowid) FROM (SELECT rowid FROM alike WHERE alike MATCH
        (SELECT group_concat('"' || substr(q.text, value, 3) || '"', ' OR ')
         FROM generate_series(1, length(q.text) - 2)) ORDER BY rank LIMIT 10)) FROM q WHERE length(q.text) > 2;"""}
POSTGRES = {"exact": postgres_peer.EXACT, "one_error": postgres_peer.LIKE}


def write_names(questions, folder, kind, most):
    """The names as they are for us, folded for the others."""
    rows = [row.split("\t") for row in questions.read_text(encoding="utf-8").split("\n")[1:-1]]
    rows = [row for row in rows if row[0] == kind][:most]
    ours, theirs = folder / f"{kind}.ours", folder / f"{kind}.theirs"
    ours.write_text("".join(row[1] + "\n" for row in rows), encoding="utf-8")
    theirs.write_text("".join(row[3] + "\n" for row in rows), encoding="utf-8")
    return ours, theirs, len(rows)


def seconds_of(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def measure(program, folder, questions, cluster, most):
    """Names a second by way and kind of names."""
    results = {}
    for kind in KINDS:
        ours, theirs, count = write_names(questions, folder, kind, most)

        def toposcope():
            with open(ours, "rb") as names, open(folder / "out.jsonl", "wb") as out:
                subprocess.run([*ONE_CORE, program, "geocode", "-"], stdin=names, stdout=out, check=True)

        def sqlite():
            script = f"CREATE TEMP TABLE q(text TEXT);\n.import {theirs} q\n{SQLITE[kind]}\n"
            with open(folder / "out.sqlite", "wb") as out:
                subprocess.run([*ONE_CORE, "sqlite3", folder / "sqlite_trigram.db"], input=script.encode(), stdout=out,
                               check=True)

        def postgres():
            cluster.psql(f"CREATE TEMP TABLE q(text text COLLATE \"C\");\n\\copy q FROM '{theirs}'\n"
                         "SET enable_seqscan=off;\n"
                         f"SELECT q.text, a.folded FROM q LEFT JOIN LATERAL ({POSTGRES[kind]}) a ON true;")

        for name, run in (("toposcope geocode", toposcope), ("sqlite3", sqlite), ("psql", postgres)):
            results.setdefault(name, {"names": count})[kind] = count / seconds_of(run)
    return results
