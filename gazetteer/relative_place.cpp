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

/// "East of" without a distance: the way to a neighbouring market town.
constexpr double kDirectionReachKm = 15;
constexpr double kSectorHalfWidthDeg = 22.5;  // compass words are eighths of the rose
constexpr double kQuarterHalfWidthDeg = 45;   // without a distance they are meant loosely
constexpr double kCorridorShare = 0.1;        // of the length, to either side
constexpr double kLeastCorridorHalfWidthKm = 3;
constexpr double kArcStepDeg = 5;

/// The sector between two bearings and two distances, as a closed ring.
geo::Ring sector(geo::LonLat centre, double middle_deg, double half_width_deg, double inner_km,
                 double outer_km) {
    geo::Ring ring;
    const int steps = static_cast<int>(std::lround(2 * half_width_deg / kArcStepDeg));
    const auto bearing = [&](int step) {
        return middle_deg - half_width_deg + 2 * half_width_deg * step / steps;
    };
    for (int step = 0; step <= steps; ++step)
        ring.push_back(geo::destination(centre, bearing(step), outer_km * 1000.0));
    if (inner_km <= 0) {
        ring.push_back(centre);
    } else {
        for (int step = steps; step >= 0; --step)
            ring.push_back(geo::destination(centre, bearing(step), inner_km * 1000.0));
    }
    ring.push_back(ring.front());
    return ring;
}

/// The geodesic with its width: along it on the left, back on the right.
geo::Ring corridor(geo::LonLat from, geo::LonLat to, double half_width_m) {
    constexpr double kStepM = 20'000;
    const geo::Line line = geo::geodesic_line(from, to, kStepM);
    geo::Ring ring;
    const auto side = [&](std::size_t i, double turn_deg) {
        const bool last = i + 1 == line.size();
        const double along = last ? geo::bearing_deg(line[i], line[i - 1]) + 180.0
                                  : geo::bearing_deg(line[i], line[i + 1]);
        return geo::destination(line[i], along + turn_deg, half_width_m);
    };
    for (std::size_t i = 0; i < line.size(); ++i)
        ring.push_back(side(i, -90));
    for (std::size_t i = line.size(); i-- > 0;)
        ring.push_back(side(i, 90));
    ring.push_back(ring.front());
    return ring;
}

}  // namespace

RelativePlace offset_from(const Gazetteer& gazetteer, PlaceId anchor, Compass direction,
                          double distance_km) {
    const Place place = gazetteer.place(anchor);
    const double spread_km = std::max(kLeastOffsetRadiusKm, distance_km * kOffsetShare);
    const double inner_km = distance_km - spread_km;
    const double outer_km = distance_km + spread_km;
    RelativePlace result;
    if (direction == Compass::centre) {
        geo::Polygon ring{geo::geodesic_circle(place.point, outer_km * 1000.0), {}};
        if (inner_km > 0)
            ring.holes.push_back(geo::geodesic_circle(place.point, inner_km * 1000.0));
        result.point = place.point;
        result.radius_km = std::max(distance_km, kLeastOffsetRadiusKm);
        result.reason =
            fmt::format("{:.0f} km from {}, no direction said", distance_km, place.name);
        result.area = {std::move(ring)};
        return result;
    }
    const double bearing = bearing_of(direction);
    result.point = geo::destination(place.point, bearing, distance_km * 1000.0);
    result.radius_km = spread_km;
    result.reason =
        fmt::format("{:.0f} km {} of {}", distance_km, direction_word(direction), place.name);
    result.area = {{sector(place.point, bearing, kSectorHalfWidthDeg, inner_km, outer_km), {}}};
    return result;
}

RelativePlace towards(const Gazetteer& gazetteer, PlaceId anchor, Compass direction) {
    const Place place = gazetteer.place(anchor);
    const double start_km = place.radius_km;
    const double reach_km = start_km + kDirectionReachKm;
    RelativePlace result;
    result.point = geo::destination(place.point, bearing_of(direction),
                                    (start_km + kDirectionReachKm / 2) * 1000.0);
    result.radius_km = kDirectionReachKm;
    result.reason = fmt::format("{} of {}", direction_word(direction), place.name);
    result.area = {
        {sector(place.point, bearing_of(direction), kQuarterHalfWidthDeg, start_km, reach_km), {}}};
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
    if (metres > 1000.0) {
        const double half_width_m =
            std::max(kLeastCorridorHalfWidthKm * 1000.0, metres * kCorridorShare);
        result.area = {{corridor(from.point, to.point, half_width_m), {}}};
    }
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
