// Tables whose rows are small reports.
#include <doctest/doctest.h>

#include "events/documents/text_table.hpp"
#include "input_of.hpp"
#include "outline.hpp"
#include "tests/events/language/load_test_lexicons.hpp"
#include "zip_file.hpp"

namespace {

struct Rows {
    geo::InputFile file;
    events::TextTable table;
    events::Lexicons lexicons = load_test_lexicons();
    std::string error;
    std::optional<events::RowReports> reports;

    explicit Rows(const std::string& bytes, const events::TextColumns& columns)
        : file(input_of("t.csv", bytes)) {
        auto read = events::read_text_table(file);
        if (!read) {
            error = read.error().message;
            return;
        }
        table = std::move(*read);
        auto made = events::RowReports::make(table, file, columns, lexicons);
        if (made)
            reports = std::move(*made);
        else
            error = made.error().message;
    }
};

std::string day_of(const geo::Result<events::Document>& document) {
    return document && document->report.published ? events::to_iso(*document->report.published)
                                                  : "none";
}

}  // namespace

TEST_CASE("every row is a report with its day, place and title") {
    const Rows rows(
        "\xEF\xBB\xBFID;Day;Town;Notes\r\nA1;13/03/2018;Boni;\"Armed men \"\"from the hills\"\" "
        "came;\nthey burnt the market\"\r\n;;;\r\nA2;04/03/2018;;They left\r\n",
        {"notes", "Day", "town", "id"});
    REQUIRE(rows.reports);
    REQUIRE(rows.reports->size() == 2);
    const auto first = rows.reports->read(0);
    REQUIRE(first);
    CHECK(first->report.text ==
          "Boni\n\nArmed men \"from the hills\" came;\nthey burnt the market");
    CHECK(first->report.title == "A1");
    CHECK(day_of(first) == "2018-03-13");
    CHECK(first->report.published_known == events::Knowledge::stated);
    const auto second = rows.reports->read(1);
    CHECK(outline(*second) == "para: They left");
    CHECK(day_of(second) == "2018-03-04");
    CHECK(second->report.extraction == "row 5 of a table");
    CHECK(first->report.id != second->report.id);
    CHECK(rows.reports->problems().empty());
}

TEST_CASE("dates of a table are read in the order that the column shows") {
    const struct {
        const char* dates;
        const char* first;
        std::size_t problems;
    } cases[] = {
        {"03/04/2018,13/04/2018", "2018-04-03", 0},
        {"03/04/2018,04/13/2018", "2018-03-04", 0},
        {"03/04/2018,05/06/2018", "2018-04-03", 1},
        {"2018-04-03,x", "2018-04-03", 0},
        {"3 April 2018,x", "2018-04-03", 0},
        {"43193,x", "2018-04-03", 0},
        {"31/02/2018,x", "none", 0},
    };
    for (const auto& c : cases) {
        CAPTURE(c.dates);
        std::string dates = c.dates;
        const std::size_t comma = dates.find(',');
        const Rows rows(
            "d,n\n" + dates.substr(0, comma) + ",Gao\n" + dates.substr(comma + 1) + ",Gao\n",
            {"n", "d", "", ""});
        REQUIRE(rows.reports);
        CHECK(day_of(rows.reports->read(0)) == c.first);
        CHECK(rows.reports->problems().size() == c.problems);
    }
}

TEST_CASE("what is wrong with a table is said with its line") {
    const Rows missing("a,b\n1,2\n", {"notes", "", "", ""});
    CHECK(missing.error == "in/t.csv: no column \"notes\"; its columns are: a, b");
    const Rows open("a,b\n1,\"two\n", {"a", "", "", ""});
    CHECK(open.error.find("never closed") != std::string::npos);
    const Rows rows("id,notes,day\n1,,2018-03-04\n2,Gao,never\n", {"notes", "day", "", "id"});
    REQUIRE(rows.reports);
    const auto empty = rows.reports->read(0);
    REQUIRE_FALSE(empty);
    CHECK(empty.error().message == "in/t.csv:2: no text in column \"notes\"; row skipped");
    const auto undated = rows.reports->read(1);
    REQUIRE(undated);
    REQUIRE(undated->problems.size() == 1);
    CHECK(geo::to_string(undated->problems[0]) ==
          "in/t.csv:3: \"never\" is no date; the row is read without one");
    const Rows pdf("%PDF-1.4", {"a", "", "", ""});
    CHECK(pdf.error == "in/t.csv: not a table; give .csv or .xlsx with --text-column");
}

TEST_CASE("the first sheet of a spreadsheet is a table") {
    ZipFile zip;
    zip.add("xl/workbook.xml", "<workbook/>");
    zip.add("xl/sharedStrings.xml",
            "<sst><si><t>day</t></si><si><r><t>no</t></r><r><t>tes</t></r></si></sst>");
    zip.add("xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v>"
            "</c></row><row r='4'><c r='A4'><v>43193</v></c><c r='C4' t='inlineStr'><is><t>Gao was "
            "shelled.</t></is></c></row></sheetData></worksheet>");
    const Rows rows(zip.bytes(), {"notes", "day", "", ""});
    REQUIRE(rows.reports);
    const auto document = rows.reports->read(0);
    REQUIRE(document);
    CHECK(document->report.text == "Gao was shelled.");
    CHECK(day_of(document) == "2018-04-03");
    CHECK(document->report.title == "t.csv, row 4");
}
