// Text shaped with Pango (Arabic, Tifinagh and Latin alike): measured for placement, drawn by
// Cairo.
#pragma once

#include <functional>
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

struct PanelBox {
    double x = 0, y = 0, width = 0, height = 0;
};

/// A ground for words on the map: rounded corners, the style's panel colours.
void draw_panel(cairo_t* cairo, const MapStyle& style, const PanelBox& box, double corner);

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

/// The same on a small panel with rounded corners: badges.
TextBitmap rasterise_boxed(const TextShaper& shaper, const std::string& text,
                           const TextStyle& style, const MapStyle& map_style, double scale);
inline constexpr double kBadgePaddingPx = 5;

/// Whatever `draw` draws, in logical pixels from the upper left corner.
TextBitmap rasterise_drawing(double width_px, double height_px, double scale,
                             const std::function<void(cairo_t*)>& draw);

}  // namespace app
