// Land, water, borders: geometry of a region around the view, kept on the GPU while it serves.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/map/style.hpp"
#include "app/render/drawing.hpp"
#include "geo/base_map.hpp"
#include "geo/projection.hpp"

namespace app {

class BaseMapLayer {
  public:
    /// `base_map` must outlive it.
    explicit BaseMapLayer(const geo::BaseMap& base_map) : m_base_map(base_map) {}

    void draw(const FrameMeasures& frame, const geo::Projection& projection, const MapStyle& style,
              const RibbonProgram& ribbons, const FillProgram& fills);

  private:
    /// The view that the buffers were made for, grown on all sides.
    struct Region {
        std::string projection;
        double west_m = 0, south_m = 0, east_m = 0, north_m = 0;
        double metres_per_px = 0;
        geo::MapPoint origin;
        geo::BaseScale scale = geo::BaseScale::world;
        bool made = false;
    };
    bool serves(const FrameMeasures& frame, const geo::Projection& projection) const;
    void make_region(const FrameMeasures& frame, const geo::Projection& projection);
    void upload_fill(FillBuffer& buffer, geo::BaseLayer layer, const geo::LonLatBox& box,
                     const geo::Projection& projection);
    void upload_lines(RibbonBuffer& buffer, geo::BaseLayer layer, const geo::LonLatBox& box,
                      const geo::Projection& projection, bool closed);

    const geo::BaseMap& m_base_map;
    Region m_region;
    FillBuffer m_land, m_lakes;
    RibbonBuffer m_coast, m_shores, m_rivers, m_borders, m_disputed, m_admin1;
};

}  // namespace app
