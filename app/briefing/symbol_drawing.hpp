// Hatched areas and arrows as Cairo paths, in logical pixels. For the page's map and its legend.
#pragma once

#include "app/map/scene.hpp"
#include "app/map/style.hpp"
#include "geo/map_view.hpp"

typedef struct _cairo cairo_t;

namespace app {

void set_source(cairo_t* cairo, Colour colour);

/// Diagonal lines inside the current path, which is consumed.
void hatch_path(cairo_t* cairo, Colour colour, double spacing_px);

/// A curve with its arrow head; the path runs from origin to tip.
void draw_arrow(cairo_t* cairo, const std::vector<geo::ScreenPoint>& path, double width_px,
                Colour colour, bool dashed, const MapStyle& style);

}  // namespace app
