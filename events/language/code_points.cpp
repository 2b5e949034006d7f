// Code points and their properties, by ICU.
#include "events/language/code_points.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <vector>

namespace events {

namespace {

void append_utf8(std::string& out, UChar32 value) {
    const auto byte = [&](UChar32 bits) { out.push_back(static_cast<char>(bits)); };
    if (value < 0x80) {
        byte(value);
    } else if (value < 0x800) {
        byte(0xC0 | (value >> 6));
        byte(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        byte(0xE0 | (value >> 12));
        byte(0x80 | ((value >> 6) & 0x3F));
        byte(0x80 | (value & 0x3F));
    } else {
        byte(0xF0 | (value >> 18));
        byte(0x80 | ((value >> 12) & 0x3F));
        byte(0x80 | ((value >> 6) & 0x3F));
        byte(0x80 | (value & 0x3F));
    }
}

std::string compose(const std::string& word) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
    std::vector<UChar> wide(word.size() + 1), composed(word.size() * 2 + 1);
    std::int32_t length = 0;
    u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &length, word.data(),
                  static_cast<std::int32_t>(word.size()), &status);
    if (U_FAILURE(status))
        return word;
    length = unorm2_normalize(nfc, wide.data(), length, composed.data(),
                              static_cast<std::int32_t>(composed.size()), &status);
    std::string out(word.size() * 3 + 1, '\0');
    std::int32_t bytes = 0;
    u_strToUTF8(out.data(), static_cast<std::int32_t>(out.size()), &bytes, composed.data(), length,
                &status);
    if (U_FAILURE(status))
        return word;
    out.resize(static_cast<std::size_t>(bytes));
    return out;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80)
        return {lead, 1};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
    std::int32_t used = 0;
    UChar32 value = 0;
    U8_NEXT(bytes, used, size, value);
    return {value, value < 0 ? 1 : static_cast<std::size_t>(used)};
}

bool is_letter(std::int32_t c) {
    if (c < 0)
        return false;
    return u_isalpha(c) || (c >= 0x300 && (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0);
}

bool is_upper_case(std::int32_t c) {
    return c >= 0 && (u_isupper(c) || u_istitle(c));
}

bool is_white_space(std::int32_t c) {
    return c >= 0 && (u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF || c == 0x2060);
}

std::string fold_word(std::string_view word) {
    std::string out;
    out.reserve(word.size());
    bool combining = false;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = code_point_at(word, at);
        if (c.value < 0) {
            out.append(word.substr(at, c.length));
        } else if (is_apostrophe(c.value)) {
            out.push_back('\'');
        } else if (is_hyphen(c.value)) {
            out.push_back('-');
        } else {
            combining = combining || (c.value >= 0x300 && c.value < 0x370);
            append_utf8(out, u_tolower(c.value));
        }
        at += c.length;
    }
    return combining ? compose(out) : out;
}

}  // namespace events
