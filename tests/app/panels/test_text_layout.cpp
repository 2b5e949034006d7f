// Line breaking with byte positions.
#include <doctest/doctest.h>

#include <string>

#include "app/panels/text_layout.hpp"

using namespace app;

namespace {

/// Every character is one wide, in headings two.
float one(std::uint32_t, bool heading) {
    return heading ? 2 : 1;
}

std::vector<std::string> broken(std::string_view text, float width) {
    std::vector<std::string> lines;
    for (const auto& line : break_lines(text, width, one)) {
        lines.emplace_back(text.substr(line.begin, line.end - line.begin));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lines break at spaces and keep every word") {
    CHECK(broken("one two three", 7) == Lines{"one two", "three"});
    CHECK(broken("one two three", 6) == Lines{"one", "two", "three"});
    CHECK(broken("one two three", 100) == Lines{"one two three"});
    CHECK(broken("", 10) == Lines{});
}

TEST_CASE("a word longer than a line is broken inside, never inside a letter") {
    CHECK(broken("abcdefgh", 3) == Lines{"abc", "def", "gh"});
    CHECK(broken("S\u00E9gou\u00E9\u00E9", 3) == Lines{"S\u00E9g", "ou\u00E9", "\u00E9"});
}

TEST_CASE("empty lines part paragraphs, many as one") {
    CHECK(broken("a\n\n\n\nb\r\nc\n", 9) == Lines{"a", "", "b", "c"});
}

TEST_CASE("a heading shows without its number signs and keeps its bytes") {
    const std::string_view text = "## Gao\n#hashtag";
    const auto lines = break_lines(text, 20, one);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].heading);
    CHECK(text.substr(lines[0].begin, lines[0].end - lines[0].begin) == "Gao");
    CHECK_FALSE(lines[1].heading);
}

TEST_CASE("bytes and pixels lead to one another") {
    const std::string_view text = "S\u00E9gou burns";
    const auto lines = break_lines(text, 100, one);
    REQUIRE(lines.size() == 1);
    CHECK(x_of_byte(text, lines[0], 3, one) == 2);  // after the two bytes of the accent
    CHECK(byte_at_x(text, lines[0], 2.5F, one) == 3U);
    CHECK_FALSE(byte_at_x(text, lines[0], -1, one));
    CHECK_FALSE(byte_at_x(text, lines[0], 50, one));
}

TEST_CASE("the line of a byte is found, also between lines") {
    const auto lines = break_lines("one two three", 6, one);
    CHECK(line_at(lines, 0) == 0);
    CHECK(line_at(lines, 3) == 0);  // the space where it broke
    CHECK(line_at(lines, 4) == 1);
    CHECK(line_at(lines, 12) == 2);
    CHECK(line_at({}, 5) == 0);
}

TEST_CASE("bad UTF-8 is one replacement sign a byte") {
    CHECK(code_point_at("\xE9t", 0).value == 0xFFFD);
    CHECK(code_point_at("\xE9t", 0).bytes == 1);
    CHECK(code_point_at("\u2D30", 0).bytes == 3);
    CHECK(code_point_at("\U0001F30D", 0).value == 0x1F30D);
    CHECK(broken("a\xFF\xFE b", 3) == Lines{"a\xFF\xFE", "b"});
}
