// Point in polygon with a memory of cells.
#include "gazetteer/area_lookup.hpp"

#include <algorithm>
#include <cmath>

#include "geo/polygon_ops.hpp"

namespace gazetteer {
namespace {

constexpr double kCellsPerDegree = 4;

bool crosses(const geo::Ring& ring, const geo::LonLatBox& box) {
    geo::LonLat before = ring.back();
    for (const geo::LonLat p : ring) {
        const auto [west, east] = std::minmax(before.lon_deg, p.lon_deg);
        const auto [south, north] = std::minmax(before.lat_deg, p.lat_deg);
        if (west <= box.east_deg && east >= box.west_deg && south <= box.north_deg &&
            north >= box.south_deg)
            return true;
        before = p;
    }
    return false;
}

bool crosses(const geo::MultiPolygon& area, const geo::LonLatBox& box) {
    return std::any_of(area.begin(), area.end(), [&](const geo::Polygon& polygon) {
        return crosses(polygon.outer, box) ||
               std::any_of(polygon.holes.begin(), polygon.holes.end(),
                           [&](const geo::Ring& hole) { return crosses(hole, box); });
    });
}

std::vector<geo::LonLatBox> boxes_of(const std::vector<const geo::MultiPolygon*>& areas) {
    std::vector<geo::LonLatBox> boxes;
    boxes.reserve(areas.size());
    for (const geo::MultiPolygon* area : areas)
        boxes.push_back(geo::bounding_box(*area));
    return boxes;
}

}  // namespace

AreaLookup::AreaLookup(std::vector<const geo::MultiPolygon*> areas)
    : m_areas(std::move(areas)), m_boxes(boxes_of(m_areas)) {}

AreaLookup::Cell AreaLookup::make_cell(const geo::LonLatBox& box) const {
    Cell cell;
    const geo::LonLat middle{(box.west_deg + box.east_deg) / 2,
                             (box.south_deg + box.north_deg) / 2};
    for (const std::uint32_t area : m_boxes.overlapping(box)) {
        if (crosses(*m_areas[area], box))
            cell.crossing.push_back(area);
        else if (geo::contains(*m_areas[area], middle))
            cell.covering.push_back(area);
    }
    return cell;
}

std::vector<std::uint32_t> AreaLookup::holding(geo::LonLat at) {
    const double column = std::floor((at.lon_deg + 180) * kCellsPerDegree);
    const double row = std::floor((at.lat_deg + 90) * kCellsPerDegree);
    const auto key = static_cast<std::uint32_t>(row * 360 * kCellsPerDegree + column);
    auto found = m_cells.find(key);
    if (found == m_cells.end()) {
        const geo::LonLatBox box{column / kCellsPerDegree - 180, row / kCellsPerDegree - 90,
                                 (column + 1) / kCellsPerDegree - 180,
                                 (row + 1) / kCellsPerDegree - 90};
        found = m_cells.emplace(key, make_cell(box)).first;
    }
    std::vector<std::uint32_t> areas = found->second.covering;
    for (const std::uint32_t area : found->second.crossing) {
        if (geo::contains(*m_areas[area], at))
            areas.push_back(area);
    }
    std::sort(areas.begin(), areas.end());
    return areas;
}

}  // namespace gazetteer
