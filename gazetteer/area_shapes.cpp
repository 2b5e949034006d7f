// Point in polygon and copies of polygons, straight from the mapped columns.
#include "gazetteer/area_shapes.hpp"

#include <cmath>

namespace gazetteer {
namespace {

geo::LonLat to_lon_lat(FixedPoint p) {
    return {p.lon * 1e-7, p.lat * 1e-7};
}

FixedPoint to_fixed(geo::LonLat p) {
    return {static_cast<std::int32_t>(std::lround(p.lon_deg * 1e7)),
            static_cast<std::int32_t>(std::lround(p.lat_deg * 1e7))};
}

bool crosses_left_of(FixedPoint a, FixedPoint b, FixedPoint at) {
    if ((a.lat > at.lat) == (b.lat > at.lat))
        return false;
    const double share =
        (static_cast<double>(at.lat) - a.lat) / (static_cast<double>(b.lat) - a.lat);
    return at.lon < a.lon + share * (static_cast<double>(b.lon) - a.lon);
}

}  // namespace

AreaShapes::AreaShapes(const IndexFile& file)
    : m_shapes(file.column<ShapeRecord>(Section::shapes)),
      m_rings(file.column<RingRecord>(Section::shape_rings)),
      m_points(file.column<FixedPoint>(Section::shape_points)),
      m_borders(file.column<BorderRecord>(Section::borders)) {}

std::span<const RingRecord> AreaShapes::rings_of(const ShapeRecord& shape) const {
    if (shape.first_ring > m_rings.size() || shape.ring_count > m_rings.size() - shape.first_ring)
        return {};
    return m_rings.subspan(shape.first_ring, shape.ring_count);
}

std::span<const FixedPoint> AreaShapes::points_of(const RingRecord& ring) const {
    if (ring.first_point > m_points.size() || ring.point_count > m_points.size() - ring.first_point)
        return {};
    return m_points.subspan(ring.first_point, ring.point_count);
}

const ShapeRecord* AreaShapes::find(std::uint32_t place) const {
    const auto at = std::lower_bound(
        m_shapes.begin(), m_shapes.end(), place,
        [](const ShapeRecord& shape, std::uint32_t wanted) { return shape.place < wanted; });
    return at != m_shapes.end() && at->place == place ? &*at : nullptr;
}

geo::MultiPolygon AreaShapes::polygons(std::uint32_t place) const {
    geo::MultiPolygon area;
    const ShapeRecord* shape = find(place);
    if (shape == nullptr)
        return area;
    for (const RingRecord& ring : rings_of(*shape)) {
        geo::Ring positions;
        for (const FixedPoint p : points_of(ring))
            positions.push_back(to_lon_lat(p));
        if (ring.is_hole == 0)
            area.push_back({std::move(positions), {}});
        else if (!area.empty())
            area.back().holes.push_back(std::move(positions));
    }
    return area;
}

bool AreaShapes::holds(const ShapeRecord& shape, FixedPoint at) const {
    if (at.lon < shape.south_west.lon || at.lon > shape.north_east.lon ||
        at.lat < shape.south_west.lat || at.lat > shape.north_east.lat)
        return false;
    bool inside = false;
    for (const RingRecord& ring : rings_of(shape)) {
        const auto points = points_of(ring);
        for (std::size_t i = 0, before = points.size() - 1; i < points.size(); before = i++) {
            if (crosses_left_of(points[before], points[i], at))
                inside = !inside;
        }
    }
    return inside;
}

bool AreaShapes::holds(std::uint32_t place, geo::LonLat at) const {
    const ShapeRecord* shape = find(place);
    return shape != nullptr && holds(*shape, to_fixed(at));
}

std::vector<std::uint32_t> AreaShapes::holding(geo::LonLat at) const {
    std::vector<std::uint32_t> places;
    const FixedPoint fixed = to_fixed(at);
    for (const ShapeRecord& shape : m_shapes) {
        if (holds(shape, fixed))
            places.push_back(shape.place);
    }
    return places;
}

std::vector<geo::Line> AreaShapes::border(std::uint16_t country_a, std::uint16_t country_b) const {
    std::vector<geo::Line> lines;
    const auto a = std::min(country_a, country_b);
    const auto b = std::max(country_a, country_b);
    for (const BorderRecord& border : m_borders) {
        if (border.a != a || border.b != b || border.ring >= m_rings.size())
            continue;
        geo::Line line;
        for (const FixedPoint p : points_of(m_rings[border.ring]))
            line.push_back(to_lon_lat(p));
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace gazetteer
