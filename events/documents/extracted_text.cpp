// Gathers blocks into a text.
#include "events/documents/extracted_text.hpp"

#include "events/language/code_points.hpp"

namespace events {

void ExtractedText::add_block(BlockKind kind, std::string_view words, std::uint32_t page) {
    if (words.empty())
        return;
    if (!text.empty())
        text += "\n\n";
    Block block;
    block.kind = kind;
    block.page = page;
    block.range.begin = static_cast<std::uint32_t>(text.size());
    text += words;
    block.range.end = static_cast<std::uint32_t>(text.size());
    blocks.push_back(block);
}

void ExtractedText::append(const ExtractedText& other) {
    for (const Block& block : other.blocks) {
        const std::uint32_t length = block.range.end - block.range.begin;
        add_block(block.kind, std::string_view(other.text).substr(block.range.begin, length),
                  block.page);
    }
    problems.insert(problems.end(), other.problems.begin(), other.problems.end());
}

void ExtractedText::add_row(const std::vector<std::string>& cells) {
    constexpr std::size_t kLongestCell = 160;
    const bool prose = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return cell.size() > kLongestCell;
    });
    std::string row;
    for (const std::string& cell : cells) {
        if (cell.empty())
            continue;
        if (prose) {
            add_block(BlockKind::table_cell, cell);
            continue;
        }
        if (!row.empty())
            row += " | ";
        row += cell;
    }
    add_block(BlockKind::table_cell, row);
}

std::string collapse_spaces(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    bool space = false;
    for (const char c : words) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') {
            space = true;
            continue;
        }
        if (space && !out.empty())
            out.push_back(' ');
        space = false;
        out.push_back(c);
    }
    return out;
}

bool is_file_title(std::string_view title) {
    const std::string folded = fold_word(title);
    if (folded.find(' ') == std::string::npos)
        return true;  // one word is a file's name or "Untitled", whatever the language
    static constexpr std::array<std::string_view, 9> kEndings{
        ".doc", ".docx", ".odt", ".pdf", ".rtf", ".txt", ".indd", ".pages", ".qxd"};
    const bool named = std::any_of(kEndings.begin(), kEndings.end(),
                                   [&](std::string_view end) { return folded.ends_with(end); });
    return named || folded.starts_with("microsoft ") || folded.starts_with("powerpoint ");
}

}  // namespace events
