"""Place mentions against the practice texts: found, not imagined, and at the right place."""
import json
import math
import unittest

from program import ROOT, run

AREAS = ("admin1", "admin2", "admin3", "area")  # their label points differ by source


def kilometres(a, b):
    (lon1, lat1), (lon2, lat2) = [[math.radians(v) for v in p] for p in (a, b)]
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


def is_right(gold, found):
    if found["lat"] is None:
        return False
    if gold["kind"] == "country":
        return found["country"] == gold["country"]
    limit = 100 if gold["kind"] in AREAS else 10
    return kilometres((gold["lon"], gold["lat"]), (found["lon"], found["lat"])) <= limit


class Mentions(unittest.TestCase):
    def score(self, folder):
        found = extra = missed = placed = right = 0
        for text in sorted(folder.glob("*.txt")):
            result = run("mentions", text)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            raw = text.read_bytes()
            gold = json.loads((folder / "gold" / (text.stem + ".json")).read_text(encoding="utf-8"))["places"]
            used = set()
            for line in result.stdout.decode().splitlines():
                mention = json.loads(line)
                begin, end = (len(raw[:mention[k]].decode()) for k in ("start", "end"))
                hit = next((i for i, g in enumerate(gold) if i not in used
                            and begin < g["char_end"] and g["char_start"] < end), None)
                if hit is None:
                    extra += 1
                    continue
                used.add(hit)
                g = gold[hit]
                if g["confidence"] == "high" and g["lat"] is not None and g["kind"] not in ("region", "continent"):
                    placed += 1
                    right += is_right(g, mention)
            found += len(used)
            missed += len(gold) - len(used)
        self.assertGreater(found, 50)
        f1 = 2 * found / (2 * found + extra + missed)
        print(folder.name, f"F1 {f1:.3f}, {right} of {placed} at the right place")
        return f1, right / placed

    def test_the_practice_texts_of_twelve_countries(self):
        f1, right = self.score(ROOT / "tests/data/mentions")
        self.assertGreaterEqual(f1, 0.94)
        self.assertGreaterEqual(right, 0.97)

    def test_the_practice_reports(self):
        f1, _ = self.score(ROOT / "tests/data/reports")
        self.assertGreaterEqual(f1, 0.94)


if __name__ == "__main__":
    unittest.main()
