// Exported features: names, nulls, geometry, bytes that no report can break.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "../casebook/sample.hpp"
#include "events/tables/csv_text.hpp"
#include "events/tables/features.hpp"
#include "events/tables/kml_text.hpp"
#include "events/tables/rows.hpp"
#include "geo/input_file.hpp"

using events::ExportSelection;
using nlohmann::json;

namespace {

json features_of(const events::Casebook& casebook) {
    const std::string text = events::to_geojson(casebook, ExportSelection::all_of(casebook));
    return json::parse(text).at("features");
}

}  // namespace

TEST_CASE("an event carries every property of the contract, null where nothing is known") {
    const json features = features_of(sample::casebook());
    REQUIRE(features.size() == 5);
    const char* const kNames[] = {"layer",
                                  "id",
                                  "kind",
                                  "acled_event_type",
                                  "acled_sub_event_type",
                                  "date_start",
                                  "date_end",
                                  "date_precision",
                                  "date_words",
                                  "place",
                                  "place_words",
                                  "place_id",
                                  "place_precision",
                                  "radius_km",
                                  "admin1",
                                  "admin2",
                                  "country",
                                  "actors",
                                  "killed_low",
                                  "killed_high",
                                  "killed_words",
                                  "injured_low",
                                  "abducted_high",
                                  "detained_words",
                                  "disappeared_low",
                                  "raped_high",
                                  "displaced_words",
                                  "houses_low",
                                  "attribution",
                                  "report_id",
                                  "report_title",
                                  "report_publisher",
                                  "report_date",
                                  "report_sha256",
                                  "quote",
                                  "quote_start",
                                  "quote_end",
                                  "rule",
                                  "confidence",
                                  "status"};
    for (std::size_t i = 0; i < 3; ++i) {
        for (const char* name : kNames) {
            CAPTURE(name);
            CHECK(features[i]["properties"].contains(name));
        }
    }
    const json& first = features[0]["properties"];
    CHECK(features[0]["geometry"] ==
          json::parse(R"({"type":"Point","coordinates":[-0.04471,16.27167]})"));
    CHECK(first["layer"] == "event");
    CHECK(first["kind"] == "killing");
    CHECK(first["acled_event_type"] == "Violence against civilians");
    CHECK(first["date_start"] == "2013-02-01");
    CHECK(first["date_end"] == "2013-02-02");
    CHECK(first["killed_low"] == 17);
    CHECK(first["killed_high"].is_null());
    CHECK(first["killed_words"] == "at least 17");
    CHECK(first["injured_low"].is_null());
    CHECK(first["actors"] == json::parse(R"([
        {"name":"soldiers","role":"perpetrator","alleged":true},
        {"name":"civilians","role":"target","alleged":false}])"));
    CHECK(first["report_title"] == "An invented report");
    CHECK(first["report_date"] == "2013-02-10");
    CHECK(first["acled_geo_precision"] == 1);
    CHECK(first["ucdp_date_prec"] == 2);

    const json& unplaced = features[1];
    CHECK(unplaced["geometry"].is_null());
    CHECK(unplaced["properties"]["place"].is_null());
    CHECK(unplaced["properties"]["place_precision"] == "unknown");
    CHECK(unplaced["properties"]["radius_km"].is_null());
    CHECK(unplaced["properties"]["acled_geo_precision"].is_null());
    CHECK(features[2]["properties"]["date_start"].is_null());
    CHECK(features[2]["properties"]["date_precision"] == "unknown");
}

TEST_CASE("the quote's offsets are bytes of the extracted text") {
    const events::Casebook casebook = sample::casebook();
    const std::string& text = casebook.reports()[0].text;
    for (const json& feature : features_of(casebook)) {
        const json& p = feature["properties"];
        const auto start = p["quote_start"].get<std::size_t>();
        const auto end = p["quote_end"].get<std::size_t>();
        CHECK(text.substr(start, end - start) == p["quote"].get<std::string>());
    }
}

TEST_CASE("a flow is the geodesic between its ends, and is there without a point") {
    const json features = features_of(sample::casebook());
    const json& flow = features[3];
    CHECK(flow["geometry"]["type"] == "LineString");
    const json& line = flow["geometry"]["coordinates"];
    CHECK(line.size() >= 4);
    CHECK(line.front() == json::parse("[2.4022,15.9182]"));
    CHECK(line.back() == json::parse("[2.1098,13.51366]"));
    CHECK(flow["properties"]["from"] == "Ménaka");
    CHECK(flow["properties"]["to_country"] == "NE");
    CHECK(flow["properties"]["people_low"] == 500);
    CHECK(flow["properties"]["people_words"] == "some 500");
    CHECK(flow["properties"]["split"] == "together");
    CHECK(flow["properties"]["flow_kind"] == "movement");
    CHECK(flow["properties"]["category"] == "refugees");
    CHECK(features[4]["geometry"].is_null());
    CHECK(features[4]["properties"]["to"] == "Mauritania");
}

TEST_CASE("a flow over the date line is cut there, and one to its own place has no geometry") {
    events::ReadReport read = sample::reading();
    read.flows[0].from.point = geo::LonLat{178.44, -18.14};
    read.flows[0].to.point = geo::LonLat{-171.76, -13.83};
    read.flows[1].to.point = read.flows[1].from.point;
    events::Casebook casebook;
    casebook.add(read);
    const json features = features_of(casebook);
    CHECK(features[3]["geometry"]["type"] == "MultiLineString");
    CHECK(features[3]["geometry"]["coordinates"].size() == 2);
    for (const json& part : features[3]["geometry"]["coordinates"]) {
        for (std::size_t i = 1; i < part.size(); ++i) {
            CHECK(std::abs(part[i][0].get<double>() - part[i - 1][0].get<double>()) < 180);
        }
    }
    CHECK(features[4]["geometry"].is_null());
}

TEST_CASE("whatever bytes a report holds, the collection is valid JSON in UTF-8") {
    events::ReadReport read = sample::reading();
    read.report.title = "\xFF\xC3\x28 \"quoted\" \\ \x01 \xE2\x80\xA8";
    read.events[0].claims[0].quote = std::string("cut\xE2\x82", 5);
    read.events[0].actors[0].name = std::string(1000, '"');
    read.events[1].place.point = geo::LonLat{std::nan(""), 5};
    events::Casebook casebook;
    casebook.add(read);
    const std::string text = events::to_geojson(casebook, ExportSelection::all_of(casebook));
    const json parsed = json::parse(text, nullptr, false);
    REQUIRE_FALSE(parsed.is_discarded());
    CHECK(parsed["features"][0]["properties"]["quote"] == "cut\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(parsed["features"][1]["geometry"].is_null());
}

TEST_CASE("the same casebook gives the same bytes, an empty selection an empty collection") {
    const events::Casebook casebook = sample::casebook();
    const auto all = ExportSelection::all_of(casebook);
    CHECK(events::to_geojson(casebook, all) == events::to_geojson(sample::casebook(), all));
    const json empty = json::parse(events::to_geojson(casebook, {}));
    CHECK(empty["features"].empty());
    CHECK(empty["type"] == "FeatureCollection");
}

TEST_CASE("mentions stand beside the features, resolved or not") {
    const events::Casebook casebook = sample::casebook();
    events::PlaceMention gao;
    gao.span = {sample::kReport, 50, 53};
    gao.words = "Gao";
    gao.choice = casebook.events()[0].place.candidates[0];
    events::PlaceMention nowhere;
    nowhere.words = "Nowhere";
    const json parsed = json::parse(events::to_geojson_with_mentions(
        casebook, ExportSelection::all_of(casebook), {gao, nowhere}));
    CHECK(parsed["features"].size() == 5);
    REQUIRE(parsed["mentions"].size() == 2);
    CHECK(parsed["mentions"][0]["text"] == "Gao");
    CHECK(parsed["mentions"][0]["start"] == 50);
    CHECK(parsed["mentions"][0]["country"] == "ML");
    CHECK(parsed["mentions"][0]["lon"] == doctest::Approx(-0.04471));
    CHECK(parsed["mentions"][1]["lon"].is_null());
}

TEST_CASE("a CSV cell is quoted where it must be and never runs as a formula") {
    struct Case {
        std::string_view text;
        std::string_view cell;
    };
    const Case kCases[] = {
        {"Gao", "Gao"},
        {"", ""},
        {"a,b", "\"a,b\""},
        {"say \"no\"", "\"say \"\"no\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
        {"+1", "'+1"},
        {"-5", "'-5"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\tx", "'\tx"},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.text);
        std::string out;
        events::append_csv_text(out, c.text);
        CHECK(out == c.cell);
    }
}

TEST_CASE("events and flows share one CSV table, a column for each property") {
    const events::Casebook casebook = sample::casebook();
    const auto layer = events::one_layer_of(casebook, ExportSelection::all_of(casebook));
    REQUIRE(layer.features.size() == 5);
    for (const auto& feature : layer.features) {
        CHECK(feature.values.size() == layer.fields.size());
    }
    const std::string csv = events::to_csv(layer);
    CHECK(csv.starts_with("layer,id,kind,"));
    CHECK(csv.find(",lon,lat,end_lon,end_lat\r\n") != std::string::npos);
    CHECK(csv.find("\"soldiers (perpetrator, alleged); civilians (target)\"") != std::string::npos);
    CHECK(csv.find(",-0.04471,16.27167,,\r\n") != std::string::npos);
    CHECK(csv.find(",2.4022,15.9182,2.1098,13.51366\r\n") != std::string::npos);
    const std::size_t rows = static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n'));
    CHECK(rows == 6);
}

TEST_CASE("KML has a TimeSpan where days are known and escapes what XML forbids") {
    events::ReadReport read = sample::reading();
    read.events[0].claims[0].quote = "a < b & \x02 c";
    events::Casebook casebook;
    casebook.add(read);
    const std::string kml =
        events::to_kml(events::layers_of(casebook, ExportSelection::all_of(casebook)));
    CHECK(kml.find("<TimeSpan>\n<begin>2013-02-01</begin>\n<end>2013-02-02</end>") !=
          std::string::npos);
    CHECK(kml.find("<coordinates>-0.04471,16.27167</coordinates>") != std::string::npos);
    CHECK(kml.find("a &lt; b &amp; \xEF\xBF\xBD c") != std::string::npos);
    CHECK(kml.find("<name>Ménaka → Niger</name>") != std::string::npos);
    const auto count = [&](std::string_view what) {
        std::size_t n = 0;
        for (std::size_t at = kml.find(what); at != std::string::npos; at = kml.find(what, at + 1))
            ++n;
        return n;
    };
    CHECK(count("<Placemark>") == 5);
    CHECK(count("<TimeSpan>") == 4);
}

TEST_CASE("every known ending is written, and an unknown one is refused before anything is") {
    const events::Casebook casebook = sample::casebook();
    const auto all = ExportSelection::all_of(casebook);
    const auto folder =
        std::filesystem::temp_directory_path() / ("toposcope-export-" + std::to_string(::getpid()));
    std::filesystem::create_directory(folder);
    for (const char* name : {"a.geojson", "a.json", "a.CSV", "a.kml", "a.fgb", "a.gpkg"}) {
        CAPTURE(name);
        const std::string path = (folder / name).string();
        CHECK(events::is_known_output(path));
        const auto written = events::export_features(casebook, all, path, geo::Overwrite::refuse);
        const std::string why = written ? "" : written.error().message;
        CAPTURE(why);
        CHECK(written);
        CHECK(std::filesystem::file_size(path) > 500);
        CHECK_FALSE(events::export_features(casebook, all, path, geo::Overwrite::refuse));
        CHECK(events::export_features(casebook, all, path, geo::Overwrite::allow));
    }
    CHECK(events::export_losses(casebook, all, "a.gpkg").empty());
    const auto losses = events::export_losses(casebook, all, "a.fgb");
    REQUIRE(losses.size() == 1);
    CHECK(geo::to_string(losses[0]) ==
          "a.fgb: FlatGeobuf holds no features without a place; 2 of 5 left out");
    const ExportSelection unplaced{{1}, {}};
    CHECK_FALSE(events::export_features(casebook, unplaced, (folder / "b.fgb").string(),
                                        geo::Overwrite::refuse));
    for (const char* name : {"a.doc", "a", ".geojson/x", ""}) {
        CAPTURE(name);
        const std::string path = (folder / name).string();
        CHECK_FALSE(events::is_known_output(path));
        CHECK_FALSE(events::export_features(casebook, all, path, geo::Overwrite::refuse));
    }
    std::filesystem::remove_all(folder);
}
