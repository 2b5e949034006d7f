// HTML pages to text and blocks.
#pragma once

#include "events/documents/extracted_text.hpp"

namespace events {

/// Reads the main part of a page: scripts, menus, asides, footers, forms and what names itself
/// cookie, share or menu are left out. Never fetches anything; entities of the page's own are not
/// expanded. Fails when nothing readable is in it.
geo::Result<ExtractedText> read_html(const geo::InputFile& file);

/// Does the start of a file look like HTML?
bool looks_like_html(std::string_view bytes);

}  // namespace events
