// UTF-8 to Windows-1252.
#include <doctest/doctest.h>

#include "app/windows_1252.hpp"
#include "gazetteer/source_lines.hpp"

TEST_CASE("letters that came from Windows-1252 go back to it") {
    CHECK(gazetteer::from_windows_1252("S\xE9gou") == "Ségou");
    CHECK(app::windows_1252_from_utf8("Ségou") == "S\xE9gou");
    CHECK(gazetteer::from_windows_1252("\x80\x92\x9C") == "€’œ");
    std::string all;
    for (int i = 1; i < 256; ++i) {
        const bool is_letter = i != 0x81 && i != 0x8D && i != 0x8F && i != 0x90 && i != 0x9D;
        if (is_letter)
            all += static_cast<char>(i);
    }
    CHECK(app::windows_1252_from_utf8(gazetteer::from_windows_1252(all)) == all);
}

TEST_CASE("letters that Windows-1252 has not become question marks") {
    CHECK(app::windows_1252_from_utf8("غاو") == "???");
    CHECK(app::windows_1252_from_utf8("Gao \xF0\x9F\x8C\x8D") == "Gao ?");
}
