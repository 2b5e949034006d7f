// Distances and lines on the ellipsoid.
#include <doctest/doctest.h>

#include "geo/geodesic.hpp"

using geo::LonLat;

TEST_CASE("a degree of latitude at the equator is 110.574 km") {
    CHECK(geo::distance_m({0, 0}, {0, 1}) == doctest::Approx(110574.4).epsilon(1e-6));
}

TEST_CASE("destination undoes bearing and distance") {
    const LonLat kidal{1.40778, 18.44111};
    const LonLat gao{-0.04472, 16.27167};
    const LonLat back =
        geo::destination(kidal, geo::bearing_deg(kidal, gao), geo::distance_m(kidal, gao));
    CHECK(back.lon_deg == doctest::Approx(gao.lon_deg));
    CHECK(back.lat_deg == doctest::Approx(gao.lat_deg));
}

TEST_CASE("a geodesic line keeps its ends and its step") {
    const geo::Line line = geo::geodesic_line({-8, 12.65}, {2.11, 13.51}, 100000);
    CHECK(line.front() == LonLat{-8, 12.65});
    CHECK(line.back() == LonLat{2.11, 13.51});
    for (std::size_t i = 1; i < line.size(); ++i) {
        CHECK(geo::distance_m(line[i - 1], line[i]) <= 100000.01);
    }
}
