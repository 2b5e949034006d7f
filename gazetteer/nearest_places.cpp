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
    // Half way round, the two sides are one column.
    const int east = ring * 2 >= kGridColumns ? ring - 1 : ring;
    for (int c = -ring; c <= east; ++c) {
        cell(column + c, row - ring);
        if (ring > 0)
            cell(column + c, row + ring);
    }
    for (int r = -ring + 1; r < ring; ++r) {
        cell(column - ring, row + r);
        if (east == ring)
            cell(column + ring, row + r);
    }
}

bool is_settlement(const OpenIndexes& indexes, PlaceId id) {
    const auto [file, i] = indexes.local(id);
    const auto kind = static_cast<PlaceKind>(file->value<std::uint8_t>(Section::kind, i));
    return kind == PlaceKind::town || kind == PlaceKind::camp || kind == PlaceKind::site;
}

/// No place outside the rings up to `ring` is nearer than this: the gap in latitude is at least
/// `ring` degrees, and the meridian that many degrees away is asin(cos(lat) sin(gap)) away.
double clear_metres(double lat_deg, int ring) {
    constexpr double kRadians = 3.14159265358979 / 180.0;
    constexpr double kLeastRadiusMetres = 6335000;
    const double gap = std::min(90.0, static_cast<double>(ring)) * kRadians;
    const double to_meridian = std::asin(std::cos(lat_deg * kRadians) * std::sin(gap));
    return kLeastRadiusMetres * std::min(gap, to_meridian);
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
    // Of a place in several files the entry of the last one counts, so some are looked up in vain.
    const OpenIndexes& indexes = m_impl->indexes;
    const std::size_t shown = count;
    count *= indexes.file_count() > 1 ? 2 : 1;
    for (int ring = 0; ring <= kGridColumns / 2; ++ring) {
        visit_ring(m_impl->indexes, column, row, ring, [&](PlaceId id) {
            if (!is_settlement(m_impl->indexes, id))
                return;
            found.emplace_back(id, geo::distance_m(at, m_impl->indexes.point(id)));
        });
        if (found.size() < count)
            continue;
        std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count - 1),
                         found.end(), nearer);
        if (found[count - 1].second <= clear_metres(at.lat_deg, ring))
            break;
    }
    std::sort(found.begin(), found.end(), nearer);
    std::erase_if(found, [&, kept = std::size_t{0}](const auto& place) mutable {
        return kept >= shown || indexes.is_superseded(place.first) || ++kept > shown;
    });
    return found;
}

}  // namespace gazetteer
