// A grid of tenths of a degree over all places, and the comparison of names.
#include "app/bench/truth_matching.hpp"

#include <algorithm>
#include <cmath>

#include "gazetteer/name_key.hpp"
#include "gazetteer/place_phrase.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon_ops.hpp"

namespace app {
namespace {

using gazetteer::Place;
using gazetteer::PlaceId;
using gazetteer::PlaceKind;

constexpr double kCellsPerDegree = 10;
constexpr std::uint32_t kColumns = 3600;
/// An area of which no size is known may have its label this far from a source's.
constexpr double kAdmin1LabelKm = 75;
constexpr double kAdmin2LabelKm = 25;

std::uint32_t column_of(double lon_deg) {
    return static_cast<std::uint32_t>(std::floor((lon_deg + 180.0) * kCellsPerDegree)) % kColumns;
}
std::uint32_t row_of(double lat_deg) {
    return static_cast<std::uint32_t>(std::floor((lat_deg + 90.0) * kCellsPerDegree));
}

/// Optimal string alignment distance, or `limit + 1` when it is more.
std::size_t edits(std::string_view a, std::string_view b, std::size_t limit) {
    const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (gap > limit)
        return limit + 1;
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min(
                {above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

std::size_t most_edits(std::size_t letters) {
    if (letters < 4)
        return 0;
    if (letters < 6)
        return 1;
    return letters < 9 ? 2 : 3;
}

bool is_within_edits(std::string_view a, std::string_view b) {
    const std::size_t limit = most_edits(std::min(a.size(), b.size()));
    return edits(a, b, limit) <= limit;
}

bool holds(const TruthRow& row, const Place& place, const gazetteer::Gazetteer& gazetteer,
           PlaceId id) {
    const auto polygons = gazetteer.area(id);
    const double km = geo::distance_m(row.at, place.point) / 1000.0;
    const double label_km = row.what == TruthClass::admin1 ? kAdmin1LabelKm : kAdmin2LabelKm;
    if (!polygons.empty())
        return geo::contains(polygons, row.at) || km <= kNearbyKm;
    return km <= std::max(place.radius_km, label_km);
}

}  // namespace

bool is_area(PlaceKind kind) {
    return kind == PlaceKind::country || kind == PlaceKind::admin1 || kind == PlaceKind::admin2 ||
           kind == PlaceKind::admin3 || kind == PlaceKind::continent_part;
}

bool is_like(std::string_view folded_a, std::string_view folded_b) {
    if (folded_a == folded_b)
        return true;
    const std::string sound_a = gazetteer::sound_key(folded_a);
    const std::string sound_b = gazetteer::sound_key(folded_b);
    return sound_a == sound_b || is_within_edits(folded_a, folded_b) ||
           is_within_edits(sound_a, sound_b);
}

bool is_right(const TruthRow& row, const Place& place, const gazetteer::Gazetteer& gazetteer,
              PlaceId id) {
    switch (row.what) {
        case TruthClass::country:
            return place.kind == PlaceKind::country && place.country == row.country;
        case TruthClass::admin1:
            return place.kind == PlaceKind::admin1 && place.country == row.country &&
                   holds(row, place, gazetteer, id);
        case TruthClass::admin2:
            return (place.kind == PlaceKind::admin2 || place.kind == PlaceKind::admin3) &&
                   place.country == row.country && holds(row, place, gazetteer, id);
        case TruthClass::place:
        case TruthClass::camp:
            break;
    }
    return !is_area(place.kind) && geo::distance_m(row.at, place.point) <= kSamePlaceKm * 1000.0;
}

TruthMatcher::TruthMatcher(const gazetteer::Gazetteer& gazetteer) : m_gazetteer(gazetteer) {
    for (std::size_t i = 0; i < gazetteer.size(); ++i) {
        const auto id = static_cast<PlaceId>(i);
        const Place place = gazetteer.place(id);
        if (is_area(place.kind))
            m_areas[place.country].push_back(id);
        else
            m_cells[row_of(place.point.lat_deg) * kColumns + column_of(place.point.lon_deg)]
                .push_back(id);
    }
}

bool TruthMatcher::has_like_name(PlaceId id, std::string_view folded) const {
    for (const std::string& name : m_gazetteer.names(id)) {
        if (is_like(folded, gazetteer::fold_name(gazetteer::parse_place_phrase(name).name)) ||
            is_like(folded, gazetteer::fold_name(name)))
            return true;
    }
    return false;
}

bool TruthMatcher::has_like(const TruthRow& row, std::string_view folded) const {
    if (row.what != TruthClass::place && row.what != TruthClass::camp) {
        const auto of_country = m_areas.find(row.country);
        return of_country != m_areas.end() &&
               std::any_of(of_country->second.begin(), of_country->second.end(), [&](PlaceId id) {
                   return is_right(row, m_gazetteer.place(id), m_gazetteer, id) &&
                          (row.what == TruthClass::country || has_like_name(id, folded));
               });
    }
    // A cell is 11 km high; its width shrinks towards the poles.
    const int wide = static_cast<int>(
        std::ceil(0.5 / std::max(0.02, std::cos(row.at.lat_deg * 0.0174532925199433))));
    for (int y = -1; y <= 1; ++y) {
        for (int x = -wide; x <= wide; ++x) {
            const std::uint32_t column =
                (column_of(row.at.lon_deg) + kColumns + static_cast<std::uint32_t>(x)) % kColumns;
            const auto cell = m_cells.find(
                (row_of(row.at.lat_deg) + static_cast<std::uint32_t>(y)) * kColumns + column);
            if (cell == m_cells.end())
                continue;
            for (const PlaceId id : cell->second) {
                if (is_right(row, m_gazetteer.place(id), m_gazetteer, id) &&
                    has_like_name(id, folded))
                    return true;
            }
        }
    }
    return false;
}

bool TruthMatcher::has_same_nearby(const TruthRow& row, std::string_view folded) const {
    std::vector<gazetteer::NameHit> hits;
    m_gazetteer.look_up(folded, hits);
    return std::any_of(hits.begin(), hits.end(), [&](const gazetteer::NameHit& hit) {
        const double km = geo::distance_m(row.at, m_gazetteer.place(hit.id).point) / 1000.0;
        return km > kSamePlaceKm && km <= kNearbyKm;
    });
}

bool TruthMatcher::has_namesake(const TruthRow& row, std::string_view folded) const {
    std::vector<gazetteer::NameHit> hits;
    m_gazetteer.look_up(folded, hits);
    return std::any_of(hits.begin(), hits.end(), [&](const gazetteer::NameHit& hit) {
        const Place place = m_gazetteer.place(hit.id);
        if (place.country != row.country)
            return false;
        if (row.what == TruthClass::place || row.what == TruthClass::camp)
            return !is_area(place.kind) &&
                   geo::distance_m(row.at, place.point) > kSamePlaceKm * 1000.0;
        return is_area(place.kind) && !is_right(row, place, m_gazetteer, hit.id);
    });
}

}  // namespace app
