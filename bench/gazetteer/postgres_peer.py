"""A PostgreSQL cluster in a temporary folder, measured with pg_trgm on the same questions.

Every batch runs inside the server: one statement joins the table of questions to the towns, so
that no time goes into a client, the network or parsing. The plan is made once for all questions.
"""
import os
import pathlib
import shutil
import subprocess
import time

BIN = pathlib.Path("/usr/lib/postgresql/15/bin")
MISSPELT = ("one_error", "two_errors", "two_errors_8_letters")
PASSES = 3
SECONDS = 2  # of a pass, at most about
SETTINGS = ["shared_buffers=512MB", "work_mem=256MB", "maintenance_work_mem=512MB", "fsync=off",
            "synchronous_commit=off", "full_page_writes=off", "jit=off", "max_parallel_workers_per_gather=0",
            "autovacuum=off", "random_page_cost=1.0", "effective_cache_size=8GB", "listen_addresses="]

SCHEMA = """
CREATE EXTENSION pg_trgm; CREATE EXTENSION fuzzystrmatch;
CREATE TABLE town(folded text COLLATE "C", population int);
CREATE TABLE question(id serial, kind text, text text COLLATE "C", meant text COLLATE "C");
"""
INDEXES = """
CREATE INDEX town_folded ON town(folded);
CREATE INDEX town_gin ON town USING gin(folded gin_trgm_ops);
CREATE INDEX town_gist ON town USING gist(folded gist_trgm_ops(siglen=64));
CREATE INDEX ON question(kind, id);
VACUUM ANALYZE;
"""
# Each answers question q with at most ten towns.
EXACT = "SELECT folded FROM town WHERE folded = q.text"
PREFIX = ("SELECT folded FROM town WHERE folded >= q.text AND folded < q.text || U&'\\+10FFFF' "
          "ORDER BY population DESC LIMIT 10")
LIKE = "SELECT folded FROM town WHERE folded % q.text ORDER BY similarity(folded, q.text) DESC, population DESC LIMIT 10"
LIKE_EDITS = ("SELECT folded FROM (SELECT folded, population FROM town WHERE folded % q.text "
              "ORDER BY similarity(folded, q.text) DESC LIMIT 50) t "
              "ORDER BY levenshtein(folded, q.text), population DESC LIMIT 10")
NEAREST = "SELECT folded FROM town ORDER BY folded <-> q.text LIMIT 10"


class Cluster:
    """Started on entry, stopped and forgotten on exit. Runs as the user postgres when we are root."""

    def __init__(self, folder):
        self.folder = folder / "postgres"
        self.user = "postgres" if os.geteuid() == 0 else None

    def _run(self, *command, **options):
        return subprocess.run([str(c) for c in command], check=True, capture_output=True, user=self.user,
                              cwd=self.folder, **options).stdout.decode()

    def __enter__(self):
        self.folder.mkdir()
        if self.user:
            shutil.chown(self.folder, self.user)
        self._run(BIN / "initdb", "-D", self.folder / "data", "-A", "trust", "-U", "bench", "-E", "UTF8", "--locale=C",
                  "-N")
        with open(self.folder / "data" / "postgresql.conf", "a", encoding="utf-8") as conf:
            for setting in SETTINGS:
                key, value = setting.split("=")
                conf.write(f"{key} = '{value}'\n")
            conf.write(f"unix_socket_directories = '{self.folder}'\n")
        # One core for the server, as for everybody else.
        self._run("taskset", "-c", "0", BIN / "pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w",
                  "start")
        return self

    def __exit__(self, *_):
        self._run(BIN / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")

    def psql(self, sql, *options):
        return self._run(BIN / "psql", "-h", self.folder, "-U", "bench", "-d", "postgres", "-X", "-q", "-A", "-t",
                         "-v", "ON_ERROR_STOP=1", *options, "-f", "-", input=sql.encode())


def load(cluster, towns, questions):
    cluster.psql(SCHEMA)
    cluster.psql(f"\\copy town FROM '{towns}' WITH (FORMAT text)")
    rows = questions.read_text(encoding="utf-8").split("\n")[1:-1]
    short = cluster.folder / "questions.tsv"
    short.write_text("".join("\t".join((f[0], f[3], f[4])) + "\n" for f in (row.split("\t") for row in rows)),
                     encoding="utf-8")
    cluster.psql(f"\\copy question(kind, text, meant) FROM '{short}' WITH (FORMAT text)")
    cluster.psql(INDEXES)


def asked(kind, answer, settings, select, count):
    return (f"{settings} SELECT {select} FROM (SELECT * FROM question WHERE kind = '{kind}' ORDER BY id LIMIT {count})"
            f" q LEFT JOIN LATERAL ({answer}) a ON true")


def rate(cluster, kind, answer, settings, most):
    """Questions a second: a pass to warm up that finds how many fit the time, then the median of three."""
    count, seconds = min(20, most), 0.0
    while True:
        seconds = timed(cluster, asked(kind, answer, settings, "count(a.folded)", count))
        if count >= most or seconds > SECONDS / 3:
            break
        count = min(most, count * 4)
    passes = sorted(timed(cluster, asked(kind, answer, settings, "count(a.folded)", count)) for _ in range(PASSES))
    return count / passes[PASSES // 2]


def timed(cluster, sql):
    """Seconds inside the server, by psql's own clock, of the last statement."""
    out = cluster.psql("\\timing on\n" + sql + ";\n")
    milliseconds = [line.split()[1] for line in out.split("\n") if line.startswith("Time:")]
    return float(milliseconds[-1]) / 1000


def right(cluster, kind, answer, settings, count):
    """Shares with the name meant first, and among the first three."""
    sql = f"""{settings} SELECT avg(coalesce(names[1] = meant, false)::int), avg((meant = ANY(names[1:3]))::int) FROM (
        SELECT q.meant, ARRAY({answer}) names
        FROM (SELECT * FROM question WHERE kind = '{kind}' ORDER BY id LIMIT {count}) q) r;"""
    first, first_3 = cluster.psql(sql).strip().split("\n")[-1].split("|")
    return float(first), float(first_3)


def measure(cluster, towns, questions):
    results = {}
    load(cluster, towns, questions)
    version = "PostgreSQL " + cluster.psql("SHOW server_version;").strip() + ", pg_trgm " + cluster.psql(
        "SELECT extversion FROM pg_extension WHERE extname = 'pg_trgm';").strip()
    most = int(cluster.psql("SELECT count(*) FROM question WHERE kind = 'exact';"))
    # Look-ups one by one by the index, as a program would ask them; no join of whole tables.
    one_by_one = "SET enable_hashjoin=off; SET enable_mergejoin=off; SET enable_seqscan=off;"
    plain = {"version": version,
             "exact": rate(cluster, "exact", EXACT, one_by_one, most),
             "prefix": rate(cluster, "prefix", PREFIX, one_by_one, most)}
    # By GIN at three thresholds of likeness, the last time with the best fifty ordered by edits; by
    # GiST the nearest, exactly (GiST with a threshold is slower than either).
    gin = one_by_one + "BEGIN; DROP INDEX town_gist; SET pg_trgm.similarity_threshold="
    ways = {f"pg_trgm GIN {t}": (LIKE, f"{gin}{t};") for t in (0.3, 0.4, 0.5)}
    ways["pg_trgm GIN 0.3, edits"] = (LIKE_EDITS, f"{gin}0.3;")
    ways["pg_trgm GiST nearest"] = (NEAREST, one_by_one + "BEGIN; DROP INDEX town_gin;")
    for name, (answer, settings) in ways.items():
        results[name] = result = dict(plain)
        for kind in MISSPELT:
            result[kind] = rate(cluster, kind, answer, settings, most)
            enough = max(100, min(most, 2000, int(result[kind] * 8)))
            result["first_" + kind], result["first_3_" + kind] = right(cluster, kind, answer, settings, enough)
    return results
