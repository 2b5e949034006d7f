// Tables with separators, byte for byte.
#include <doctest/doctest.h>

#include "app/separated_table.hpp"

namespace {

using Fields = std::vector<std::string>;

struct Read {
    std::vector<Fields> rows;
    std::string again;  ///< all bytes that were handed out
};

Read read_all(std::string_view text) {
    app::SeparatedTable table(text);
    Read read;
    read.again =
        std::string{table.header_record().bytes} + std::string{table.header_record().line_end};
    app::TableRecord record;
    while (table.next(record)) {
        read.rows.push_back(record.fields);
        read.again += std::string{record.bytes} + std::string{record.line_end};
    }
    return read;
}

}  // namespace

TEST_CASE("every byte of a table is in its records") {
    for (const std::string_view text :
         {"", "a", "a,b\n", "a,b\n1,2", "a,b\r\n1,2\r\n", "\xEF\xBB\xBFname;x\nGao;1\n",
          "a,b\n\"x\ny\",2\n\n3,4\n", "a\tb\n\"Hamou\t2\nGao\t1\n", "a,b\n1,2,3\n1\n",
          "a,b\n\"never closed,2\n3,4\n", "\n\n\n", "a,b\r1,2\r"}) {
        CAPTURE(text);
        CHECK(read_all(text).again == text);
    }
}

TEST_CASE("the separator is the one that the header holds most of") {
    CHECK(app::SeparatedTable("a,b,c\n").separator() == ',');
    CHECK(app::SeparatedTable("a;b;\"c,d,e,f\"\n").separator() == ';');
    CHECK(app::SeparatedTable("a\tb, c\td\n1,2,3,4\n").separator() == '\t');
    CHECK(app::SeparatedTable("name\nGao\n").separator() == ',');
}

TEST_CASE("quoted fields hold separators, quotes and ends of lines") {
    const auto read = read_all("place,note\n\"Gao, Mali\",\"he said \"\"no\"\"\nthen left\"\n");
    REQUIRE(read.rows.size() == 1);
    CHECK(read.rows[0] == Fields{"Gao, Mali", "he said \"no\"\nthen left"});
}

TEST_CASE("a byte order mark is no part of the first column's name") {
    app::SeparatedTable table("\xEF\xBB\xBFplace,x\nGao,1\n");
    CHECK(table.header() == Fields{"place", "x"});
    CHECK(table.header_record().bytes == "\xEF\xBB\xBFplace,x");
}

TEST_CASE("a stray quote does not swallow the rows after it") {
    const auto read = read_all("id\tplace\n1\t\"Hamou\n2\tGao\n3\tKidal\"\n4\tMopti\n");
    REQUIRE(read.rows.size() == 4);
    CHECK(read.rows[0] == Fields{"1", "\"Hamou"});
    CHECK(read.rows[3] == Fields{"4", "Mopti"});
}

TEST_CASE("records know the line that they begin on") {
    app::SeparatedTable table("a,b\n\"x\ny\",1\nz,2\n");
    app::TableRecord record;
    REQUIRE(table.next(record));
    CHECK(record.line == 2);
    REQUIRE(table.next(record));
    CHECK(record.line == 4);
}

TEST_CASE("a field is quoted where it needs to be") {
    CHECK(app::quoted_field("Gao", ',') == "Gao");
    CHECK(app::quoted_field("Gao, Mali", ',') == "\"Gao, Mali\"");
    CHECK(app::quoted_field("Gao, Mali", ';') == "Gao, Mali");
    CHECK(app::quoted_field("a \"b\"", '\t') == "\"a \"\"b\"\"\"");
    CHECK(app::quoted_field("a\nb", ',') == "\"a\nb\"");
}
