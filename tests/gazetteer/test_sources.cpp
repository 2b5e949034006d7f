// What goes into an index: dumps, names, GNS files, tables and layers.
#include <doctest/doctest.h>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/index_builder.hpp"
#include "tests/gazetteer/packed_files.hpp"

using namespace gazetteer;

namespace {

const std::string kGao =
    "2457163\tGao\tGao\tGawgaw\t16.27167\t-0.04472\tP\tPPLA\tML\t\t09\t\t\t\t86633\t\t260\t"
    "Africa/Bamako\t2012-01-16\n";
const std::string kGaoRegion =
    "2457161\tGao Region\tGao Region\t\t16.5\t-0.1\tA\tADM1\tML\t\t09\t\t\t\t0\t\t260\t"
    "Africa/Bamako\t2012-01-16\n";

struct Built {
    BuildSummary summary;
    std::vector<geo::Problem> problems;
    Gazetteer gazetteer;
};

Built build(const TemporaryFolder& folder, const std::vector<std::string>& sources,
            BuildOptions options = {}) {
    options.overwrite = geo::Overwrite::allow;
    const auto built = build_index(sources, folder.file("test.idx"), options);
    REQUIRE_MESSAGE(built.has_value(), (built ? std::string() : built.error().message));
    auto opened = Gazetteer::open({folder.file("test.idx")});
    REQUIRE(opened.has_value());
    CHECK(opened->verify().has_value());
    return {built->value, built->problems, std::move(*opened)};
}

Place place_of(const Gazetteer& gazetteer, std::string_view id) {
    const auto found = gazetteer.by_source_id(id);
    REQUIRE(found.has_value());
    return gazetteer.place(*found);
}

bool has_name(const Gazetteer& gazetteer, std::string_view id, const std::string& name) {
    const auto found = gazetteer.by_source_id(id);
    REQUIRE(found.has_value());
    const auto names = gazetteer.names(*found);
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("a dump is read plain, from gzip, and from a zip with a readme, with the same result") {
    const TemporaryFolder folder;
    const std::string dump = kGao + kGaoRegion;
    const std::string sources[] = {
        write_file(folder, "plain", dump),
        write_file(folder, "packed", gzipped(dump)),
        write_file(folder, "zip",
                   zipped({{"readme.txt", "Readme for an extract\n=====\n"}, {"ML.txt", dump}})),
    };
    for (const auto& source : sources) {
        CAPTURE(source);
        const auto built = build(folder, {source});
        CHECK(built.summary.places == 2);
        CHECK(built.problems.empty());
        // The row of the region stands behind the town that lies in it.
        CHECK(place_of(built.gazetteer, "geonames:2457163").admin1 == "Gao Region");
    }
}

TEST_CASE("alternate names come with their marks, and links and codes are no names") {
    const TemporaryFolder folder;
    const auto dump = write_file(folder, "ML.txt", kGao);
    BuildOptions options;
    options.alternate_names = {write_file(folder, "alternateNamesV2.txt",
                                          "1\t2457163\tar\t\xD8\xBA\xD8\xA7\xD9\x88\t1\t\t\t\t\t\n"
                                          "2\t2457163\tfr\tGao-la-vieille\t\t\t\t1\t1200\t1591\n"
                                          "3\t2457163\tlink\thttps://example.org/gao\t\t\t\t\t\t\n"
                                          "4\t2457163\twkdt\tQ191790\t\t\t\t\t\t\n"
                                          "5\t2457163\tpost\t9000\t\t\t\t\t\t\n"
                                          "6\t99\tfr\tElsewhere\t\t\t\t\t\t\n")};
    const auto built = build(folder, {dump}, options);
    CHECK(built.summary.places == 1);
    CHECK(has_name(built.gazetteer, "geonames:2457163", "\xD8\xBA\xD8\xA7\xD9\x88"));
    CHECK(has_name(built.gazetteer, "geonames:2457163", "Gao-la-vieille"));
    CHECK(!has_name(built.gazetteer, "geonames:2457163", "Q191790"));
    CHECK(!has_name(built.gazetteer, "geonames:2457163", "9000"));
    CHECK(!built.gazetteer.has_name("Elsewhere"));
    CHECK(built.gazetteer.names(*built.gazetteer.by_source_id("geonames:2457163"))[0] == "Gao");
}

TEST_CASE("GNS files of both layouts give one place with all its names") {
    const TemporaryFolder folder;
    const std::string kOld =
        "RC\tUFI\tUNI\tLAT\tLONG\tDMS_LAT\tDMS_LONG\tMGRS\tJOG\tFC\tDSG\tPC\tCC1\tADM1\tPOP\tELEV\t"
        "CC2\tNT\tLC\tSHORT_FORM\tGENERIC\tSORT_NAME_RO\tFULL_NAME_RO\tFULL_NAME_ND_RO\n"
        "1\t-1\t-10\t14.2\t-1.1\t\t\t\t\tP\tPPL\t\tNG\t06\t\t\t\tV\t\t\t\tTERA\tTerah\tTerah\n"
        "1\t-1\t-11\t14.2\t-1.1\t\t\t\t\tP\tPPL\t\tNG\t06\t\t\t\tN\t\t\t\tTERA\tT\xC3\xA9ra\tTera\n"
        "1\t-2\t-12\t14\t-1\t\t\t\t\tA\tADM1\t\tNG\t06\t\t\t\tN\t\t\t\tTILL\tTillab\xC3\xA9ri\t\n";
    const std::string kNew =
        "rk\tufi\tuni\tfull_name\tnt\tlat_dd\tlong_dd\tefctv_dt\tterm_dt_f\tterm_dt_n\tdesig_cd\t"
        "fc\tcc_ft\tadm1\tft_link\tname_rank\tlang_cd\tfull_nm_nd\n"
        "1\t-1\t-10\tTerah\tV\t14.2\t-1.1\t\t\t\tPPL\tP\tNER\tNE-6\t\t2\tfra\tTerah\n"
        "1\t-1\t-11\tT\xC3\xA9ra\tN\t14.2\t-1.1\t\t\t\tPPL\tP\tNER\tNE-6\t\t1\tfra\tTera\n"
        "1\t-2\t-12\tTillab\xC3\xA9ri\tN\t14\t-1\t\t\t\tADM1\tA\tNER\tNE-6\t\t1\tfra\t\n";
    for (const auto& text : {kOld, kNew}) {
        CAPTURE(text.substr(0, 8));
        const auto built = build(folder, {write_file(folder, "ng.txt", text)});
        CHECK(built.summary.places == 2);
        CHECK(built.problems.empty());
        const Place tera = place_of(built.gazetteer, "gns:-1");
        CHECK(tera.name == "T\xC3\xA9ra");
        // FIPS 10-4 "NG" is Niger, not Nigeria.
        CHECK(tera.country == "NE");
        CHECK(tera.admin1 == "Tillab\xC3\xA9ri");
        CHECK(tera.kind == PlaceKind::town);
        CHECK(has_name(built.gazetteer, "gns:-1", "Terah"));
    }
}

TEST_CASE("settlement tables with P-codes are read, and the row of tags below the header is not") {
    const TemporaryFolder folder;
    const auto source = write_file(
        folder, "settlements.csv",
        "\"featureNam\",\"pcode\",\"featureRef\",\"featureAlt\",\"admin0Pcod\",\"admin1Name\","
        "\"admin1Pcod\",\"admin3Name\",\"admin3Pcod\",\"longitude\",\"latitude\"\n"
        "#loc+name,#loc+code,,,,#adm1+name,#adm1+code,#adm3+name,#adm3+code,#geo+lon,#geo+lat\n"
        "\"Bambela\",\"ML010101001\",\"Bambela\",NA,\"ML\",\"Kayes\",\"ML01\",\"Bangassi\","
        "\"ML010101\",-11.57,14.63\n");
    const auto built = build(folder, {source});
    CHECK(built.summary.rows_read == 1);
    CHECK(built.problems.empty());
    const Place place = place_of(built.gazetteer, "pcode:ML010101001");
    CHECK(place.name == "Bambela");
    CHECK(place.country == "ML");
    CHECK(place.admin1 == "Kayes");
    CHECK(place.admin3 == "Bangassi");
}

TEST_CASE("columns of any name are read when they are mapped, and a wrong mapping is refused") {
    const TemporaryFolder folder;
    const auto source = write_file(folder, "own.csv",
                                   "ort;breite;laenge;land;schreibweisen;nr\n"
                                   "Ber;16.83;-2.53;MLI;Bir|Behr;7\n");
    BuildOptions options;
    options.columns.name = "Ort";
    options.columns.lat = "breite";
    options.columns.lon = "laenge";
    options.columns.country = "land";
    options.columns.names = "schreibweisen";
    options.columns.id = "nr";
    const auto built = build(folder, {source}, options);
    const Place place = place_of(built.gazetteer, "own.csv:7");
    CHECK(place.country == "ML");
    CHECK(place.point.lat_deg == doctest::Approx(16.83));
    CHECK(has_name(built.gazetteer, "own.csv:7", "Behr"));
    options.columns.lat = "width";
    const auto failed = build_index({source}, folder.file("b.idx"), options);
    REQUIRE(!failed.has_value());
    CHECK(failed.error().message == source + ":1: no column \"width\" in the header");
}

TEST_CASE("points of a vector layer are places, and zipped layers are unpacked") {
    const TemporaryFolder folder;
    const std::string geojson =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
        R"({"name":"Ber","country":"ML","population":900},)"
        R"("geometry":{"type":"Point","coordinates":[-2.53,16.83]}}]})";
    for (const auto& source : {write_file(folder, "a.geojson", geojson),
                               write_file(folder, "b.zip",
                                          zipped({{"in/a.prj", "GEOGCS[\"WGS 84\",DATUM[1,2]]"},
                                                  {"in/a.geojson", geojson}}))}) {
        CAPTURE(source);
        const auto built = build(folder, {source});
        CHECK(built.summary.places == 1);
        const auto found = built.gazetteer.find("Ber");
        REQUIRE(found.size() == 1);
        CHECK(found[0].place.population == 900);
        CHECK(found[0].place.source_id == "a.geojson:1");
    }
}

namespace {

/// A Shapefile of one point with a field "name" and another reference system than degrees.
std::vector<std::pair<std::string, std::string>> shapefile(const std::string& name, double x,
                                                           double y, const std::string& prj) {
    const auto big = [](std::uint32_t value) {
        std::string bytes;
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
        return bytes;
    };
    const auto little = [](auto value) {
        return std::string(reinterpret_cast<const char*>(&value), sizeof(value));
    };
    std::string shp = big(9994) + std::string(20, '\0') + big((100 + 28) / 2) +
                      little(std::uint32_t{1000}) + little(std::uint32_t{1});
    shp += little(x) + little(y) + little(x) + little(y) + std::string(32, '\0');
    shp += big(1) + big(10) + little(std::uint32_t{1}) + little(x) + little(y);
    std::string dbf = std::string("\x03\x7A\x01\x01", 4) + little(std::uint32_t{1}) +
                      little(std::uint16_t{65}) + little(std::uint16_t{21}) + std::string(20, '\0');
    dbf += std::string("name") + std::string(7, '\0') + "C" + std::string(4, '\0') + "\x14" +
           std::string(15, '\0') + "\r";
    dbf += " " + name + std::string(20 - name.size(), ' ') + "\x1A";
    return {{"x/p.shp", shp}, {"x/p.dbf", dbf}, {"x/p.prj", prj}};
}

}  // namespace

TEST_CASE("a zipped Shapefile is read in its own reference system, with or without its index") {
    const TemporaryFolder folder;
    const std::string mercator =
        "PROJCS[\"Mercator\",GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,"
        "298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
        "PROJECTION[\"Mercator_1SP\"],PARAMETER[\"central_meridian\",0],"
        "PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",0],"
        "PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]";
    const auto source =
        write_file(folder, "p.zip", zipped(shapefile("Ber", -281638.3, 1887000.0, mercator)));
    const auto built = build(folder, {source});
    CHECK(built.summary.places == 1);
    CHECK(built.problems.empty());
    const auto found = built.gazetteer.find("Ber");
    REQUIRE(found.size() == 1);
    CHECK(found[0].place.point.lon_deg == doctest::Approx(-2.53).epsilon(0.001));
    CHECK(found[0].place.point.lat_deg == doctest::Approx(16.83).epsilon(0.01));
}

TEST_CASE("a place of a later file stands for the same one of an earlier file, with both names") {
    const TemporaryFolder folder;
    const auto a = write_file(folder, "a.tsv", "id\tname\tlon\tlat\ngeonames:5\tSeware\t1\t1\n");
    const auto b = write_file(
        folder, "b.tsv", "id\tgeonameid\tname\tlon\tlat\nown:1\t5\tS\xC3\xA9var\xC3\xA9\t2\t2\n");
    for (const auto& [source, index] : {std::pair{a, "a.idx"}, std::pair{b, "b.idx"}})
        REQUIRE(build_index({source}, folder.file(index), BuildOptions{}).has_value());
    const auto opened = Gazetteer::open({folder.file("a.idx"), folder.file("b.idx")});
    REQUIRE(opened.has_value());
    for (const char* name : {"Seware", "S\xC3\xA9var\xC3\xA9"}) {
        CAPTURE(name);
        const auto found = opened->find(name);
        REQUIRE(found.size() == 1);
        CHECK(found[0].place.source_id == "own:1");
        CHECK(found[0].place.point.lon_deg == doctest::Approx(2));
    }
    const auto near = opened->nearest({1.5, 1.5}, 5);
    REQUIRE(near.size() == 1);
    CHECK(opened->place(near[0].first).source_id == "own:1");
    const auto id = opened->by_source_id("geonames:5");
    REQUIRE(id.has_value());
    CHECK(opened->other_ids(*id) == std::vector<std::string>{"geonames:5"});
}

TEST_CASE("a place that had the name in the past comes behind one that has it") {
    const TemporaryFolder folder;
    std::string other = kGao;
    other.replace(other.find("2457163"), 7, "2457164");
    const auto dump = write_file(folder, "ML.txt", kGao + other);
    BuildOptions options;
    options.alternate_names = {
        write_file(folder, "names.txt",
                   "1\t2457163\tfr\tKoukia\t\t\t\t1\t\t\n2\t2457164\tfr\tKoukia\t\t\t\t\t\t\n")};
    const auto built = build(folder, {dump}, options);
    const auto found = built.gazetteer.find("Koukia");
    REQUIRE(found.size() == 2);
    CHECK(found[0].place.source_id == "geonames:2457164");
    CHECK(found[0].score > found[1].score);
}

TEST_CASE("two files of one name without ids stay two lists of places") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.file("a"));
    std::filesystem::create_directory(folder.file("b"));
    const auto first = write_file(folder, "a/list.csv", "name,lon,lat\nBer,-2.53,16.83\n");
    const auto second = write_file(folder, "b/list.csv", "name,lon,lat\nGao,-0.04,16.27\n");
    const auto built = build(folder, {first, second});
    CHECK(built.summary.places == 2);
    CHECK(place_of(built.gazetteer, "list.csv:2").name == "Ber");
    CHECK(place_of(built.gazetteer, "list.csv~2:2").name == "Gao");
}
