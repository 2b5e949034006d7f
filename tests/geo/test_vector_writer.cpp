// Features to files through GDAL: every format holds every feature, and a file cut short is
// noticed.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "geo/output_file.hpp"
#include "geo/vector_writer.hpp"
#include "tests/support/file_size_limit.hpp"
#include "tests/support/temporary_folder.hpp"

using geo::Feature;
using geo::FeatureLayer;
using geo::FieldType;
using geo::VectorFormat;

namespace {

std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

FeatureLayer places() {
    FeatureLayer layer{"events",
                       {{"name", FieldType::text},
                        {"killed_low", FieldType::whole},
                        {"score", FieldType::real},
                        {"alleged", FieldType::truth}},
                       {}};
    layer.features.push_back(
        {geo::LonLat{-0.04472, 16.27167}, {"Gao", std::int64_t{17}, 0.5, true}});
    layer.features.push_back({geo::LonLat{1.40778, 18.44111}, {"Ménaka, \"nord\"", {}, {}, false}});
    layer.features.push_back({std::nullopt, {"=cmd()", std::int64_t{0}, 1.0, {}}});
    return layer;
}

FeatureLayer shapes() {
    FeatureLayer layer{"flows", {{"name", FieldType::text}}, {}};
    layer.features.push_back({geo::Line{{-3, 16.77}, {2.11, 13.51}}, {"line"}});
    layer.features.push_back({geo::MultiPolygon{{{{0, 0}, {1, 0}, {0, 1}}, {}}}, {"area"}});
    layer.features.push_back({geo::LonLat{0, 0}, {"point"}});
    return layer;
}

}  // namespace

TEST_CASE("the format follows the ending of the name") {
    CHECK(geo::vector_format_of("a/b.KML") == VectorFormat::kml);
    CHECK(geo::vector_format_of("x.fgb") == VectorFormat::flatgeobuf);
    CHECK(geo::vector_format_of("x.gpkg") == VectorFormat::geopackage);
    CHECK(geo::vector_format_of("x.csv") == VectorFormat::csv);
    CHECK(!geo::vector_format_of("x.geojson"));
    CHECK(!geo::vector_format_of(".csv"));
    CHECK(!geo::vector_format_of(""));
}

TEST_CASE("points, lines, areas and features without a place survive in every format") {
    const TemporaryFolder folder;
    for (const char* name : {"a.kml", "a.fgb", "a.gpkg", "a.csv"}) {
        for (FeatureLayer layer : {places(), shapes()}) {
            if (!geo::takes_unplaced_features(*geo::vector_format_of(name))) {
                std::erase_if(layer.features, [](const Feature& f) { return !f.geometry; });
            }
            CAPTURE(name);
            CAPTURE(layer.name);
            const std::string path = folder.file(layer.name + name);
            const VectorFormat format = *geo::vector_format_of(name);
            const std::vector layers{layer};
            const auto done = geo::replace_file(
                path, geo::Overwrite::refuse,
                [&](const std::string& temp) { return geo::write_features(temp, format, layers); },
                [&](const std::string& temp) { return geo::check_features(temp, format, layers); });
            if (!done)
                CAPTURE(done.error().message);
            CHECK(done.has_value());
            CHECK(std::filesystem::file_size(path) > 50);
        }
    }
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 8);
}

TEST_CASE("GeoPackage and KML take several layers and FlatGeobuf and CSV one") {
    const TemporaryFolder folder;
    const std::vector layers{places(), shapes()};
    for (const char* name : {"two.kml", "two.gpkg"}) {
        CAPTURE(name);
        const VectorFormat format = *geo::vector_format_of(name);
        CHECK(geo::write_features(folder.file(name), format, layers).has_value());
        CHECK(geo::check_features(folder.file(name), format, layers).has_value());
    }
    const auto one = geo::write_features(folder.file("two.fgb"), VectorFormat::flatgeobuf, layers);
    REQUIRE(!one.has_value());
    CHECK(one.error().message ==
          folder.file("two.fgb") + ": FlatGeobuf holds exactly one layer, not 2");
}

TEST_CASE("CSV has positions in columns, nulls empty and formulas defused") {
    const TemporaryFolder folder;
    const std::vector layers{places()};
    const std::string path = folder.file("events.csv");
    REQUIRE(geo::write_features(path, VectorFormat::csv, layers).has_value());
    const std::string text = content(path);
    CHECK(text.starts_with("name,killed_low,score,alleged,lon,lat\n"));
    CHECK(text.find("Gao,17,0.5,1,-0.0447200,16.2716700\n") != std::string::npos);
    CHECK(text.find("\"Ménaka, \"\"nord\"\"\",,,0,1.4077800,18.4411100\n") != std::string::npos);
    CHECK(text.find("'=cmd(),0,1,,,\n") != std::string::npos);
}

TEST_CASE("bad UTF-8 is refused with the field's name") {
    const TemporaryFolder folder;
    std::vector layers{places()};
    layers[0].features[1].values[0] = std::string("S\xE9gou");
    const auto done = geo::write_features(folder.file("x.kml"), VectorFormat::kml, layers);
    REQUIRE(!done.has_value());
    CHECK(done.error().message ==
          folder.file("x.kml") + ": a value of \"name\" is not valid UTF-8");
}

TEST_CASE("a file cut short does not pass its check") {
    const TemporaryFolder folder;
    FeatureLayer layer = places();
    layer.features.pop_back();
    for (int i = 0; i < 2000; ++i)
        layer.features.push_back(layer.features[0]);
    const std::vector layers{layer};
    for (const char* name : {"cut.kml", "cut.fgb", "cut.gpkg", "cut.csv"}) {
        CAPTURE(name);
        const VectorFormat format = *geo::vector_format_of(name);
        const std::string path = folder.file(name);
        REQUIRE(geo::write_features(path, format, layers).has_value());
        REQUIRE(geo::check_features(path, format, layers).has_value());
        std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
        const auto checked = geo::check_features(path, format, layers);
        REQUIRE(!checked.has_value());
        CHECK(checked.error().message.starts_with(path + ": "));
    }
}

TEST_CASE("a full disk fails in every format and leaves nothing behind") {
    const TemporaryFolder folder;
    FeatureLayer layer = places();
    layer.features.pop_back();
    for (int i = 0; i < 3000; ++i)
        layer.features.push_back(layer.features[0]);
    const std::vector layers{layer};
    for (const char* name : {"full.kml", "full.fgb", "full.gpkg", "full.csv"}) {
        CAPTURE(name);
        const VectorFormat format = *geo::vector_format_of(name);
        geo::Result<void> done;
        {
            const FileSizeLimit limit(50'000);
            done = geo::replace_file(
                folder.file(name), geo::Overwrite::refuse,
                [&](const std::string& temp) { return geo::write_features(temp, format, layers); },
                [&](const std::string& temp) { return geo::check_features(temp, format, layers); });
        }
        CHECK(!done.has_value());
        CHECK(std::filesystem::is_empty(folder.path()));
    }
}

TEST_CASE("an empty layer is written and read back") {
    const TemporaryFolder folder;
    FeatureLayer layer = places();
    layer.features.clear();
    const std::vector layers{layer};
    for (const char* name : {"none.kml", "none.gpkg", "none.csv"}) {
        CAPTURE(name);
        const VectorFormat format = *geo::vector_format_of(name);
        CHECK(geo::write_features(folder.file(name), format, layers).has_value());
        CHECK(geo::check_features(folder.file(name), format, layers).has_value());
    }
}

TEST_CASE("FlatGeobuf refuses what it would drop") {
    const TemporaryFolder folder;
    const std::string path = folder.file("x.fgb");
    std::vector layers{places()};
    const auto unplaced = geo::write_features(path, VectorFormat::flatgeobuf, layers);
    REQUIRE(!unplaced.has_value());
    CHECK(unplaced.error().message ==
          path + ": FlatGeobuf holds no features without a place; 1 of 3 have none");
    layers[0].features.clear();
    const auto empty = geo::write_features(path, VectorFormat::flatgeobuf, layers);
    REQUIRE(!empty.has_value());
    CHECK(empty.error().message == path + ": FlatGeobuf holds no empty layer");
}

TEST_CASE("KML names its placemarks by the label field and keeps every value") {
    const TemporaryFolder folder;
    std::vector layers{places()};
    layers[0].label_field = "name";
    const std::string path = folder.file("events.kml");
    REQUIRE(geo::write_features(path, VectorFormat::kml, layers).has_value());
    const std::string text = content(path);
    CHECK(text.find("<name>Gao</name>") != std::string::npos);
    CHECK(text.find("<SimpleData name=\"killed_low\">17</SimpleData>") != std::string::npos);
    CHECK(text.find("-0.04472,16.27167") != std::string::npos);
}

TEST_CASE("a folder that does not exist is an error in GDAL's words, not a print") {
    const TemporaryFolder folder;
    const std::vector layers{places()};
    const std::string path = folder.file("no/x.gpkg");
    const auto done = geo::write_features(path, VectorFormat::geopackage, layers);
    REQUIRE(!done.has_value());
    CHECK(done.error().message.starts_with(path + ": could not be written: "));
}
