"""`gazetteer add` of countries: fetched from a server on this machine, whole, broken or wrong."""
import http.server
import io
import os
import resource
import threading
import unittest
import zipfile

from program import InTemporaryFolder, run

for variable in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
    os.environ.pop(variable, None)


def row(number, name, country="ML", lon=-0.05, lat=16.27, feature="P\tPPL"):
    return f"{number}\t{name}\t{name}\t\t{lat}\t{lon}\t{feature}\t{country}\t\t09\t\t\t\t0\t\t250\tAfrica/Bamako\t2024-01-01\n"


def dump(country="ML", rows=400):
    return "".join(row(9000000 + i, f"Ngaou {i}", country, -3 + i * 0.01, 15 + i * 0.005) for i in range(rows))


def zipped(name, text):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about this file")
        archive.writestr(name, text)
    return packed.getvalue()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server = self.server
        server.asked.append((self.path, dict(self.headers)))
        if self.path not in server.files:
            self.send_error(404)
            return
        body, mark = server.files[self.path]
        start = 0
        wanted = self.headers.get("Range")
        if wanted and self.headers.get("If-Range") == mark:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            if start >= len(body):
                self.send_response(416)
                self.send_header("Content-Range", f"bytes */{len(body)}")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        if mark:
            self.send_header("ETag", mark)
        self.send_header("Last-Modified", "Sat, 21 Nov 2026 01:00:00 GMT")
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        sent = body[start:]
        if server.break_off_after is not None:
            self.wfile.write(sent[:server.break_off_after])
            self.close_connection = True
            return
        self.wfile.write(sent)

    def log_message(self, *arguments):
        pass


class GazetteerAdd(InTemporaryFolder):
    def setUp(self):
        super().setUp()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.files = {}
        self.server.asked = []
        self.server.break_off_after = None
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        os.environ["TOPOSCOPE_GEONAMES_URL"] = self.address + "/dump"
        self._data = os.environ["XDG_DATA_HOME"]
        os.environ["XDG_DATA_HOME"] = str(self.folder)
        self.gazetteers = self.folder / "toposcope" / "gazetteers"

    def tearDown(self):
        os.environ["XDG_DATA_HOME"] = self._data
        os.environ.pop("TOPOSCOPE_GEONAMES_URL", None)
        self.server.shutdown()
        self.server.server_close()
        super().tearDown()

    def serve(self, path, body, mark='"v1"'):
        self.server.files[path] = (body, mark)

    def assert_fails(self, result, *words):
        message = result.stderr.decode()
        self.assertEqual(result.returncode, 1, message)
        for word in words:
            self.assertIn(word, message)

    def left_over(self):
        fetched = self.gazetteers / "fetched"
        return sorted(p.name for p in fetched.iterdir()) if fetched.exists() else []

    def test_a_country_is_fetched_and_answers_everywhere(self):
        self.serve("/dump/ML.zip", zipped("ML.txt", dump()))
        self.assertEqual(run("geocode", "Ngaou 77", "--exact").stdout.count(b"geonames:9000077"), 0)
        result = run("gazetteer", "add", "ml")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertIn("400 places", result.stderr.decode())
        self.assertEqual(self.left_over(), [])
        self.assertIn(b"geonames:9000077", run("geocode", "Ngaou 77").stdout)
        self.assertNotIn(b"geonames:9000077", run("geocode", "Ngaou 77", "--only-shipped").stdout)
        info = run("gazetteer", "info", "ML", "--verify")
        self.assertEqual(info.returncode, 0)
        self.assertIn(b"400 places", info.stdout)

    def test_several_countries_come_at_once_and_names_with_them(self):
        self.serve("/dump/ML.zip", zipped("ML.txt", dump("ML")))
        self.serve("/dump/NE.zip", zipped("NE.txt", dump("NE")))
        names = "1\t9000005\tfr\tNgaou-le-Grand\t1\t\t\t\t\t\n"
        self.serve("/dump/alternatenames/ML.zip", zipped("ML.txt", names))
        self.serve("/dump/alternatenames/NE.zip", zipped("NE.txt", names))
        result = run("gazetteer", "add", "ML", "NE", "--alternate-names")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertTrue((self.gazetteers / "ML.idx").exists() and (self.gazetteers / "NE.idx").exists())
        self.assertIn(b"geonames:9000005", run("geocode", "Ngaou-le-Grand").stdout)

    def test_the_address_can_be_given(self):
        self.serve("/mirror/x-ML-x", zipped("ML.txt", dump()))
        result = run("gazetteer", "add", "ML", "--from", self.address + "/mirror/x-{country}-x")
        self.assertEqual(result.returncode, 0, result.stderr.decode())

    def test_a_broken_transfer_goes_on_where_it_stopped(self):
        body = zipped("ML.txt", dump(rows=3000))
        self.serve("/dump/ML.zip", body)
        self.server.break_off_after = 1000
        self.assert_fails(run("gazetteer", "add", "ML"), "broke off", "again to go on")
        part = self.gazetteers / "fetched" / "ML.zip.part"
        kept = part.stat().st_size
        self.assertGreaterEqual(kept, 1000)
        self.assertEqual(part.read_bytes(), body[:kept])
        self.server.break_off_after = None
        self.server.asked.clear()
        result = run("gazetteer", "add", "ML")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertEqual(self.server.asked[0][1].get("Range"), f"bytes={kept}-")
        self.assertEqual(self.server.asked[0][1].get("If-Range"), '"v1"')
        self.assertEqual(self.left_over(), [])

    def test_a_file_that_changed_meanwhile_starts_anew(self):
        self.serve("/dump/ML.zip", zipped("ML.txt", dump(rows=3000)))
        self.server.break_off_after = 1000
        self.assertEqual(run("gazetteer", "add", "ML").returncode, 1)
        self.server.break_off_after = None
        self.serve("/dump/ML.zip", zipped("ML.txt", dump(rows=123)), '"v2"')
        result = run("gazetteer", "add", "ML")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertIn("123 places", result.stderr.decode())

    def test_a_transfer_that_was_complete_but_not_put_in_place_is_not_fetched_again(self):
        body = zipped("ML.txt", dump())
        self.serve("/dump/ML.zip", body)
        fetched = self.gazetteers / "fetched"
        fetched.mkdir(parents=True)
        (fetched / "ML.zip.part").write_bytes(body)
        (fetched / "ML.zip.part.from").write_text(f'{self.address}/dump/ML.zip\n"v1"\n')
        self.assertEqual(run("gazetteer", "add", "ML").returncode, 0)

    def test_what_is_wrong_replaces_nothing(self):
        self.serve("/dump/ML.zip", zipped("ML.txt", dump()))
        self.assertEqual(run("gazetteer", "add", "ML").returncode, 0)
        before = (self.gazetteers / "ML.idx").read_bytes()
        good = zipped("ML.txt", dump())
        wrong = {
            "a page": (b"<!DOCTYPE html><html>log in first</html>", "<!DOCTYPE html>"),
            "cut short": (good[:len(good) // 2], "ML.zip"),
            "damaged": (good[:600] + b"\0" * 100 + good[700:], "ML.zip"),
            "another country": (zipped("ML.txt", dump("NE")), "not the dump of ML"),
            "no dump": (zipped("ML.txt", "name,lon,lat\nGao,0,16\n"), "no GeoNames dump"),
            "empty": (b"", "not a zip"),
        }
        for what, (body, words) in wrong.items():
            with self.subTest(what):
                self.serve("/dump/ML.zip", body, f'"{what}"')
                self.assert_fails(run("gazetteer", "add", "ML"), words, "nothing was changed")
                self.assertEqual((self.gazetteers / "ML.idx").read_bytes(), before)
                self.assertEqual(self.left_over(), [])

    def test_a_file_that_is_not_there_and_no_network_are_told(self):
        self.assert_fails(run("gazetteer", "add", "ML"), "no such file", "404")
        self.assert_fails(run("gazetteer", "add", "ML", "--from", "http://127.0.0.1:9/x"), "no connection")
        self.assert_fails(run("gazetteer", "add", "ML", "--from", "http://no.such.host.invalid/x"), "cannot be found")
        self.assert_fails(run("gazetteer", "add", "ML", "--from", "file:///etc"), "https://")
        self.assert_fails(run("gazetteer", "add", "ML", "--from", "ftp://127.0.0.1/x"), "https://")
        self.assertEqual(self.left_over(), [])

    def test_a_full_disk_is_told_and_changes_nothing(self):
        self.serve("/dump/ML.zip", zipped("ML.txt", os.urandom(300000).hex()))
        result = run("gazetteer", "add", "ML",
                     preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000)))
        self.assert_fails(result, "too large", "nothing was changed")
        self.assertFalse((self.gazetteers / "ML.idx").exists())

    def test_wrong_arguments_end_with_2(self):
        for arguments in (("QQ",), ("ML", "--name", "x"), ("a.csv", "--from", self.address),
                          ("a.csv", "--alternate-names"), ("a.csv", "--name", "../x"), ("a.csv", "--name", "shipped")):
            with self.subTest(arguments):
                result = run("gazetteer", "add", *arguments)
                self.assertEqual(result.returncode, 2, result.stderr.decode())
        self.assertEqual(self.server.asked, [])


if __name__ == "__main__":
    unittest.main()
