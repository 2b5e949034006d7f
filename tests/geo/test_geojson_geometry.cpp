// Geometry as RFC 7946 text.
#include <doctest/doctest.h>

#include "geo/geojson_geometry.hpp"

using geo::Geometry;
using geo::Line;
using geo::LonLat;
using geo::MultiPolygon;
using geo::Polygon;

namespace {

struct Case {
    Geometry geometry;
    std::string text;
};

void check(const std::vector<Case>& cases) {
    for (const Case& c : cases)
        CHECK(geo::to_geojson(c.geometry) == c.text);
}

const geo::Ring kTriangle{{0, 0}, {4, 0}, {0, 4}};

}  // namespace

TEST_CASE("coordinates have at most 7 decimals and no more digits than they need") {
    struct Number {
        double degrees;
        const char* text;
    };
    for (const Number& c : {Number{16.27167, "16.27167"}, Number{-0.0447212345678, "-0.0447212"},
                            Number{180, "180"}, Number{-0.0, "0"}, Number{-1e-9, "0"},
                            Number{1e-7, "0.0000001"}, Number{120, "120"}, Number{-90, "-90"}}) {
        std::string out;
        geo::append_coordinate(out, c.degrees);
        CHECK(out == c.text);
    }
}

TEST_CASE("each kind of geometry is written under its GeoJSON name") {
    check({
        {LonLat{-0.04472, 16.27167}, R"({"type":"Point","coordinates":[-0.04472,16.27167]})"},
        {geo::PointSet{{{1, 2}, {3, 4}}}, R"({"type":"MultiPoint","coordinates":[[1,2],[3,4]]})"},
        {Line{{1, 2}, {3, 4}}, R"({"type":"LineString","coordinates":[[1,2],[3,4]]})"},
        {geo::MultiLine{{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}},
         R"({"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]})"},
        {Polygon{kTriangle, {}}, R"({"type":"Polygon","coordinates":[[[0,0],[4,0],[0,4],[0,0]]]})"},
        {MultiPolygon{{kTriangle, {}}, {{{10, 0}, {11, 0}, {10, 1}}, {}}},
         R"({"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[0,4],[0,0]]],)"
         R"([[[10,0],[11,0],[10,1],[10,0]]]]})"},
    });
}

TEST_CASE("outer rings become anticlockwise and holes clockwise") {
    check({
        {Polygon{{{0, 4}, {4, 0}, {0, 0}}, {}},
         R"({"type":"Polygon","coordinates":[[[0,0],[4,0],[0,4],[0,0]]]})"},
        {Polygon{kTriangle, {{{1, 1}, {2, 1}, {1, 2}}}},
         R"({"type":"Polygon","coordinates":[[[0,0],[4,0],[0,4],[0,0]],)"
         R"([[1,2],[2,1],[1,1],[1,2]]]})"},
    });
}

TEST_CASE("lines over the 180th meridian are cut there, in both directions") {
    check({
        {Line{{170, 10}, {-170, 20}},
         R"({"type":"MultiLineString","coordinates":[[[170,10],[180,15]],[[-180,15],[-170,20]]]})"},
        {Line{{-170, 20}, {170, 10}},
         R"({"type":"MultiLineString","coordinates":[[[-170,20],[-180,15]],[[180,15],[170,10]]]})"},
        {Line{{170, 10}, {190, 20}},
         R"({"type":"MultiLineString","coordinates":[[[170,10],[180,15]],[[-180,15],[-170,20]]]})"},
        {Line{{170, 10}, {180, 20}}, R"({"type":"LineString","coordinates":[[170,10],[180,20]]})"},
        {Line{{-90, 10}, {90, 20}}, R"({"type":"LineString","coordinates":[[-90,10],[90,20]]})"},
    });
}

TEST_CASE("an area over the 180th meridian becomes one part on each side") {
    const std::string text =
        geo::to_geojson(Polygon{{{178, -19}, {-178, -19}, {-178, -16}, {178, -16}}, {}});
    CHECK(text.starts_with(R"({"type":"MultiPolygon")"));
    CHECK(text.find("[180,-19]") != std::string::npos);
    CHECK(text.find("[-180,-19]") != std::string::npos);
    CHECK(text.find("[178,-16]") != std::string::npos);
    CHECK(text.find("[-178,-16]") != std::string::npos);
}

TEST_CASE("an area around the pole reaches the pole") {
    const std::string text =
        geo::to_geojson(Polygon{{{0, 80}, {90, 80}, {179, 80}, {-90, 80}}, {}});
    CHECK(text.find("90]") != std::string::npos);
    CHECK(text.find("[180,") != std::string::npos);
    CHECK(text.find("[-180,") != std::string::npos);
}
