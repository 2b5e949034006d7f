// The map on a page: base map, areas, flows, symbols, labels, scale bar and inset, drawn by Cairo.
#pragma once

#include <vector>

#include "app/briefing/canvas.hpp"
#include "app/map/labels.hpp"
#include "app/map/scene.hpp"
#include "app/map/style.hpp"
#include "app/map/text.hpp"
#include "geo/base_map.hpp"
#include "geo/map_view.hpp"
#include "geo/projection.hpp"

namespace app {

/// A logical pixel of the map's style is three quarters of a point, as on a screen of 96 dpi.
inline constexpr double kPointsPerPx = 0.75;

struct PageMap {
    const geo::BaseMap& base_map;
    const geo::Projection& projection;
    geo::MapView view;  ///< its width and height are those of the frame, in logical pixels
    const Scene& scene;
    const std::vector<PlacedLabel>& labels;
    const MapStyle& style;
    const TextShaper& shaper;
    events::Language language = events::Language::en;
};

/// Fills the frame, clipped to it, with its top left corner at (x_pt, y_pt).
void draw_page_map(Canvas& canvas, double x_pt, double y_pt, const PageMap& map);

/// Where the view lies in the world: a small map of the continent with the view's frame.
void draw_locator(Canvas& canvas, const Rect& frame, const PageMap& map);

}  // namespace app
