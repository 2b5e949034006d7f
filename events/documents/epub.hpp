// EPUB books to text and blocks.
#pragma once

#include "events/documents/extracted_text.hpp"

namespace events {

/// The chapters in the order of the spine, each read as an HTML page. Fails when the package or
/// all chapters cannot be read; a chapter that cannot is a problem.
geo::Result<ExtractedText> read_epub(const geo::InputFile& file);

}  // namespace events
