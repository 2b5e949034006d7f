"""`gazetteer` with files: add, info, remove, build and export."""
import json
import os
import unittest

from program import InTemporaryFolder, run

VILLAGES = r"""id,name,names,kind,country,admin1,admin2,lon,lat,population
user:1,Ngaou,Ngaw|N'Gaou,town,ML,Gao,Bourem,-0.3512345,16.9554321,120
user:2,"Ti-n-Adar, puits",,water,ML,Gao,Ansongo,0.5,15.5,
user:3,Camp du fleuve,"a;b",camp,NE,Tillaberi,,1.25,13.75,15000
user:4,'=Oasis,"A\|B|C\;D",area,ML,,,-1,20,
"""


class Gazetteer(InTemporaryFolder):
    def setUp(self):
        super().setUp()
        self._data = os.environ["XDG_DATA_HOME"]
        os.environ["XDG_DATA_HOME"] = str(self.folder)
        self.gazetteers = self.folder / "toposcope" / "gazetteers"

    def tearDown(self):
        os.environ["XDG_DATA_HOME"] = self._data
        super().tearDown()

    def good(self, *arguments):
        result = run(*arguments)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return result

    def info(self, *arguments):
        return json.loads(self.good("gazetteer", "info", "--json", *arguments).stdout)

    def test_a_file_is_added_under_its_own_name_and_removed_by_it(self):
        result = self.good("gazetteer", "add", self.write("Mes villages.csv", VILLAGES))
        self.assertIn("4 places", result.stderr.decode())
        self.assertEqual([g["name"] for g in self.info()], ["shipped", "Mes-villages"])
        found = json.loads(self.good("geocode", "Ngaou").stdout)["candidates"][0]
        self.assertEqual((found["id"], found["admin2"]), ("user:1", "Bourem"))
        result = self.good("gazetteer", "remove", "Mes-villages")
        self.assertIn("removed", result.stderr.decode())
        self.assertEqual([g["name"] for g in self.info()], ["shipped"])
        self.assertEqual(run("gazetteer", "remove", "Mes-villages").returncode, 1)

    def test_a_gazetteer_of_the_same_name_is_replaced_only_when_told(self):
        path = self.write("v.csv", VILLAGES)
        self.good("gazetteer", "add", path)
        before = (self.gazetteers / "v.idx").read_bytes()
        path.write_text(VILLAGES.replace("Ngaou", "Ngaouro"))
        result = run("gazetteer", "add", path)
        self.assertEqual(result.returncode, 1)
        self.assertIn("--overwrite", result.stderr.decode())
        self.assertEqual((self.gazetteers / "v.idx").read_bytes(), before)
        self.good("gazetteer", "add", path, "--overwrite")
        self.assertNotEqual((self.gazetteers / "v.idx").read_bytes(), before)

    def test_several_files_make_one_gazetteer_under_a_name(self):
        second = VILLAGES.replace("user:", "user:2").replace("Ngaou", "Tessalit-sud")
        self.good("gazetteer", "add", self.write("a.csv", VILLAGES), self.write("b.csv", second),
                  "--name", "field")
        self.assertEqual([(g["name"], g["places"]) for g in self.info("field")], [("field", 8)])

    def test_remove_refuses_the_shipped_one_and_never_leaves_its_folder(self):
        outside = self.write("outside.idx", "kept")
        self.gazetteers.mkdir(parents=True)
        (self.gazetteers / "link.idx").symlink_to(outside)
        for name in ("shipped", "world", "../../outside", str(outside), "link", "nothing", ".."):
            with self.subTest(name):
                self.assertEqual(run("gazetteer", "remove", name).returncode, 1)
        self.assertEqual(outside.read_text(), "kept")

    def test_a_damaged_or_older_gazetteer_is_left_out_with_a_warning(self):
        self.good("gazetteer", "add", self.write("v.csv", VILLAGES))
        path = self.gazetteers / "v.idx"
        whole = path.read_bytes()
        damaged = {"cut short": whole[:100], "empty": b"", "text": b"name,lon,lat\n" * 50,
                   "older": whole[:8] + b"\x01\0\0\0" + whole[12:]}
        for what, content in damaged.items():
            with self.subTest(what):
                path.write_bytes(content)
                result = self.good("geocode", "Gao")
                self.assertIn("v.idx", result.stderr.decode())
                self.assertIn("gazetteer remove v", result.stderr.decode())
                self.assertTrue(json.loads(result.stdout)["candidates"])
                self.assertEqual(run("gazetteer", "info").returncode, 1)
                self.assertEqual(self.good("geocode", "Gao", "--only-shipped").stderr, b"")
                self.assertEqual(run("geocode", "Gao", "--gazetteer", path).returncode, 1)

    def test_damage_inside_is_found_by_verify(self):
        self.good("gazetteer", "add", self.write("v.csv", VILLAGES))
        path = self.gazetteers / "v.idx"
        whole = bytearray(path.read_bytes())
        whole[-40] ^= 0xFF
        path.write_bytes(whole)
        result = run("gazetteer", "info", "v", "--verify")
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"DAMAGED", result.stdout)

    def test_every_export_builds_the_same_places_again(self):
        self.good("gazetteer", "build", self.write("v.csv", VILLAGES), "-o", self.folder / "v.idx")
        self.good("gazetteer", "export", self.folder / "v.idx", "-o", self.folder / "first.csv")
        first = (self.folder / "first.csv").read_bytes()
        self.assertIn(b"user:1,", first)
        for ending in ("csv", "tsv", "geojson", "gpkg"):
            with self.subTest(ending):
                out = self.folder / f"out.{ending}"
                self.good("gazetteer", "export", self.folder / "v.idx", "-o", out)
                self.good("gazetteer", "build", out, "-o", self.folder / f"{ending}.idx")
                self.good("gazetteer", "export", self.folder / f"{ending}.idx", "-o", self.folder / f"{ending}.again.csv")
                self.assertEqual((self.folder / f"{ending}.again.csv").read_bytes(), first)

    def test_an_export_can_be_of_some_countries_and_kinds(self):
        self.good("gazetteer", "build", self.write("v.csv", VILLAGES), "-o", self.folder / "v.idx")
        for options, ids in ((("--country", "NE"), {"user:3"}), (("--kind", "town,water"), {"user:1", "user:2"}),
                             (("--country", "NE", "--kind", "town"), set())):
            with self.subTest(options):
                out = self.folder / "x.csv"
                self.good("gazetteer", "export", self.folder / "v.idx", "-o", out, "--overwrite", *options)
                rows = out.read_text().splitlines()[1:]
                self.assertEqual({row.split(",")[0] for row in rows}, ids)

    def test_an_ending_that_nobody_knows_is_a_wrong_argument(self):
        self.assertEqual(run("gazetteer", "export", "-o", self.folder / "x.shp").returncode, 2)
        self.assertEqual(run("gazetteer", "info", "nothing").returncode, 1)


if __name__ == "__main__":
    unittest.main()
