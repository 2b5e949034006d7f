// Which of many areas hold a position, fast for millions of positions.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "geo/polygon.hpp"
#include "geo/spatial_index.hpp"

namespace gazetteer {

/// Areas are numbered as they were given and must outlive it. What a cell of a degree, and of a
/// tenth in it, holds is found when the first position in it is asked for: after that a cell that
/// no edge crosses costs one look-up, any other a test of the areas whose edges cross it.
class AreaLookup {
  public:
    explicit AreaLookup(std::vector<const geo::MultiPolygon*> areas);

    /// In ascending order.
    std::vector<std::uint32_t> holding(geo::LonLat at);

  private:
    struct Cell {
        std::vector<std::uint32_t> covering;
        std::vector<std::uint32_t> crossing;
    };
    Cell make_cell(const geo::LonLatBox& box, const std::vector<std::uint32_t>& areas) const;
    const Cell& large_cell(geo::LonLat at);
    const Cell& small_cell(geo::LonLat at);

    std::vector<const geo::MultiPolygon*> m_areas;
    std::vector<geo::LonLatBox> m_bounds;
    geo::SpatialIndex m_boxes;
    std::unordered_map<std::uint32_t, Cell> m_large;
    std::unordered_map<std::uint32_t, Cell> m_small;
};

}  // namespace gazetteer
