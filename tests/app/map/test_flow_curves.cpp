// Arcs of flows.
#include <doctest/doctest.h>

#include <cmath>

#include "app/map/flow_curves.hpp"

TEST_CASE("there and back part: each arc lies to the right of its way") {
    const auto there = app::flow_arc({0, 0}, {1000, 0}, 0.1);
    const auto back = app::flow_arc({1000, 0}, {0, 0}, 0.1);
    const auto middle_there = app::along(there, 0.5);
    const auto middle_back = app::along(back, 0.5);
    CHECK(middle_there.y_m == doctest::Approx(-100));
    CHECK(middle_back.y_m == doctest::Approx(100));
    CHECK(there.front().x_m == 0);
    CHECK(there.back().x_m == 1000);
}

TEST_CASE("a shortened path ends where it should and keeps its length") {
    const auto path = app::flow_arc({0, 0}, {3000, 4000}, 0.2);
    const auto cut = app::shorten(path, 500, 1000);
    CHECK(app::length_m(cut) == doctest::Approx(app::length_m(path) - 1500));
    CHECK(app::shorten(path, 5000, 5000).empty());
    CHECK(app::shorten({}, 0, 0).empty());
    CHECK(app::shorten({{1, 1}}, 0, 0).empty());
}

TEST_CASE("a position along a path is found by its share") {
    const std::vector<geo::MapPoint> path{{0, 0}, {10, 0}, {10, 30}};
    CHECK(app::along(path, 0).x_m == 0);
    CHECK(app::along(path, 0.5).y_m == doctest::Approx(10));
    CHECK(app::along(path, 1).y_m == doctest::Approx(30));
    CHECK(app::along(path, 7).y_m == doctest::Approx(30));
}
