// Distances from positions to areas, and circles that hold areas.
#include <doctest/doctest.h>

#include "geo/geodesic.hpp"
#include "geo/polygon_distance.hpp"

using geo::LonLat;

namespace {

geo::MultiPolygon square(double west, double south, double size) {
    return {
        {{{west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}},
         {}}};
}

}  // namespace

TEST_CASE("a position outside an area is as far from it as from its nearest edge") {
    const auto area = square(2, 15, 1);
    struct Case {
        LonLat at;
        LonLat edge;
    };
    const Case kCases[] = {
        {{1.5, 15.5}, {2, 15.5}},   {{3.2, 15.2}, {3, 15.2}}, {{2.5, 14.8}, {2.5, 15}},
        {{2.5, 16.9}, {2.5, 16.0}}, {{3.3, 16.4}, {3, 16}},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.at.lon_deg);
        CHECK(geo::distance_outside_m(area, c.at) ==
              doctest::Approx(geo::distance_m(c.at, c.edge)).epsilon(0.01));
    }
}

TEST_CASE("inside an area and for no area the distance is zero, in a hole it is not") {
    auto area = square(2, 15, 1);
    CHECK(geo::distance_outside_m(area, {2.5, 15.5}) == 0);
    CHECK(geo::distance_outside_m({}, {2.5, 15.5}) == 0);
    area[0].holes.push_back({{2.4, 15.4}, {2.4, 15.6}, {2.6, 15.6}, {2.6, 15.4}});
    CHECK(geo::distance_outside_m(area, {2.5, 15.5}) ==
          doctest::Approx(geo::distance_m({2.5, 15.5}, {2.6, 15.5})).epsilon(0.01));
}

TEST_CASE("an area beyond the date line is near") {
    CHECK(geo::distance_outside_m(square(-180, -17, 1), {179.9, -16.5}) ==
          doctest::Approx(geo::distance_m({179.9, -16.5}, {-180, -16.5})).epsilon(0.01));
}

TEST_CASE("the circle that holds an area leaves out parts under a tenth of the largest") {
    auto area = square(2, 15, 1);
    const LonLat middle{2.5, 15.5};
    const double corner_km = geo::distance_m(middle, {2, 15}) / 1000;
    CHECK(geo::holding_radius_km(area, middle) == doctest::Approx(corner_km).epsilon(0.001));
    area.push_back(square(8, 15, 0.1)[0]);
    CHECK(geo::holding_radius_km(area, middle) == doctest::Approx(corner_km).epsilon(0.001));
    area.push_back(square(8, 15, 0.9)[0]);
    CHECK(geo::holding_radius_km(area, middle) > 600);
    CHECK(geo::holding_radius_km({}, middle) == 0);
}
