// What a page says about itself: meta elements (OpenGraph, Dublin Core), JSON-LD, its head.
#pragma once

#include "events/documents/extracted_text.hpp"
#include "events/documents/html_tree.hpp"

namespace events {

/// Fills in title, publisher, author, address, language and published as far as the page says.
/// `head_title` is what <title> says, which often names the site as well.
void read_page_data(xmlNode* root, ExtractedText& page, std::string& head_title);

}  // namespace events
