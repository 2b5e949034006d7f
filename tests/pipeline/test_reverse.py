"""`reverse`: areas and places of a position."""
import json
import unittest

from program import InTemporaryFolder, run


class Reverse(InTemporaryFolder):
    def reverse(self, *arguments, stdin=None, code=0):
        result = run("reverse", *arguments, stdin=stdin)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        return [json.loads(line) for line in result.stdout.splitlines()], result.stderr.decode()

    def test_a_position_has_its_areas_with_codes_and_its_nearest_place(self):
        (answer,), said = self.reverse("-3.0", "16.77")
        self.assertEqual(said, "")
        self.assertEqual((answer["country"], answer["at_sea"]), ("ML", False))
        self.assertEqual(answer["areas"][0]["id"], "iso:ML")
        self.assertEqual(answer["nearest"][0]["country"], "ML")
        self.assertEqual(answer["nearest"][0]["direction"], "south-east")
        self.assertIn("km south-east of " + answer["nearest"][0]["name"], answer["words"])

    def test_at_sea_is_said(self):
        (answer,), _ = self.reverse("-30", "0")
        self.assertTrue(answer["at_sea"])
        self.assertEqual(answer["country"], "")
        self.assertTrue(answer["words"].startswith("at sea, "))

    def test_a_position_that_is_at_sea_only_this_way_round_gets_a_hint(self):
        (answer,), said = self.reverse("7", "-1.5")
        self.assertTrue(answer["at_sea"])
        self.assertIn("Ghana", said)

    def test_numbers_that_are_no_position_are_wrong_arguments(self):
        for words in (("200", "0"), ("-3", "95"), ("a", "1"), ("5",), ("1,2,3",), ("nan", "0")):
            with self.subTest(words):
                result = run("reverse", *words)
                self.assertEqual(result.returncode, 2)
                self.assertEqual(result.stdout, b"")
        self.assertIn(b"did you mean 120 45?", run("reverse", "45", "120").stderr)

    def test_many_come_from_standard_input(self):
        lines = b"-3.0 16.77\n\n-0.04,16.27\r\nnonsense\n1 2 3\n2.1;13.5\n"
        answers, said = self.reverse("-", "--limit", "1", stdin=lines, code=1)
        self.assertEqual([a["country"] for a in answers], ["ML", "ML", "NE"])
        self.assertIn("-:4: ", said)
        self.assertIn("-:5: ", said)

    def test_a_pair_may_be_one_word(self):
        self.assertEqual(self.reverse("-3.0,16.77")[0], self.reverse("-3.0", "16.77")[0])


if __name__ == "__main__":
    unittest.main()
