// Files to reports with their blocks.
#include <doctest/doctest.h>

#include "events/documents/document.hpp"
#include "input_of.hpp"
#include "outline.hpp"
#include "tests/events/language/load_test_lexicons.hpp"

using events::BlockKind;
using events::Document;

namespace {

Document read(const std::string& name, const std::string& bytes) {
    auto document = events::extract_document(input_of(name, bytes), load_test_lexicons());
    if (!document)
        FAIL(document.error().message);
    return std::move(*document);
}

}  // namespace

TEST_CASE("a plain report has a title, headings and paragraphs without its menus") {
    const std::string bytes =
        "Skip to main content\nLog in\n\nViolence spreads in the north\n\n"
        "The army and a rebel group fought over the town of Gao for three days, witnesses said.\n\n"
        "Background\n\nFighters had taken the town in a raid the year before that, it said.\n\n"
        "\xE2\x80\xA2 First point of the list.\n\xE2\x80\xA2 Second point\n\n"
        "For more information please contact the press office on 416-555-0133\n\nBack to Mali\n"
        "\xC2\xA9 2019 Observatory";
    const Document document = read("a.txt", bytes);
    CHECK(document.report.text == bytes);
    CHECK(document.report.title == "Violence spreads in the north");
    CHECK(document.report.language == events::Language::en);
    CHECK(document.report.extraction == "plain text, UTF-8");
    CHECK(outline(document) ==
          "furniture: Skip to main content\nfurniture: Log in\n"
          "title: Violence spreads in the north\n"
          "para: The army and a rebel group fought over the town of Gao for three days, witnesses "
          "said.\nheading: Background\n"
          "para: Fighters had taken the town in a raid the year before that, it said.\n"
          "item: First point of the list.\nitem: Second point\n"
          "furniture: For more information please contact the press office on 416-555-0133\n"
          "furniture: Back to Mali\nfurniture: \xC2\xA9 2019 Observatory");
    CHECK(document.blocks[4].section == 1);
}

TEST_CASE("dated entries anchor the blocks below them") {
    const Document document =
        read("list.txt",
             "Main menu\n\n    August 20, 2014\n\n    Posted at 0001 BST 21 August 2014\n\n"
             "    Children are held in adult jails, the organisation said in a briefing today.\n\n"
             "    June 06, 2013\n\n    Dozens of people have been detained, it said last month.\n");
    CHECK(outline(document) ==
          "furniture: Main menu\ndate: August 20, 2014\n"
          "furniture: Posted at 0001 BST 21 August 2014\n"
          "para: Children are held in adult jails, the organisation said in a briefing today.\n"
          "date: June 06, 2013\npara: Dozens of people have been detained, it said last month.");
    CHECK_FALSE(document.blocks[0].anchor_day);
    CHECK(events::to_iso(*document.blocks[3].anchor_day) == "2014-08-20");
    CHECK(events::to_iso(*document.blocks[5].anchor_day) == "2013-06-06");
    CHECK(events::to_iso(*document.report.published) == "2014-08-20");
    CHECK(document.report.published_known == events::Knowledge::inferred);
}

TEST_CASE("lines wrapped by a program are one paragraph") {
    const Document document =
        read("wrapped.txt",
             "The army and a rebel group fought over the town of Gao for three\n"
             "days before the market was burned, and most of the people there\n"
             "left for the river.\n\nA second paragraph stands alone in the file.\n");
    REQUIRE(document.blocks.size() == 2);
    CHECK(document.blocks[0].range.end == 148);
}

TEST_CASE("a head of fields fills in the report") {
    const std::string bytes =
        "Title: Gao, a town\nPublisher: Observatory\nPublished: 2012-02-03 (inferred)\n"
        "Covers: 2011\nAddress: https://example.org/ (the site)\nLanguage: en\n\n"
        "The army left the town of Gao on 2 February and the people came back to it.\n";
    const Document document = read("a.md", bytes);
    CHECK(document.report.text == bytes);
    CHECK(document.report.title == "Gao, a town");
    CHECK(document.report.publisher == "Observatory");
    CHECK(document.report.address == "https://example.org/");
    CHECK(events::to_iso(*document.report.published) == "2012-02-03");
    CHECK(document.report.published_known == events::Knowledge::inferred);
    CHECK(events::to_iso(document.report.covers->last) == "2011-12-31");
    CHECK(outline(document) ==
          "title: Gao, a town\npara: The army left the town of Gao on 2 February and the people "
          "came back to it.");
}

TEST_CASE("a French head and YAML front matter are read too") {
    const Document french = read("a.txt",
                                 "Titre : Gao, une ville\nÉditeur : Observatoire\nPublié : 3 mai "
                                 "2019\n\nL’armée a quitté la ville de Gao et les habitants sont "
                                 "revenus dans les jours qui ont suivi.\n");
    CHECK(french.report.title == "Gao, une ville");
    CHECK(events::to_iso(*french.report.published) == "2019-05-03");
    CHECK(french.report.published_known == events::Knowledge::stated);
    CHECK(french.report.language == events::Language::fr);
    const Document yaml = read("a.md",
                               "---\ntitle: \"Gao\"\ndate: 2024\ntags: [a, b]\n---\n\n# "
                               "Gao\n\nThe army left.\n");
    CHECK(yaml.report.title == "Gao");
    CHECK(events::to_iso(*yaml.report.published) == "2024-12-31");
    CHECK(yaml.report.published_known == events::Knowledge::inferred);
}

TEST_CASE("Markdown headings, lists and tables are blocks without their marks") {
    const Document document = read("a.md",
                                   "# The title\n\n## A section ##\n\nThe army left.\n\n- "
                                   "One thing\n- Two things\n\n| Place | Dead |\n|---|---|\n"
                                   "| Gao | 12 |\n");
    CHECK(outline(document) ==
          "title: The title\nheading: A section\npara: The army left.\nitem: One thing\n"
          "item: Two things\ncell: Place\ncell: Dead\ncell: Gao\ncell: 12");
}

TEST_CASE("what cannot be read is refused by name") {
    const events::Lexicons lexicons = load_test_lexicons();
    const auto error_of = [&](const std::string& name, const std::string& bytes) {
        const auto document = events::extract_document(input_of(name, bytes), lexicons);
        return document ? std::string("accepted") : document.error().message;
    };
    CHECK(error_of("a.txt", "") == "in/a.txt: the file is empty; there is nothing to read");
    CHECK(error_of("a.docx", "PK\x03\x04zip").find("ZIP") != std::string::npos);
    CHECK(error_of("a.rtf", "{\\rtf1 Gao}").find("an RTF file, which is not read") !=
          std::string::npos);
}

TEST_CASE("a text of one endless line and one of many lines are read") {
    std::string line;
    for (int i = 0; i < 20000; ++i)
        line += "The army left the town of Gao on 3 May. ";
    const Document one = read("line.txt", line);
    CHECK(one.blocks.size() > 1);
    std::uint32_t end = 0;
    for (const events::Block& block : one.blocks) {
        CHECK(block.range.begin == end);
        CHECK(block.range.end - block.range.begin <= 64 << 10);
        end = block.range.end;
    }
    CHECK(end + 1 >= line.size());
    std::string lines;
    for (int i = 0; i < 20000; ++i)
        lines += "Gao.\n";
    CHECK(read("lines.txt", lines).blocks.size() == 20000);
}

TEST_CASE("a report's id comes from its bytes, so two reports never share one") {
    const auto first = read("a.txt", "On 3 May 2019 two people were killed in Gao.");
    const auto second = read("a.txt", "On 4 May 2019 two people were killed in Gao.");
    CHECK(first.report.id == events::report_id_of(first.report.sha256));
    CHECK(first.report.id != second.report.id);
}
