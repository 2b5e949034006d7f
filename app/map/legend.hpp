// What the legend says: only what the scene shows, in words. Drawn by window, shot and page.
#pragma once

#include <string>
#include <vector>

#include "app/map/scene.hpp"
#include "app/map/style.hpp"

namespace app {

struct LegendKind {
    SymbolStyle style;
    std::string text;  ///< "Violence against civilians"
    std::size_t count = 0;
};

struct LegendSize {
    double radius_px = 0;
    std::string text;  ///< "≤ 20", "100"; the smallest also stands for "not stated"
};

struct LegendPrecision {
    events::PlacePrecision precision = events::PlacePrecision::exact;
    std::string text;  ///< "Near the place named (ring: radius)"
    std::size_t count = 0;
};

struct LegendFlow {
    Colour colour;
    double width_px = 2;
    bool dashed = false;
    std::string text;
};

struct Legend {
    std::string kinds_title;
    std::vector<LegendKind> kinds;  ///< most frequent first
    std::string sizes_title;
    std::vector<LegendSize> sizes;  ///< empty when no symbol shows a number
    std::string precisions_title;
    std::vector<LegendPrecision> precisions;
    std::string flows_title;
    std::vector<LegendFlow> flows;   ///< categories, then widths, then dashes
    std::string possibly_inside;     ///< empty: none shown
    std::vector<std::string> notes;  ///< "4 of 46 events have no place on the map"
};

Legend build_legend(const Scene& scene, const MapStyle& style, events::Language language);

}  // namespace app
