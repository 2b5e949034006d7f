// From words on pages to a text that reads on: paragraphs, headings, footnotes; running heads out.
#pragma once

#include "events/documents/extracted_text.hpp"
#include "events/documents/pdf_layout.hpp"

namespace events {

/// Adds the layout's text to `out`, block by block with its page:
///   lines that stand at the same edge of several pages with the same words (numbers apart) are
///   running heads or page numbers and left out, counted in out.extraction;
///   lines in smaller type at the foot of a page are footnotes and follow after all the text;
///   lines join to paragraphs where the page wrapped them, also over columns and pages, and words
///   that were broken at line ends are made whole;
///   larger type makes headings, the largest on the first page the title.
void add_pdf_text(const PdfLayout& layout, const Lexicons& lexicons, ExtractedText& out);

}  // namespace events
