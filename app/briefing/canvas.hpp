// A page to draw on, whatever it becomes: PNG, PDF or SVG. Lengths are points (1/72 inch).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/map/colour.hpp"
#include "geo/result.hpp"

typedef struct _cairo cairo_t;

namespace app {

struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
    double right() const { return x + width; }
    double bottom() const { return y + height; }
};

enum class FontWeight : unsigned char { regular, medium, semibold, bold };
enum class Align : unsigned char { left, centre, right };

struct PageText {
    double size_pt = 8;
    FontWeight weight = FontWeight::regular;
    Colour colour{0x33, 0x33, 0x33, 255};
    Align align = Align::left;
    bool italic = false;
    int max_lines = 0;  ///< 0: as many as it takes; else the last one ends in "…"
    double line_spacing = 1.2;
};

enum class PageFormat : unsigned char { png, pdf, svg };

/// Text is shaped by Pango (any script); in PDF and SVG it stays text.
class Canvas {
  public:
    /// Draws into the file at `path`. `created` dates a PDF, so that the same page gives the same
    /// bytes.
    static geo::Result<Canvas> create(const std::string& path, PageFormat format, double width_pt,
                                      double height_pt, double dpi, const std::string& created);
    Canvas(Canvas&&) noexcept;
    Canvas& operator=(Canvas&&) noexcept;
    ~Canvas();

    cairo_t* cairo() const;
    double width_pt() const;
    double height_pt() const;

    void fill(const Rect& rect, Colour colour);
    void stroke(const Rect& rect, Colour colour, double width_pt);
    void line(double x0, double y0, double x1, double y1, Colour colour, double width_pt);
    /// Draws within `rect.width` from its top; returns the height that it took.
    double text(const Rect& rect, std::string_view words, const PageText& style);
    double text_height(double width_pt, std::string_view words, const PageText& style) const;
    double text_width(std::string_view words, const PageText& style) const;

    /// PDF: begins another page. Others ignore it.
    void next_page();
    /// Writes the file. Fails when the disk does.
    geo::Result<void> finish();

  private:
    struct Impl;
    explicit Canvas(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace app
