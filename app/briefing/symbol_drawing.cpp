// Marks as Cairo paths.
#include "app/briefing/symbol_drawing.hpp"

#include <cairo.h>

#include <cmath>

namespace app {

void set_source(cairo_t* cairo, Colour c) {
    cairo_set_source_rgba(cairo, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

void hatch_path(cairo_t* cairo, Colour colour, double spacing_px) {
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
    double clip_x0 = 0;
    double clip_y0 = 0;
    double clip_x1 = 0;
    double clip_y1 = 0;
    cairo_path_extents(cairo, &x0, &y0, &x1, &y1);
    cairo_save(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_clip(cairo);
    cairo_clip_extents(cairo, &clip_x0, &clip_y0, &clip_x1, &clip_y1);
    x0 = std::max(x0, clip_x0);
    y0 = std::max(y0, clip_y0);
    x1 = std::min(x1, clip_x1);
    y1 = std::min(y1, clip_y1);
    set_source(cairo, colour);
    cairo_set_line_width(cairo, 0.8);
    const double height = y1 - y0;
    for (double x = std::floor((x0 - height) / spacing_px) * spacing_px; x < x1; x += spacing_px) {
        cairo_move_to(cairo, x, y1);
        cairo_line_to(cairo, x + height, y0);
    }
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

void draw_arrow(cairo_t* cairo, const std::vector<geo::ScreenPoint>& path, double width_px,
                Colour colour, bool dashed, const MapStyle& style) {
    if (path.size() < 2)
        return;
    const double head_px = std::max(9.0, 2.6 * width_px);
    const geo::ScreenPoint tip = path.back();
    // The head's direction is that of the last stretch, so that it does not wobble with the curve.
    geo::ScreenPoint base = path.front();
    std::size_t last = 0;
    for (std::size_t i = path.size(); i-- > 0;) {
        base = path[i];
        last = i;
        if (std::hypot(tip.x_px - base.x_px, tip.y_px - base.y_px) >= head_px * 0.8)
            break;
    }
    const double length = std::max(1e-6, std::hypot(tip.x_px - base.x_px, tip.y_px - base.y_px));
    const double ux = (tip.x_px - base.x_px) / length;
    const double uy = (tip.y_px - base.y_px) / length;
    const auto trace_line = [&] {
        cairo_new_path(cairo);
        for (std::size_t i = 0; i <= last; ++i)
            cairo_line_to(cairo, path[i].x_px, path[i].y_px);
        cairo_line_to(cairo, tip.x_px - ux * head_px * 0.8, tip.y_px - uy * head_px * 0.8);
    };
    const auto trace_head = [&] {
        cairo_new_path(cairo);
        const double half = head_px * 0.5;
        cairo_move_to(cairo, tip.x_px, tip.y_px);
        cairo_line_to(cairo, tip.x_px - ux * head_px - uy * half,
                      tip.y_px - uy * head_px + ux * half);
        cairo_line_to(cairo, tip.x_px - ux * head_px + uy * half,
                      tip.y_px - uy * head_px - ux * half);
        cairo_close_path(cairo);
    };
    cairo_save(cairo);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    set_source(cairo, with_opacity(style.symbol_halo, 0.7));
    cairo_set_line_width(cairo, width_px + 2);
    trace_line();
    cairo_stroke(cairo);
    trace_head();
    cairo_set_line_width(cairo, 2);
    cairo_stroke(cairo);
    set_source(cairo, colour);
    if (dashed) {
        const double dashes[] = {std::max(5.0, 2 * width_px), std::max(3.0, 1.2 * width_px)};
        cairo_set_dash(cairo, dashes, 2, 0);
    }
    cairo_set_line_width(cairo, width_px);
    trace_line();
    cairo_stroke(cairo);
    trace_head();
    cairo_fill(cairo);
    cairo_restore(cairo);
}

}  // namespace app
