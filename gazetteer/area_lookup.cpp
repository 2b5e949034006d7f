// Point in polygon with a memory of cells.
#include "gazetteer/area_lookup.hpp"

#include <algorithm>
#include <cmath>

#include "geo/polygon_ops.hpp"

namespace gazetteer {
namespace {

constexpr double kSmallCellsPerDegree = 10;

struct CellPlace {
    std::uint32_t key;
    geo::LonLatBox box;
};

CellPlace cell_place(geo::LonLat at, double per_degree) {
    const double column = std::floor((at.lon_deg + 180) * per_degree);
    const double row = std::floor((at.lat_deg + 90) * per_degree);
    return {static_cast<std::uint32_t>(row * 361 * per_degree + column),
            {column / per_degree - 180, row / per_degree - 90, (column + 1) / per_degree - 180,
             (row + 1) / per_degree - 90}};
}

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
    : m_areas(std::move(areas)), m_bounds(boxes_of(m_areas)), m_boxes(m_bounds) {}

AreaLookup::Cell AreaLookup::make_cell(const geo::LonLatBox& box,
                                       const std::vector<std::uint32_t>& areas) const {
    Cell cell;
    const geo::LonLat middle{(box.west_deg + box.east_deg) / 2,
                             (box.south_deg + box.north_deg) / 2};
    for (const std::uint32_t area : areas) {
        if (crosses(*m_areas[area], box))
            cell.crossing.push_back(area);
        else if (geo::contains(*m_areas[area], middle))
            cell.covering.push_back(area);
    }
    return cell;
}

const AreaLookup::Cell& AreaLookup::large_cell(geo::LonLat at) {
    const CellPlace place = cell_place(at, 1);
    const auto found = m_large.find(place.key);
    if (found != m_large.end())
        return found->second;
    return m_large.emplace(place.key, make_cell(place.box, m_boxes.overlapping(place.box)))
        .first->second;
}

const AreaLookup::Cell& AreaLookup::small_cell(geo::LonLat at) {
    const Cell& large = large_cell(at);
    if (large.crossing.empty())
        return large;
    const CellPlace place = cell_place(at, kSmallCellsPerDegree);
    const auto found = m_small.find(place.key);
    if (found != m_small.end())
        return found->second;
    Cell cell = make_cell(place.box, large.crossing);
    cell.covering.insert(cell.covering.end(), large.covering.begin(), large.covering.end());
    return m_small.emplace(place.key, std::move(cell)).first->second;
}

std::vector<std::uint32_t> AreaLookup::holding(geo::LonLat at) {
    if (m_areas.empty())
        return {};
    const Cell& cell = small_cell(at);
    std::vector<std::uint32_t> areas = cell.covering;
    for (const std::uint32_t area : cell.crossing) {
        if (geo::contains(m_bounds[area], at) && geo::contains(*m_areas[area], at))
            areas.push_back(area);
    }
    std::sort(areas.begin(), areas.end());
    return areas;
}

}  // namespace gazetteer
