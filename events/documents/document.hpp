// A report's text with its structure: blocks in order, each a byte range of the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "events/language/lexicon.hpp"
#include "events/report.hpp"
#include "events/text_range.hpp"
#include "geo/input_file.hpp"
#include "geo/result.hpp"

namespace events {

enum class BlockKind : std::uint8_t {
    title,       ///< of the document
    heading,     ///< of a section
    entry_date,  ///< a line that is only a date: it anchors the blocks until the next one
    paragraph,
    list_item,
    table_cell,
    furniture,  ///< menus, share buttons, contact lines, footers: not read for events
    footnote,   ///< at the foot of a page or the end of a part; read like a paragraph
};

struct Block {
    BlockKind kind = BlockKind::paragraph;
    TextRange range;
    Language language = Language::unknown;
    std::optional<Day> anchor_day;  ///< the dated entry it stands in ("August 20, 2014")
    std::uint32_t section = 0;      ///< counts headings; 0 before the first
    std::uint32_t page = 0;         ///< of a paged file, from 1; 0: the file has no pages
};

/// `report.text` is the extracted text. For a UTF-8 text or Markdown file it is the file itself,
/// byte for byte (a byte order mark included in the count of bytes).
struct Document {
    Report report;  ///< title, publisher, published, language, address, text filled where known
    std::vector<Block> blocks;
    std::optional<Day> created;  ///< the day the file was made, when it says so: no stated date
    std::string created_how;
    std::vector<geo::Problem> problems;
};

/// Content decides the format; the file's ending breaks ties (.md, .html, .txt). Fails for empty,
/// binary and unknown content, naming the file.
geo::Result<Document> extract_document(const geo::InputFile& file, const Lexicons& lexicons);

}  // namespace events
