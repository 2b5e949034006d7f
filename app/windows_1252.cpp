// The table of the 32 positions in which Windows-1252 differs from Latin 1.
#include "app/windows_1252.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace app {
namespace {

/// Of the bytes 0x80 to 0x9F (Unicode's mapping CP1252.TXT); 0 where there is no letter.
constexpr std::array<std::uint16_t, 32> kHigh = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The code point at `at` of valid UTF-8; moves behind it.
std::uint32_t next_code(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    std::uint32_t code = lead & (0x3FU >> static_cast<unsigned>(more));
    for (int i = 0; i < more && at < text.size(); ++i)
        code = code << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    return code;
}

}  // namespace

std::string windows_1252_from_utf8(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t code = next_code(text, at);
        const auto high = std::find(kHigh.begin(), kHigh.end(), code);
        if (code < 0x80 || (code >= 0xA0 && code <= 0xFF))
            out += static_cast<char>(code);
        else if (code != 0 && high != kHigh.end())
            out += static_cast<char>(0x80 + (high - kHigh.begin()));
        else
            out += '?';
    }
    return out;
}

}  // namespace app
