// Points of events and geodesics of flows.
#include "events/tables/feature_geometry.hpp"

#include "geo/geodesic.hpp"

namespace events {
namespace {

/// Pieces this long, drawn straight in degrees, leave the geodesic by less than 200 m below 60
/// degrees of latitude (sagitta: length^2 tan(latitude) / 8 R).
constexpr double kStepM = 75'000;

}  // namespace

std::optional<geo::Geometry> geometry_of(const Event& event) {
    if (!event.place.point || !geo::is_on_earth(*event.place.point))
        return std::nullopt;
    return *event.place.point;
}

std::optional<geo::Geometry> geometry_of(const Flow& flow) {
    const auto& from = flow.from.point;
    const auto& to = flow.to.point;
    if (!from || !to || !geo::is_on_earth(*from) || !geo::is_on_earth(*to) || *from == *to)
        return std::nullopt;
    return geo::geodesic_line(*from, *to, kStepM);
}

}  // namespace events
