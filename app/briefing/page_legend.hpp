// The legend on a page: every kind, precision, size and flow that the map shows, and nothing else.
#pragma once

#include "app/briefing/canvas.hpp"
#include "app/map/legend.hpp"
#include "app/map/style.hpp"

namespace app {

/// Draws from the frame's top; returns the height used.
double draw_page_legend(Canvas& canvas, const Rect& frame, const Legend& legend,
                        const MapStyle& style);

}  // namespace app
