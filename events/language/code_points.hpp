// Code points of UTF-8 text, one at a time, and what kind of character each is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace events {

struct CodePoint {
    std::int32_t value = -1;  ///< -1: bytes that are no UTF-8
    std::size_t length = 0;   ///< in bytes, at least 1
};

/// The code point at byte `at`, which must be inside the text.
CodePoint code_point_at(std::string_view text, std::size_t at);

bool is_letter(std::int32_t code_point);       ///< letters and combining marks
bool is_upper_case(std::int32_t code_point);   ///< upper and title case
bool is_white_space(std::int32_t code_point);  ///< also no-break and zero-width spaces, the BOM
inline bool is_digit(std::int32_t code_point) {
    return code_point >= '0' && code_point <= '9';
}
inline bool is_apostrophe(std::int32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}
inline bool is_hyphen(std::int32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011;
}

/// Lower case, accents kept and composed (NFC), typographic apostrophes and hyphens as ' and -.
std::string fold_word(std::string_view word);

}  // namespace events
