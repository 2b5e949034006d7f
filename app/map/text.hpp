// Text shaped with Pango (Arabic, Tifinagh and Latin alike): measured for placement, drawn by
// Cairo.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/map/style.hpp"

typedef struct _cairo cairo_t;

namespace app {

struct TextSize {
    double width_px = 0;   ///< of the ink and its side bearings, without halo
    double height_px = 0;  ///< from ascent to descent of all lines
};

/// One per thread. Sizes are logical pixels; `scale` (device pixels per logical one) only sharpens.
class TextShaper {
  public:
    TextShaper();
    TextShaper(TextShaper&&) noexcept;
    TextShaper& operator=(TextShaper&&) noexcept;
    ~TextShaper();

    TextSize measure(const std::string& text, const TextStyle& style) const;

    /// Draws with the top left corner of its box at (x_px, y_px), halo first. Real text on PDF and
    /// SVG surfaces.
    void draw(cairo_t* cairo, const std::string& text, const TextStyle& style, double x_px,
              double y_px) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Premultiplied RGBA, row by row from the top; the text's box lies `margin_px` device pixels in.
struct TextBitmap {
    int width_px = 0;
    int height_px = 0;
    int margin_px = 0;
    std::vector<unsigned char> rgba;
};

/// At `scale` device pixels per logical pixel.
TextBitmap rasterise(const TextShaper& shaper, const std::string& text, const TextStyle& style,
                     double scale);

}  // namespace app
