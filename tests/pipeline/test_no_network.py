"""No command opens a network socket."""
import re
import shutil
import subprocess
import sys
import unittest

from program import PROGRAM, SEEDS, InTemporaryFolder, run

SOCKET = re.compile(r"\b(?:socket|connect)\((?!AF_UNIX)[^)]*AF_(?:INET|INET6|NETLINK|PACKET)")


class NoNetwork(InTemporaryFolder):
    def trace(self, *arguments, stdin=b""):
        log = self.folder / "trace"
        command = ["strace", "-f", "-e", "trace=network", "-o", str(log), PROGRAM, *map(str, arguments)]
        result = subprocess.run(command, input=stdin, capture_output=True, timeout=300)
        return result, [line for line in log.read_text().splitlines() if SOCKET.search(line)]

    def test_no_command_opens_a_network_socket(self):
        casebook = self.folder / "c.gpkg"
        self.assertEqual(run("read", *SEEDS, "-o", casebook).returncode, 0)
        commands = [
            ("read", *SEEDS, "-o", self.folder / "a.geojson"),
            ("read", SEEDS[0], "-o", self.folder / "a.gpkg"),
            ("geocode", "Kidal"),
            ("reverse", "-3", "16.77"),
            ("mentions", SEEDS[0]),
            ("export", casebook, "-o", self.folder / "b.kml"),
            ("brief", casebook, "-o", self.folder / "b.png"),
            ("shot", casebook, "-o", self.folder / "s.png", "--size", "640x360"),
            ("edit", casebook, "--script", "-"),
            ("verify", casebook),
        ]
        for command in commands:
            result, sockets = self.trace(*command)
            self.assertEqual(result.returncode, 0, (command, result.stderr.decode()))
            self.assertEqual(sockets, [], command)


if __name__ == "__main__":
    works = shutil.which("strace") and subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode == 0
    if not works:
        print("strace cannot trace here: skipped")
        sys.exit(77)
    unittest.main()
