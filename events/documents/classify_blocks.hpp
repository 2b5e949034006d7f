// Tells titles, headings, dated entries and furniture from the text of a report.
#pragma once

#include "events/documents/document.hpp"

namespace events {

/// Settles what each block is, the language of the report (when not stated) and of its blocks,
/// section numbers, dated entries with their anchor days, and the title when there is none yet.
void classify_blocks(Document& document, const Lexicons& lexicons);

/// The date in a line that only says when something was published: "August 20, 2014",
/// "Posted at 0001 BST 21 August 2014", "Publié le 3 mai 2019".
std::optional<Day> read_publication_line(std::string_view line, const Lexicons& lexicons);

/// Menus, buttons, contact lines and small print, by the table "furniture" and by their shape.
bool is_furniture(std::string_view block, const Lexicons& lexicons);

}  // namespace events
