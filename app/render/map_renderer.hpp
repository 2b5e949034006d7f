// Draws the map with OpenGL 3.3: base map, areas, flows, symbols, labels. Needs a current context.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "app/map/labels.hpp"
#include "app/map/legend.hpp"
#include "app/map/scale_bar.hpp"
#include "app/map/scene.hpp"
#include "app/map/style.hpp"
#include "geo/result.hpp"

namespace geo {
class BaseMap;
}

namespace app {

/// What stands in the corners: legend lower left, scale bar and credits lower right. A legend that
/// would cover more than half of the view's width or nine tenths of its height is left out.
struct Furniture {
    Legend legend;
    ScaleBar scale_bar;
    std::string credits;
    std::string short_credits;  ///< where the view has no room for the others
};

/// The parts of the view that its furniture covers: for place_labels.
std::vector<ScreenBox> covered_by(const Furniture& furniture, const MapStyle& style,
                                  const TextShaper& shaper, const geo::MapView& view);

/// One frame. The view counts logical pixels; `dpi_scale` device pixels make one.
struct MapFrame {
    const geo::Projection& projection;
    const geo::MapView& view;
    const Scene& scene;
    std::span<const PlacedLabel> labels;
    const MapStyle& style;
    double dpi_scale = 1;
    const Furniture* furniture = nullptr;  ///< legend, scale bar, credits; null: none drawn
};

/// Lives and dies with its context current. Keeps base map geometry and text on the GPU between
/// frames: a pan or a step of zoom uploads nothing.
class MapRenderer {
  public:
    /// `base_map` must outlive it. Fails naming the shader file that is missing or does not
    /// compile.
    static geo::Result<MapRenderer> create(const std::string& share_folder,
                                           const geo::BaseMap& base_map);
    MapRenderer(MapRenderer&&) noexcept;
    MapRenderer& operator=(MapRenderer&&) noexcept;
    ~MapRenderer();

    /// Draws into `framebuffer` (0: the window) at the given corner in device pixels, counted from
    /// its lower left. Needs a stencil buffer of 8 bits there. Leaves blending, scissor, stencil
    /// and program as ImGui's backend expects to set them itself.
    void draw(const MapFrame& frame, unsigned framebuffer, int x_px = 0, int y_px = 0);

  private:
    struct Impl;
    explicit MapRenderer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace app
