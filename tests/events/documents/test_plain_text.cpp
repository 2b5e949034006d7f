// What is text, and in which encoding.
#include <doctest/doctest.h>

#include "events/documents/plain_text.hpp"
#include "input_of.hpp"

TEST_CASE("a UTF-8 file is its own text, byte for byte") {
    const std::string bytes = "\xEF\xBB\xBFGaö \r\n\r\nSévaré\n";
    const auto decoded = events::decode_text(input_of("a.txt", bytes));
    REQUIRE(decoded);
    CHECK(decoded->text == bytes);
    CHECK(decoded->encoding == "UTF-8");
    CHECK(decoded->problems.empty());
}

TEST_CASE("a Latin 1 file is decoded and said to be") {
    const auto decoded = events::decode_text(input_of("a.txt", "S\xE9var\xE9 \x93 \xE0 Gao \x94"));
    REQUIRE(decoded);
    CHECK(decoded->text == "Sévaré “ à Gao ”");
    CHECK(decoded->encoding == "Windows-1252");
    REQUIRE(decoded->problems.size() == 1);
    CHECK(geo::to_string(decoded->problems[0]) ==
          "in/a.txt: not UTF-8; read as Windows-1252 (Latin 1)");
}

TEST_CASE("damaged UTF-8 keeps its good characters") {
    const auto decoded =
        events::decode_text(input_of("a.txt", "é è à ù ï ê \xFF and Ménaka, Ségou"));
    REQUIRE(decoded);
    CHECK(decoded->text == "é è à ù ï ê \xEF\xBF\xBD and Ménaka, Ségou");
    CHECK(decoded->problems.size() == 1);
}

TEST_CASE("UTF-16 is read by its byte order mark") {
    const std::string bytes("\xFF\xFEG\0a\0o\0\xE9\0", 10);
    const auto decoded = events::decode_text(input_of("a.txt", bytes));
    REQUIRE(decoded);
    CHECK(decoded->text == "Gaoé");
}

TEST_CASE("empty and binary files are refused in one sentence") {
    const auto error_of = [](std::string bytes) {
        const auto decoded = events::decode_text(input_of("a.bin", std::move(bytes)));
        return decoded ? std::string("accepted") : decoded.error().message;
    };
    CHECK(error_of("") == "in/a.bin: the file is empty; there is nothing to read");
    CHECK(error_of(" \n\r\n\t") == "in/a.bin: the file is empty; there is nothing to read");
    CHECK(error_of(std::string("abc\0def", 7)).find("NUL bytes") != std::string::npos);
    CHECK(error_of("\x01\x02\x03 abc").find("control characters") != std::string::npos);
}

TEST_CASE("UTF-16 without a mark is known by its zeros, and a guess is said") {
    std::string bytes;
    for (const char c : std::string("Gao was shelled on Monday."))
        bytes += {c, '\0'};
    const auto decoded = events::decode_text(input_of("a.txt", bytes));
    REQUIRE(decoded);
    CHECK(decoded->text == "Gao was shelled on Monday.");
    REQUIRE(decoded->problems.size() == 1);
    CHECK(decoded->problems[0].what == "not UTF-8; read as UTF-16, as its bytes suggest");
}

TEST_CASE("Cyrillic and Arabic letters in one byte are told from Latin ones") {
    const auto encoding_of = [](const std::string& bytes) {
        const auto decoded = events::decode_text(input_of("a.txt", bytes));
        REQUIRE(decoded);
        return decoded->encoding + ": " + decoded->text.substr(0, decoded->text.find(' '));
    };
    CHECK(encoding_of("\xCD\xE0 \xFE\xE3\xE5 \xF1\xF2\xF0\xE0\xED\xFB \xEE\xE1\xF1\xF2\xF0\xE5\xEB"
                      "\xFF\xEB\xE8 \xE3\xEE\xF0\xEE\xE4 \xE8 \xE4\xE5\xF0\xE5\xE2\xED\xFE") ==
          "Windows-1251: На");
    CHECK(encoding_of("Les soldats ont quitt\xE9 la ville apr\xE8s la f\xEAte")
              .starts_with("Windows-1252: "));
}

TEST_CASE("what a file declares decides where its bytes do not") {
    const auto decoded = events::decode_text(input_of("a.html", "\xC3\xE0\xEE"), "windows-1251");
    REQUIRE(decoded);
    CHECK(decoded->text == "Гао");
    CHECK(decoded->problems.empty());
}
