// Greedy line breaking.
#include "app/panels/text_layout.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

bool is_heading(std::string_view paragraph) {
    const auto hashes = paragraph.find_first_not_of('#');
    return hashes != std::string_view::npos && hashes > 0 && hashes <= 6 &&
           paragraph[hashes] == ' ';
}

struct Breaker {
    std::string_view text;
    float width_px;
    const AdvanceOf& advance;
    std::vector<TextLine>& lines;

    void add(std::size_t begin, std::size_t end, bool first, bool heading) {
        lines.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), first, heading});
    }

    void break_paragraph(std::size_t begin, std::size_t end) {
        const bool heading = is_heading(text.substr(begin, end - begin));
        if (heading)
            begin = text.find(' ', begin) + 1;  // without the number signs
        bool first = true;
        std::size_t line = begin;
        std::size_t last_space = begin;  // where the line could end
        float x = 0;
        float x_after_space = 0;
        for (std::size_t at = begin; at < end;) {
            const auto [value, bytes] = code_point_at(text, at);
            const float step = advance(value, heading);
            if (value == ' ') {
                last_space = at;
                x_after_space = x + step;
            } else if (x + step > width_px && at > line) {
                const bool at_space = last_space > line;
                add(line, at_space ? last_space : at, first, heading);
                first = false;
                line = at_space ? last_space + 1 : at;
                x = at_space ? x - x_after_space : 0;
                last_space = line;
                x_after_space = 0;
            }
            x += step;
            at += bytes;
        }
        add(line, end, first, heading);
    }
};

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto tail = [&](std::size_t i) { return byte(i) & 0x3FU; };
    const auto is_tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(at);
    if (lead < 0x80)
        return {lead, 1};
    if ((lead & 0xE0U) == 0xC0U && is_tail(at + 1)) {
        return {(lead & 0x1FU) << 6 | tail(at + 1), 2};
    }
    if ((lead & 0xF0U) == 0xE0U && is_tail(at + 1) && is_tail(at + 2)) {
        return {(lead & 0x0FU) << 12 | tail(at + 1) << 6 | tail(at + 2), 3};
    }
    if ((lead & 0xF8U) == 0xF0U && is_tail(at + 1) && is_tail(at + 2) && is_tail(at + 3)) {
        return {(lead & 0x07U) << 18 | tail(at + 1) << 12 | tail(at + 2) << 6 | tail(at + 3), 4};
    }
    return {kReplacement, 1};
}

std::vector<TextLine> break_lines(std::string_view text, float width_px, const AdvanceOf& advance) {
    std::vector<TextLine> lines;
    Breaker breaker{text, width_px, advance, lines};
    bool was_empty = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::size_t stop = end;
        while (stop > begin && (text[stop - 1] == '\r' || text[stop - 1] == ' '))
            --stop;
        const bool empty = stop == begin;
        if (!empty)
            breaker.break_paragraph(begin, stop);
        if (empty && !was_empty)
            breaker.add(begin, begin, true, false);
        was_empty = empty;
        begin = end + 1;
    }
    return lines;
}

std::size_t line_at(const std::vector<TextLine>& lines, std::uint32_t byte) {
    const auto after = std::upper_bound(
        lines.begin(), lines.end(), byte,
        [](std::uint32_t value, const TextLine& line) { return value < line.begin; });
    return after == lines.begin() ? 0 : static_cast<std::size_t>(after - lines.begin()) - 1;
}

float x_of_byte(std::string_view text, const TextLine& line, std::uint32_t byte,
                const AdvanceOf& advance) {
    float x = 0;
    for (std::size_t at = line.begin; at < line.end && at < byte;) {
        const auto [value, bytes] = code_point_at(text, at);
        x += advance(value, line.heading);
        at += bytes;
    }
    return x;
}

std::optional<std::uint32_t> byte_at_x(std::string_view text, const TextLine& line, float x,
                                       const AdvanceOf& advance) {
    if (x < 0)
        return std::nullopt;
    float right = 0;
    for (std::size_t at = line.begin; at < line.end;) {
        const auto [value, bytes] = code_point_at(text, at);
        right += advance(value, line.heading);
        if (x < right)
            return static_cast<std::uint32_t>(at);
        at += bytes;
    }
    return std::nullopt;
}

}  // namespace app
