"""Runs the program under test as a user would, and holds what the tests share."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["TOPOSCOPE"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
# The gazetteers of whoever runs the tests must not answer.
_no_data = tempfile.TemporaryDirectory()
os.environ["XDG_DATA_HOME"] = _no_data.name
SEEDS = sorted(p for p in (ROOT / "seeds").glob("[0-9]*.md"))


def run(*arguments, stdin=None, preexec_fn=None, timeout=120):
    """Runs the program; output is bytes so that nothing is decoded on the way."""
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True,
                          preexec_fn=preexec_fn, timeout=timeout)


class InTemporaryFolder(unittest.TestCase):
    """Each test gets an empty folder `self.folder`, gone afterwards."""

    def setUp(self):
        self._temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self._temporary.name)

    def tearDown(self):
        self._temporary.cleanup()

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def files(self):
        return sorted(p.name for p in self.folder.iterdir())

    def read_to_geojson(self, *files, options=()):
        out = self.folder / "out.geojson"
        result = run("read", *files, "-o", out, "--overwrite", *options)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return json.loads(out.read_bytes())


def layer(collection, name):
    return [f for f in collection["features"] if f["properties"]["layer"] == name]
