// Legend, scale bar and credits as drawn with Cairo: on the OpenGL map and on the page.
#pragma once

#include <string>

#include "app/map/legend.hpp"
#include "app/map/scale_bar.hpp"
#include "app/map/symbol_look.hpp"
#include "app/map/text.hpp"

namespace app {

/// A symbol with its centre at (x_px, y_px), with edge and halo.
void draw_symbol(cairo_t* cairo, Shape shape, const SymbolLook& look, double x_px, double y_px,
                 double radius_px);

/// With its top left corner at (x_px, y_px). Gives back its size; `cairo` null: only measured.
TextSize draw_legend(cairo_t* cairo, const Legend& legend, const MapStyle& style,
                     const TextShaper& shaper, double x_px, double y_px);

/// With the left end of its line at (x_px, y_px), the words above.
TextSize draw_scale_bar(cairo_t* cairo, const ScaleBar& bar, const MapStyle& style,
                        const TextShaper& shaper, double x_px, double y_px);

}  // namespace app
