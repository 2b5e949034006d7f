// Flows: curves with a casing, arrow heads, dashes where the split is not stated.
#pragma once

#include "app/map/scene.hpp"
#include "app/map/style.hpp"
#include "app/render/drawing.hpp"

namespace app {

class FlowLayer {
  public:
    void draw(const FrameMeasures& frame, const Scene& scene, const MapStyle& style,
              const RibbonProgram& ribbons);

  private:
    RibbonBuffer m_casing, m_whole, m_dashed, m_heads;
};

}  // namespace app
