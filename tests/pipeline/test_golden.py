"""The shipped corpus read to GeoJSON, compared with tests/golden byte for byte.

After a change that is meant to change the output: UPDATE_GOLDEN=1 ctest --preset dev -R golden,
then read the difference before committing it.
"""
import os
import unittest

from program import ROOT, SEEDS, InTemporaryFolder, run


class Golden(InTemporaryFolder):
    def test_each_digest_reads_as_it_did(self):
        for seed in SEEDS:
            with self.subTest(seed.name):
                result = run("read", seed, "-o", "-")
                self.assertEqual(result.returncode, 0, result.stderr.decode())
                golden = ROOT / "tests/golden" / (seed.stem + ".geojson")
                if os.environ.get("UPDATE_GOLDEN"):
                    golden.write_bytes(result.stdout)
                self.assertEqual(result.stdout.decode().splitlines(), golden.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    unittest.main()
