// From points to scores: the chance of each candidate among all and the place that no index has.
#pragma once

#include <cstdint>
#include <span>

#include "gazetteer/place.hpp"
#include "geo/lon_lat.hpp"

namespace gazetteer {

/// What decides whether two entries are of one spot, and how much each has.
struct SpotPoints {
    geo::LonLat at;
    std::uint16_t country = 0;  ///< packed
    PlaceKind kind = PlaceKind::other;
    bool is_area = false;
    double points = 0;
    double score = 0;
};

/// Entries of two sources for one spot: settlements and the like within 5 km, areas of one kind
/// with labels within 60 km, both of one country.
bool is_same_spot(const SpotPoints& a, const SpotPoints& b);

/// Sets the scores: exp(points) over the sum for the unknown place and for each spot once. Must be
/// sorted by points, the most first.
void share_scores(std::span<SpotPoints> spots, double unknown_points);

}  // namespace gazetteer
