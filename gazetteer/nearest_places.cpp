// Places around a position, through the degree grid of each index file.
#include <cmath>

#include "gazetteer/open_indexes.hpp"
#include "geo/geodesic.hpp"

namespace gazetteer {
namespace {

/// Places of the cells whose row and column distance from the middle cell is exactly `ring`.
template <typename Visit>
void visit_ring(const OpenIndexes& indexes, int column, int row, int ring, const Visit& visit) {
    const auto cell = [&](int c, int r) {
        if (r < 0 || r >= kGridRows)
            return;
        const int wrapped = ((c % kGridColumns) + kGridColumns) % kGridColumns;
        const auto index = static_cast<std::size_t>(r * kGridColumns + wrapped);
        for (std::size_t f = 0; f < indexes.file_count(); ++f) {
            const auto places = indexes.file(f).column<std::uint32_t>(Section::grid_places);
            const auto [first, last] =
                indexes.file(f).range(Section::grid_first, index, places.size());
            for (auto at = first; at < last; ++at) {
                if (places[at] < indexes.file(f).place_count())
                    visit(indexes.id(f, places[at]));
            }
        }
    };
    for (int c = -ring; c <= ring; ++c) {
        cell(column + c, row - ring);
        if (ring > 0)
            cell(column + c, row + ring);
    }
    for (int r = -ring + 1; r < ring; ++r) {
        cell(column - ring, row + r);
        cell(column + ring, row + r);
    }
}

bool is_settlement(PlaceKind kind) {
    return kind == PlaceKind::town || kind == PlaceKind::camp || kind == PlaceKind::site;
}

}  // namespace

std::vector<std::pair<PlaceId, double>> Gazetteer::nearest(geo::LonLat at,
                                                           std::size_t count) const {
    std::vector<std::pair<PlaceId, double>> found;
    if (count == 0 || !geo::is_on_earth(at))
        return found;
    const auto middle = static_cast<int>(grid_cell(at.lon_deg, at.lat_deg));
    const int column = middle % kGridColumns;
    const int row = middle / kGridColumns;
    const auto nearer = [](const auto& a, const auto& b) { return a.second < b.second; };
    for (int ring = 0; ring <= kGridColumns / 2; ++ring) {
        visit_ring(m_impl->indexes, column, row, ring, [&](PlaceId id) {
            if (!is_settlement(m_impl->indexes.place(id).kind))
                return;
            found.emplace_back(id, geo::distance_m(at, m_impl->indexes.point(id)));
        });
        std::sort(found.begin(), found.end(), nearer);
        if (found.size() < count)
            continue;
        // The next ring begins at least this far away: a degree of longitude shrinks to the poles.
        constexpr double kMetresPerDegree = 110000.0;
        constexpr double kRadians = 3.14159265358979 / 180.0;
        const double edge_lat = std::min(89.9, std::fabs(at.lat_deg) + ring + 1);
        const double clear_m = ring * kMetresPerDegree * std::cos(edge_lat * kRadians);
        if (found[count - 1].second <= clear_m)
            break;
    }
    if (found.size() > count)
        found.resize(count);
    return found;
}

}  // namespace gazetteer
