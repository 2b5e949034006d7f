// JSON text: escapes, numbers that do not depend on the locale, repair of bad UTF-8.
#include "events/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace events {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Bytes of the well-formed UTF-8 sequence at the front of `text`; 0 when there is none
/// (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return follows(1, low, high) && follows(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

void append_escape(std::string& out, char c) {
    constexpr std::string_view kHex = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    const auto value = static_cast<unsigned char>(c);
    out += "\\u00";
    out += kHex[value >> 4];
    out += kHex[value & 15];
}

bool is_plain(char c) {
    const auto value = static_cast<unsigned char>(c);
    return value >= 0x20 && value < 0x7F && c != '"' && c != '\\';
}

void append_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size() && is_plain(text[end])) {
            ++end;
        }
        out.append(text.substr(at, end - at));
        at = end;
        if (at == text.size())
            break;
        const std::size_t length = sequence_length(text.substr(at));
        if (length == 0) {
            out += kReplacement;
            ++at;
        } else if (length == 1) {
            append_escape(out, text[at++]);
        } else {
            out.append(text.substr(at, length));
            at += length;
        }
    }
    out += '"';
}

}  // namespace

void append_valid_utf8(std::string& out, std::string_view text) {
    std::size_t copied = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequence_length(text.substr(at));
        if (length > 0) {
            at += length;
            continue;
        }
        out.append(text.substr(copied, at - copied)).append(kReplacement);
        copied = ++at;
    }
    out.append(text.substr(copied));
}

/// What stands before tells whether a comma is due: strings end in a quote, numbers in a digit.
void JsonText::separate() {
    if (m_out.empty())
        return;
    const char last = m_out.back();
    if (last != '{' && last != '[' && last != ':' && last != '\n')
        m_out += ',';
}

JsonText& JsonText::key(std::string_view name) {
    separate();
    append_string(m_out, name);
    m_out += ':';
    return *this;
}

JsonText& JsonText::begin_object() {
    separate();
    m_out += '{';
    return *this;
}

JsonText& JsonText::end_object() {
    m_out += '}';
    return *this;
}

JsonText& JsonText::begin_array() {
    separate();
    m_out += '[';
    return *this;
}

JsonText& JsonText::end_array() {
    m_out += ']';
    return *this;
}

JsonText& JsonText::text(std::string_view value) {
    separate();
    append_string(m_out, value);
    return *this;
}

JsonText& JsonText::text_or_null(std::string_view value) {
    return value.empty() ? null() : text(value);
}

JsonText& JsonText::whole(std::int64_t value) {
    separate();
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    m_out.append(digits.data(), end);
    return *this;
}

JsonText& JsonText::whole_or_null(const std::optional<std::int64_t>& value) {
    return value ? whole(*value) : null();
}

JsonText& JsonText::number(double value) {
    if (!std::isfinite(value))
        return null();
    separate();
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    m_out.append(digits.data(), end);
    return *this;
}

JsonText& JsonText::rounded(double value, int decimals) {
    if (!std::isfinite(value) || std::abs(value) > 1e15)
        return number(value);
    separate();
    std::array<char, 48> digits{};
    const auto [stop, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                             std::chars_format::fixed, decimals);
    std::string_view shown(digits.data(), static_cast<std::size_t>(stop - digits.data()));
    if (shown.find('.') != std::string_view::npos) {
        shown = shown.substr(0, shown.find_last_not_of('0') + 1);
        if (shown.back() == '.')
            shown.remove_suffix(1);
    }
    m_out += shown == "-0" ? std::string_view("0") : shown;
    return *this;
}

JsonText& JsonText::boolean(bool value) {
    separate();
    m_out += value ? "true" : "false";
    return *this;
}

JsonText& JsonText::null() {
    separate();
    m_out += "null";
    return *this;
}

JsonText& JsonText::position(geo::LonLat point) {
    begin_array();
    rounded(point.lon_deg, 7);
    rounded(point.lat_deg, 7);
    return end_array();
}

JsonText& JsonText::raw(std::string_view json) {
    separate();
    m_out.append(json);
    return *this;
}

}  // namespace events
