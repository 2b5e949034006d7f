// DOCX, ODT and EPUB files to text and blocks.
#include <doctest/doctest.h>

#include "input_of.hpp"
#include "outline.hpp"
#include "tests/events/language/load_test_lexicons.hpp"
#include "zip_file.hpp"

namespace {

events::Document read(const std::string& name, const std::string& bytes) {
    auto document = events::extract_document(input_of(name, bytes), load_test_lexicons());
    if (!document)
        FAIL(document.error().message);
    return std::move(*document);
}

std::string refusal(const std::string& bytes) {
    const auto document = events::extract_document(input_of("a.docx", bytes), load_test_lexicons());
    REQUIRE_FALSE(document);
    return document.error().message;
}

std::string paragraph(const std::string& words, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
}

constexpr const char* kSentence = "Soldiers entered the village of Boni on 3 May 2019 and left.";

}  // namespace

TEST_CASE("a DOCX file gives headings by style, lists, rows and notes") {
    ZipFile zip = docx_of(
        paragraph("The valley", "<w:pStyle w:val='Titre'/>") +
        paragraph("What happened", "<w:pStyle w:val='berschrift1'/>") +
        "<w:p><w:r><w:t xml:space='preserve'>Armed men </w:t></w:r><w:r><w:t>burnt the mar</w:t>"
        "</w:r><w:r><w:t>ket.</w:t><w:footnoteReference w:id='2'/></w:r></w:p>" +
        paragraph("One point", "<w:numPr><w:numId w:val='3'/></w:numPr>") + "<w:tbl><w:tr><w:tc>" +
        paragraph("Gao") + "</w:tc><w:tc>" + paragraph("3 May") + paragraph("2019") +
        "</w:tc></w:tr></w:tbl>");
    zip.add("word/styles.xml",
            "<w:styles xmlns:w='urn:w'><w:style w:styleId='Titre'><w:name w:val='Title'/></w:style>"
            "<w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style></w:styles>");
    zip.add("word/footnotes.xml",
            "<w:footnotes xmlns:w='urn:w'><w:footnote w:type='separator' w:id='0'>" +
                paragraph("---") + "</w:footnote><w:footnote w:id='2'>" +
                paragraph("Interview, Gossi.") + "</w:footnote></w:footnotes>");
    zip.add("docProps/core.xml",
            "<cp xmlns:dc='urn:dc' xmlns:dcterms='urn:t'><dc:title>Notes of May</dc:title>"
            "<dc:creator>A. Writer</dc:creator>"
            "<dcterms:created>2019-06-01T08:00:00Z</dcterms:created></cp>");
    const events::Document document = read("a.docx", zip.bytes());
    CHECK(outline(document) ==
          "title: The valley\nheading: What happened\npara: Armed men burnt the market.\n"
          "item: One point\ncell: Gao | 3 May 2019\nnote: Interview, Gossi.");
    CHECK(document.report.title == "Notes of May");
    CHECK(document.report.author == "A. Writer");
    CHECK(events::to_iso(*document.created) == "2019-06-01");
}

TEST_CASE("tracked deletions and hidden words of a DOCX file are not its text") {
    const events::Document document = read(
        "a.docx",
        docx_of("<w:p><w:r><w:t>Killed: </w:t></w:r><w:del><w:r><w:delText>nine</w:delText></w:r>"
                "</w:del><w:ins><w:r><w:t>three</w:t></w:r></w:ins>"
                "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>.</w:t></w:r>"
                "</w:p>")
            .bytes());
    CHECK(document.report.text == "Killed: three.");
    std::string problems;
    for (const geo::Problem& problem : document.problems)
        problems += problem.what + "\n";
    CHECK(problems.find("tracked deletions were left out") != std::string::npos);
    CHECK(problems.find("hidden text was left out") != std::string::npos);
}

TEST_CASE("hostile DOCX files end in a message") {
    const std::string laughs =
        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c SYSTEM "
        "'file:///etc/passwd'>]><w:document xmlns:w='urn:w'><w:body>" +
        paragraph("&b;&c;") + "</w:body></w:document>";
    ZipFile entities;
    entities.add("word/document.xml", laughs);
    CHECK(refusal(entities.bytes()).find("declares a document type") != std::string::npos);
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<w:sdt>";
    CHECK(refusal(docx_of(deep).bytes()).find("nested too deeply") != std::string::npos);
    const std::string whole = docx_of(paragraph(kSentence)).bytes();
    for (const std::size_t length : {10UL, 60UL, whole.size() / 2}) {
        CAPTURE(length);
        CHECK(refusal(whole.substr(0, length)).starts_with("in/a.docx: "));
    }
    ZipFile locked;
    locked.add("word/document.xml", "....", true);
    CHECK(refusal(locked.bytes()).find("encrypted with a password") != std::string::npos);
}

TEST_CASE("a DOCX file that is cut off late keeps what came before") {
    const std::string xml = "<w:document xmlns:w='urn:w'><w:body>" + paragraph(kSentence) + "<w:p>";
    ZipFile zip;
    zip.add("word/document.xml", xml);
    const events::Document document = read("a.docx", zip.bytes());
    CHECK(document.report.text == kSentence);
    REQUIRE_FALSE(document.problems.empty());
    CHECK(document.problems.front().what.find("damaged, cut off") != std::string::npos);
}

TEST_CASE("an ODT file gives headings, lists, rows and notes") {
    ZipFile zip;
    zip.add("mimetype", "application/vnd.oasis.opendocument.text");
    zip.add("content.xml",
            "<office:document-content xmlns:office='urn:o' xmlns:text='urn:t' xmlns:table='urn:b'>"
            "<office:body><office:text><text:tracked-changes><text:p>nine</text:p>"
            "</text:tracked-changes><text:h>What happened</text:h><text:p>Armed<text:s/>men burnt "
            "it.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>"
            "Interview.</text:p></text:note-body></text:note> They left.</text:p><text:list>"
            "<text:list-item><text:p>One point</text:p></text:list-item></text:list><table:table>"
            "<table:table-row><table:table-cell><text:p>Gao</text:p></table:table-cell>"
            "<table:table-cell><text:p>12</text:p></table:table-cell></table:table-row>"
            "</table:table></office:text></office:body></office:document-content>");
    const events::Document document = read("a.odt", zip.bytes());
    CHECK(outline(document) ==
          "title: What happened\npara: Armed men burnt it. They left.\nitem: One point\n"
          "cell: Gao | 12\nnote: Interview.");
}

TEST_CASE("an EPUB is read in the order of its spine") {
    const auto chapter = [](const std::string& words) {
        return "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'>"
               "<head><title>x</title></head><body><p>" +
               words + "</p></body></html>";
    };
    ZipFile zip;
    zip.add("mimetype", "application/epub+zip");
    zip.add("META-INF/container.xml",
            "<container><rootfiles><rootfile full-path='O/book.opf'/></rootfiles></container>");
    zip.add("O/book.opf",
            "<package xmlns:dc='urn:dc'><metadata><dc:title>Two villages</dc:title>"
            "<dc:publisher>River Press</dc:publisher><dc:date>2019-06-01</dc:date>"
            "<dc:language>en</dc:language></metadata><manifest>"
            "<item id='n' href='nav.xhtml' properties='nav'/><item id='b' href='t/b%20b.xhtml'/>"
            "<item id='a' href='t/../a.xhtml'/></manifest><spine><itemref idref='n'/>"
            "<itemref idref='a'/><itemref idref='b'/></spine></package>");
    zip.add("O/t/b b.xhtml", chapter("Then the soldiers left the village of Boni."));
    zip.add("O/a.xhtml", chapter("First the soldiers came to the village of Boni."));
    zip.add("O/nav.xhtml", chapter("Contents"));
    const events::Document document = read("a.epub", zip.bytes());
    CHECK(document.report.text ==
          "First the soldiers came to the village of Boni.\n\n"
          "Then the soldiers left the village of Boni.");
    CHECK(document.report.title == "Two villages");
    CHECK(document.report.publisher == "River Press");
    CHECK(events::to_iso(*document.report.published) == "2019-06-01");
    CHECK(document.report.published_known == events::Knowledge::stated);
}
