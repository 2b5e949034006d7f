// Legend and scale bar, row by row.
#include "app/map/furniture.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {
namespace {

constexpr double kPadding = 10;
constexpr double kRowHeight = 17;
constexpr double kSectionGap = 7;
constexpr double kSampleWidth = 34;
constexpr double kCorner = 4;
constexpr double kCountGap = 14;

void set_source(cairo_t* cairo, Colour colour) {
    cairo_set_source_rgba(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0,
                          colour.a / 255.0);
}

void trace(cairo_t* cairo, Shape shape, double x, double y, double radius) {
    cairo_new_path(cairo);
    const auto outline = unit_outline(shape);
    if (outline.empty())
        cairo_arc(cairo, x, y, radius, 0, 2 * std::numbers::pi);
    for (const UnitPoint& corner : outline) {
        cairo_line_to(cairo, x + corner.x * radius, y + corner.y * radius);
    }
    cairo_close_path(cairo);
}

/// Walks down the legend; measures when it has no Cairo, draws when it has.
class LegendWriter {
  public:
    LegendWriter(cairo_t* cairo, const MapStyle& style, const TextShaper& shaper, double x,
                 double y, double width)
        : m_cairo(cairo), m_style(style), m_shaper(shaper), m_x(x + kPadding), m_y(y + kPadding) {
        m_top = y;
        m_right = x + width - kPadding;
    }

    void title(const std::string& text) {
        if (m_any)
            m_y += kSectionGap;
        m_any = true;
        write(text, TextRole::furniture_title, m_x, kRowHeight);
        m_y += kRowHeight;
    }

    void kind(const LegendKind& kind) {
        symbol(kind.style, SymbolFill::solid, 6);
        row(kind.text, kind.count);
    }

    void precision(const LegendPrecision& entry) {
        const SymbolStyle grey{Shape::circle, m_style.leader};
        if (entry.precision == events::PlacePrecision::country) {
            badge_sample();
        } else {
            if (m_cairo && entry.precision == events::PlacePrecision::near) {
                trace(m_cairo, Shape::circle, sample_x(), middle(), 8);
                set_source(m_cairo, ring_colour(grey));
                cairo_set_line_width(m_cairo, 1);
                cairo_stroke(m_cairo);
            }
            if (fill_of(entry.precision) == SymbolFill::hollow)
                hatch_sample();
            symbol(grey, fill_of(entry.precision), 4.5);
        }
        row(entry.text, entry.count);
    }

    /// Circles side by side on one line, their numbers below.
    void sizes(const std::vector<LegendSize>& sizes) {
        const double height = 2 * sizes.back().radius_px + 2;
        double x = m_x;
        for (const LegendSize& size : sizes) {
            const TextSize words = m_shaper.measure(size.text, m_style.of(TextRole::furniture));
            const double width = std::max(2 * size.radius_px, words.width_px);
            if (m_cairo) {
                trace(m_cairo, Shape::circle, x + width / 2, m_y + height - size.radius_px,
                      size.radius_px);
                set_source(m_cairo, with_opacity(m_style.leader, 0.18));
                cairo_fill_preserve(m_cairo);
                set_source(m_cairo, m_style.leader);
                cairo_set_line_width(m_cairo, 1);
                cairo_stroke(m_cairo);
                m_shaper.draw(m_cairo, size.text, m_style.of(TextRole::furniture),
                              x + (width - words.width_px) / 2, m_y + height + 2);
            }
            x += width + 14;
        }
        m_width = std::max(m_width, x - 14 - m_x);
        m_y += height + kRowHeight;
    }

    void flow(const LegendFlow& flow) {
        const double height = std::max(kRowHeight, flow.width_px + 4);
        if (m_cairo) {
            set_source(m_cairo, flow.colour);
            cairo_set_line_width(m_cairo, flow.width_px);
            const double dashes[] = {7, 5};
            if (flow.dashed)
                cairo_set_dash(m_cairo, dashes, 2, 0);
            cairo_move_to(m_cairo, m_x, m_y + height / 2);
            cairo_line_to(m_cairo, m_x + kSampleWidth - 8, m_y + height / 2);
            cairo_stroke(m_cairo);
            cairo_set_dash(m_cairo, nullptr, 0, 0);
        }
        write(flow.text, TextRole::furniture, m_x + kSampleWidth, height);
        m_y += height;
    }

    void note(const std::string& text) {
        write(text, TextRole::furniture, m_x, kRowHeight);
        m_y += kRowHeight;
    }

    void gap() { m_y += kSectionGap; }

    TextSize size() const { return {m_width + 2 * kPadding, m_y - m_top + kPadding}; }

  private:
    double sample_x() const { return m_x + (kSampleWidth - 8) / 2; }
    double middle() const { return m_y + kRowHeight / 2; }
    static double widest_sample(const std::vector<LegendSize>& sizes) {
        return std::max(kSampleWidth - 6, 2 * sizes.back().radius_px);
    }

    void symbol(const SymbolStyle& symbol, SymbolFill fill, double radius) {
        if (!m_cairo)
            return;
        const SymbolLook look = look_of(symbol, fill, false, false, m_style);
        draw_symbol(m_cairo, symbol.shape, look, sample_x(), middle(), radius);
    }

    void hatch_sample() {
        if (!m_cairo)
            return;
        const double left = m_x;
        const double width = kSampleWidth - 8;
        const double height = kRowHeight - 3;
        const double top = middle() - height / 2;
        cairo_save(m_cairo);
        cairo_rectangle(m_cairo, left, top, width, height);
        cairo_clip(m_cairo);
        set_source(m_cairo, with_opacity(m_style.hatch, 0.45));
        cairo_set_line_width(m_cairo, 0.9);
        for (double x = -height; x < width; x += 7) {
            cairo_move_to(m_cairo, left + x, top + height);
            cairo_line_to(m_cairo, left + x + height, top);
        }
        cairo_stroke(m_cairo);
        cairo_restore(m_cairo);
    }

    void badge_sample() {
        if (!m_cairo)
            return;
        draw_panel(m_cairo, m_style, {m_x, middle() - 6.5, kSampleWidth - 8, 13}, 6.5);
        TextStyle style = m_style.of(TextRole::badge);
        style.size_px = 9;
        const TextSize size = m_shaper.measure("n", style);
        m_shaper.draw(m_cairo, "n", style, sample_x() - size.width_px / 2,
                      middle() - size.height_px / 2);
    }

    /// The count stands at the right edge, lighter.
    void row(const std::string& text, std::size_t count) {
        TextStyle light = m_style.of(TextRole::furniture);
        light.colour = mix(light.colour, m_style.panel, 0.35);
        const std::string number = std::to_string(count);
        const TextSize size = m_shaper.measure(number, light);
        write(text, TextRole::furniture, m_x + kSampleWidth, kRowHeight, kCountGap + size.width_px);
        if (m_cairo) {
            m_shaper.draw(m_cairo, number, light, m_right - size.width_px,
                          m_y + (kRowHeight - size.height_px) / 2);
        }
        m_y += kRowHeight;
    }

    /// `beside`: what must fit on its right.
    void write(const std::string& text, TextRole role, double x, double height, double beside = 0) {
        const TextSize size = m_shaper.measure(text, m_style.of(role));
        m_width = std::max(m_width, x + size.width_px + beside - m_x);
        if (m_cairo) {
            m_shaper.draw(m_cairo, text, m_style.of(role), x, m_y + (height - size.height_px) / 2);
        }
    }

    cairo_t* m_cairo;
    const MapStyle& m_style;
    const TextShaper& m_shaper;
    double m_x, m_y;
    double m_right = 0;  ///< of the words, once measured
    double m_top = 0;
    double m_width = 0;
    bool m_any = false;
};

TextSize write_legend(cairo_t* cairo, const Legend& legend, const MapStyle& style,
                      const TextShaper& shaper, double x_px, double y_px, double width_px) {
    LegendWriter writer(cairo, style, shaper, x_px, y_px, width_px);
    if (!legend.kinds.empty())
        writer.title(legend.kinds_title);
    for (const LegendKind& kind : legend.kinds)
        writer.kind(kind);
    if (!legend.sizes.empty()) {
        writer.title(legend.sizes_title);
        writer.sizes(legend.sizes);
    }
    if (!legend.precisions.empty())
        writer.title(legend.precisions_title);
    for (const LegendPrecision& entry : legend.precisions)
        writer.precision(entry);
    if (!legend.flows.empty())
        writer.title(legend.flows_title);
    for (const LegendFlow& flow : legend.flows)
        writer.flow(flow);
    writer.gap();
    if (!legend.possibly_inside.empty())
        writer.note(legend.possibly_inside);
    for (const std::string& note : legend.notes)
        writer.note(note);
    return writer.size();
}

}  // namespace

void draw_symbol(cairo_t* cairo, Shape shape, const SymbolLook& look, double x_px, double y_px,
                 double radius_px) {
    cairo_save(cairo);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER);
    trace(cairo, shape, x_px, y_px, radius_px);
    set_source(cairo, look.halo);
    cairo_set_line_width(cairo, 2 * look.halo_px);
    cairo_stroke(cairo);
    trace(cairo, shape, x_px, y_px, radius_px);
    cairo_clip_preserve(cairo);
    set_source(cairo, look.fill);
    cairo_fill_preserve(cairo);
    set_source(cairo, look.edge);
    cairo_set_line_width(cairo, 2 * look.edge_px);  // the outer half is clipped away
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

TextSize draw_legend(cairo_t* cairo, const Legend& legend, const MapStyle& style,
                     const TextShaper& shaper, double x_px, double y_px) {
    const TextSize size = write_legend(nullptr, legend, style, shaper, x_px, y_px, 0);
    if (!cairo)
        return size;
    draw_panel(cairo, style, {x_px + 0.5, y_px + 0.5, size.width_px - 1, size.height_px - 1},
               kCorner);
    return write_legend(cairo, legend, style, shaper, x_px, y_px, size.width_px);
}

TextSize draw_scale_bar(cairo_t* cairo, const ScaleBar& bar, const MapStyle& style,
                        const TextShaper& shaper, double x_px, double y_px) {
    TextStyle text = style.of(TextRole::furniture);
    text.halo = with_opacity(style.panel, 1);
    text.halo_px = 1.5;
    const TextSize size = shaper.measure(bar.text, text);
    constexpr double kTick = 4;
    const auto line = [&] {
        cairo_move_to(cairo, x_px, y_px - kTick);
        cairo_line_to(cairo, x_px, y_px);
        cairo_line_to(cairo, x_px + bar.length_px, y_px);
        cairo_line_to(cairo, x_px + bar.length_px, y_px - kTick);
    };
    if (cairo) {
        line();
        set_source(cairo, with_opacity(style.panel, 0.9));
        cairo_set_line_width(cairo, 3.6);
        cairo_stroke(cairo);
        line();
        set_source(cairo, text.colour);
        cairo_set_line_width(cairo, 1.4);
        cairo_stroke(cairo);
        shaper.draw(cairo, bar.text, text, x_px + (bar.length_px - size.width_px) / 2,
                    y_px - kTick - size.height_px);
    }
    return {bar.length_px, size.height_px + kTick};
}

}  // namespace app
