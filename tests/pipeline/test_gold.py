"""Reading against gold: the shipped digests, practice reports, and the source documents where a
folder of them is at hand (TOPOSCOPE_SHARED names it)."""
import json
import os
import pathlib
import unittest

import gold
from program import ROOT, InTemporaryFolder, run


def collection_of(text, options):
    result = run("read", text, "-o", "-", *options)
    assert result.returncode == 0, result.stderr.decode()
    return json.loads(result.stdout)


class Gold(InTemporaryFolder):
    def scores(self, texts, gold_folder, options=lambda text: ()):
        scores = []
        for text in texts:
            score = gold.Document(gold_folder / (text.stem + ".json"), text, collection_of(text, options(text))).score()
            print(text.stem, json.dumps(score, indent=1, ensure_ascii=False))
            scores.append(score)
        return gold.total(scores)

    def assert_good(self, all_, right, flows, wrong):
        print(all_)
        self.assertGreaterEqual(all_["right"], right * all_["required"])
        self.assertGreaterEqual(all_["flows_found"], flows * all_["flows"])
        self.assertLessEqual(all_["wrong"], wrong * all_["events"])

    def test_the_shipped_digests(self):
        texts = sorted((ROOT / "seeds").glob("[0-9]*.md"))
        self.assertEqual(len(texts), 5)
        self.assert_good(self.scores(texts, ROOT / "seeds/gold"), right=0.9, flows=0.9, wrong=0.2)

    def test_the_source_documents(self):
        if "TOPOSCOPE_SHARED" not in os.environ:
            self.skipTest("TOPOSCOPE_SHARED names no folder with the source documents")
        folder = pathlib.Path(os.environ["TOPOSCOPE_SHARED"]) / "seeds"
        texts = sorted(folder.glob("[0-9]*.txt"))
        self.assertEqual(len(texts), 5)
        # The days on which they appeared, which the saved texts do not say.
        published = {"000": ("--published", "2012-02-03"), "003": ("--published", "2024-12-12")}
        self.assert_good(self.scores(texts, folder / "gold", lambda t: published.get(t.stem[:3], ())),
                         right=0.9, flows=0.9, wrong=0.2)

    def test_practice_reports(self):
        texts = sorted((ROOT / "tests/data/reports").glob("*.txt"))
        self.assertTrue(texts)
        self.assert_good(self.scores(texts, ROOT / "tests/data/reports/gold"), right=0.65, flows=0.9, wrong=0.2)


if __name__ == "__main__":
    unittest.main()
