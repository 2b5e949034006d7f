// Polygons of areas: what they fill, what they contradict, and which entries become one.
#include <doctest/doctest.h>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/index_builder.hpp"
#include "tests/gazetteer/packed_files.hpp"

using namespace gazetteer;

namespace {

std::string square(double west, double south, double size) {
    const auto corner = [](double x, double y) {
        return "[" + std::to_string(x) + "," + std::to_string(y) + "]";
    };
    return R"({"type":"Polygon","coordinates":[[)" + corner(west, south) + "," +
           corner(west + size, south) + "," + corner(west + size, south + size) + "," +
           corner(west, south + size) + "," + corner(west, south) + "]]}";
}

std::string feature(const std::string& properties, const std::string& geometry) {
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
}

std::string collection(const std::vector<std::string>& features) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < features.size(); ++i)
        text += (i > 0 ? "," : "") + features[i];
    return text + "]}";
}

/// Two communes of one degree in a cercle of two: Bara from 1 E, Tessit from 2 E, both from 15 N.
std::string communes() {
    return collection(
        {feature(
             R"("admin0Pcod":"ML","admin1Name":"Gao","admin1Pcod":"ML07","admin2Name":"Ansongo",)"
             R"("admin2Pcod":"ML0702","admin3Name":"Bara","admin3Pcod":"ML070202",)"
             R"("validOn":"2015-04-08")",
             square(1, 15, 1)),
         feature(
             R"("admin0Pcod":"ML","admin1Name":"Gao","admin1Pcod":"ML07","admin2Name":"Ansongo",)"
             R"("admin2Pcod":"ML0702","admin3Name":"Tessit","admin3Pcod":"ML070207",)"
             R"("validOn":"2015-04-08")",
             square(2, 15, 1))});
}

const char* const kHeader =
    "name,pcode,country,admin1Name,admin1Pcod,admin3Name,admin3Pcod,lon,lat\n";

struct Built {
    BuildSummary summary;
    Gazetteer gazetteer;
};

Built build(const TemporaryFolder& folder, const std::vector<std::string>& sources,
            BuildOptions options) {
    options.overwrite = geo::Overwrite::allow;
    const auto built = build_index(sources, folder.file("test.idx"), options);
    REQUIRE_MESSAGE(built.has_value(), (built ? std::string() : built.error().message));
    auto opened = Gazetteer::open({folder.file("test.idx")});
    REQUIRE(opened.has_value());
    return {built->value, std::move(*opened)};
}

Place place_of(const Gazetteer& gazetteer, std::string_view id) {
    const auto found = gazetteer.by_source_id(id);
    REQUIRE(found.has_value());
    return gazetteer.place(*found);
}

}  // namespace

TEST_CASE("areas of a layer are places with a polygon, a code and the day from which it holds") {
    const TemporaryFolder folder;
    const auto layer = write_file(folder, "adm3.geojson", communes());
    const auto built = build(folder, {layer}, {});
    CHECK(built.summary.areas == 2);
    const Place tessit = place_of(built.gazetteer, "pcode:ML070207");
    CHECK(tessit.kind == PlaceKind::admin3);
    CHECK(tessit.name == "Tessit");
    CHECK(tessit.admin1 == "Gao");
    CHECK(tessit.admin2 == "Ansongo");
    CHECK(tessit.area_code == "ML070207");
    CHECK(tessit.vintage == "2015-04-08");
    CHECK(tessit.radius_km > 70);
    CHECK(tessit.radius_km < 85);
    const auto id = built.gazetteer.by_source_id("pcode:ML070207");
    CHECK(built.gazetteer.area(*id).size() == 1);
    CHECK(built.gazetteer.containing({2.5, 15.5}).admin3 == "Tessit");
    CHECK(built.gazetteer.containing({1.5, 15.5}).admin3 == "Bara");
}

TEST_CASE("the names of areas in layers of other makers are understood") {
    const TemporaryFolder folder;
    struct Case {
        std::string properties;
        std::string id;
        std::string name;
        PlaceKind kind;
        std::string code;
    };
    const Case kCases[] = {
        {R"("ADM0_PCODE":"ML","ADM1_FR":"Gao","ADM1_PCODE":"ML07","ADM2_FR":"Ansongo",)"
         R"("ADM2_PCODE":"ML0702")",
         "pcode:ML0702", "Ansongo", PlaceKind::admin2, "ML0702"},
        {R"("shapeName":"Gao","shapeISO":"ML-7","shapeID":"42B7","shapeGroup":"MLI",)"
         R"("shapeType":"ADM1")",
         "geoboundaries:42B7", "Gao", PlaceKind::admin1, "ML-7"},
        {R"("GID_0":"MLI","NAME_0":"Mali","GID_1":"MLI.3_1","NAME_1":"Gao","HASC_1":"ML.GA")",
         "pcode:MLI.3_1", "Gao", PlaceKind::admin1, "MLI.3_1"},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.properties);
        const auto layer =
            write_file(folder, "a.geojson", collection({feature(c.properties, square(0, 15, 1))}));
        BuildOptions options;
        options.vintage = "2021-01-01";
        const auto built = build(folder, {layer}, options);
        const Place area = place_of(built.gazetteer, c.id);
        CHECK(area.name == c.name);
        CHECK(area.kind == c.kind);
        CHECK(area.area_code == c.code);
        CHECK(area.country == "ML");
        CHECK(area.vintage == "2021-01-01");
    }
}

TEST_CASE("points get the areas that their source does not state from the polygon around them") {
    const TemporaryFolder folder;
    const auto points = write_file(folder, "points.csv",
                                   "name,id,country,admin1,lon,lat\n"
                                   "Silent,own:1,ML,,2.5,15.5\n"
                                   "Said,own:2,ML,Gao Region,2.5,15.5\n"
                                   "Away,own:3,ML,,4.5,15.5\n");
    BuildOptions options;
    options.areas = {write_file(folder, "adm3.geojson", communes())};
    const auto built = build(folder, {points}, options);
    CHECK(built.summary.filled == 2);
    const Place silent = place_of(built.gazetteer, "own:1");
    CHECK(silent.admin3 == "Tessit");
    const Place said = place_of(built.gazetteer, "own:2");
    CHECK(said.admin1 == "Gao Region");
    CHECK(said.admin3 == "Tessit");
    CHECK(place_of(built.gazetteer, "own:3").admin3.empty());
}

TEST_CASE("points that contradict their own source are kept and marked with the reason") {
    const TemporaryFolder folder;
    struct Case {
        const char* row;
        std::uint16_t flags;
        std::vector<std::string> reasons;
    };
    const auto bits = [](std::initializer_list<Doubt> doubts) {
        std::uint16_t sum = 0;
        for (const Doubt doubt : doubts)
            sum |= static_cast<std::uint16_t>(doubt);
        return sum;
    };
    const Case kCases[] = {
        {"In,P1,ML,Gao,ML07,Tessit,ML070207,2.5,15.5", 0, {}},
        // 5 km over the edge at 3 E is within what borders of two vintages differ by.
        {"Near,P1,ML,Gao,ML07,Tessit,ML070207,3.047,15.5", 0, {}},
        {"Far,P1,ML,Gao,ML07,Tessit,ML070207,3.5,15.5",
         bits({Doubt::outside_area}),
         {"54 km outside its own commune: Tessit"}},
        {"Mirrored,P1,ML,Gao,ML07,Tessit,ML070207,-2.5,15.5",
         bits({Doubt::outside_area, Doubt::wrong_sign}),
         {"482 km outside its own commune: Tessit", "longitude seems to have the wrong sign"}},
        {"Turned,P1,ML,Gao,ML07,Tessit,ML070207,15.5,2.5",
         bits({Doubt::outside_area, Doubt::swapped}),
         {"1965 km outside its own commune: Tessit", "longitude and latitude seem to be swapped"}},
        {"Null,P1,ML,Gao,ML07,Tessit,ML070207,0,0",
         bits({Doubt::zero}),
         {"longitude 0, latitude 0"}},
        {"Path,P1,ML,Kidal,ML08,Tessit,ML070207,2.5,15.5",
         bits({Doubt::path_contradicts}),
         {"the areas it states do not lie in each other"}},
    };
    BuildOptions options;
    options.areas = {write_file(folder, "adm3.geojson", communes())};
    for (const Case& c : kCases) {
        CAPTURE(std::string(c.row));
        const auto source = write_file(folder, "p.csv", std::string(kHeader) + c.row + "\n");
        const auto built = build(folder, {source}, options);
        const Place place = place_of(built.gazetteer, "pcode:P1");
        CHECK(place.doubt == c.flags);
        CHECK(place.doubt_reasons == c.reasons);
        CHECK(built.summary.flagged == (c.flags == 0 ? 0 : 1));
    }
}

TEST_CASE("a point far outside its own country is marked, one beyond the edge is not") {
    const TemporaryFolder folder;
    const auto outline = write_file(
        folder, "adm0.geojson",
        collection({feature(R"("admin0Name":"Mali","admin0Pcod":"ML")", square(0, 10, 5))}));
    const auto points = write_file(folder, "p.csv",
                                   "name,id,country,lon,lat\nIn,own:1,ML,2,12\n"
                                   "Edge,own:2,ML,5.1,12\nOut,own:3,ML,8,12\nOther,own:4,NE,8,12\n"
                                   "Mirrored,own:5,ML,-2,12\n");
    BuildOptions options;
    options.areas = {outline};
    const auto built = build(folder, {points}, options);
    CHECK(built.summary.flagged == 2);
    const Place out = place_of(built.gazetteer, "own:3");
    CHECK(out.doubt == static_cast<std::uint16_t>(Doubt::outside_country));
    REQUIRE(out.doubt_reasons.size() == 1);
    CHECK(out.doubt_reasons[0].ends_with("km outside its own country: ML"));
    CHECK((place_of(built.gazetteer, "own:5").doubt &
           static_cast<std::uint16_t>(Doubt::wrong_sign)) != 0);
    CHECK(place_of(built.gazetteer, "own:2").doubt == 0);
    CHECK(place_of(built.gazetteer, "own:4").doubt == 0);
}

TEST_CASE("entries of two sources become one place by distance and likeness of names") {
    const TemporaryFolder folder;
    struct Case {
        const char* first;
        const char* second;
        bool one;
    };
    const Case kCases[] = {
        {"a:1,S\xC3\xA9var\xC3\xA9,,ML,town,-4.09,14.53", "b:1,Sevare,,ML,town,-4.10,14.54", true},
        {"a:1,Mora,Mourra,ML,town,-4.60,14.33", "b:1,Moura,,ML,town,-4.601,14.326", true},
        // The same name 8 km away, another country, another kind, another name.
        {"a:1,Sevare,,ML,town,-4.09,14.53", "b:1,Sevare,,ML,town,-4.09,14.61", false},
        {"a:1,Sevare,,ML,town,-4.09,14.53", "b:1,Sevare,,BF,town,-4.10,14.54", false},
        {"a:1,Sevare,,ML,town,-4.09,14.53", "b:1,Sevare,,ML,water,-4.10,14.54", false},
        {"a:1,Sevare,,ML,town,-4.09,14.53", "b:1,Mopti,,ML,town,-4.10,14.54", false},
        // Of one source two entries stay two.
        {"a:1,Sevare,,ML,town,-4.09,14.53", "a:2,Sevare,,ML,town,-4.10,14.54", false},
    };
    const std::string header = "id,name,names,country,kind,lon,lat\n";
    for (const Case& c : kCases) {
        CAPTURE(std::string(c.first));
        CAPTURE(std::string(c.second));
        const auto first = write_file(folder, "first.csv", header + c.first + "\n");
        const auto second = write_file(folder, "second.csv", header + c.second + "\n");
        const auto built = build(folder, {first, second}, {});
        CHECK(built.summary.places == (c.one ? 1 : 2));
        CHECK(built.summary.rows_merged == (c.one ? 1 : 0));
    }
}

TEST_CASE("a merged place keeps every id and name, and the better point") {
    const TemporaryFolder folder;
    const auto rough = write_file(folder, "rough.csv",
                                  "id,name,names,country,lon,lat\n"
                                  "b:1,Moura,Mourra,ML,-4.6,14.3\n");
    const auto exact = write_file(folder, "exact.csv",
                                  "id,name,names,country,lon,lat,population\n"
                                  "a:1,Mora,Mura,ML,-4.6012,14.3263,900\n");
    const auto built = build(folder, {exact, rough}, {});
    CHECK(built.summary.places == 1);
    const auto id = built.gazetteer.by_source_id("a:1");
    REQUIRE(id.has_value());
    CHECK(id == built.gazetteer.by_source_id("b:1"));
    const Place place = built.gazetteer.place(*id);
    CHECK(place.source_id == "b:1");
    CHECK(place.name == "Moura");
    CHECK(place.population == 900);
    CHECK(place.point.lon_deg == doctest::Approx(-4.6012));
    CHECK(built.gazetteer.other_ids(*id) == std::vector<std::string>{"a:1"});
    CHECK(built.gazetteer.names(*id) ==
          std::vector<std::string>{"Moura", "Mourra", "Mora", "Mura"});
    CHECK(place.doubt == 0);
}

TEST_CASE("a mirrored point loses to the source that agrees with its commune, and is told") {
    const TemporaryFolder folder;
    const auto mirrored =
        write_file(folder, "p.csv",
                   std::string(kHeader) + "Tessit,P1,ML,Gao,ML07,Tessit,ML070207,-2.5,15.5\n");
    const auto good = write_file(folder, "good.csv",
                                 "id,name,country,kind,lon,lat\nb:1,Tessit,ML,town,2.51,15.5\n");
    BuildOptions options;
    options.areas = {write_file(folder, "adm3.geojson", communes())};
    for (const auto& sources : {std::vector{mirrored, good}, std::vector{good, mirrored}}) {
        CAPTURE(sources.front());
        const auto built = build(folder, sources, options);
        const auto id = built.gazetteer.by_source_id("pcode:P1");
        REQUIRE(id.has_value());
        CHECK(id == built.gazetteer.by_source_id("b:1"));
        const Place place = built.gazetteer.place(*id);
        CHECK(place.point.lon_deg == doctest::Approx(2.51));
        CHECK(place.doubt == static_cast<std::uint16_t>(Doubt::sources_disagree));
        REQUIRE(place.doubt_reasons.size() == 1);
        CHECK(place.doubt_reasons[0].find(" km away in ") != std::string::npos);
    }
}

TEST_CASE("an area in two sources is one place with names, polygon and both ids") {
    const TemporaryFolder folder;
    const auto dump = write_file(folder, "ML.txt",
                                 "2456917\tCercle d\xE2\x80\x99"
                                 "Ansongo\tCercle d'Ansongo\t\t15.6\t1.9\tA\tADM2\t"
                                 "ML\t\t09\t7701484\t\t\t0\t\t260\tAfrica/Bamako\t2012-01-16\n");
    BuildOptions options;
    options.areas = {write_file(
        folder, "adm2.geojson",
        collection({feature(R"("admin0Pcod":"ML","admin1Name":"Gao","admin1Pcod":"ML07",)"
                            R"("admin2Name":"Ansongo","admin2Pcod":"ML0702")",
                            square(1, 15, 2))}))};
    const auto built = build(folder, {dump}, options);
    const auto id = built.gazetteer.by_source_id("geonames:2456917");
    REQUIRE(id.has_value());
    CHECK(id == built.gazetteer.by_source_id("pcode:ML0702"));
    CHECK(!built.gazetteer.area(*id).empty());
    CHECK(built.gazetteer.names(*id).size() >= 2);
    CHECK(built.gazetteer.containing({2, 16}).admin2 == built.gazetteer.place(*id).name);
}

TEST_CASE("of two places with the name the one that contradicts itself comes second, with why") {
    const TemporaryFolder folder;
    const auto points = write_file(folder, "p.csv",
                                   std::string(kHeader) +
                                       "Toya,P1,ML,Gao,ML07,Tessit,ML070207,-2.5,15.5\n"
                                       "Toya,P2,ML,Gao,ML07,Bara,ML070202,1.5,15.5\n");
    BuildOptions options;
    options.areas = {write_file(folder, "adm3.geojson", communes())};
    const auto built = build(folder, {points}, options);
    const auto found = built.gazetteer.find("Toya");
    REQUIRE(found.size() == 2);
    CHECK(found[0].place.source_id == "pcode:P2");
    CHECK(found[0].score > found[1].score);
    CHECK(std::any_of(
        found[1].reasons.begin(), found[1].reasons.end(), [](const std::string& reason) {
            return reason.find("outside its own commune: Tessit") != std::string::npos;
        }));
}
