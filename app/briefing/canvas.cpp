// Cairo surfaces and Pango layouts behind the page.
#include "app/briefing/canvas.hpp"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>

#include <cmath>

namespace app {
namespace {

constexpr const char* kFontFamilies = "Inter, Noto Sans, DejaVu Sans";

struct UnrefLayout {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using LayoutPtr = std::unique_ptr<PangoLayout, UnrefLayout>;

struct DestroyCairo {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

PangoWeight pango_weight(FontWeight weight) {
    switch (weight) {
        case FontWeight::regular:
            return PANGO_WEIGHT_NORMAL;
        case FontWeight::medium:
            return PANGO_WEIGHT_MEDIUM;
        case FontWeight::semibold:
            return PANGO_WEIGHT_SEMIBOLD;
        case FontWeight::bold:
            return PANGO_WEIGHT_BOLD;
    }
    return PANGO_WEIGHT_NORMAL;
}

PangoAlignment pango_align(Align align) {
    switch (align) {
        case Align::left:
            return PANGO_ALIGN_LEFT;
        case Align::centre:
            return PANGO_ALIGN_CENTER;
        case Align::right:
            return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

void set_source(cairo_t* cairo, Colour c) {
    cairo_set_source_rgba(cairo, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

LayoutPtr make_layout(cairo_t* cairo, double width_pt, std::string_view words,
                      const PageText& style) {
    LayoutPtr layout{pango_cairo_create_layout(cairo)};
    PangoFontDescription* font = pango_font_description_from_string(kFontFamilies);
    pango_font_description_set_absolute_size(font, style.size_pt * PANGO_SCALE);
    pango_font_description_set_weight(font, pango_weight(style.weight));
    if (style.italic)
        pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
    pango_layout_set_alignment(layout.get(), pango_align(style.align));
    pango_layout_set_line_spacing(layout.get(), static_cast<float>(style.line_spacing));
    if (width_pt > 0) {
        pango_layout_set_width(layout.get(), static_cast<int>(width_pt * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    if (style.max_lines > 0) {
        pango_layout_set_height(layout.get(), -style.max_lines);
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    }
    return layout;
}

std::pair<double, double> size_of(PangoLayout* layout) {
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return {static_cast<double>(logical.width) / PANGO_SCALE,
            static_cast<double>(logical.height) / PANGO_SCALE};
}

}  // namespace

struct Canvas::Impl {
    std::string path;
    PageFormat format = PageFormat::png;
    double width_pt = 0;
    double height_pt = 0;
    std::unique_ptr<cairo_surface_t, DestroySurface> surface;
    std::unique_ptr<cairo_t, DestroyCairo> cairo;
};

Canvas::Canvas(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;
Canvas::~Canvas() = default;

geo::Result<Canvas> Canvas::create(const std::string& path, PageFormat format, double width_pt,
                                   double height_pt, double dpi, const std::string& created) {
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    impl->format = format;
    impl->width_pt = width_pt;
    impl->height_pt = height_pt;
    const double scale = dpi / 72;
    switch (format) {
        case PageFormat::png:
            impl->surface.reset(cairo_image_surface_create(
                CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(width_pt * scale)),
                static_cast<int>(std::lround(height_pt * scale))));
            break;
        case PageFormat::pdf:
            impl->surface.reset(cairo_pdf_surface_create(path.c_str(), width_pt, height_pt));
            cairo_pdf_surface_set_metadata(impl->surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                           created.c_str());
            break;
        case PageFormat::svg:
            impl->surface.reset(cairo_svg_surface_create(path.c_str(), width_pt, height_pt));
            break;
    }
    if (cairo_surface_status(impl->surface.get()) != CAIRO_STATUS_SUCCESS) {
        return geo::fail(std::string{"cannot draw a page: "} +
                         cairo_status_to_string(cairo_surface_status(impl->surface.get())));
    }
    impl->cairo.reset(cairo_create(impl->surface.get()));
    if (format == PageFormat::png)
        cairo_scale(impl->cairo.get(), scale, scale);
    Canvas canvas{std::move(impl)};
    canvas.fill({0, 0, width_pt, height_pt}, {255, 255, 255, 255});
    return canvas;
}

cairo_t* Canvas::cairo() const {
    return m_impl->cairo.get();
}
double Canvas::width_pt() const {
    return m_impl->width_pt;
}
double Canvas::height_pt() const {
    return m_impl->height_pt;
}

void Canvas::fill(const Rect& rect, Colour colour) {
    set_source(cairo(), colour);
    cairo_rectangle(cairo(), rect.x, rect.y, rect.width, rect.height);
    cairo_fill(cairo());
}

void Canvas::stroke(const Rect& rect, Colour colour, double width_pt) {
    set_source(cairo(), colour);
    cairo_set_line_width(cairo(), width_pt);
    cairo_rectangle(cairo(), rect.x, rect.y, rect.width, rect.height);
    cairo_stroke(cairo());
}

void Canvas::line(double x0, double y0, double x1, double y1, Colour colour, double width_pt) {
    set_source(cairo(), colour);
    cairo_set_line_width(cairo(), width_pt);
    cairo_move_to(cairo(), x0, y0);
    cairo_line_to(cairo(), x1, y1);
    cairo_stroke(cairo());
}

double Canvas::text(const Rect& rect, std::string_view words, const PageText& style) {
    const LayoutPtr layout = make_layout(cairo(), rect.width, words, style);
    set_source(cairo(), style.colour);
    cairo_move_to(cairo(), rect.x, rect.y);
    pango_cairo_show_layout(cairo(), layout.get());
    return size_of(layout.get()).second;
}

double Canvas::text_height(double width_pt, std::string_view words, const PageText& style) const {
    return size_of(make_layout(cairo(), width_pt, words, style).get()).second;
}

double Canvas::text_width(std::string_view words, const PageText& style) const {
    return size_of(make_layout(cairo(), 0, words, style).get()).first;
}

void Canvas::next_page() {
    if (m_impl->format != PageFormat::pdf)
        return;
    cairo_show_page(cairo());
}

geo::Result<void> Canvas::finish() {
    cairo_status_t status = cairo_status(cairo());
    if (status == CAIRO_STATUS_SUCCESS && m_impl->format == PageFormat::png) {
        status = cairo_surface_write_to_png(m_impl->surface.get(), m_impl->path.c_str());
    }
    if (status == CAIRO_STATUS_SUCCESS) {
        cairo_surface_finish(m_impl->surface.get());
        status = cairo_surface_status(m_impl->surface.get());
    }
    if (status != CAIRO_STATUS_SUCCESS)
        return geo::fail(std::string{"the page could not be written: "} +
                         cairo_status_to_string(status));
    return {};
}

}  // namespace app
