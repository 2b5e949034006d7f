// Framebuffers, reading pixels, PNG.
#include "app/render/offscreen_target.hpp"

#include <cairo.h>

#include <cstring>
#include <memory>

namespace app {
namespace {

struct SurfaceRelease {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceRelease>;

Surface surface_of(const Pixels& pixels) {
    Surface surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels.width_px, pixels.height_px));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return nullptr;
    unsigned char* const out = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < pixels.height_px; ++y) {
        const unsigned char* in = pixels.rgba.data() + std::ptrdiff_t{4} * y * pixels.width_px;
        unsigned char* row = out + std::ptrdiff_t{y} * stride;
        for (int x = 0; x < pixels.width_px; ++x, in += 4, row += 4) {
            row[0] = in[2];
            row[1] = in[1];
            row[2] = in[0];
            row[3] = 0xFF;
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

}  // namespace

geo::Result<OffscreenTarget> OffscreenTarget::create(int width_px, int height_px) {
    GLint most = 0;
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &most);
    if (width_px < 1 || height_px < 1 || width_px > most || height_px > most) {
        return geo::fail(std::to_string(width_px) + "x" + std::to_string(height_px) +
                         " pixels: this driver draws at most " + std::to_string(most) +
                         " pixels a side; give a smaller size");
    }
    OffscreenTarget target;
    target.m_width_px = width_px;
    target.m_height_px = height_px;
    target.m_framebuffer = GlFramebuffer::make();
    target.m_colour = GlRenderbuffer::make();
    target.m_stencil = GlRenderbuffer::make();
    glBindRenderbuffer(GL_RENDERBUFFER, target.m_colour.name());
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width_px, height_px);
    glBindRenderbuffer(GL_RENDERBUFFER, target.m_stencil.name());
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, width_px, height_px);
    glBindFramebuffer(GL_FRAMEBUFFER, target.m_framebuffer.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER,
                              target.m_colour.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER,
                              target.m_stencil.name());
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
        return geo::fail(std::to_string(width_px) + "x" + std::to_string(height_px) +
                         " pixels: the driver refused the picture's memory; give a smaller size");
    }
    return target;
}

Pixels OffscreenTarget::read_pixels() const {
    return app::read_pixels(m_framebuffer.name(), 0, 0, m_width_px, m_height_px);
}

Pixels read_pixels(GLuint framebuffer, int x_px, int y_px, int width_px, int height_px) {
    Pixels pixels{width_px, height_px, {}};
    const std::size_t row = std::size_t{4} * static_cast<std::size_t>(width_px);
    std::vector<unsigned char> upwards(row * static_cast<std::size_t>(height_px));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(x_px, y_px, width_px, height_px, GL_RGBA, GL_UNSIGNED_BYTE, upwards.data());
    pixels.rgba.resize(upwards.size());
    for (std::size_t y = 0; y < static_cast<std::size_t>(height_px); ++y) {
        std::memcpy(pixels.rgba.data() + y * row,
                    upwards.data() + (static_cast<std::size_t>(height_px) - 1 - y) * row, row);
    }
    for (std::size_t i = 3; i < pixels.rgba.size(); i += 4)
        pixels.rgba[i] = 0xFF;
    return pixels;
}

geo::Result<void> write_png(const Pixels& pixels, const std::string& path,
                            geo::Overwrite overwrite) {
    const Surface surface = surface_of(pixels);
    if (!surface)
        return geo::fail(path + ": no memory for the picture; give a smaller size");
    const auto write = [&](const std::string& temp_path) -> geo::Result<void> {
        const cairo_status_t status = cairo_surface_write_to_png(surface.get(), temp_path.c_str());
        if (status == CAIRO_STATUS_SUCCESS)
            return {};
        return geo::fail(path + ": cannot write the picture: " + cairo_status_to_string(status));
    };
    const auto check = [&](const std::string& temp_path) -> geo::Result<void> {
        const Surface back(cairo_image_surface_create_from_png(temp_path.c_str()));
        if (cairo_surface_status(back.get()) == CAIRO_STATUS_SUCCESS &&
            cairo_image_surface_get_width(back.get()) == pixels.width_px &&
            cairo_image_surface_get_height(back.get()) == pixels.height_px) {
            return {};
        }
        return geo::fail(path + ": the picture read back is not whole; is the disk full?");
    };
    return geo::replace_file(path, overwrite, write, check);
}

}  // namespace app
