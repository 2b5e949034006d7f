// HTML pages to text and blocks.
#pragma once

#include "events/documents/document.hpp"

namespace events {

/// What a page says about itself.
struct HtmlPage {
    std::string text;  ///< a block a paragraph, an empty line between
    std::vector<Block> blocks;
    std::string title;
    std::string publisher;
    std::string author;
    std::string address;
    std::string language;        ///< "en", "fr-FR"
    std::string published;       ///< as written: "2019-05-03T10:00:00Z"
    std::string published_from;  ///< where: "article:published_time"
    std::vector<geo::Problem> problems;
};

/// Reads the main part of a page: scripts, menus, asides, footers, forms and what names itself
/// cookie, share or menu are left out. Never fetches anything; entities of the page's own are not
/// expanded. Fails when nothing readable is in it.
geo::Result<HtmlPage> read_html(const geo::InputFile& file);

/// Does the start of a file look like HTML?
bool looks_like_html(std::string_view bytes);

}  // namespace events
