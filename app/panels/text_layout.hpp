// Breaks a report's text into lines of a width, keeping byte positions. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace app {

struct TextLine {
    std::uint32_t begin = 0;  ///< bytes of the text; line feeds and the space at a break left out
    std::uint32_t end = 0;
    bool starts_paragraph = false;
    bool heading = false;  ///< of a Markdown heading ("# ...")
};

/// The width of one code point in pixels, in heading or body type.
using AdvanceOf = std::function<float(std::uint32_t code_point, bool heading)>;

/// Breaks at spaces; inside a word only when it is longer than a line. An empty line of the text
/// gives an empty TextLine; runs of empty lines give one.
std::vector<TextLine> break_lines(std::string_view text, float width_px, const AdvanceOf& advance);

/// The line that holds the byte, or the next one after it.
std::size_t line_at(const std::vector<TextLine>& lines, std::uint32_t byte);

/// The x position of a byte of the line, from the line's start.
float x_of_byte(std::string_view text, const TextLine& line, std::uint32_t byte,
                const AdvanceOf& advance);
/// The byte of the line under x; empty beyond the line's ends.
std::optional<std::uint32_t> byte_at_x(std::string_view text, const TextLine& line, float x,
                                       const AdvanceOf& advance);

/// The code point that starts at `at`, and how many bytes it has (bad UTF-8: one, U+FFFD).
struct CodePoint {
    std::uint32_t value = 0;
    std::uint32_t bytes = 1;
};
CodePoint code_point_at(std::string_view text, std::size_t at);

}  // namespace app
