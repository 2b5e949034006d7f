// Framebuffer, labels and redraws of the map.
#include "app/map_picture.hpp"

#include <cmath>

#include "app/map/labels.hpp"
#include "app/render/gl_handle.hpp"
#include "app/render/map_renderer.hpp"
#include "geo/base_map.hpp"

namespace app {
namespace {

/// Colour as a texture that ImGui can show, and stencil.
struct TextureTarget {
    GlFramebuffer framebuffer = GlFramebuffer::make();
    GlTexture colour = GlTexture::make();
    GlRenderbuffer stencil = GlRenderbuffer::make();
    int width_px = 0;
    int height_px = 0;

    void resize(int width, int height) {
        if (width == width_px && height == height_px)
            return;
        width_px = width;
        height_px = height;
        glBindTexture(GL_TEXTURE_2D, colour.name());
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                     nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glBindRenderbuffer(GL_RENDERBUFFER, stencil.name());
        glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour.name(),
                               0);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER,
                                  stencil.name());
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
    }
};

struct DrawnKey {
    std::uint64_t scene = 0;
    double x_m = 0, y_m = 0, scale = 0, width = 0, height = 0, dpi = 0;
    std::size_t names = 0;
    bool dark = false;
    friend bool operator==(const DrawnKey&, const DrawnKey&) = default;
};

}  // namespace

struct MapPicture::Impl {
    std::unique_ptr<geo::BaseMap> base_map;
    std::unique_ptr<MapRenderer> renderer;
    TextureTarget target;
    TextShaper shaper;
    std::vector<NamedPlace> names;
    std::size_t names_revision = 0;
    DrawnKey drawn;
};

MapPicture::MapPicture(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
MapPicture::MapPicture(MapPicture&&) noexcept = default;
MapPicture& MapPicture::operator=(MapPicture&&) noexcept = default;
MapPicture::~MapPicture() = default;

geo::Result<MapPicture> MapPicture::create(const std::string& share_folder) {
    auto base_map = geo::BaseMap::open(share_folder + "/basemap");
    if (!base_map)
        return tl::unexpected(base_map.error());
    auto impl = std::make_unique<Impl>();
    impl->base_map = std::make_unique<geo::BaseMap>(std::move(*base_map));
    auto renderer = MapRenderer::create(share_folder, *impl->base_map);
    if (!renderer)
        return tl::unexpected(renderer.error());
    impl->renderer = std::make_unique<MapRenderer>(std::move(*renderer));
    return MapPicture(std::move(impl));
}

void MapPicture::set_names(std::vector<NamedPlace> names) {
    m_impl->names = std::move(names);
    ++m_impl->names_revision;
}

const geo::BaseMap& MapPicture::base_map() const {
    return *m_impl->base_map;
}

std::uint64_t MapPicture::update(const Model& model, double device_px_per_logical) {
    const auto& map = model.map;
    auto& target = m_impl->target;
    const int width = static_cast<int>(std::lround(map.view.width_px * device_px_per_logical));
    const int height = static_cast<int>(std::lround(map.view.height_px * device_px_per_logical));
    if (width < 1 || height < 1)
        return 0;
    const DrawnKey key{map.scene_revision,     map.view.centre.x_m,    map.view.centre.y_m,
                       map.view.metres_per_px, map.view.width_px,      map.view.height_px,
                       device_px_per_logical,  m_impl->names_revision, model.dark};
    if (key == m_impl->drawn)
        return target.colour.name();
    m_impl->drawn = key;
    target.resize(width, height);
    const auto candidates = label_candidates(map.scene, m_impl->names, map.projection, map.view);
    const auto labels = place_labels(candidates, map.scene, map.style, m_impl->shaper, map.view);
    m_impl->renderer->draw(
        {map.projection, map.view, map.scene, labels, map.style, device_px_per_logical, nullptr},
        target.framebuffer.name());
    return target.colour.name();
}

}  // namespace app
