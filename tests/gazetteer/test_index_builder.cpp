// Building and opening index files, good and bad.
#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/index_builder.hpp"

using namespace gazetteer;

namespace {

/// A folder that goes away with the test.
struct TempFolder {
    TempFolder() {
        std::string pattern = std::filesystem::temp_directory_path() / "gazetteer-XXXXXX";
        path = ::mkdtemp(pattern.data());
    }
    ~TempFolder() { std::filesystem::remove_all(path); }
    std::string file(const std::string& name) const { return path + "/" + name; }
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(file(name), std::ios::binary) << text;
        return file(name);
    }
    std::string path;
};

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

const char* const kDumpLine =
    "2457163\tGao\tGao\tGawgaw,گاو\t16.27167\t-0.04472\tP\tPPLA\tML\t\t09\t\t\t\t86633\t\t260\t"
    "Africa/Bamako\t2012-01-16\n";

}  // namespace

TEST_CASE("a GeoNames dump becomes an index that answers") {
    const TempFolder folder;
    const auto source = folder.write("ML.txt", kDumpLine);
    const auto built =
        build_index({source}, folder.file("ml.idx"), {.overwrite = geo::Overwrite::refuse});
    REQUIRE(built.has_value());
    CHECK(built->value.places == 1);
    CHECK(built->problems.empty());
    const auto opened = Gazetteer::open({folder.file("ml.idx")});
    REQUIRE(opened.has_value());
    CHECK(opened->verify().has_value());
    CHECK(opened->has_name("gawgaw"));
    const auto found = opened->find("GAO");
    REQUIRE(found.size() == 1);
    CHECK(found[0].place.source_id == "geonames:2457163");
    CHECK(found[0].place.population == 86633);
    CHECK(found[0].place.point.lon_deg == doctest::Approx(-0.04472));
}

TEST_CASE("a table with a header is read whatever its separator and line ends") {
    const TempFolder folder;
    const char* const kTables[] = {
        "name\tlon\tlat\tcountry\nBer\t-2.53\t16.83\tML\n",
        "\xEF\xBB\xBFname,lon,lat,country\r\n\"Ber\",-2.53,16.83,ML\r\n",
        "Name;Longitude;Latitude;Country\nBer;-2.53;16.83;ML",
    };
    for (const char* table : kTables) {
        CAPTURE(std::string(table));
        const auto source = folder.write("own.csv", table);
        const auto built =
            build_index({source}, folder.file("own.idx"), {.overwrite = geo::Overwrite::allow});
        REQUIRE(built.has_value());
        CHECK(built->value.places == 1);
        CHECK(built->problems.empty());
        const auto opened = Gazetteer::open({folder.file("own.idx")});
        REQUIRE(opened.has_value());
        REQUIRE(opened->find("Ber").size() == 1);
        CHECK(opened->find("Ber")[0].place.country == "ML");
    }
}

TEST_CASE("rows that cannot be read are named with file and line") {
    const TempFolder folder;
    const auto source = folder.write("own.csv",
                                     "name,lon,lat,kind\n"
                                     "Ber,-2.53,16.83,town\n"
                                     ",1,1,town\n"
                                     "Nowhere,200,16,town\n"
                                     "Half,1\n"
                                     "Odd,1,1,planet\n");
    const auto built =
        build_index({source}, folder.file("own.idx"), {.overwrite = geo::Overwrite::refuse});
    REQUIRE(built.has_value());
    CHECK(built->value.places == 1);
    CHECK(built->value.rows_skipped == 4);
    REQUIRE(built->problems.size() == 4);
    CHECK(geo::to_string(built->problems[0]) == source + ":3: no name; row skipped");
    CHECK(geo::to_string(built->problems[1]) ==
          source + ":4: no position on the earth; row skipped");
    CHECK(geo::to_string(built->problems[3]) ==
          source + ":6: unknown kind \"planet\"; row skipped");
}

TEST_CASE("a dump with a wrong number of columns or a latitude of 91 keeps its good rows") {
    const TempFolder folder;
    std::string bad = kDumpLine;
    bad.replace(bad.find("16.27167"), 8, "91.00000");
    const auto source = folder.write("ML.txt", kDumpLine + bad + std::string("12\tshort\trow\n"));
    const auto built =
        build_index({source}, folder.file("ml.idx"), {.overwrite = geo::Overwrite::refuse});
    REQUIRE(built.has_value());
    CHECK(built->value.places == 1);
    REQUIRE(built->problems.size() == 2);
    CHECK(built->problems[0].where == source + ":2");
    CHECK(built->problems[1].what == "has 3 columns, a GeoNames dump has 19; row skipped");
}

TEST_CASE("sources that are no tables fail with a sentence and leave the old index") {
    const TempFolder folder;
    const auto good = folder.write("ML.txt", kDumpLine);
    const auto index = folder.file("ml.idx");
    REQUIRE(build_index({good}, index, {.overwrite = geo::Overwrite::refuse}).has_value());
    const auto before = read(index);
    struct Case {
        std::string source;
        std::string message;
    };
    const Case kCases[] = {
        {folder.file("none.txt"), "none.txt"},
        {folder.write("empty.txt", ""), "is empty"},
        {folder.write("binary.txt", std::string("a\0b", 3)), "binary"},
        {folder.write("packed.gz", "\x1f\x8b\x08 broken"), "damaged"},
        {folder.write("head.csv", "a,b\n1,2\n"), "no column \"name\""},
    };
    for (const auto& c : kCases) {
        CAPTURE(std::string(c.source));
        const auto built = build_index({c.source}, index, {.overwrite = geo::Overwrite::allow});
        REQUIRE(!built.has_value());
        CHECK(built.error().message.find(c.message) != std::string::npos);
        CHECK(read(index) == before);
    }
    CHECK(!build_index({good}, index, {.overwrite = geo::Overwrite::refuse}).has_value());
}

TEST_CASE("places of one source id are merged and keep every name") {
    IndexBuilder builder;
    SourcePlace place;
    place.source_id = "geonames:1";
    place.name = "Sevare";
    place.names = {"Seware"};
    place.population = 5;
    builder.add(place);
    place.name = "Sévaré";
    place.names.clear();
    place.population = 0;
    place.admin1 = "Mopti";
    builder.add(place);
    CHECK(builder.size() == 1);
    const TempFolder folder;
    const auto bytes = builder.build();
    REQUIRE(bytes.has_value());
    const auto opened = Gazetteer::open({folder.write("m.idx", *bytes)});
    REQUIRE(opened.has_value());
    const auto id = opened->by_source_id("geonames:1");
    REQUIRE(id.has_value());
    CHECK(opened->names(*id) == std::vector<std::string>{"Sévaré", "Sevare", "Seware"});
    CHECK(opened->place(*id).population == 5);
    CHECK(opened->place(*id).admin1 == "Mopti");
}

TEST_CASE("an index that is cut, of another version or damaged is refused or harmless") {
    const TempFolder folder;
    IndexBuilder builder;
    for (int i = 0; i < 50; ++i) {
        SourcePlace place;
        place.source_id = "user:" + std::to_string(i);
        place.name = "Place " + std::to_string(i);
        place.point = {i * 1.0, i * 0.5};
        builder.add(place);
    }
    const auto bytes = builder.build();
    REQUIRE(bytes.has_value());
    const auto message = [&](const std::string& content) {
        const auto opened = Gazetteer::open({folder.write("bad.idx", content)});
        return opened ? std::string() : opened.error().message;
    };
    CHECK(message("").find("not a gazetteer index") != std::string::npos);
    CHECK(message("just text").find("not a gazetteer index") != std::string::npos);
    CHECK(message(bytes->substr(0, bytes->size() - 8)).find("cut short") != std::string::npos);
    CHECK(message(*bytes + "more").find("cut short or has grown") != std::string::npos);
    std::string old = *bytes;
    old[8] = 99;
    CHECK(message(old).find("another version") != std::string::npos);
    CHECK(Gazetteer::open({folder.path}).error().message.find("not a regular file") !=
          std::string::npos);
    CHECK(!Gazetteer::open({folder.file("none.idx")}).has_value());

    // Any byte of the body may be wrong: verify says so, and every question still ends.
    for (std::size_t at = 1024; at < bytes->size(); at += 61) {
        std::string damaged = *bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
        const auto opened = Gazetteer::open({folder.write("damaged.idx", damaged)});
        if (!opened)
            continue;
        opened->find("Place 7");
        opened->find("Plaxe 7");
        opened->complete("Pla");
        opened->nearest({3, 3}, 2);
        opened->by_source_id("user:9");
        opened->country_code("Mali");
        opened->neighbours("ML");
    }
    std::string damaged = *bytes;
    damaged[damaged.size() - 20] = static_cast<char>(damaged[damaged.size() - 20] ^ 1);
    const auto opened = Gazetteer::open({folder.write("damaged.idx", damaged)});
    if (opened)
        CHECK(!opened->verify().has_value());
}

TEST_CASE("several indexes are open at once and the last one wins an id") {
    const TempFolder folder;
    const auto a = folder.write("a.tsv", "id\tname\tlon\tlat\nuser:1\tHome\t1\t1\n");
    const auto b = folder.write("b.tsv", "id\tname\tlon\tlat\nuser:1\tHome\t2\t2\n");
    REQUIRE(
        build_index({a}, folder.file("a.idx"), {.overwrite = geo::Overwrite::refuse}).has_value());
    REQUIRE(
        build_index({b}, folder.file("b.idx"), {.overwrite = geo::Overwrite::refuse}).has_value());
    const auto opened = Gazetteer::open({folder.file("a.idx"), folder.file("b.idx")});
    REQUIRE(opened.has_value());
    CHECK(opened->size() == 2);
    const auto found = opened->find("home");
    REQUIRE(found.size() == 1);
    CHECK(found[0].place.point.lon_deg == doctest::Approx(2));
    CHECK(opened->place(*opened->by_source_id("user:1")).point.lon_deg == doctest::Approx(2));
}
