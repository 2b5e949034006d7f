// Fill, edge and halo of a symbol by kind and precision: for OpenGL, page and legend alike.
#pragma once

#include "app/map/scene.hpp"
#include "app/map/style.hpp"

namespace app {

/// The edge lies inside the shape, the halo outside.
struct SymbolLook {
    Colour fill, edge, halo;
    double edge_px = 1;
    double halo_px = 1.25;
};

SymbolLook look_of(const SymbolStyle& symbol, SymbolFill fill, bool possibly_inside, bool selected,
                   const MapStyle& style);

/// The ring of a place that is only near: clear inside, and its colour.
Colour ring_colour(const SymbolStyle& symbol);

}  // namespace app
