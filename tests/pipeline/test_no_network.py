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
        command = ["strace", "-f", "-e", "trace=network,execve", "-o", str(log), PROGRAM, *map(str, arguments)]
        result = subprocess.run(command, input=stdin, capture_output=True, timeout=300)
        return result, [line for line in log.read_text().splitlines() if SOCKET.search(line)]

    def test_no_command_opens_a_network_socket(self):
        casebook = self.folder / "c.gpkg"
        self.assertEqual(run("read", *SEEDS, "-o", casebook).returncode, 0)
        table = self.write("places.csv", "name,lon,lat,country\nGao,-0.04,16.27,ML\n")
        commands = [
            ("read", *SEEDS, "-o", self.folder / "a.geojson"),
            ("read", SEEDS[0], "-o", self.folder / "a.gpkg"),
            ("geocode", "Kidal"),
            ("gazetteer", "add", table),
            ("gazetteer", "build", table, "-o", self.folder / "places.idx"),
            ("gazetteer", "info", "--verify"),
            ("gazetteer", "export", "places", "-o", self.folder / "exported.csv"),
            ("gazetteer", "remove", "places"),
            ("geocode", "--csv", table, "--column", "name", "-o", self.folder / "placed.csv"),
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

    def test_only_the_process_that_fetches_a_country_opens_a_socket(self):
        # Port 9 (discard) has no listener: the transfer fails, and that is the point.
        result, sockets = self.trace("gazetteer", "add", "ML", "--from", "http://127.0.0.1:9/x")
        self.assertEqual(result.returncode, 1)
        self.assertTrue(sockets)
        log = (self.folder / "trace").read_text().splitlines()
        openers = {line.split()[0] for line in log if SOCKET.search(line)}
        program = next(line.split()[0] for line in log if " execve(" in line)
        self.assertNotIn(program, openers, "the program itself opens none")


if __name__ == "__main__":
    works = shutil.which("strace") and subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode == 0
    if not works:
        print("strace cannot trace here: skipped")
        sys.exit(77)
    unittest.main()
