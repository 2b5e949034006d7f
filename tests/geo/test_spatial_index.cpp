// The index answers what looking at every item would answer.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "geo/geodesic.hpp"
#include "geo/spatial_index.hpp"

using geo::LonLat;
using geo::LonLatBox;
using geo::SpatialIndex;

namespace {

std::vector<LonLat> random_points(std::size_t count) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(-180, 180);
    std::uniform_real_distribution<double> lat(-90, 90);
    std::vector<LonLat> points(count);
    for (LonLat& p : points)
        p = {lon(random), lat(random)};
    return points;
}

}  // namespace

TEST_CASE("points in a box are those that a full search finds, also over the date line") {
    const auto points = random_points(5000);
    const SpatialIndex index{std::span<const LonLat>(points)};
    CHECK(index.size() == 5000);
    for (const LonLatBox& box :
         {LonLatBox{-12, 10, 5, 25}, LonLatBox{170, -40, -160, 10}, LonLatBox{},
          LonLatBox{0, 0, 0, 0}, LonLatBox{-180, 80, 180, 90}}) {
        std::vector<std::uint32_t> expected;
        for (std::uint32_t i = 0; i < points.size(); ++i) {
            if (geo::contains(box, points[i]))
                expected.push_back(i);
        }
        CHECK(index.overlapping(box) == expected);
    }
}

TEST_CASE("nearest points are those that a full search finds, at the date line and the poles too") {
    const auto points = random_points(3000);
    const SpatialIndex index{std::span<const LonLat>(points)};
    for (const LonLat at : {LonLat{-3, 16.77}, LonLat{179.99, 0}, LonLat{-180, -50}, LonLat{12, 90},
                            LonLat{0, -89.9}, LonLat{100, 75}}) {
        CAPTURE(at.lon_deg);
        CAPTURE(at.lat_deg);
        const auto found = index.nearest(at, 5);
        REQUIRE(found.size() == 5);
        std::vector<double> distances;
        for (const LonLat p : points)
            distances.push_back(geo::distance_m(at, p));
        std::sort(distances.begin(), distances.end());
        for (std::size_t i = 0; i < 5; ++i) {
            CHECK(found[i].distance_m == doctest::Approx(distances[i]).epsilon(0.006));
        }
    }
}

TEST_CASE("a position finds the boxes that hold it, also one over the date line") {
    const std::vector<LonLatBox> boxes{{-10, -10, 10, 10}, {5, 5, 20, 20}, {170, -20, -170, 0}};
    const SpatialIndex index{std::span<const LonLatBox>(boxes)};
    CHECK(index.holding({7, 7}) == std::vector<std::uint32_t>{0, 1});
    CHECK(index.holding({179, -10}) == std::vector<std::uint32_t>{2});
    CHECK(index.holding({-175, -10}) == std::vector<std::uint32_t>{2});
    CHECK(index.holding({100, 50}).empty());
    const auto near = index.nearest({7, 7}, 3);
    REQUIRE(near.size() == 3);
    CHECK(near[0].distance_m == 0);
    CHECK(near[1].distance_m == 0);
    CHECK(near[2].item == 2);
}

TEST_CASE("the farthest wanted distance is kept") {
    const std::vector<LonLat> points{{0, 0}, {1, 0}, {2, 0}};
    const SpatialIndex index{std::span<const LonLat>(points)};
    CHECK(index.nearest({0, 0}, 9, 120000).size() == 2);
    CHECK(index.nearest({0, 0}, 1).at(0).item == 0);
    CHECK(index.nearest({0, 0}, 0).empty());
}

TEST_CASE("an index of nothing finds nothing") {
    const SpatialIndex index{std::span<const LonLat>()};
    CHECK(index.overlapping(LonLatBox{}).empty());
    CHECK(index.nearest({0, 0}, 3).empty());
    CHECK(SpatialIndex().nearest({0, 0}, 3).empty());
}
