"""Bad input ends in one clear sentence, exit code 1 or 2, nothing half-written, the rest still read."""
import os
import resource
import unittest

from program import InTemporaryFolder, layer, run
import json

GOOD = ("On 12 March 2018, armed men attacked the village of Boni in Douentza district, "
        "killing three civilians, according to witnesses.\n")


class BadInput(InTemporaryFolder):
    def assert_refused(self, result, code, *words):
        self.assertEqual(result.returncode, code, result.stderr.decode())
        message = result.stderr.decode()
        for word in words:
            self.assertIn(word, message)
        self.assertEqual(result.stdout, b"")

    def test_a_missing_file_is_named(self):
        result = run("read", self.folder / "gone.txt", "-o", self.folder / "x.geojson")
        self.assert_refused(result, 1, "gone.txt")
        self.assertEqual(self.files(), [])

    def test_an_empty_file_is_named(self):
        result = run("read", self.write("empty.txt", b""), "-o", self.folder / "x.geojson")
        self.assert_refused(result, 1, "empty.txt")
        self.assertEqual(self.files(), ["empty.txt"])

    def test_a_binary_file_is_no_report(self):
        result = run("read", self.write("image.txt", bytes(range(256)) * 64), "-o", self.folder / "x.geojson")
        self.assert_refused(result, 1, "image.txt")
        self.assertEqual(self.files(), ["image.txt"])

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_an_unreadable_file_is_named(self):
        path = self.write("secret.txt", GOOD)
        path.chmod(0)
        self.assert_refused(run("read", path, "-o", self.folder / "x.geojson"), 1, "secret.txt")

    def test_a_device_or_pipe_is_no_report(self):
        os.mkfifo(self.folder / "pipe.txt")
        for path in ("/dev/zero", self.folder / "pipe.txt"):
            result = run("read", path, "-o", self.folder / "x.geojson", timeout=10)
            self.assert_refused(result, 1, str(path))

    def test_a_file_in_another_encoding_is_read_and_said(self):
        path = self.write("latin.txt", "Le 12 mars 2018, des hommes armés ont tué trois civils à Boni (Mopti), "
                          "selon des témoins. Les assaillants sont repartis à moto.\n".encode("latin-1"))
        out = self.folder / "x.geojson"
        result = run("read", path, "-o", out)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertIn("latin.txt", result.stderr.decode())
        self.assertIn("armés", out.read_text(encoding="utf-8"))

    def test_other_files_are_still_read(self):
        out = self.folder / "x.geojson"
        result = run("read", self.folder / "gone.txt", self.write("good.txt", GOOD), self.write("empty.txt", b""),
                     "-o", out)
        self.assertEqual(result.returncode, 1)
        self.assertIn("gone.txt", result.stderr.decode())
        self.assertIn("empty.txt", result.stderr.decode())
        self.assertEqual(len(layer(json.loads(out.read_bytes()), "event")), 1)

    def test_an_existing_output_is_kept(self):
        out = self.write("x.geojson", "mine")
        result = run("read", self.write("good.txt", GOOD), "-o", out)
        self.assert_refused(result, 1, "x.geojson", "--overwrite")
        self.assertEqual(out.read_text(), "mine")

    def test_an_output_folder_that_is_not_there_is_named(self):
        result = run("read", self.write("good.txt", GOOD), "-o", self.folder / "no" / "x.geojson")
        self.assert_refused(result, 1, "no")

    def test_an_output_that_is_no_regular_file_is_refused(self):
        good = self.write("good.txt", GOOD)
        for out in ("/dev/full", "/dev/null", self.folder):
            result = run("read", good, "-o", f"{out}", "--overwrite")
            self.assertIn(result.returncode, (1, 2), result.stderr.decode())

    def test_an_output_of_unknown_kind_is_a_wrong_argument(self):
        self.assert_refused(run("read", self.write("good.txt", GOOD), "-o", self.folder / "x.shape"), 2, "x.shape")

    def test_a_full_disk_leaves_nothing_behind(self):
        good = self.write("good.txt", GOOD)
        for name in ("x.geojson", "x.gpkg", "x.csv", "x.kml"):
            result = run("read", good, "-o", self.folder / name,
                         preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600)))
            self.assertEqual(result.returncode, 1, (name, result.returncode, result.stderr.decode()))
            self.assertIn(name, result.stderr.decode())
            self.assertEqual(self.files(), ["good.txt"])

    def test_an_unknown_country_is_a_wrong_argument(self):
        good = self.write("good.txt", GOOD)
        self.assert_refused(run("read", good, "-o", self.folder / "x.geojson", "--country", "QQ"), 2, "QQ")
        self.assert_refused(run("geocode", "Gao", "--country", "QQ"), 2, "QQ")

    def test_a_file_that_is_no_casebook_is_refused(self):
        for name, content in (("a.gpkg", b""), ("b.gpkg", b"SQLite format 3\0" + b"x" * 5000), ("c.gpkg", GOOD.encode())):
            path = self.write(name, content)
            for arguments in (("export", path, "-o", self.folder / "x.geojson"),
                              ("shot", path, "-o", self.folder / "x.png"),
                              ("brief", path, "-o", self.folder / "x.png"),
                              ("verify", path), ("edit", path, "--script", "-")):
                result = run(*arguments, stdin=b"")
                self.assertEqual(result.returncode, 1, (arguments, result.stderr.decode()))
                self.assertIn(name, result.stderr.decode())
        self.assertEqual(self.files(), ["a.gpkg", "b.gpkg", "c.gpkg"])

    def test_one_very_long_line_is_read_in_time(self):
        text = GOOD.strip() + " " + "killed in the village of " * 40000
        result = run("read", self.write("long.txt", text), "-o", self.folder / "x.geojson", timeout=60)
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())


if __name__ == "__main__":
    unittest.main()
