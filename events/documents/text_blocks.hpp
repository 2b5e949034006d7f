// Plain text and Markdown cut into blocks, by their lines.
#pragma once

#include <string_view>
#include <vector>

#include "events/documents/document.hpp"

namespace events {

/// A line without its end and without white space around it; empty lines have an empty range.
struct TextLine {
    TextRange range;
    std::uint32_t indent = 0;  ///< bytes of white space before it
};
std::vector<TextLine> split_lines(std::string_view text, std::uint32_t begin);

/// Bytes of "- ", "* ", "• ", "1. ", "a) " at the start of a line; 0 without one.
std::size_t bullet_length(std::string_view line);

/// Blocks from byte `begin`: a paragraph a line, or lines joined where the text was wrapped; list
/// items and Markdown headings without their marks. Kinds are heading (Markdown's own),
/// list_item, table_cell, or paragraph: what else a block is, classify_blocks says.
std::vector<Block> find_text_blocks(std::string_view text, std::uint32_t begin, bool markdown);

}  // namespace events
