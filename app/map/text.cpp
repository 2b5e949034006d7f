// Pango layouts without hinting, so that a text has one size at every scale.
#include "app/map/text.hpp"

#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>
#include <utility>

namespace app {
namespace {

template <typename T>
struct GObjectRelease {
    void operator()(T* object) const { g_object_unref(object); }
};
template <typename T>
using GObject = std::unique_ptr<T, GObjectRelease<T>>;

std::string in_capitals(const std::string& text) {
    char* const upper = g_utf8_strup(text.data(), static_cast<gssize>(text.size()));
    std::string out = upper;
    g_free(upper);
    return out;
}

/// Text in files may be broken; Pango wants UTF-8.
std::string valid_utf8(const std::string& text) {
    if (g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr))
        return text;
    char* const made = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string out = made;
    g_free(made);
    return out;
}

void set_source(cairo_t* cairo, Colour colour) {
    cairo_set_source_rgba(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0,
                          colour.a / 255.0);
}

}  // namespace

struct TextShaper::Impl {
    GObject<PangoFontMap> fonts{pango_cairo_font_map_new()};
    GObject<PangoContext> context{pango_font_map_create_context(fonts.get())};

    GObject<PangoLayout> layout(const std::string& text, const TextStyle& style) const {
        GObject<PangoLayout> layout{pango_layout_new(context.get())};
        PangoFontDescription* const font = pango_font_description_new();
        pango_font_description_set_family(font, style.font.c_str());
        pango_font_description_set_absolute_size(font, style.size_px * PANGO_SCALE);
        pango_font_description_set_weight(font, static_cast<PangoWeight>(style.weight));
        if (style.italic)
            pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        if (style.spacing_px > 0) {
            PangoAttrList* const list = pango_attr_list_new();
            pango_attr_list_insert(list, pango_attr_letter_spacing_new(
                                             static_cast<int>(style.spacing_px * PANGO_SCALE)));
            pango_layout_set_attributes(layout.get(), list);
            pango_attr_list_unref(list);
        }
        const std::string shown = style.capitals ? in_capitals(valid_utf8(text)) : valid_utf8(text);
        pango_layout_set_text(layout.get(), shown.data(), static_cast<int>(shown.size()));
        return layout;
    }
};

void draw_panel(cairo_t* cairo, const MapStyle& style, const PanelBox& box, double corner) {
    constexpr double kQuarter = std::numbers::pi / 2;
    const double right = box.x + box.width;
    const double bottom = box.y + box.height;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - corner, box.y + corner, corner, -kQuarter, 0);
    cairo_arc(cairo, right - corner, bottom - corner, corner, 0, kQuarter);
    cairo_arc(cairo, box.x + corner, bottom - corner, corner, kQuarter, 2 * kQuarter);
    cairo_arc(cairo, box.x + corner, box.y + corner, corner, 2 * kQuarter, 3 * kQuarter);
    cairo_close_path(cairo);
    set_source(cairo, style.panel);
    cairo_fill_preserve(cairo);
    set_source(cairo, style.panel_edge);
    cairo_set_line_width(cairo, 1);
    cairo_stroke(cairo);
}

TextShaper::TextShaper() : m_impl(std::make_unique<Impl>()) {
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(m_impl->context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(m_impl->context.get(), FALSE);
}
TextShaper::TextShaper(TextShaper&&) noexcept = default;
TextShaper& TextShaper::operator=(TextShaper&&) noexcept = default;
TextShaper::~TextShaper() = default;

TextSize TextShaper::measure(const std::string& text, const TextStyle& style) const {
    const auto layout = m_impl->layout(text, style);
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return {static_cast<double>(logical.width) / PANGO_SCALE,
            static_cast<double>(logical.height) / PANGO_SCALE};
}

void TextShaper::draw(cairo_t* cairo, const std::string& text, const TextStyle& style, double x_px,
                      double y_px) const {
    const auto layout = m_impl->layout(text, style);
    cairo_save(cairo);
    if (style.halo_px > 0 && style.halo.a > 0) {
        cairo_move_to(cairo, x_px, y_px);
        pango_cairo_layout_path(cairo, layout.get());
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_width(cairo, 2 * style.halo_px);
        set_source(cairo, style.halo);
        cairo_stroke(cairo);
    }
    set_source(cairo, style.colour);
    cairo_move_to(cairo, x_px, y_px);
    pango_cairo_show_layout(cairo, layout.get());
    cairo_restore(cairo);
}

TextBitmap rasterise_drawing(double width_px, double height_px, double scale,
                             const std::function<void(cairo_t*)>& draw) {
    TextBitmap bitmap;
    bitmap.width_px = static_cast<int>(std::ceil(width_px * scale));
    bitmap.height_px = static_cast<int>(std::ceil(height_px * scale));
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, bitmap.width_px);
    bitmap.rgba.resize(static_cast<std::size_t>(stride) *
                       static_cast<std::size_t>(bitmap.height_px));
    cairo_surface_t* const surface = cairo_image_surface_create_for_data(
        bitmap.rgba.data(), CAIRO_FORMAT_ARGB32, bitmap.width_px, bitmap.height_px, stride);
    cairo_t* const cairo = cairo_create(surface);
    cairo_scale(cairo, scale, scale);
    draw(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    // Cairo's pixels are BGRA in memory on the little-endian machines that this runs on; a row of
    // 32-bit pixels has no padding.
    for (std::size_t i = 0; i + 3 < bitmap.rgba.size(); i += 4) {
        std::swap(bitmap.rgba[i], bitmap.rgba[i + 2]);
    }
    return bitmap;
}

TextBitmap rasterise(const TextShaper& shaper, const std::string& text, const TextStyle& style,
                     double scale) {
    const TextSize size = shaper.measure(text, style);
    const double margin = std::ceil((style.halo_px + 2) * scale) / scale;
    TextBitmap bitmap =
        rasterise_drawing(size.width_px + 2 * margin, size.height_px + 2 * margin, scale,
                          [&](cairo_t* cairo) { shaper.draw(cairo, text, style, margin, margin); });
    bitmap.margin_px = static_cast<int>(std::lround(margin * scale));
    return bitmap;
}

TextBitmap rasterise_boxed(const TextShaper& shaper, const std::string& text,
                           const TextStyle& style, const MapStyle& map_style, double scale) {
    const TextSize size = shaper.measure(text, style);
    const double margin = std::ceil((kBadgePaddingPx + 1) * scale) / scale;
    const double width = size.width_px + 2 * margin;
    const double height = size.height_px + 2 * margin;
    TextBitmap bitmap = rasterise_drawing(width, height, scale, [&](cairo_t* cairo) {
        draw_panel(cairo, map_style, {0.5, 2.5, width - 1, height - 5}, (height - 5) / 2);
        shaper.draw(cairo, text, style, margin, margin);
    });
    bitmap.margin_px = static_cast<int>(std::lround(margin * scale));
    return bitmap;
}

}  // namespace app
