"""Writes one text as a file of every kind that reports come in. Small, plain files made by hand."""
import email.message
import html
import io
import re
import zipfile
import zlib


def paragraphs(text):
    """The blocks of a text: lists of lines, an empty line between."""
    return [block.split("\n") for block in re.split(r"\n\s*\n", text.strip()) if block]


def is_item(line):
    return line.startswith("- ")


def is_heading(lines):
    return len(lines) == 1 and len(lines[0]) < 60 and lines[0][-1] not in ".:!?" and not is_item(lines[0])


def as_html(text):
    body = []
    for lines in paragraphs(text):
        for line in lines:
            words = html.escape(line[2:] if is_item(line) else line)
            tag = "li" if is_item(line) else "h2" if is_heading(lines) else "p"
            body.append(f"<{tag}>{words}</{tag}>")
    return ("<!DOCTYPE html><html><head><meta charset='utf-8'/></head><body><nav><a href='/'>Home</a></nav><main>"
            + "\n".join(body) + "</main><footer>Contact</footer></body></html>").encode()


def as_docx(text):
    out = []
    for lines in paragraphs(text):
        for line in lines:
            style = "<w:numPr><w:numId w:val='1'/></w:numPr>" if is_item(line) else (
                "<w:pStyle w:val='H'/>" if is_heading(lines) else "")
            words = html.escape(line[2:] if is_item(line) else line)
            # Word cuts runs anywhere.
            half = len(words) // 2 if "&" not in words else 0
            runs = "".join(f"<w:r><w:t xml:space='preserve'>{part}</w:t></w:r>" for part in (words[:half], words[half:]))
            out.append(f"<w:p><w:pPr>{style}</w:pPr>{runs}</w:p>")
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": "<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='urn:w'><w:body>"
                             + "".join(out) + "</w:body></w:document>",
        "word/styles.xml": "<w:styles xmlns:w='urn:w'><w:style w:styleId='H'><w:name w:val='heading 1'/>"
                           "</w:style></w:styles>"})


def as_odt(text):
    out = []
    for lines in paragraphs(text):
        for line in lines:
            words = html.escape(line[2:] if is_item(line) else line)
            out.append(f"<text:list><text:list-item><text:p>{words}</text:p></text:list-item></text:list>"
                       if is_item(line) else
                       f"<text:h>{words}</text:h>" if is_heading(lines) else f"<text:p>{words}</text:p>")
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": "<o:document-content xmlns:o='urn:o' xmlns:text='urn:t'><o:body>" + "".join(out)
                       + "</o:body></o:document-content>"})


def as_epub(text):
    blocks = paragraphs(text)
    middle = len(blocks) // 2
    chapters = ["\n\n".join("\n".join(b) for b in part) for part in (blocks[:middle], blocks[middle:])]
    parts = {"mimetype": "application/epub+zip",
             "META-INF/container.xml": "<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>",
             "book.opf": "<package><metadata/><manifest><item id='a' href='a.xhtml'/><item id='b' href='b.xhtml'/>"
                         "</manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>"}
    for name, chapter in zip("ab", chapters):
        parts[name + ".xhtml"] = as_html(chapter).decode()
    return zipped(parts)


def as_mail(text):
    mail = email.message.EmailMessage()
    mail["From"] = "Desk <desk@example.org>"
    mail["Subject"] = "A report"
    mail["Message-ID"] = "<1@example.org>"
    mail.set_content(text, charset="utf-8", cte="quoted-printable")
    mail.add_alternative(as_html(text).decode(), subtype="html")
    return mail.as_bytes()


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


WIDTHS = {**dict.fromkeys("fijlt.,:;'!|()- r", 300), **dict.fromkeys("mwMW", 780)}


def width(words, size):
    return sum(WIDTHS.get(c, 480 if c.islower() else 620) for c in words) * size / 1000


def wrap(line, size, room):
    """Lines no wider than the room; long words are broken with a hyphen as a typesetter does."""
    lines, now = [], ""
    for word in line.split(" "):
        trial = (now + " " + word).strip()
        if width(trial, size) <= room:
            now = trial
            continue
        half = len(word) // 2
        if len(word) >= 9 and word.isalpha() and word.islower() and width(now + " " + word[:half] + "-", size) <= room:
            lines.append(now + " " + word[:half] + "-")
            now = word[half:]
        else:
            lines.append(now)
            now = word
    return lines + [now]


def as_pdf(text, columns=1):
    """A4 pages with running heads and page numbers, in one or two columns."""
    size, leading, top, bottom = 10, 12, 770, 90
    lefts, room = ([60], 470) if columns == 1 else ([60, 310], 225)
    pages, column, y = [], columns, 0
    for lines in paragraphs(text):
        for n, line in enumerate(lines):
            for i, words in enumerate(wrap(line, size, room)):
                if i == 0:
                    y -= 10 if n == 0 else 2
                if y < bottom:
                    column, y = column + 1, top
                    if column >= columns:
                        column = 0
                        pages.append([(60, 810, 8, "Practice desk, bulletin of the river"),
                                      (290, 30, 8, f"Page {len(pages) + 1}")])
                pages[-1].append((lefts[column], y, size, words))
                y -= leading
    return pdf_of(pages)


def pdf_of(pages, compress=True):
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
                   b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages))), len(pages)),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"]
    for i, page in enumerate(pages):
        content = b"\n".join(
            b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (
                size, x, y, re.sub(rb"([\\()])", rb"\\\1", words.encode("cp1252", "replace")))
            for x, y, size, words in page)
        if compress:
            content = zlib.compress(content)
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                       b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * i))
        objects.append(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (
            len(content), b"/Filter /FlateDecode" if compress else b"", content))
    return assemble_pdf(objects)


def assemble_pdf(objects):
    out, offsets = b"%PDF-1.4\n", []
    for i, content in enumerate(objects):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
            + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out)))
