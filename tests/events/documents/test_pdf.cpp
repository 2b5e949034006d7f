// PDF files to text in reading order, through pdftotext.
#include <doctest/doctest.h>

#include "events/documents/pdf.hpp"
#include "input_of.hpp"
#include "outline.hpp"
#include "pdf_file.hpp"
#include "tests/events/language/load_test_lexicons.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

events::Document read(const PdfFile& pdf, const std::string& info = "<< >>") {
    auto document =
        events::extract_document(input_of("a.pdf", pdf.bytes(info)), load_test_lexicons());
    if (!document)
        FAIL(document.error().message);
    return std::move(*document);
}

std::string refusal(const std::string& bytes, const events::PdfProgram& program = {}) {
    const auto text = events::read_pdf(input_of("a.pdf", bytes), load_test_lexicons(), program);
    REQUIRE_FALSE(text);
    return text.error().message;
}

PdfFile one_line() {
    PdfFile pdf;
    pdf.add_page();
    pdf.write(70, 700, 11, "Soldiers entered the village of Boni on 3 May 2019.");
    return pdf;
}

const std::vector<std::string> kLeft{
    "Armed men on motorcycles entered", "the village of Boni at dawn and burnt",
    "eleven houses. Those who could fled", "on foot towards Douentza, where the",
    "mayor opened the school to them."};
const std::vector<std::string> kRight{
    "Two days later soldiers came to", "look for the attackers. Witnesses",
    "say that they arrested six herders at", "the well, none of whom has been seen",
    "by his family since that morning."};

}  // namespace

TEST_CASE("lines of a PDF join to paragraphs and broken words become whole") {
    PdfFile pdf;
    pdf.add_page();
    pdf.write(70, 760, 18, "Violence in the north");
    pdf.write_lines(70, 720, 11,
                    {"The fighters occupied the town for three days. People were dis-",
                     "placed to the south, and a self-defence group held the bridge. They said",
                     "that the self-", "defence group had been there before the month of May."});
    pdf.write_lines(70, 640, 11, {"A second paragraph tells of Gao."});
    const events::Document document = read(pdf);
    CHECK(outline(document) ==
          "title: Violence in the north\n"
          "para: The fighters occupied the town for three days. People were displaced to the "
          "south, and a self-defence group held the bridge. They said that the self-defence group "
          "had been there before the month of May.\n"
          "para: A second paragraph tells of Gao.");
    CHECK(document.report.title == "Violence in the north");
    CHECK(document.report.extraction == "PDF, 1 page");
    CHECK(document.blocks.front().page == 1);
}

TEST_CASE("columns are read one after the other") {
    PdfFile pdf;
    pdf.add_page();
    pdf.write(70, 760, 11,
              "A line across both columns opens the page and tells what it is about in short.");
    pdf.write_lines(70, 720, 11, kLeft);
    pdf.write_lines(320, 720, 11, kRight);
    CHECK(outline(read(pdf)) ==
          "para: A line across both columns opens the page and tells what it is about in short.\n"
          "para: Armed men on motorcycles entered the village of Boni at dawn and burnt eleven "
          "houses. Those who could fled on foot towards Douentza, where the mayor opened the "
          "school to them.\n"
          "para: Two days later soldiers came to look for the attackers. Witnesses say that they "
          "arrested six herders at the well, none of whom has been seen by his family since that "
          "morning.");
}

TEST_CASE("what pages repeat at their edges is left out and footnotes come last") {
    PdfFile pdf;
    for (int page = 1; page <= 3; ++page) {
        pdf.add_page();
        pdf.write(70, 810, 9, "Observatory of the river, bulletin");
        pdf.write(280, 30, 9, "Page " + std::to_string(page) + " of 3");
        const std::string n = std::to_string(page);
        pdf.write_lines(70, 760, 11,
                        {"On page " + n + " the bulletin tells of the village number " + n +
                             ", which was attacked in",
                         "the night and lies not far from the river and from the road to Gao and"});
        pdf.write_lines(70, 733.6, 11, {"then stops in the middle of a sentence that goes"});
        if (page == 2)
            pdf.write(70, 60, 8, "4 Interview with a herder, Gossi.");
    }
    const events::Document document = read(pdf);
    const std::string text = outline(document);
    CAPTURE(text);
    CHECK(text.find("Observatory") == std::string::npos);
    CHECK(text.find("of 3") == std::string::npos);
    CHECK(text.ends_with("\nnote: 4 Interview with a herder, Gossi."));
    CHECK(text.find("sentence that goes\npara: On page 2") != std::string::npos);
    CHECK(document.report.extraction ==
          "PDF, 3 pages; 6 lines of running heads and page numbers left out");
    CHECK(document.blocks.back().page == 2);
}

TEST_CASE("a paragraph goes on over the end of a page") {
    PdfFile pdf;
    for (int page = 1; page <= 2; ++page) {
        pdf.add_page();
        pdf.write_lines(
            70, 760, 11,
            page == 1 ? std::vector<std::string>{"The convoy left Gao before dawn and was stopped"}
                      : std::vector<std::string>{"by gunmen on the road to Ansongo. Two drivers",
                                                 "were wounded."});
    }
    CHECK(outline(read(pdf)) ==
          "para: The convoy left Gao before dawn and was stopped by gunmen on the road to Ansongo. "
          "Two drivers were wounded.");
}

TEST_CASE("a PDF says when it was made, which counts when its text has no day") {
    const events::Document made = read(one_line(),
                                       "<< /Title (Notes of the river) /Author (A. Writer) "
                                       "/CreationDate (D:20190801120000Z) >>");
    CHECK(made.report.title == "Notes of the river");
    CHECK(made.report.author == "A. Writer");
    CHECK(made.report.published == events::make_day(2019, 8, 1));
    CHECK(made.report.published_known == events::Knowledge::inferred);
    CHECK(made.report.published_how.find("creation date of the PDF") != std::string::npos);
    const events::Document file_name = read(one_line(), "<< /Title (report_final.doc) >>");
    CHECK(file_name.report.title.find("doc") == std::string::npos);
}

TEST_CASE("a PDF that cannot be read says why") {
    PdfFile scan;
    scan.add_page();
    scan.add_page();
    CHECK(refusal(scan.bytes()).find("the PDF has 2 pages but no text: scanned pages") !=
          std::string::npos);
    CHECK(refusal("%PDF-1.4\n1 0 obj\n<< /Type").find("damaged or cut off") != std::string::npos);
    events::PdfProgram missing;
    missing.path.clear();
    CHECK(refusal(one_line().bytes(), missing).find("install poppler-utils") != std::string::npos);
    PdfFile half = one_line();
    half.add_page();
    const events::Document document = read(half);
    REQUIRE_FALSE(document.problems.empty());
    CHECK(document.problems.front().what == "page 2 holds no text (a picture or a scan); not read");
}

TEST_CASE("a PDF reader that passes its limits is ended") {
    const std::string bytes = one_line().bytes();
    events::PdfProgram small_memory;
    small_memory.limits.memory_bytes = std::size_t{8} << 20;
    CHECK_FALSE(refusal(bytes, small_memory).empty());
    events::PdfProgram small_output;
    small_output.limits.output_bytes = 100;
    CHECK(refusal(bytes, small_output).find("unfolds to more than") != std::string::npos);
}

TEST_CASE("a child that hangs is killed with what it started") {
    const std::string shell = events::find_program("sh");
    REQUIRE_FALSE(shell.empty());
    events::ChildLimits limits;
    limits.wall_s = 1;
    const auto hung = events::run_child({shell, "-c", "sleep 1000 & sleep 1000"}, "", limits);
    REQUIRE(hung);
    CHECK(hung->end == events::ChildEnd::over_time);
    limits.cpu_s = 1;
    limits.wall_s = 60;
    const auto busy = events::run_child({shell, "-c", "while :; do :; done"}, "", limits);
    REQUIRE(busy);
    CHECK(busy->end == events::ChildEnd::over_time);
}

TEST_CASE("a child reads its input, may write no file and inherits no variable") {
    const TemporaryFolder folder;
    const std::string file = folder.file("written");
    const std::string shell = events::find_program("sh");
    const auto run = events::run_child(
        {shell, "-c", "cat; echo x > " + file + "; echo [$HOME]; exit 3"}, "words", {});
    REQUIRE(run);
    CHECK(run->end == events::ChildEnd::exited);
    CHECK(run->exit_code == 3);
    CHECK(run->output == "words[]\n");
    CHECK((!std::filesystem::exists(file) || std::filesystem::file_size(file) == 0));
    const auto gone = events::run_child({"/nowhere/program"}, "", {});
    CHECK_FALSE(gone);
}
