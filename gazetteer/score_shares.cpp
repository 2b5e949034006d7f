// Shares of candidates; entries for one spot do not eat each other's.
#include "gazetteer/score_shares.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "gazetteer/area_evidence.hpp"

namespace gazetteer {

bool is_same_spot(const SpotPoints& a, const SpotPoints& b) {
    constexpr double kSpotKm = 5;
    constexpr double kAreaLabelsKm = 60;
    if (a.is_area != b.is_area || a.country != b.country)
        return false;
    if (a.is_area && a.kind != b.kind)
        return false;
    const double reach_km = a.is_area ? kAreaLabelsKm : kSpotKm;
    // A degree of latitude is never less than 110 km.
    if (std::abs(a.at.lat_deg - b.at.lat_deg) * 110 > reach_km)
        return false;
    return rough_km(a.at, b.at) <= reach_km;
}

void share_scores(std::span<SpotPoints> spots, double unknown_points) {
    if (spots.empty())
        return;
    // Only the leaders are compared with each other: the rest weighs next to nothing.
    constexpr std::size_t kLeaders = 20;
    const double best = std::max(spots.front().points, unknown_points);
    double total = std::exp(unknown_points - best);
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const auto before = spots.first(std::min(i, kLeaders));
        const bool counted = std::any_of(before.begin(), before.end(), [&](const SpotPoints& spot) {
            return is_same_spot(spot, spots[i]);
        });
        if (!counted)
            total += std::exp(spots[i].points - best);
    }
    for (SpotPoints& spot : spots)
        spot.score = std::exp(spot.points - best) / total;
}

}  // namespace gazetteer
