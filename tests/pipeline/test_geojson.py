"""The GeoJSON of the shipped corpus: RFC 7946, provenance to the byte, the same every time."""
import hashlib
import math
import unittest

from program import SEEDS, InTemporaryFolder, layer, run

EVENT_PROPERTIES = """layer id kind acled_event_type acled_sub_event_type date_start date_end date_precision
date_words place place_words place_id place_precision radius_km admin1 admin2 country actors attribution report_id
report_title report_publisher report_date report_sha256 quote quote_start quote_end rule confidence status""".split()
HARMS = "killed injured abducted detained disappeared raped displaced houses".split()
FLOW_PROPERTIES = """layer id from from_country to to_country people_low people_high people_words split flow_kind
category date_start date_end date_precision date_words attribution report_id report_sha256 quote quote_start
quote_end rule confidence status""".split()
PRECISIONS = {"exact", "near", "admin2", "admin1", "country", "unknown"}


def positions(geometry):
    if geometry is None:
        return
    stack = [geometry["coordinates"]]
    while stack:
        top = stack.pop()
        if isinstance(top[0], (int, float)):
            yield top
        else:
            stack.extend(top)


class Corpus(InTemporaryFolder):
    @classmethod
    def setUpClass(cls):
        assert len(SEEDS) == 5, SEEDS

    def setUp(self):
        super().setUp()
        self.collection = self.read_to_geojson(*SEEDS)
        self.raw = (self.folder / "out.geojson").read_bytes()

    def test_it_is_one_feature_collection_without_crs(self):
        self.assertEqual(self.collection["type"], "FeatureCollection")
        self.assertNotIn("crs", self.collection)
        self.raw.decode("utf-8")

    def test_positions_are_on_earth_with_at_most_seven_decimals(self):
        for feature in self.collection["features"]:
            self.assertEqual(feature["type"], "Feature")
            for lon, lat in positions(feature["geometry"]):
                self.assertTrue(-180 <= lon <= 180 and -90 <= lat <= 90)
                for number in (lon, lat):
                    self.assertTrue(math.isclose(number, round(number, 7), abs_tol=1e-12), number)

    def test_every_feature_has_the_properties_of_its_layer(self):
        wanted = {"event": EVENT_PROPERTIES + [f"{h}_{p}" for h in HARMS for p in ("low", "high", "words")],
                  "flow": FLOW_PROPERTIES}
        for name, keys in wanted.items():
            self.assertTrue(layer(self.collection, name))
            for feature in layer(self.collection, name):
                self.assertFalse([k for k in keys if k not in feature["properties"]], feature["properties"]["id"])

    def test_every_quote_is_exactly_the_bytes_of_its_source(self):
        sources = {hashlib.sha256(p.read_bytes()).hexdigest(): p.read_bytes() for p in SEEDS}
        for feature in self.collection["features"]:
            p = feature["properties"]
            source = sources[p["report_sha256"]]
            self.assertEqual(source[p["quote_start"]:p["quote_end"]].decode(), p["quote"])
            self.assertTrue(p["quote"].strip())

    def test_every_precision_and_geometry_agree(self):
        for feature in layer(self.collection, "event"):
            p = feature["properties"]
            self.assertIn(p["place_precision"], PRECISIONS)
            self.assertEqual(feature["geometry"] is None, p["place_precision"] == "unknown", p)
            if p["place_precision"] in ("near", "admin2", "admin1", "country"):
                self.assertGreater(p["radius_km"], 0, p)

    def test_ids_are_unique(self):
        ids = [f["properties"]["id"] for f in self.collection["features"]]
        self.assertEqual(len(ids), len(set(ids)))

    def test_reading_again_gives_the_same_bytes(self):
        again = self.folder / "again.geojson"
        for jobs in ("1", "2", "5"):
            self.assertEqual(run("read", *SEEDS, "-o", again, "--overwrite", "--jobs", jobs).returncode, 0)
            self.assertEqual(again.read_bytes(), self.raw)

    def test_the_casebook_exports_the_same_features(self):
        casebook, exported = self.folder / "c.gpkg", self.folder / "e.geojson"
        self.assertEqual(run("read", *SEEDS, "-o", casebook).returncode, 0)
        self.assertEqual(run("export", casebook, "-o", exported).returncode, 0)
        self.assertEqual(exported.read_bytes(), self.raw)


class Flows(InTemporaryFolder):
    def test_a_list_of_destinations_is_one_flow_each_together(self):
        report = self.write("r.txt", "Published: 2012-02-10\n\nIn January 2012, some 15,000 people fled Kidal for "
                            "neighbouring Niger, Burkina Faso and Mauritania, the Red Cross said.\n")
        flows = [f["properties"] for f in layer(self.read_to_geojson(report), "flow")]
        self.assertEqual(sorted(f["to_country"] for f in flows), ["BF", "MR", "NE"])
        for flow in flows:
            self.assertEqual((flow["split"], flow["people_low"], flow["people_high"], flow["from"]),
                             ("together", 15000, 15000, "Kidal"))

    def test_unnamed_neighbours_are_those_that_share_a_border(self):
        report = self.write("r.txt", "Published: 2023-12-20\n\nAt least 12,400 residents of Gao had fled to "
                            "neighbouring countries since August 2023, aid workers said.\n")
        flows = [f["properties"] for f in layer(self.read_to_geojson(report), "flow")]
        self.assertEqual(sorted(f["to_country"] for f in flows), ["BF", "CI", "DZ", "GN", "MR", "NE", "SN"])
        for flow in flows:
            self.assertEqual((flow["split"], flow["people_low"], flow["people_high"]), ("together", 12400, None))


if __name__ == "__main__":
    unittest.main()
