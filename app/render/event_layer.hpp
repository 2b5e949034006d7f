// Symbols of events, their rings and leaders, and the dots of towns: one instanced draw each.
#pragma once

#include <span>

#include "app/map/labels.hpp"
#include "app/map/scene.hpp"
#include "app/map/style.hpp"
#include "app/render/drawing.hpp"

namespace app {

/// One symbol as the shader takes it; device pixels.
struct SymbolInstance {
    float x, y;
    float radius, edge_width, halo_width;
    float shape;
    Colour fill, edge, halo;
};

class EventLayer {
  public:
    static geo::Result<EventLayer> create(const std::string& share_folder);

    void draw(const FrameMeasures& frame, const Scene& scene, const MapStyle& style,
              const RibbonProgram& ribbons);
    void draw_town_dots(const FrameMeasures& frame, std::span<const PlacedLabel> labels,
                        const MapStyle& style);

  private:
    EventLayer() = default;
    void draw_instances(const FrameMeasures& frame, const std::vector<SymbolInstance>& instances);

    GlProgram m_program;
    GlVertexArray m_array;
    GlBuffer m_corners, m_instances;
    GLint m_half_view = -1;
    RibbonBuffer m_leaders;
};

/// How one mark looks; pure, and what the legend's samples are drawn with.
SymbolInstance instance_of(const SymbolMark& mark, const FrameMeasures& frame,
                           const MapStyle& style);

}  // namespace app
