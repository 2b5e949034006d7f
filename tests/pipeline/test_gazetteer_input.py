"""Sources and index files that are damaged, hostile or from elsewhere: a clear sentence, no crash,
the old index untouched and still answering."""
import json
import os
import random
import resource
import signal
import struct
import subprocess
import time
import unittest

from program import PROGRAM, InTemporaryFolder, run

TABLE = ("id,name,country,lon,lat,population\n"
         "t:1,Gao,ML,-0.05,16.27,86633\n"
         "t:2,Kidal,ML,1.41,18.44,25969\n"
         "t:3,Ménaka,ML,2.4,15.92,22640\n")


def dump_row(number, name, lat="16.27", lon="-0.05"):
    """A line of a GeoNames dump."""
    return "\t".join([str(number), name, name, "", lat, lon, "P", "PPL", "ML", "", "00", "", "", "", "0", "", "",
                      "Africa/Bamako", "2020-01-01"])


class GazetteerInput(InTemporaryFolder):
    def setUp(self):
        super().setUp()
        self.index = self.folder / "places.idx"
        self.assertEqual(self.build(self.write("good.csv", TABLE)).returncode, 0)
        self.before = self.index.read_bytes()

    def build(self, *sources, options=(), preexec_fn=None, timeout=120):
        return run("gazetteer", "build", *sources, "-o", self.index, "--overwrite", *options,
                   preexec_fn=preexec_fn, timeout=timeout)

    def info(self, path=None):
        return run("gazetteer", "info", path or self.index)

    def names_found(self, *names):
        """Which of the names come back exactly from the index, of this index and none other."""
        found = []
        for line in run("geocode", *names, "--limit", "100", "--gazetteer", self.index).stdout.splitlines():
            answer = json.loads(line)
            if any(c["id"].startswith(("t:", "geonames:99999")) and c["name"] == answer["name"]
                   for c in answer["candidates"]):
                found.append(answer["name"])
        return found

    def assert_refused(self, result, *words):
        self.assertEqual(result.returncode, 1, result.stderr.decode(errors="replace"))
        for word in words:
            self.assertIn(str(word), result.stderr.decode(errors="replace"))
        self.assert_old_index_stands()

    def assert_old_index_stands(self):
        self.assertEqual(self.index.read_bytes(), self.before)
        self.assertEqual([name for name in self.files() if name.startswith(".")], [])
        self.assertEqual(self.info().returncode, 0)

    def assert_built(self, result, *words):
        message = result.stderr.decode(errors="replace")
        self.assertEqual(result.returncode, 0, message)
        for word in words:
            self.assertIn(str(word), message)
        self.assertEqual(self.info().returncode, 0)

    # Sources.

    def test_a_source_that_is_not_there_or_no_file_is_named(self):
        os.mkfifo(self.folder / "pipe.csv")
        os.symlink("loop.csv", self.folder / "loop.csv")
        for path in (self.folder / "gone.csv", self.folder / "pipe.csv", self.folder / "loop.csv", "/dev/zero"):
            self.assert_refused(self.build(path, timeout=20), path)

    def test_an_empty_source_is_named(self):
        self.assert_refused(self.build(self.write("empty.csv", b"")), "empty.csv")

    def test_binary_data_is_no_table(self):
        self.assert_refused(self.build(self.write("image.csv", bytes(range(256)) * 64)), "image.csv")

    def test_a_damaged_packed_table_is_named(self):
        import gzip
        packed = gzip.compress(TABLE.encode() * 500)
        self.assert_refused(self.build(self.write("cut.csv.gz", packed[:len(packed) // 2])), "cut.csv.gz")
        flipped = bytearray(packed)
        flipped[len(packed) // 2] ^= 0xFF
        self.assert_refused(self.build(self.write("bad.csv.gz", bytes(flipped))), "bad.csv.gz")

    def test_a_table_without_the_needed_columns_says_which(self):
        self.assert_refused(self.build(self.write("no.csv", "id,name,lon\nt:1,Gao,1\n")), "no.csv", "lat")

    def test_rows_that_cannot_be_read_are_named_and_the_rest_is_kept(self):
        rows = ["t:4,Nord,ML,-1,91,1", "t:5,Est,ML,181,10,1", "t:6,Mot,ML,x,10,1", "t:7,,ML,1,10,1", "t:8,Court,ML",
                "t:9,Nan,ML,nan,nan,1", "t:10,Inf,ML,inf,-inf,1"]
        result = self.build(self.write("rows.csv", TABLE + "\n".join(rows) + "\n"))
        self.assert_built(result, *(f"rows.csv:{5 + i}:" for i in range(len(rows))))
        self.assertEqual(self.names_found("Gao", "Ménaka"), ["Gao", "Ménaka"])

    def test_rows_of_a_dump_that_cannot_be_read_are_named(self):
        lines = [dump_row(99999001, "Alphaville"), dump_row(99999002, "Betaville", lat="91"), "1\tshort",
                 dump_row(99999003, "Gammaville") + "\tmore", dump_row(99999004, "Deltaville")]
        result = self.build(self.write("XX.txt", "\n".join(lines)))
        self.assert_built(result, "XX.txt:2:", "XX.txt:3:", "XX.txt:4:")
        self.assertEqual(self.names_found("Alphaville", "Deltaville"), ["Alphaville", "Deltaville"])

    def test_a_dump_cut_in_the_middle_of_a_row_keeps_what_is_whole(self):
        text = "\n".join(dump_row(99999001 + i, f"Ville {i}") for i in range(10))
        result = self.build(self.write("XX.txt", text[:-40]))
        self.assert_built(result, "XX.txt:10:")

    def test_columns_may_come_in_another_order(self):
        self.assert_built(self.build(self.write("other.csv", "lat,name,lon,id\n16.27,Gao,-0.05,t:1\n")))
        self.assertEqual(self.names_found("Gao"), ["Gao"])

    def test_line_ends_and_a_byte_order_mark_change_nothing(self):
        self.assert_built(self.build(self.write("dos.csv", "\ufeff" + TABLE.replace("\n", "\r\n"))))
        self.assertEqual(self.names_found("Gao", "Kidal", "Ménaka"), ["Gao", "Kidal", "Ménaka"])

    def test_another_encoding_is_read_or_said_and_never_stored_broken(self):
        result = self.build(self.write("latin.csv", TABLE.encode("cp1252")))
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())
        self.assertIn("latin.csv", result.stderr.decode())
        out = run("geocode", "Gao", "Kidal", "--gazetteer", self.index).stdout.decode("utf-8")
        self.assertNotIn("\ufffd", out)

    def test_rows_of_one_id_become_one_place(self):
        self.assert_built(self.build(self.write("twice.csv", TABLE + "t:1,Gawgaw,ML,-0.05,16.27,1\n" * 3)))
        places = json.loads(run("geocode", "Gawgaw", "--gazetteer", self.index, "--country", "ML").stdout)
        self.assertEqual(len([c for c in places["candidates"] if c["id"] == "t:1"]), 1)

    def test_one_enormous_line_is_read_in_time_and_with_bounded_memory(self):
        path = self.folder / "long.csv"
        with open(path, "wb") as out:
            out.write(TABLE.encode())
            for _ in range(200):
                out.write(b"x" * (1 << 20))
        limit = 3 << 30
        result = self.build(path, timeout=120,
                            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        self.assertIn(result.returncode, (0, 1), result.stderr.decode()[:500])
        self.assertIn("long.csv", result.stderr.decode(errors="replace"))
        self.assertLess(len(result.stderr), 10000)
        self.assertEqual(self.info().returncode, 0)

    def test_thousands_of_bad_rows_do_not_flood_the_terminal(self):
        result = self.build(self.write("bad.csv", TABLE + "t:9,Nord,ML,-1,91,1\n" * 20000))
        self.assert_built(result, "bad.csv:5:")
        self.assertLess(len(result.stderr.splitlines()), 1000)

    # Writing.

    def test_an_existing_index_is_kept_without_overwrite(self):
        result = run("gazetteer", "build", self.folder / "good.csv", "-o", self.index)
        self.assert_refused(result, "--overwrite")

    def test_a_full_disk_leaves_the_old_index(self):
        for most in (0, 1, 4096, len(self.before) - 1):
            result = self.build(self.folder / "good.csv",
                                preexec_fn=lambda m=most: resource.setrlimit(resource.RLIMIT_FSIZE, (m, m)))
            self.assert_refused(result, "places.idx")

    def test_an_output_that_is_no_regular_file_is_refused(self):
        os.mkfifo(self.folder / "pipe")
        for out in (self.folder, self.folder / "pipe", "/dev/full", "/dev/null"):
            result = run("gazetteer", "build", self.folder / "good.csv", "-o", out, "--overwrite", timeout=20)
            self.assertIn(result.returncode, (1, 2), (out, result.stderr.decode()))

    def test_a_build_killed_at_any_moment_leaves_the_old_index(self):
        source = self.write("many.csv", TABLE + "".join(
            f"m:{i},Ville {i},ML,{i % 300 / 10 - 12:.2f},{i % 170 / 10 + 5:.2f},{i}\n" for i in range(60000)))
        command = [PROGRAM, "gazetteer", "build", source, "-o", self.index, "--overwrite"]
        start = time.monotonic()
        self.assertEqual(subprocess.run(command, capture_output=True).returncode, 0)
        whole = time.monotonic() - start
        new = self.index.read_bytes()
        dice = random.Random(7)
        killed = 0
        for _ in range(12):
            self.index.write_bytes(self.before)
            child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(dice.random() * whole)
            child.send_signal(signal.SIGKILL)
            killed += child.wait() == -signal.SIGKILL
            self.assertIn(self.index.read_bytes(), (self.before, new))
            self.assertEqual(self.info().returncode, 0)
        self.assertGreater(killed, 3)

    def test_two_builds_of_one_file_leave_one_whole_index(self):
        sources = [self.write(f"{n}.csv", TABLE + "".join(f"{n}:{i},Ville {n} {i},ML,1,{i % 80},1\n"
                                                          for i in range(20000))) for n in "ab"]
        children = [subprocess.Popen([PROGRAM, "gazetteer", "build", source, "-o", self.index, "--overwrite"],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for source in sources * 2]
        for child in children:
            self.assertIn(child.wait(timeout=120), (0, 1))
        self.assertEqual(self.info().returncode, 0)
        self.assertNotEqual(self.index.read_bytes(), self.before)
        self.assertEqual([name for name in self.files() if name.startswith(".")], [])

    # Index files.

    def ask_everything(self, path):
        """Each kind of question of a damaged index: it answers or refuses, and ends by itself."""
        for words in (("gazetteer", "info", path), ("geocode", "Gao", "Gaoo", "Kid", "--gazetteer", path),
                      ("reverse", "-0.05", "16.27", "--gazetteer", path)):
            result = run(*words, timeout=60)
            self.assertIn(result.returncode, (0, 1), (words, result.stderr.decode(errors="replace")))
            yield result

    def test_an_index_that_is_none_is_refused_by_name(self):
        os.mkfifo(self.folder / "pipe.idx")
        os.symlink("loop.idx", self.folder / "loop.idx")
        os.mkdir(self.folder / "folder.idx")
        self.write("empty.idx", b"")
        self.write("text.idx", TABLE * 100)
        self.write("sqlite.idx", b"SQLite format 3\0" + bytes(8000))
        self.write("zeros.idx", bytes(8000))
        for name in ("gone.idx", "pipe.idx", "loop.idx", "empty.idx", "text.idx", "sqlite.idx", "zeros.idx", "folder.idx"):
            for result in self.ask_everything(self.folder / name):
                self.assertEqual(result.returncode, 1, name)
                self.assertIn(name, result.stderr.decode())

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_an_unreadable_index_is_refused_by_name(self):
        self.index.chmod(0)
        self.assertIn("places.idx", self.info().stderr.decode())

    def test_an_index_of_another_version_is_refused_with_what_to_do(self):
        for version in (1, 999):
            old = bytearray(self.before)
            old[8:12] = struct.pack("<I", version)
            for result in self.ask_everything(self.write("old.idx", bytes(old))):
                self.assertEqual(result.returncode, 1)
                self.assertIn("old.idx", result.stderr.decode())
                self.assertIn("build it again", result.stderr.decode())

    def test_a_cut_or_damaged_index_is_named_and_crashes_nothing(self):
        size = len(self.before)
        dice = random.Random(5)
        for length in (7, 900, size // 2, size - 1):
            result = self.info(self.write("cut.idx", self.before[:length]))
            self.assertEqual(result.returncode, 1, length)
            self.assertIn("cut.idx", result.stderr.decode())
        for start in range(0, size - size // 5, size // 5):
            damaged = bytearray(self.before)
            damaged[start:start + size // 5] = dice.randbytes(len(damaged[start:start + size // 5]))
            results = list(self.ask_everything(self.write("bad.idx", bytes(damaged))))
            self.assertEqual(results[0].returncode, 1)
            self.assertIn("bad.idx", results[0].stderr.decode())


if __name__ == "__main__":
    unittest.main()
