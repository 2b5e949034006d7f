// The polygons of areas and the lines between countries, read from an index file in place.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "gazetteer/index_file.hpp"
#include "geo/polygon.hpp"

namespace gazetteer {

/// A view of an IndexFile, which must outlive it.
class AreaShapes {
  public:
    explicit AreaShapes(const IndexFile& file);

    /// Empty when the index has no polygon for the place.
    geo::MultiPolygon polygons(std::uint32_t place) const;
    /// The places whose polygons hold the position (even-odd rule in the plane of degrees).
    std::vector<std::uint32_t> holding(geo::LonLat at) const;
    bool holds(std::uint32_t place, geo::LonLat at) const;
    bool has(std::uint32_t place) const { return find(place) != nullptr; }
    /// The lines between two countries; empty when they share none.
    std::vector<geo::Line> border(std::uint16_t country_a, std::uint16_t country_b) const;

  private:
    const ShapeRecord* find(std::uint32_t place) const;
    bool holds(const ShapeRecord& shape, FixedPoint at) const;
    std::span<const RingRecord> rings_of(const ShapeRecord& shape) const;
    std::span<const FixedPoint> points_of(const RingRecord& ring) const;

    std::span<const ShapeRecord> m_shapes;
    std::span<const RingRecord> m_rings;
    std::span<const FixedPoint> m_points;
    std::span<const BorderRecord> m_borders;
};

}  // namespace gazetteer
