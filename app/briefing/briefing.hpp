// A briefing page from a casebook and a recipe: one layout for PNG, PDF and SVG.
#pragma once

#include <string>
#include <vector>

#include "app/briefing/content.hpp"
#include "app/briefing/recipe.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geo/output_file.hpp"
#include "geo/result.hpp"

namespace app {

struct PageSize {
    double width_pt = 841.89;  ///< A4 landscape
    double height_pt = 595.28;
    std::string name = "A4";
    bool in_pixels = false;  ///< then 96 dpi: a point is 4/3 pixel
};

/// "A4", "A3" (landscape) or "1920x1080" (pixels).
geo::Result<PageSize> parse_page_size(const std::string& text);

struct BriefingOptions {
    std::string output;  ///< .png, .pdf or .svg
    geo::Overwrite overwrite = geo::Overwrite::refuse;
    PageSize size;
    int dpi = 150;  ///< of a PNG; ignored for a size in pixels
    PageLanguage language = PageLanguage::en;
};

struct Briefing {
    std::vector<std::string> missing;  ///< what a careful publisher would still add
    std::string standard_name;         ///< the file name by OCHA's convention
};

/// The same casebook, recipe and options give the same bytes on the same machine. A PDF carries all
/// events in a table on further pages; PNG and SVG are one page.
geo::Result<Briefing> write_briefing(const events::Casebook& casebook, const Recipe& recipe,
                                     const gazetteer::Gazetteer& gazetteer,
                                     const std::string& share_folder,
                                     const BriefingOptions& options);

}  // namespace app
