// Pango layouts without hinting, so that a text has one size at every scale.
#include "app/map/text.hpp"

#include <pango/pangocairo.h>

#include <cmath>
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

TextBitmap rasterise(const TextShaper& shaper, const std::string& text, const TextStyle& style,
                     double scale) {
    const TextSize size = shaper.measure(text, style);
    TextBitmap bitmap;
    bitmap.margin_px = static_cast<int>(std::ceil((style.halo_px + 2) * scale));
    bitmap.width_px = static_cast<int>(std::ceil(size.width_px * scale)) + 2 * bitmap.margin_px;
    bitmap.height_px = static_cast<int>(std::ceil(size.height_px * scale)) + 2 * bitmap.margin_px;
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, bitmap.width_px);
    std::vector<unsigned char> pixels(static_cast<std::size_t>(stride) *
                                      static_cast<std::size_t>(bitmap.height_px));
    cairo_surface_t* const surface = cairo_image_surface_create_for_data(
        pixels.data(), CAIRO_FORMAT_ARGB32, bitmap.width_px, bitmap.height_px, stride);
    cairo_t* const cairo = cairo_create(surface);
    cairo_translate(cairo, bitmap.margin_px, bitmap.margin_px);
    cairo_scale(cairo, scale, scale);
    shaper.draw(cairo, text, style, 0, 0);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    bitmap.rgba.reserve(static_cast<std::size_t>(bitmap.width_px) *
                        static_cast<std::size_t>(bitmap.height_px) * 4);
    for (int y = 0; y < bitmap.height_px; ++y) {
        const unsigned char* const row = pixels.data() + std::ptrdiff_t{y} * stride;
        for (int x = 0; x < bitmap.width_px; ++x) {
            const unsigned char* const bgra = row + std::ptrdiff_t{4} * x;  // little-endian ARGB32
            bitmap.rgba.insert(bitmap.rgba.end(), {bgra[2], bgra[1], bgra[0], bgra[3]});
        }
    }
    return bitmap;
}

}  // namespace app
