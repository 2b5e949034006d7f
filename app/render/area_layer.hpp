// Hatched areas: events that lie somewhere inside.
#pragma once

#include "app/map/scene.hpp"
#include "app/map/style.hpp"
#include "app/render/drawing.hpp"

namespace app {

class AreaLayer {
  public:
    /// Needs a stencil buffer: areas are filled even-odd, without triangulation.
    void draw(const FrameMeasures& frame, const Scene& scene, const MapStyle& style,
              const RibbonProgram& ribbons, const FillProgram& fills);

  private:
    FillBuffer m_fill;
    RibbonBuffer m_edges;
};

}  // namespace app
