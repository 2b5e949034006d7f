// Places said relative to others: offsets, middles, parts and borders.
#include <fmt/format.h>

#include <cmath>

#include "gazetteer/resolver.hpp"
#include "geo/geodesic.hpp"

namespace gazetteer {
namespace {

/// Words like "30 km north" are rounded: a fifth of the distance either way, at least 5 km.
constexpr double kOffsetShare = 0.2;
constexpr double kLeastOffsetRadiusKm = 5;
/// Of an area whose size no source gives.
constexpr double kUnknownAreaRadiusKm = 100;

double size_of(const Place& place) {
    if (place.radius_km > 0)
        return place.radius_km;
    return place.kind == PlaceKind::town ? 10.0 : kUnknownAreaRadiusKm;
}

}  // namespace

RelativePlace offset_from(const Gazetteer& gazetteer, PlaceId anchor, Compass direction,
                          double distance_km) {
    const Place place = gazetteer.place(anchor);
    if (direction == Compass::centre) {
        return {place.point, std::max(distance_km, kLeastOffsetRadiusKm),
                fmt::format("within {:.0f} km of {}", distance_km, place.name)};
    }
    RelativePlace result;
    result.point = geo::destination(place.point, bearing_of(direction), distance_km * 1000.0);
    result.radius_km = std::max(kLeastOffsetRadiusKm, distance_km * kOffsetShare);
    result.reason = fmt::format("{:.0f} km from {} towards {:.0f} degrees", distance_km, place.name,
                                bearing_of(direction));
    return result;
}

RelativePlace between(const Gazetteer& gazetteer, PlaceId a, PlaceId b) {
    const Place from = gazetteer.place(a);
    const Place to = gazetteer.place(b);
    const double metres = geo::distance_m(from.point, to.point);
    RelativePlace result;
    result.point = geo::destination(from.point, geo::bearing_deg(from.point, to.point), metres / 2);
    result.radius_km = std::max(kLeastOffsetRadiusKm, metres / 2000.0);
    result.reason = fmt::format("halfway between {} and {}", from.name, to.name);
    return result;
}

RelativePlace part_of(const Gazetteer& gazetteer, PlaceId area, Compass part) {
    const Place place = gazetteer.place(area);
    const double radius_km = size_of(place);
    RelativePlace result;
    result.reason = fmt::format("{} part of {}", part_word(part), place.name);
    // Without a polygon the part is the half of the circle on that side.
    result.radius_km = std::ceil(radius_km / 2);
    result.point = part == Compass::centre
                       ? place.point
                       : geo::destination(place.point, bearing_of(part), radius_km * 1000.0 / 2);
    return result;
}

std::optional<RelativePlace> border_of(const Gazetteer&, std::string_view, std::string_view,
                                       std::optional<geo::LonLat>) {
    return std::nullopt;
}

}  // namespace gazetteer
