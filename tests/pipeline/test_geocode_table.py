"""`geocode --csv`: the table stays byte for byte, the places stand in new columns."""
import csv
import io
import json
import unittest

from program import InTemporaryFolder, run


class GeocodeTable(InTemporaryFolder):
    def geocode(self, content, *options, column="place", code=0):
        path = self.write("in.csv", content)
        out = self.folder / "out.csv"
        result = run("geocode", "--csv", path, "--column", column, "-o", out, "--overwrite", *options)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        return out.read_bytes() if code == 0 else b"", result.stderr.decode()

    def rows(self, content, *options, **named):
        out, _ = self.geocode(content, *options, **named)
        return list(csv.DictReader(io.StringIO(out.decode("utf-8-sig"))))

    def test_names_get_their_places(self):
        rows = self.rows("id,place,iso\n1,Gao,ML\n2,Niamey,Niger\n3,Xqzwvk,ML\n4,,ML\n",
                         "--country-column", "iso")
        self.assertEqual(rows[0]["place_name"], "Gao")
        self.assertEqual(rows[0]["place_country"], "ML")
        self.assertAlmostEqual(float(rows[0]["place_lat"]), 16.27, delta=0.1)
        self.assertTrue(rows[0]["place_id"] and rows[0]["place_reasons"])
        self.assertEqual(rows[1]["place_country"], "NE")
        self.assertEqual((rows[2]["place_id"], rows[2]["place_candidates"]), ("", "0"))
        self.assertEqual((rows[3]["place_id"], rows[3]["place_candidates"]), ("", ""))

    def test_all_else_stays_byte_for_byte(self):
        tables = [
            b"place,n\nGao,1\nKidal,2\n",
            b"place,n\r\nGao,1\r\nKidal,2",
            b"\xef\xbb\xbfplace;note\nGao;\"a; b\"\"c\nd\"\n\nKidal;\n",
            b"place\tnote\n\"Gao\tx\nKidal\ty\n",
            "place,note\nS\u00e9gou,\u063a\u0627\u0648\n".encode(),
            "place,note\nS\u00e9gou,\u00e9t\u00e9\n".encode("cp1252"),
            b"place,n\nGao,1,2,3\n",
        ]
        for table in tables:
            with self.subTest(table):
                out, _ = self.geocode(table)
                had = table.splitlines(keepends=True)
                got = out.splitlines(keepends=True)
                self.assertEqual(len(had), len(got))
                for before, after in zip(had, got):
                    self.assertTrue(after.startswith(before.rstrip(b"\r\n")), (before, after))
                    self.assertEqual(after[len(after.rstrip(b"\r\n")):], before[len(before.rstrip(b"\r\n")):])

    def test_windows_1252_is_looked_up_and_written_as_it_is(self):
        out, said = self.geocode("place,iso\nSégou,ML\n".encode("cp1252"), "--country-column", "iso")
        self.assertIn("Windows-1252", said)
        self.assertIn("ML", out.decode("cp1252").splitlines()[1].split(",")[4])

    def test_a_row_of_hashtags_is_no_name(self):
        rows = self.rows("place,iso\n#loc+name,#country+code\nGao,ML\n")
        self.assertEqual((rows[0]["place_id"], rows[0]["place_candidates"]), ("", ""))
        self.assertEqual(rows[1]["place_name"], "Gao")

    def test_areas_beside_the_name_count(self):
        rows = self.rows("place,adm1\nSan Jose,California\nSan Jose,San José\n", "--admin-column", "adm1", "--country", "US,CR")
        self.assertEqual([row["place_country"] for row in rows], ["US", "CR"])

    def test_rows_of_another_width_are_told(self):
        out, said = self.geocode("place,a,b\nGao,1\nKidal,1,2,3\n")
        self.assertIn("in.csv:2: 2 fields where the header has 3; empty ones were added", said)
        self.assertIn("in.csv:3: 4 fields where the header has 3; left as it is", said)
        self.assertEqual(out.splitlines()[2], b"Kidal,1,2,3")

    def test_an_unknown_country_is_told_and_the_name_still_looked_up(self):
        out, said = self.geocode("place,iso\nGao,Atlantis\n", "--country-column", "iso")
        self.assertIn('no country is called "Atlantis"', said)
        self.assertIn(b"Gao,Atlantis,", out)

    def test_columns_that_are_not_there_or_there_already_are_wrong_arguments(self):
        self.assertIn("there are: place, iso", self.geocode("place,iso\nGao,ML\n", column="name", code=2)[1])
        self.assertIn("--prefix", self.geocode("place,place_id\nGao,1\n", code=2)[1])
        out, _ = self.geocode("place,place_id\nGao,1\n", "--prefix", "geo_")
        self.assertTrue(out.startswith(b"place,place_id,geo_id,geo_name,"))
        self.geocode("", code=2)

    def test_counts_are_told_and_the_jobs_change_nothing(self):
        table = "place,iso\n" + "".join(f"{name},ML\n" for name in ("Gao", "Kidal", "Mopti", "Xqzwvk", "") * 200)
        one, said = self.geocode(table, "--country-column", "iso", "--jobs", "1")
        self.assertIn("1000 rows with 4 different names", said)
        self.assertIn("200 not found, 200 without a name", said)
        many, _ = self.geocode(table, "--country-column", "iso", "--jobs", "7")
        self.assertEqual(one, many)

    def test_the_counts_come_as_json_too(self):
        path = self.write("in.csv", "place\nGao\n")
        result = run("geocode", "--csv", path, "--column", "place", "-o", self.folder / "o.csv", "--json")
        self.assertEqual(json.loads(result.stdout)["rows"], 1)

    def test_the_input_is_never_replaced_without_being_told(self):
        path = self.write("in.csv", "place\nGao\n")
        self.assertEqual(run("geocode", "--csv", path, "--column", "place", "-o", path).returncode, 1)
        self.assertEqual(path.read_text(), "place\nGao\n")


if __name__ == "__main__":
    unittest.main()
