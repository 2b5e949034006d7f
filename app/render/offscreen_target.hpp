// A framebuffer of one's own, and its pixels.
#pragma once

#include <string>
#include <vector>

#include "app/render/gl_handle.hpp"
#include "geo/output_file.hpp"
#include "geo/result.hpp"

namespace app {

/// RGBA, rows from the top, opaque.
struct Pixels {
    int width_px = 0;
    int height_px = 0;
    std::vector<unsigned char> rgba;
};

/// Colour and stencil. Needs a current context.
class OffscreenTarget {
  public:
    /// Fails when the driver has no such size: "16384x16384 pixels: this driver draws at most ...".
    static geo::Result<OffscreenTarget> create(int width_px, int height_px);
    GLuint framebuffer() const { return m_framebuffer.name(); }
    Pixels read_pixels() const;

  private:
    OffscreenTarget() = default;
    int m_width_px = 0;
    int m_height_px = 0;
    GlFramebuffer m_framebuffer;
    GlRenderbuffer m_colour, m_stencil;
};

/// The part of `framebuffer` with its lower left corner at (x_px, y_px), alpha set to opaque.
Pixels read_pixels(GLuint framebuffer, int x_px, int y_px, int width_px, int height_px);

/// Writes a PNG safely (geo::replace_file).
geo::Result<void> write_png(const Pixels& pixels, const std::string& path,
                            geo::Overwrite overwrite);

}  // namespace app
