// Vector files as bytes to features: formats, reference systems, bad input and limits.
#include <doctest/doctest.h>

#include "geo/vector_reader.hpp"
#include "tests/support/temporary_folder.hpp"

using geo::FeatureLayer;
using geo::FieldType;

namespace {

geo::InputFile bytes(std::string text) {
    return {"given.json", "given.json", std::move(text), {}};
}

std::string collection(const std::string& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

std::string feature(const std::string& geometry, const std::string& properties = "{}") {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

}  // namespace

TEST_CASE("GeoJSON becomes fields and values of the right type") {
    const auto read = geo::read_features(bytes(collection(
        feature(R"({"type":"Point","coordinates":[-0.04472,16.27167]})",
                R"({"name":"Gao","population":86633,"share":0.5,"capital":true,"note":null})"))));
    REQUIRE(read.has_value());
    CHECK(read->problems.empty());
    REQUIRE(read->value.size() == 1);
    const FeatureLayer& layer = read->value[0];
    REQUIRE(layer.features.size() == 1);
    REQUIRE(layer.fields.size() == 5);
    CHECK(layer.fields[3].type == FieldType::truth);
    const auto& values = layer.features[0].values;
    CHECK(values[0] == geo::FieldValue("Gao"));
    CHECK(values[1] == geo::FieldValue(std::int64_t{86633}));
    CHECK(values[2] == geo::FieldValue(0.5));
    CHECK(values[3] == geo::FieldValue(true));
    CHECK(values[4] == geo::FieldValue());
    CHECK(std::get<geo::LonLat>(*layer.features[0].geometry) == geo::LonLat{-0.04472, 16.27167});
}

TEST_CASE("what is written is read back the same, in each format with geometry") {
    const TemporaryFolder folder;
    FeatureLayer layer{"camps", {{"title", FieldType::text}}, {}, {}};
    const geo::Polygon area{{{0, 0}, {4, 0}, {0, 4}}, {{{1, 1}, {1, 2}, {2, 1}}}};
    layer.features.push_back({area, {"Mbéra"}});
    layer.features.push_back({geo::Line{{-5, 15}, {-6, 16}}, {"route"}});
    const std::vector layers{layer};
    for (const char* name : {"a.kml", "a.fgb", "a.gpkg"}) {
        CAPTURE(name);
        const std::string path = folder.file(name);
        REQUIRE(geo::write_features(path, *geo::vector_format_of(name), layers).has_value());
        const auto read = geo::read_features(*geo::read_input_file(path));
        REQUIRE(read.has_value());
        REQUIRE(read->value.size() == 1);
        REQUIRE(read->value[0].features.size() == 2);
        std::size_t areas = 0;
        for (const geo::Feature& found : read->value[0].features) {
            REQUIRE(found.geometry.has_value());
            if (const auto* polygon = std::get_if<geo::Polygon>(&*found.geometry)) {
                ++areas;
                CHECK(polygon->outer.size() == 3);
                CHECK(polygon->holes.size() == 1);
            } else {
                CHECK(std::get<geo::Line>(*found.geometry).size() == 2);
            }
        }
        CHECK(areas == 1);
    }
}

TEST_CASE("positions in another reference system become degrees") {
    const auto read = geo::read_features(bytes(
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},)"
        R"("features":[)" +
        feature(R"({"type":"Point","coordinates":[-333958.47,1886384.62]})") + "]}"));
    REQUIRE(read.has_value());
    const auto p = std::get<geo::LonLat>(*read->value.at(0).features.at(0).geometry);
    CHECK(p.lon_deg == doctest::Approx(-3).epsilon(1e-4));
    CHECK(p.lat_deg == doctest::Approx(16.70).epsilon(1e-3));
}

TEST_CASE("features with a bad place are kept without it and said") {
    const auto read = geo::read_features(
        bytes(collection(feature(R"({"type":"Point","coordinates":[1e9,3]})") + "," +
                         feature(R"({"type":"GeometryCollection","geometries":[)"
                                 R"({"type":"Point","coordinates":[1,2]},)"
                                 R"({"type":"LineString","coordinates":[[1,2],[3,4]]}]})") +
                         "," + feature("null"))));
    REQUIRE(read.has_value());
    REQUIRE(read->value.at(0).features.size() == 3);
    for (const geo::Feature& found : read->value[0].features)
        CHECK(!found.geometry.has_value());
    REQUIRE(read->problems.size() == 2);
    CHECK(read->problems[0].what.find("a position that is not on the earth") != std::string::npos);
    CHECK(read->problems[1].what.find("a curve or a collection") != std::string::npos);
}

TEST_CASE("bytes in no known format are refused") {
    for (const char* text : {"", "lon,lat\n1,2\n", "{\"type\":\"FeatureCollection\",\"featu",
                             "<html></html>", "\xFF\xFE\x00junk"}) {
        CAPTURE(text);
        const auto read = geo::read_features(bytes(text));
        REQUIRE(!read.has_value());
        CHECK(read.error().message ==
              "given.json: is no GeoJSON, KML, FlatGeobuf or GeoPackage that can be read");
    }
}

TEST_CASE("the limits hold") {
    const std::string point = feature(R"({"type":"Point","coordinates":[1,2]})");
    const auto many = geo::read_features(bytes(collection(point + "," + point)), {1, 1000});
    REQUIRE(!many.has_value());
    CHECK(many.error().message == "given.json: has more than 1 features");
    const std::string line =
        feature(R"({"type":"LineString","coordinates":[[1,2],[3,4],[5,6],[7,8]]})");
    const auto long_line = geo::read_features(bytes(collection(line)), {10, 3});
    REQUIRE(!long_line.has_value());
    CHECK(long_line.error().message == "given.json: has more than 3 positions");
}
