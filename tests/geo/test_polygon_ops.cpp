// Verbs on areas and lines.
#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "geo/polygon_ops.hpp"

using geo::LonLat;
using geo::LonLatBox;
using geo::MultiPolygon;
using geo::Polygon;
using geo::Ring;

namespace {

Ring square(double west, double south, double size) {
    return {{west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}};
}

Ring reversed(Ring ring) {
    std::reverse(ring.begin(), ring.end());
    return ring;
}

const MultiPolygon kFrame{{square(0, 0, 10), {reversed(square(4, 4, 2))}}};

Ring star(int corners) {
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        const double radius = i % 2 == 0 ? 5 : 2;
        ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return ring;
}

double plane_area(const geo::Triangulation& t) {
    double sum = 0;
    for (std::size_t i = 0; i + 2 < t.triangles.size(); i += 3) {
        const LonLat a = t.positions[t.triangles[i]];
        const LonLat b = t.positions[t.triangles[i + 1]];
        const LonLat c = t.positions[t.triangles[i + 2]];
        sum += std::abs((b.lon_deg - a.lon_deg) * (c.lat_deg - a.lat_deg) -
                        (c.lon_deg - a.lon_deg) * (b.lat_deg - a.lat_deg)) /
               2;
    }
    return sum;
}

}  // namespace

TEST_CASE("an area contains its inside, not its holes nor its outside") {
    struct Case {
        LonLat p;
        bool inside;
    };
    for (const Case& c : {Case{{1, 1}, true}, Case{{5, 5}, false}, Case{{3.9, 5}, true},
                          Case{{-0.1, 5}, false}, Case{{11, 5}, false}, Case{{5, 10.1}, false}}) {
        CAPTURE(c.p.lon_deg);
        CAPTURE(c.p.lat_deg);
        CHECK(geo::contains(kFrame, c.p) == c.inside);
    }
    CHECK(!geo::contains(MultiPolygon{}, {0, 0}));
    CHECK(geo::contains(MultiPolygon{{square(50, 50, 1), {}}, {square(0, 0, 1), {}}}, {0.5, 0.5}));
}

TEST_CASE("a degree square at the equator has 12309 square kilometres, holes taken out") {
    CHECK(geo::area_km2({{square(0, 0, 1), {}}}) == doctest::Approx(12308.8).epsilon(1e-4));
    const double hole = geo::area_km2({{square(4, 4, 2), {}}});
    CHECK(geo::area_km2(kFrame) == doctest::Approx(geo::area_km2({{square(0, 0, 10), {}}}) - hole));
}

TEST_CASE("the box of an area in two halves at the date line crosses it") {
    const MultiPolygon fiji{{square(177, -19, 3), {}}, {square(-180, -18, 1), {}}};
    CHECK(geo::bounding_box(fiji) == LonLatBox{177, -19, -179, -16});
    CHECK(geo::bounding_box(kFrame) == LonLatBox{0, 0, 10, 10});
    const MultiPolygon far_apart{{square(-120, 30, 1), {}}, {square(-60, 30, 1), {}}};
    CHECK(geo::bounding_box(far_apart) == LonLatBox{-120, 30, -59, 31});
}

TEST_CASE("the centroid of a frame is its middle, and its label point is beside the hole") {
    CHECK(geo::centroid(kFrame).lon_deg == doctest::Approx(5));
    CHECK(geo::centroid(kFrame).lat_deg == doctest::Approx(5));
    CHECK(!geo::contains(kFrame, geo::centroid(kFrame)));
    CHECK(geo::contains(kFrame, geo::label_point(kFrame)));
}

TEST_CASE("the label goes to the middle of the largest part") {
    const LonLat p = geo::label_point({{square(0, 60, 1), {}}, {square(20, 60, 4), {}}});
    CHECK(p.lon_deg == doctest::Approx(22).epsilon(0.02));
    CHECK(p.lat_deg > 61);
    CHECK(p.lat_deg < 63);
}

TEST_CASE("clipping keeps what lies in the box") {
    const MultiPolygon part = geo::clipped(kFrame, {-5, -5, 5, 20});
    REQUIRE(part.size() == 1);
    CHECK(geo::bounding_box(part) == LonLatBox{0, 0, 5, 10});
    CHECK(geo::contains(part, {3, 5}));
    CHECK(!geo::contains(part, {4.5, 5}));
    CHECK(geo::clipped(kFrame, {20, 20, 30, 30}).empty());
    CHECK(geo::clipped(kFrame, {-20, -20, 30, 30}).size() == 1);
    CHECK(geo::clipped({{square(-180, 0, 20), {}}, {square(160, 0, 20), {}}}, {170, 0, -170, 5})
              .size() == 2);
}

TEST_CASE("a line is clipped into the pieces inside the box") {
    const geo::Line zigzag{{-1, 0.5}, {3, 0.5}, {3, 5}, {-1, 5}};
    const auto pieces = geo::clipped(zigzag, {0, 0, 2, 10});
    REQUIRE(pieces.size() == 2);
    CHECK(std::abs(pieces[0].front().lon_deg - pieces[0].back().lon_deg) == doctest::Approx(2));
    CHECK(geo::clipped(zigzag, {10, 10, 12, 12}).empty());
}

TEST_CASE("triangles cover an area with its holes exactly and add no vertex") {
    const geo::Triangulation frame = geo::triangulate(kFrame);
    CHECK(frame.positions.size() == 8);
    CHECK(frame.triangles.size() == 3 * 8);
    CHECK(plane_area(frame) == doctest::Approx(96));
    const geo::Triangulation spikes = geo::triangulate({{star(200), {}}});
    CHECK(spikes.positions.size() == 200);
    CHECK(spikes.triangles.size() == 3 * 198);
    CHECK(geo::triangulate({}).triangles.empty());
}

TEST_CASE("simplifying drops vertices within the tolerance and no more") {
    Ring wavy = square(0, 0, 10);
    wavy.insert(wavy.begin() + 1, {5, 0.001});
    const MultiPolygon simple = geo::simplified({{wavy, {}}}, 0.01);
    REQUIRE(simple.size() == 1);
    CHECK(simple[0].outer.size() == 4);
    CHECK(geo::simplified({{wavy, {}}}, 0.0001)[0].outer.size() == 5);
}

TEST_CASE("small areas that cross themselves are repaired and large ones refused") {
    const MultiPolygon bow_tie{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}}, {}}};
    const auto fixed = geo::repaired(bow_tie);
    REQUIRE(fixed.has_value());
    CHECK(fixed->size() == 2);
    CHECK(geo::repaired(kFrame)->size() == 1);
    Ring tangle;
    for (int i = 0; i < 3001; ++i) {
        const double angle = 2 * std::numbers::pi * i * 1400 / 3001;
        tangle.push_back({std::cos(angle), std::sin(angle)});
    }
    const auto refused = geo::repaired({{tangle, {}}});
    REQUIRE(!refused.has_value());
    CHECK(refused.error().message ==
          "an area of 3001 vertices crosses itself; no more than 2000 are repaired");
}

TEST_CASE("areas with a common edge are neighbours, areas that meet in a corner are not") {
    const MultiPolygon home{{square(0, 0, 1), {}}};
    CHECK(geo::share_border(home, {{square(1, 0.5, 1), {}}}));
    CHECK(geo::share_border(home, {{square(1.0005, 0, 1), {}}}));
    CHECK(!geo::share_border(home, {{square(1, 1, 1), {}}}));
    CHECK(!geo::share_border(home, {{square(1.5, 0, 1), {}}}));
}

TEST_CASE("the part of a line along an edge is found") {
    const auto along =
        geo::along_edge({{-1, -1}, {0, 0}, {1, 0}, {2, -1}}, {{square(0, 0, 1), {}}}, 0.01);
    REQUIRE(along.size() == 1);
    const LonLatBox box = geo::bounding_box(along[0]);
    CHECK(box.west_deg == doctest::Approx(0).epsilon(0.05));
    CHECK(box.east_deg == doctest::Approx(1).epsilon(0.05));
}
