"""The same report gives the same events as a file of any kind, and hostile files end in a message."""
import json
import os
import resource
import shutil
import subprocess
import unittest
import zlib

import document_files as files
from program import PROGRAM, ROOT, InTemporaryFolder, layer, run

REPORTS = sorted((ROOT / "tests/data/reports").glob("*.txt"))
KEEPS = {"event": ("kind", "date_start", "date_end", "date_precision", "place", "place_precision", "killed_low",
                   "killed_high", "injured_low", "abducted_low", "detained_low", "displaced_low"),
         "flow": ("from", "to", "people_low", "people_high", "flow_kind", "date_start", "date_end")}
GOOD = "On 12 March 2018, armed men attacked the village of Boni in Douentza district, killing three civilians."


def facts(collection):
    """What was read, without where in the text it stands."""
    return sorted(json.dumps([name] + [f["properties"].get(key) for key in keys])
                  for name, keys in KEEPS.items() for f in layer(collection, name))


class Formats(InTemporaryFolder):
    def test_a_report_gives_the_same_events_as_a_file_of_any_kind(self):
        kinds = {"md": lambda t: t.encode(), "html": files.as_html, "docx": files.as_docx, "odt": files.as_odt,
                 "epub": files.as_epub, "eml": files.as_mail}
        if shutil.which("pdftotext"):
            kinds["pdf"] = files.as_pdf
            kinds["columns.pdf"] = lambda t: files.as_pdf(t, columns=2)
        for report in REPORTS:
            text = report.read_text(encoding="utf-8")
            expected = self.read_to_geojson(report)
            for kind, write in kinds.items():
                with self.subTest(report=report.stem, kind=kind):
                    collection = self.read_to_geojson(self.write("report." + kind, write(text)))
                    self.assertEqual(facts(collection), facts(expected))
                    if kind == "columns.pdf":
                        continue  # widths are rough here, so that a title may end before its line does
                    title = {f["properties"]["report_title"] for f in collection["features"]}
                    self.assertEqual(title, {f["properties"]["report_title"] for f in expected["features"]})

    def test_quotes_are_bytes_of_the_extracted_text(self):
        path = self.write("report.docx", files.as_docx(REPORTS[0].read_text(encoding="utf-8")))
        for feature in self.read_to_geojson(path)["features"]:
            p = feature["properties"]
            self.assertEqual(len(p["quote"].encode()), p["quote_end"] - p["quote_start"])

    def test_content_decides_and_not_the_ending(self):
        expected = facts(self.read_to_geojson(self.write("a.txt", GOOD)))
        self.assertTrue(expected)
        for name, content in (("word.txt", files.as_docx(GOOD)), ("page.txt", files.as_html(GOOD)),
                              ("book.pdf", files.as_epub(GOOD)), ("none", files.as_mail(GOOD))):
            with self.subTest(name=name):
                self.assertEqual(facts(self.read_to_geojson(self.write(name, content))), expected)

    def test_every_report_of_an_archive_is_read(self):
        archive = self.write("reports.zip", files.zipped({
            "one.txt": GOOD, "deep/two.docx": files.as_docx(GOOD.replace("Boni", "Hombori")),
            "../../evil.txt": GOOD.replace("three", "four"), "photo.jpg": b"\xff\xd8\xff" + b"x" * 100,
            "inner.zip": files.zipped({"x.txt": GOOD})}))
        out = self.folder / "x.geojson"
        result = run("read", archive, "-o", out)
        message = result.stderr.decode()
        self.assertEqual(result.returncode, 1, message)  # the inner archive was refused
        self.assertIn("inner.zip: an archive inside an archive is not opened", message)
        self.assertIn("photo.jpg", message)
        self.assertIn("3 reports read, 1 refused", message)
        self.assertEqual(self.files(), ["reports.zip", "x.geojson"])
        self.assertEqual(len({f["properties"]["report_id"] for f in json.loads(out.read_bytes())["features"]}), 3)

    def test_an_attachment_is_a_report_of_its_own(self):
        mail = files.as_mail("Please find the notes attached, with thanks to all who helped us to write them.")
        mail = mail.replace(b'Content-Type: multipart/alternative', b'Content-Type: multipart/mixed')
        head, mark, tail = mail.rpartition(b"--==")
        attachment = (b'Content-Type: text/plain; name="notes.txt"\nContent-Disposition: attachment\n\n'
                      + GOOD.encode() + b"\n")
        boundary = mark + tail.strip()[:-2]
        path = self.write("mail.eml", head + boundary + b"\n" + attachment + mark + tail)
        events = layer(self.read_to_geojson(path), "event")
        self.assertEqual([e["properties"]["killed_low"] for e in events], [3])


def bomb(size):
    """Zeros packed twice."""
    packer = zlib.compressobj(9)
    inner = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + packer.flush()
    return zlib.compress(inner, 9)


def pdf_bomb():
    content = bomb(2 << 30)
    return files.assemble_pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(content), content)])


def docx_with(xml):
    return files.zipped({"word/document.xml": xml})


class HostileFiles(InTemporaryFolder):
    def assert_message(self, name, content, *words, code=1):
        path = self.write(name, content)
        good = self.write("good.txt", GOOD)
        out = self.folder / "x.geojson"
        result = run("read", path, good, "-o", out, "--overwrite",
                     preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30)), timeout=240)
        message = result.stderr.decode()
        self.assertEqual(result.returncode, code, message)
        for word in (name, *words):
            self.assertIn(word, message)
        # The file beside it was read all the same.
        self.assertTrue(layer(json.loads(out.read_bytes()), "event"))
        path.unlink()
        self.assertEqual(self.files(), ["good.txt", "x.geojson"])  # and nothing else was written

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_pdf_files(self):
        whole = files.as_pdf(GOOD)
        self.assert_message("slow.pdf", pdf_bomb(), "was stopped after")
        self.assert_message("cut.pdf", whole[:200], "damaged or cut off")
        self.assert_message("scan.pdf", files.pdf_of([[], []]), "2 pages but no text: scanned pages")
        self.assert_message("locked.pdf", whole.replace(
            b"/Root 1 0 R", b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
            b"/O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"), "encrypted with a password")

    def test_a_missing_pdftotext_is_named(self):
        path = self.write("a.pdf", files.as_pdf(GOOD))
        result = subprocess.run([PROGRAM, "read", path, "-o", self.folder / "x.geojson"],
                                capture_output=True, env={**os.environ, "PATH": str(self.folder)})
        self.assertEqual(result.returncode, 1)
        self.assertIn("install poppler-utils", result.stderr.decode())

    def test_word_files(self):
        laughs = "<!DOCTYPE d [<!ENTITY a0 'ha'>" + "".join(
            f"<!ENTITY a{i + 1} '{f'&a{i};' * 10}'>" for i in range(9)) + "]><d><p>&a9;</p></d>"
        outside = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d><p>&x;</p></d>"
        self.assert_message("laughs.docx", docx_with(laughs), "its XML")
        self.assert_message("outside.docx", docx_with(outside), "declares a document type")
        self.assert_message("deep.docx", docx_with("<d>" + "<x>" * 200_000), "nested too deeply")
        self.assert_message("bomb.docx", docx_with("<d>" + " " * (300 << 20) + "</d>"), "unfolds to more than")
        self.assert_message("cut.docx", files.as_docx(GOOD)[:120], "damaged")

    def test_archives(self):
        self.assert_message("bomb.zip", files.zipped({f"{i}.txt": " " * (30 << 20) for i in range(20)}),
                            "unfolds to more than")
        self.assert_message("cut.zip", files.zipped({"a.txt": GOOD})[:60], "damaged")
        self.assert_message("many.zip", files.zipped({f"{i}.jpg": "" for i in range(20_000)}), "10000 members")

    def test_pages(self):
        laughs = "<!DOCTYPE html [<!ENTITY a 'ha ha'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
        page = laughs + "<html><body><p>&a; &x;</p>" + "<div>" * 20_000 + "</body></html>"
        self.assert_message("page.html", page, "page.html", code=0)
        self.assert_message("nul.html", "<html><body>\0\0</body></html>", "NUL bytes")

    def test_texts(self):
        self.assert_message("line.txt", "Gao " * (1 << 20), "no sentence", code=0)
        self.assert_message("broken.txt", b"\xc3\x28 caf\xe9 " * 100, "not UTF-8", code=0)
        self.assert_message("large.txt", b"x" * (65 << 20), "the limit is 64 MiB")


if __name__ == "__main__":
    unittest.main()
