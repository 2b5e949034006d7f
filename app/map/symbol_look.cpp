// The three fills and what selection and doubt change.
#include "app/map/symbol_look.hpp"

namespace app {
namespace {

constexpr double kEdgeDarkening = 0.35;
constexpr double kPaleness = 0.62;
constexpr double kPossiblyOpacity = 0.45;
constexpr double kRingOpacity = 0.75;

}  // namespace

SymbolLook look_of(const SymbolStyle& symbol, SymbolFill fill, bool possibly_inside, bool selected,
                   const MapStyle& style) {
    SymbolLook look;
    look.halo = style.symbol_halo;
    switch (fill) {
        case SymbolFill::solid:
            look.fill = symbol.colour;
            look.edge = mix(symbol.colour, {0, 0, 0}, kEdgeDarkening);
            look.edge_px = 0.9;
            break;
        case SymbolFill::pale:
            look.fill = mix(symbol.colour, {255, 255, 255}, kPaleness);
            look.edge = mix(symbol.colour, {0, 0, 0}, kEdgeDarkening / 2);
            look.edge_px = 1.4;
            break;
        case SymbolFill::hollow:
            look.fill = style.panel;
            look.fill.a = 255;
            look.edge = symbol.colour;
            look.edge_px = 1.9;
            break;
    }
    if (possibly_inside) {
        look.fill = with_opacity(look.fill, kPossiblyOpacity);
        look.edge = with_opacity(look.edge, kPossiblyOpacity + 0.2);
        look.halo = with_opacity(look.halo, kPossiblyOpacity);
    }
    if (selected) {
        look.halo = style.selection;
        look.halo_px = 2.5;
    }
    return look;
}

Colour ring_colour(const SymbolStyle& symbol) {
    return with_opacity(mix(symbol.colour, {0, 0, 0}, kEdgeDarkening / 2), kRingOpacity);
}

}  // namespace app
