// The briefing's pages: where header, map, figures, legend, table, timeline and margin texts stand.
#pragma once

#include "app/briefing/canvas.hpp"
#include "app/briefing/content.hpp"
#include "app/map/style.hpp"
#include "app/map/text.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geo/base_map.hpp"

namespace app {

struct PageInput {
    const events::Casebook& casebook;
    const Recipe& recipe;
    const BriefingContent& content;
    const gazetteer::Gazetteer& gazetteer;
    const geo::BaseMap& base_map;
    const MapStyle& style;
    const PageTexts& texts;
};

/// The page with the map. The layout is made for 595 points of height and scales with the page.
geo::Result<void> draw_first_page(Canvas& canvas, const PageInput& input);

/// All events as a table; as many pages as it takes.
void draw_table_pages(Canvas& canvas, const PageInput& input);

}  // namespace app
