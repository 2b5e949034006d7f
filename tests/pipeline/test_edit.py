"""Decisions: each that was printed as committed is in the casebook, whatever killed the program."""
import json
import random
import signal
import subprocess
import unittest

from program import PROGRAM, SEEDS, InTemporaryFolder, layer, run


class Edit(InTemporaryFolder):
    def setUp(self):
        super().setUp()
        self.casebook = self.folder / "c.gpkg"
        self.assertEqual(run("read", *SEEDS, "-o", self.casebook).returncode, 0)
        self.events = [f["properties"]["id"] for f in layer(self.export(), "event")]

    def export(self, *options):
        out = self.folder / "e.geojson"
        result = run("export", self.casebook, "-o", out, "--overwrite",
                     "--status", "proposed,accepted,edited,disputed,rejected", *options)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return json.loads(out.read_bytes())

    def edit(self, *lines):
        return run("edit", self.casebook, "--script", "-", stdin="\n".join(lines).encode())

    def properties(self, event):
        return next(f["properties"] for f in self.export()["features"] if f["properties"]["id"] == event)

    def geometry(self, event):
        return next(f["geometry"] for f in self.export()["features"] if f["properties"]["id"] == event)

    def test_decisions_change_the_casebook_and_undo_takes_them_back(self):
        first, second = self.events[:2]
        before = self.geometry(second)
        result = self.edit(f"accept {first}", f"reject {second}", f"place {second} -3.0 16.77")
        self.assertEqual(result.stdout.decode().split("\n")[:3], ["committed 1", "committed 2", "committed 3"])
        self.assertEqual(self.properties(first)["status"], "accepted")
        self.assertEqual(self.geometry(second)["coordinates"], [-3.0, 16.77])
        self.assertEqual(self.properties(second)["country"], "ML")
        self.assertEqual(self.properties(second)["admin1"], "Tombouctou")
        result = self.edit("undo", "undo")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertEqual(self.geometry(second), before)
        self.assertEqual(self.properties(second)["status"], "proposed")
        self.assertEqual(self.properties(first)["status"], "accepted")
        self.assertEqual(self.edit("redo").returncode, 0)
        self.assertEqual(self.properties(second)["status"], "rejected")

    def test_a_line_that_is_not_understood_is_named_and_the_rest_is_done(self):
        result = self.edit("acept " + self.events[0], "accept e0000000000000000", f"place {self.events[0]} 200 0",
                           f"accept {self.events[0]}")
        self.assertEqual(result.returncode, 1)
        for line in ("-:1:", "-:2:", "-:3:"):
            self.assertIn(line, result.stderr.decode())
        self.assertEqual(result.stdout.decode(), "committed 1\n")

    def test_a_person_keeps_what_was_read(self):
        event = self.events[0]
        words = self.properties(event)["place_words"]
        self.assertEqual(self.edit(f"place {event} 1.0 17.0").returncode, 0)
        self.assertEqual(self.properties(event)["place_words"], words)

    def test_reviewed_casebooks_export_what_was_accepted(self):
        self.assertEqual(self.edit(f"accept {self.events[0]}").returncode, 0)
        out = self.folder / "r.geojson"
        result = run("export", self.casebook, "-o", out, "--layer", "events")
        self.assertIn("withheld", result.stderr.decode())
        self.assertEqual([f["properties"]["id"] for f in json.loads(out.read_bytes())["features"]], [self.events[0]])

    def test_a_killed_program_loses_no_committed_decision(self):
        random.seed(7)
        lines = [f"{verb} {event}" for _ in range(40) for verb in ("accept", "reject") for event in self.events]
        done = 0
        for trial in range(12):
            process = subprocess.Popen([PROGRAM, "edit", str(self.casebook), "--script", "-"], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            process.stdin.write("\n".join(lines).encode())
            process.stdin.close()
            committed = done
            for _ in range(random.randrange(1, 40)):
                words = process.stdout.readline().split()
                if not words:
                    break
                committed = int(words[1])
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().split(b"\n")
            committed = max([committed] + [int(l.split()[1]) for l in rest[:-1] if l.startswith(b"committed")])
            process.stdout.close()
            process.wait()
            result = run("verify", self.casebook, "--json")
            self.assertEqual(result.returncode, 0, result.stdout.decode() + result.stderr.decode())
            done = json.loads(result.stdout)["decisions"]
            self.assertGreaterEqual(done, committed, f"trial {trial}")

    def test_a_changed_byte_is_found(self):
        content = bytearray(self.casebook.read_bytes())
        at = content.find(b"proposed")
        content[at] = ord("P")
        self.casebook.write_bytes(content)
        self.assertEqual(run("verify", self.casebook).returncode, 1)

    def test_verify_names_a_source_that_changed(self):
        copy = self.folder / SEEDS[0].name
        copy.write_bytes(SEEDS[0].read_bytes())
        self.assertEqual(run("verify", self.casebook, copy).returncode, 0)
        copy.write_bytes(SEEDS[0].read_bytes() + b"\n")
        result = run("verify", self.casebook, copy)
        self.assertEqual(result.returncode, 1)
        self.assertIn(SEEDS[0].name, result.stdout.decode() + result.stderr.decode())


if __name__ == "__main__":
    unittest.main()
