// Places said relative to others: offsets, middles, parts and borders.
#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "gazetteer/resolver.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon_ops.hpp"

namespace gazetteer {
namespace {

/// Words like "30 km north" are rounded: a fifth of the distance either way, at least 5 km.
constexpr double kOffsetShare = 0.2;
constexpr double kLeastOffsetRadiusKm = 5;
/// "Near the border" reaches this far at least.
constexpr double kLeastBorderRadiusKm = 25;
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
        return {place.point,
                std::max(distance_km, kLeastOffsetRadiusKm),
                fmt::format("within {:.0f} km of {}", distance_km, place.name),
                {}};
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

namespace {

/// The half of the area on that side of its middle; of the centre, the middle half both ways.
geo::LonLatBox part_box(const geo::MultiPolygon& area, Compass part) {
    const geo::LonLatBox box = geo::bounding_box(area);
    const geo::LonLat middle = geo::centroid(area);
    geo::LonLatBox half = box;
    if (part == Compass::centre) {
        half.south_deg = (box.south_deg + middle.lat_deg) / 2;
        half.north_deg = (box.north_deg + middle.lat_deg) / 2;
        half.west_deg = (box.west_deg + middle.lon_deg) / 2;
        half.east_deg = (box.east_deg + middle.lon_deg) / 2;
        return half;
    }
    const double bearing = bearing_of(part);
    const bool is_north = bearing < 89 || bearing > 271;
    const bool is_south = bearing > 91 && bearing < 269;
    if (is_north)
        half.south_deg = middle.lat_deg;
    if (is_south)
        half.north_deg = middle.lat_deg;
    if (bearing > 1 && bearing < 179)
        half.west_deg = middle.lon_deg;
    if (bearing > 181)
        half.east_deg = middle.lon_deg;
    return half;
}

double reach_km(geo::LonLat from, const geo::MultiPolygon& area) {
    double farthest = 0;
    for (const geo::Polygon& polygon : area) {
        for (const geo::LonLat p : polygon.outer)
            farthest = std::max(farthest, geo::distance_m(from, p));
    }
    return farthest / 1000.0;
}

}  // namespace

RelativePlace part_of(const Gazetteer& gazetteer, PlaceId area, Compass part) {
    const Place place = gazetteer.place(area);
    const double radius_km = size_of(place);
    RelativePlace result;
    result.reason = fmt::format("{} part of {}", part_word(part), place.name);
    const geo::MultiPolygon polygons = gazetteer.area(area);
    if (!polygons.empty() && !geo::crosses_date_line(geo::bounding_box(polygons))) {
        geo::MultiPolygon half = geo::clipped(polygons, part_box(polygons, part));
        if (!half.empty()) {
            result.point = geo::label_point(half);
            result.radius_km = std::ceil(reach_km(result.point, half));
            result.area = std::move(half);
            return result;
        }
    }
    // Without a polygon the part is the half of the circle on that side.
    result.radius_km = std::ceil(radius_km / 2);
    result.point = part == Compass::centre
                       ? place.point
                       : geo::destination(place.point, bearing_of(part), radius_km * 1000.0 / 2);
    return result;
}

std::optional<RelativePlace> border_of(const Gazetteer& gazetteer, std::string_view iso_a,
                                       std::string_view iso_b, std::optional<geo::LonLat> near) {
    std::vector<geo::LonLat> positions;
    for (const geo::Line& line : gazetteer.border(iso_a, iso_b))
        positions.insert(positions.end(), line.begin(), line.end());
    const auto a = gazetteer.country(iso_a);
    const auto b = gazetteer.country(iso_b);
    if (positions.empty() || !a || !b)
        return std::nullopt;
    // Without a place beside it the words mean the whole line: its label is the position on it that
    // is nearest to the middle of its box.
    const geo::LonLatBox box = geo::bounding_box(positions);
    const geo::LonLat aim = near.value_or(
        geo::LonLat{(box.west_deg + box.east_deg) / 2, (box.south_deg + box.north_deg) / 2});
    RelativePlace result;
    double nearest = std::numeric_limits<double>::infinity();
    for (const geo::LonLat p : positions) {
        const double metres = geo::distance_m(aim, p);
        if (metres < nearest) {
            nearest = metres;
            result.point = p;
        }
    }
    for (const geo::LonLat p : positions)
        result.radius_km = std::max(result.radius_km, geo::distance_m(result.point, p) / 1000.0);
    if (near)
        result.radius_km =
            std::min(std::max(nearest / 1000.0, kLeastBorderRadiusKm), result.radius_km);
    result.radius_km = std::ceil(std::max(result.radius_km, kLeastBorderRadiusKm));
    result.reason =
        fmt::format("border between {} and {}", gazetteer.place(*a).name, gazetteer.place(*b).name);
    return result;
}

}  // namespace gazetteer
