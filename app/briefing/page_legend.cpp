// The legend's rows, in two columns.
#include "app/briefing/page_legend.hpp"

#include <cairo.h>
#include <fmt/format.h>

#include "app/briefing/page_map.hpp"
#include "app/briefing/symbol_drawing.hpp"
#include "app/map/furniture.hpp"

namespace app {
namespace {

constexpr Colour kInk{0x2b, 0x33, 0x3a, 255};
constexpr Colour kGrey{0x6b, 0x74, 0x7c, 255};
constexpr double kRowPt = 10.5;
constexpr double kSamplePt = 20;

/// Draws in logical pixels with the sample's centre as origin.
template <typename Draw>
void with_sample(Canvas& canvas, double x_pt, double y_pt, Draw draw) {
    cairo_t* cairo = canvas.cairo();
    cairo_save(cairo);
    cairo_translate(cairo, x_pt + kSamplePt / 2, y_pt + kRowPt / 2 - 1);
    cairo_scale(cairo, kPointsPerPx, kPointsPerPx);
    cairo_new_path(cairo);  // text leaves its current point behind
    draw(cairo);
    cairo_restore(cairo);
}

double row_text(Canvas& canvas, double x, double y, double width, const std::string& words) {
    const double height = canvas.text({x + kSamplePt + 3, y, width - kSamplePt - 3, 0}, words,
                                      {6.6, FontWeight::regular, kInk, Align::left, false, 2});
    return std::max(kRowPt, height + 1.5);
}

double heading(Canvas& canvas, double x, double y, double width, const std::string& words) {
    return canvas.text({x, y, width, 0}, words, {6.8, FontWeight::semibold, kGrey}) + 2.5;
}

double draw_kinds(Canvas& canvas, const Rect& frame, const Legend& legend, const MapStyle& style) {
    double y = frame.y + heading(canvas, frame.x, frame.y, frame.width, legend.kinds_title);
    for (const LegendKind& kind : legend.kinds) {
        with_sample(canvas, frame.x, y, [&](cairo_t* cairo) {
            draw_symbol(cairo, kind.style.shape,
                        look_of(kind.style, SymbolFill::solid, false, false, style), 0, 0, 5.5);
        });
        y += row_text(canvas, frame.x, y, frame.width,
                      fmt::format("{} ({})", kind.text, kind.count));
    }
    return y - frame.y;
}

double draw_precisions(Canvas& canvas, const Rect& frame, const Legend& legend,
                       const MapStyle& style) {
    double y = frame.y + heading(canvas, frame.x, frame.y, frame.width, legend.precisions_title);
    const SymbolStyle sample{Shape::circle, {0x59, 0x63, 0x6b, 255}};
    for (const LegendPrecision& precision : legend.precisions) {
        with_sample(canvas, frame.x, y, [&](cairo_t* cairo) {
            if (precision.precision == events::PlacePrecision::near) {
                cairo_arc(cairo, 0, 0, 8, 0, 6.2832);
                set_source(cairo, sample.colour);
                cairo_set_line_width(cairo, 0.9);
                cairo_stroke(cairo);
            } else if (precision.precision != events::PlacePrecision::exact &&
                       precision.precision != events::PlacePrecision::country) {
                cairo_rectangle(cairo, -11, -6, 22, 12);
                hatch_path(cairo, style.hatch, 4);
            }
            if (precision.precision == events::PlacePrecision::country) {
                cairo_rectangle(cairo, -10, -5, 20, 10);
                set_source(cairo, style.panel);
                cairo_fill_preserve(cairo);
                set_source(cairo, sample.colour);
                cairo_set_line_width(cairo, 0.9);
                cairo_stroke(cairo);
                return;
            }
            draw_symbol(cairo, sample.shape,
                        look_of(sample, fill_of(precision.precision), false, false, style), 0, 0,
                        4.5);
        });
        y += row_text(canvas, frame.x, y, frame.width, precision.text);
    }
    return y - frame.y;
}

/// Circles in each other, standing on one line, with their numbers beside their tops.
double draw_sizes(Canvas& canvas, const Rect& frame, const Legend& legend, const MapStyle& style) {
    if (legend.sizes.empty())
        return 0;
    const double top = frame.y + heading(canvas, frame.x, frame.y, frame.width, legend.sizes_title);
    const double largest_pt = legend.sizes.back().radius_px * kPointsPerPx;
    const double bottom = top + 2 * largest_pt + 2;
    const SymbolStyle sample{Shape::circle, {0xc3, 0xc9, 0xce, 255}};
    const SymbolLook look = look_of(sample, SymbolFill::solid, false, false, style);
    double lowest_text = bottom + 3;
    std::vector<double> text_tops;
    for (const LegendSize& size : legend.sizes) {
        // Never one text on another: each stands at least a line above the one before.
        lowest_text = std::min(lowest_text - 8, bottom - 2 * size.radius_px * kPointsPerPx - 2);
        text_tops.push_back(lowest_text);
    }
    for (std::size_t i = legend.sizes.size(); i-- > 0;) {
        const double radius_pt = legend.sizes[i].radius_px * kPointsPerPx;
        cairo_t* cairo = canvas.cairo();
        cairo_save(cairo);
        cairo_translate(cairo, frame.x + largest_pt + 2, bottom - radius_pt);
        cairo_scale(cairo, kPointsPerPx, kPointsPerPx);
        cairo_new_path(cairo);
        draw_symbol(cairo, sample.shape, look, 0, 0, legend.sizes[i].radius_px);
        cairo_restore(cairo);
        const double text_x = frame.x + 2 * largest_pt + 12;
        canvas.line(frame.x + largest_pt + 2, bottom - 2 * radius_pt, text_x - 2,
                    text_tops[i] + 4.2, kGrey, 0.4);
        canvas.text({text_x, text_tops[i], frame.right() - text_x, 0}, legend.sizes[i].text,
                    {6.6, FontWeight::regular, kInk, Align::left, false, 1});
    }
    return bottom + 3 - frame.y;
}

double draw_flows(Canvas& canvas, const Rect& frame, const Legend& legend, const MapStyle& style) {
    if (legend.flows.empty())
        return 0;
    double y = frame.y + heading(canvas, frame.x, frame.y, frame.width, legend.flows_title);
    for (const LegendFlow& flow : legend.flows) {
        with_sample(canvas, frame.x, y, [&](cairo_t* cairo) {
            draw_arrow(cairo, {{-13, 0}, {-6, 0}, {0, 0}, {6, 0}, {13, 0}}, flow.width_px,
                       flow.colour, flow.dashed, style);
        });
        y += row_text(canvas, frame.x, y, frame.width, flow.text);
    }
    return y - frame.y;
}

}  // namespace

double draw_page_legend(Canvas& canvas, const Rect& frame, const Legend& legend,
                        const MapStyle& style) {
    const double column = (frame.width - 8) / 2;
    double left = frame.y;
    double right = frame.y;
    left += draw_kinds(canvas, {frame.x, left, column, 0}, legend, style) + 3;
    right += draw_precisions(canvas, {frame.x + column + 8, right, column, 0}, legend, style) + 3;
    left += draw_sizes(canvas, {frame.x, left, column, 0}, legend, style);
    right += draw_flows(canvas, {frame.x + column + 8, right, column, 0}, legend, style);
    double y = std::max(left, right) + 2;
    const auto note = [&](const std::string& words) {
        if (!words.empty())
            y += canvas.text({frame.x, y, frame.width, 0}, words,
                             {6.2, FontWeight::regular, kGrey, Align::left, true}) +
                 1;
    };
    note(legend.possibly_inside);
    for (const std::string& words : legend.notes)
        note(words);
    return y - frame.y;
}

}  // namespace app
