// Which of many boxes or points lie in a box, hold a position, or are nearest to one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/lon_lat.hpp"

namespace geo {

struct Neighbour {
    std::uint32_t item = 0;
    double distance_m = 0;  ///< to the point, or to the nearest edge of the box (0 inside)
};

/// A packed R-tree in the order of a Hilbert curve (Kamel and Faloutsos 1993): built once, never
/// changed, free to share between threads. Items are numbered as they were given. 20 bytes an item
/// and a few more for the tree.
class SpatialIndex {
  public:
    SpatialIndex() = default;
    explicit SpatialIndex(std::span<const LonLatBox> boxes);
    explicit SpatialIndex(std::span<const LonLat> points);

    std::size_t size() const { return m_item_count; }

    /// Items that overlap the box, edges included, in ascending order; either may cross the date
    /// line.
    std::vector<std::uint32_t> overlapping(const LonLatBox& box) const;

    /// Boxes that hold the position.
    std::vector<std::uint32_t> holding(LonLat p) const;

    /// Nearest first, at most `count`, none farther than `max_distance_m`. Distances on a sphere of
    /// radius 6371008.8 m (within 0.6 % of the ellipsoid's), over the date line and the poles.
    std::vector<Neighbour> nearest(LonLat at, std::size_t count,
                                   double max_distance_m = 2.1e7) const;

  private:
    struct Node {
        float west, south, east, north;  ///< rounded outward
    };
    std::size_t m_item_count = 0;
    std::vector<LonLatBox> m_boxes;           ///< as given; leaves are tested against these
    std::vector<std::uint32_t> m_order;       ///< items in the order of the leaves
    std::vector<Node> m_nodes;                ///< level by level, leaves first
    std::vector<std::size_t> m_level_starts;  ///< one past each level, in m_nodes
};

}  // namespace geo
