// Measures of areas: their size on the ellipsoid and their box on the globe.
#include <geodesic.h>

#include <cassert>
#include <cmath>

#include "geo/polygon_ops.hpp"

namespace geo {
namespace {

double ring_km2(const geod_geodesic& earth, const Ring& ring) {
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const LonLat p : ring)
        geod_polygon_addpoint(&earth, &polygon, p.lat_deg, p.lon_deg);
    double square_metres = 0;
    double perimeter = 0;
    geod_polygon_compute(&earth, &polygon, 0, 1, &square_metres, &perimeter);
    return std::abs(square_metres) / 1e6;
}

}  // namespace

double area_km2(const MultiPolygon& area) {
    geod_geodesic earth;
    geod_init(&earth, 6378137.0, 1.0 / 298.257223563);
    double sum = 0;
    for (const Polygon& polygon : area) {
        sum += ring_km2(earth, polygon.outer);
        for (const Ring& hole : polygon.holes)
            sum -= ring_km2(earth, hole);
    }
    return sum;
}

LonLatBox bounding_box(const MultiPolygon& area) {
    assert(!area.empty());
    struct Span {
        double west, east;
    };
    std::vector<Span> spans;
    double south = 90;
    double north = -90;
    for (const Polygon& polygon : area) {
        const LonLatBox box = bounding_box(std::span<const LonLat>(polygon.outer));
        spans.push_back({box.west_deg, box.east_deg});
        south = std::min(south, box.south_deg);
        north = std::max(north, box.north_deg);
    }
    // The widest gap between parts stays outside the box; the one over the date line is the first.
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.west < b.west; });
    double east = spans.front().east;
    for (const Span& span : spans)
        east = std::max(east, span.east);
    LonLatBox best{spans.front().west, south, east, north};
    double widest_gap = best.west_deg + 360 - east;
    double reached = spans.front().east;
    for (const Span& span : spans) {
        if (span.west - reached > widest_gap) {
            widest_gap = span.west - reached;
            best.west_deg = span.west;
            best.east_deg = reached;
        }
        reached = std::max(reached, span.east);
    }
    return best;
}

}  // namespace geo
