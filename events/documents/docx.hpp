// Word processor files to text and blocks: DOCX (Office Open XML) and ODT (OpenDocument).
#pragma once

#include "events/documents/archive_members.hpp"
#include "events/documents/extracted_text.hpp"

namespace events {

/// Paragraphs with headings and titles by their style, list items, tables row by row, footnotes
/// after the text. Insertions are read, tracked deletions and hidden text are not (a problem says
/// so). Fails when the main part is missing or broken before its first paragraph.
geo::Result<ExtractedText> read_docx(const geo::InputFile& file);
geo::Result<ExtractedText> read_odt(const geo::InputFile& file);

}  // namespace events
