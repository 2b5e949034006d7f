// Draws the scene's layers back to front with Cairo.
#include "app/briefing/page_map.hpp"

#include <cairo.h>

#include <cmath>
#include <numbers>

#include "app/briefing/symbol_drawing.hpp"
#include "app/map/flow_curves.hpp"
#include "app/map/furniture.hpp"
#include "app/map/scale_bar.hpp"

namespace app {
namespace {

/// Adds the visible parts of a layer to the current path. Areas are closed; lines are not.
void trace_layer(cairo_t* cairo, const PageMap& map, const geo::BaseLayerData& layer, int most_rank,
                 bool closed) {
    cairo_new_path(cairo);
    for (const std::uint32_t index : layer.visible(geo::visible_box(map.projection, map.view))) {
        const geo::BaseFeature& feature = layer.features[index];
        if (feature.rank > most_rank)
            continue;
        for (std::size_t i = 0; i < feature.part_count; ++i) {
            cairo_new_sub_path(cairo);
            bool drawing = false;
            for (const geo::LonLat& position : layer.part(feature.first_part + i)) {
                const auto point = map.projection.forward(position);
                if (!point) {
                    drawing = false;
                    continue;
                }
                const geo::ScreenPoint at = map.view.to_screen(*point);
                if (drawing) {
                    cairo_line_to(cairo, at.x_px, at.y_px);
                } else {
                    cairo_move_to(cairo, at.x_px, at.y_px);
                }
                drawing = true;
            }
            if (closed)
                cairo_close_path(cairo);
        }
    }
}

void fill_layer(cairo_t* cairo, const PageMap& map, geo::BaseLayer layer, geo::BaseScale scale,
                int most_rank, Colour colour) {
    trace_layer(cairo, map, map.base_map.layer(layer, scale), most_rank, true);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    set_source(cairo, colour);
    cairo_fill(cairo);
}

void stroke_layer(cairo_t* cairo, const PageMap& map, geo::BaseLayer layer, geo::BaseScale scale,
                  int most_rank, const LineStyle& line, bool dashed = false) {
    trace_layer(cairo, map, map.base_map.layer(layer, scale), most_rank, false);
    cairo_save(cairo);
    const double dashes[] = {5, 3.5};
    if (dashed)
        cairo_set_dash(cairo, dashes, 2, 0);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    set_source(cairo, line.colour);
    cairo_set_line_width(cairo, line.width_px);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

double ground_metres_per_px(const PageMap& map) {
    const auto centre = map.projection.inverse(map.view.centre).value_or(geo::LonLat{});
    return map.view.metres_per_px * map.projection.ground_metres_per_map_metre(centre);
}

void draw_base(cairo_t* cairo, const PageMap& map) {
    const double metres = ground_metres_per_px(map);
    // A page has more dots than a screen: one step finer than the window would choose.
    const geo::BaseScale scale = geo::base_scale_for(metres / 2);
    const int river_rank = metres > 12000 ? 1 : metres > 4000 ? 2 : metres > 1500 ? 3 : 6;
    set_source(cairo, map.style.water);
    cairo_paint(cairo);
    fill_layer(cairo, map, geo::BaseLayer::land, scale, 255, map.style.land);
    fill_layer(cairo, map, geo::BaseLayer::lake, scale, river_rank, map.style.lake);
    stroke_layer(cairo, map, geo::BaseLayer::river, scale, river_rank, map.style.river);
    if (metres < 6000)
        stroke_layer(cairo, map, geo::BaseLayer::admin1_border, scale, 255, map.style.admin1);
    stroke_layer(cairo, map, geo::BaseLayer::coast, scale, 255, map.style.coast);
    stroke_layer(cairo, map, geo::BaseLayer::country_border, scale, 255, map.style.border);
    stroke_layer(cairo, map, geo::BaseLayer::disputed_border, scale, 255, map.style.disputed, true);
}

void draw_areas(cairo_t* cairo, const PageMap& map) {
    for (const AreaMark& area : map.scene.areas) {
        cairo_new_path(cairo);
        for (const auto& ring : area.rings) {
            cairo_new_sub_path(cairo);
            for (const geo::MapPoint& point : ring) {
                const auto at = map.view.to_screen(point);
                cairo_line_to(cairo, at.x_px, at.y_px);
            }
            cairo_close_path(cairo);
        }
        cairo_path_t* outline = cairo_copy_path(cairo);
        hatch_path(cairo, map.style.hatch, 6);
        cairo_new_path(cairo);
        cairo_append_path(cairo, outline);
        cairo_path_destroy(outline);
        set_source(cairo, map.style.hatch);
        cairo_set_line_width(cairo, 0.8);
        cairo_stroke(cairo);
    }
}

void draw_flows(cairo_t* cairo, const PageMap& map) {
    for (const FlowMark& flow : map.scene.flows) {
        const auto path = shorten(flow.path, 0, flow.tip_gap_px * map.view.metres_per_px);
        std::vector<geo::ScreenPoint> screen;
        screen.reserve(path.size());
        for (const geo::MapPoint& point : path)
            screen.push_back(map.view.to_screen(point));
        draw_arrow(cairo, screen, flow.width_px,
                   flow.possibly_inside ? with_opacity(flow.colour, 0.55) : flow.colour,
                   flow.dashed, map.style);
    }
}

void draw_rings_and_leaders(cairo_t* cairo, const PageMap& map) {
    for (const SymbolMark& mark : map.scene.symbols) {
        const auto true_at = map.view.to_screen(mark.true_at);
        const auto at = map.view.to_screen(mark.at);
        cairo_new_path(cairo);
        if (mark.uncertainty_m > 0) {
            cairo_arc(cairo, true_at.x_px, true_at.y_px,
                      mark.uncertainty_m / map.view.metres_per_px, 0, 2 * std::numbers::pi);
            set_source(cairo, with_opacity(mark.style.colour, 0.8));
            cairo_set_line_width(cairo, 1);
            cairo_stroke(cairo);
        }
        if (std::hypot(at.x_px - true_at.x_px, at.y_px - true_at.y_px) > 3) {
            cairo_move_to(cairo, true_at.x_px, true_at.y_px);
            cairo_line_to(cairo, at.x_px, at.y_px);
            set_source(cairo, map.style.leader);
            cairo_set_line_width(cairo, 0.8);
            cairo_stroke(cairo);
        }
    }
}

void draw_symbols(cairo_t* cairo, const PageMap& map) {
    draw_rings_and_leaders(cairo, map);
    for (const SymbolMark& mark : map.scene.symbols) {
        const geo::ScreenPoint at = map.view.to_screen(mark.at);
        const SymbolLook look = look_of(mark.style, fill_of(mark.precision), mark.possibly_inside,
                                        mark.selected, map.style);
        draw_symbol(cairo, mark.style.shape, look, at.x_px, at.y_px, mark.radius_px);
    }
}

void draw_labels(cairo_t* cairo, const PageMap& map) {
    for (const PlacedLabel& label : map.labels) {
        const auto anchor = map.view.to_screen(label.at);
        const TextStyle& style = map.style.of(label.role);
        const double x = anchor.x_px + label.dx_px;
        const double y = anchor.y_px + label.dy_px;
        // A page does not move: a name that its frame would cut is left out.
        const bool inside = x >= 2 && y >= 2 && x + label.width_px <= map.view.width_px - 2 &&
                            y + label.height_px <= map.view.height_px - 2;
        if (!inside)
            continue;
        if (label.boxed) {
            cairo_rectangle(cairo, x - 4, y - 2, label.width_px + 8, label.height_px + 4);
            set_source(cairo, map.style.panel);
            cairo_fill_preserve(cairo);
            set_source(cairo, map.style.panel_edge);
            cairo_set_line_width(cairo, 0.8);
            cairo_stroke(cairo);
        }
        if (label.has_dot) {
            cairo_new_path(cairo);
            cairo_arc(cairo, anchor.x_px, anchor.y_px, 2, 0, 2 * std::numbers::pi);
            set_source(cairo, style.colour);
            cairo_fill(cairo);
        }
        map.shaper.draw(cairo, label.text, style, x, y);
    }
}

}  // namespace

void draw_page_map(Canvas& canvas, double x_pt, double y_pt, const PageMap& map) {
    cairo_t* cairo = canvas.cairo();
    cairo_save(cairo);
    cairo_translate(cairo, x_pt, y_pt);
    cairo_scale(cairo, kPointsPerPx, kPointsPerPx);
    cairo_rectangle(cairo, 0, 0, map.view.width_px, map.view.height_px);
    cairo_clip(cairo);
    draw_base(cairo, map);
    draw_areas(cairo, map);
    draw_flows(cairo, map);
    draw_symbols(cairo, map);
    draw_labels(cairo, map);
    const ScaleBar bar = make_scale_bar(map.projection, map.view, 140, map.language);
    draw_scale_bar(cairo, bar, map.style, map.shaper, 14, map.view.height_px - 14);
    cairo_restore(cairo);
    canvas.stroke({x_pt, y_pt, map.view.width_px * kPointsPerPx, map.view.height_px * kPointsPerPx},
                  {0x8a, 0x93, 0x9b, 255}, 0.6);
}

void draw_locator(Canvas& canvas, const Rect& frame, const PageMap& map) {
    const auto centre = map.projection.inverse(map.view.centre).value_or(geo::LonLat{});
    const geo::Projection globe = geo::Projection::equal_area(centre);
    PageMap small{map.base_map, globe,     {},         map.scene,
                  map.labels,   map.style, map.shaper, map.language};
    small.view.width_px = frame.width / kPointsPerPx;
    small.view.height_px = frame.height / kPointsPerPx;
    const double shown_m =
        std::max(map.view.width_px, map.view.height_px) * ground_metres_per_px(map);
    small.view.metres_per_px = std::min(16e6, std::max(5.5e6, 3.5 * shown_m)) / small.view.width_px;
    small.view.centre = globe.forward(centre).value_or(geo::MapPoint{});
    cairo_t* cairo = canvas.cairo();
    cairo_save(cairo);
    cairo_translate(cairo, frame.x, frame.y);
    cairo_scale(cairo, kPointsPerPx, kPointsPerPx);
    cairo_rectangle(cairo, 0, 0, small.view.width_px, small.view.height_px);
    cairo_clip(cairo);
    set_source(cairo, map.style.water);
    cairo_paint(cairo);
    fill_layer(cairo, small, geo::BaseLayer::land, geo::BaseScale::world, 255, map.style.land);
    stroke_layer(cairo, small, geo::BaseLayer::country_border, geo::BaseScale::world, 255,
                 {map.style.border.colour, 0.5});
    stroke_layer(cairo, small, geo::BaseLayer::coast, geo::BaseScale::world, 255,
                 {map.style.coast.colour, 0.5});
    cairo_new_path(cairo);
    const double w = map.view.width_px;
    const double h = map.view.height_px;
    for (const geo::ScreenPoint corner : {geo::ScreenPoint{0, 0}, {w, 0}, {w, h}, {0, h}}) {
        const auto position = map.projection.inverse(map.view.to_map(corner));
        const auto point = position ? globe.forward(*position) : std::nullopt;
        if (!point)
            continue;
        const auto at = small.view.to_screen(*point);
        cairo_line_to(cairo, at.x_px, at.y_px);
    }
    cairo_close_path(cairo);
    set_source(cairo, {0xD5, 0x5E, 0x00, 45});
    cairo_fill_preserve(cairo);
    set_source(cairo, {0xD5, 0x5E, 0x00, 255});
    cairo_set_line_width(cairo, 1.4);
    cairo_stroke(cairo);
    cairo_restore(cairo);
    canvas.stroke(frame, {0x8a, 0x93, 0x9b, 255}, 0.6);
}

}  // namespace app
