// Broken, hostile and odd sources end in a clear message and leave the old index.
#include <doctest/doctest.h>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/index_builder.hpp"
#include "tests/gazetteer/packed_files.hpp"
#include "tests/support/file_size_limit.hpp"

using namespace gazetteer;

namespace {

std::string dump_row(const std::string& id, const std::string& lat = "16.2",
                     const std::string& name = "Gao") {
    return id + "\t" + name + "\t\t\t" + lat +
           "\t-0.04\tP\tPPL\tML\t\t09\t\t\t\t\t\t260\tAfrica/Bamako\t2012-01-16\n";
}

geo::Loaded<BuildSummary> build(const TemporaryFolder& folder, const std::string& source) {
    BuildOptions options;
    options.overwrite = geo::Overwrite::allow;
    auto built = build_index({source}, folder.file("bad.idx"), options);
    REQUIRE_MESSAGE(built.has_value(), (built ? std::string() : built.error().message));
    return std::move(*built);
}

}  // namespace

TEST_CASE("a bad row is named with file, line and what was done, and the good ones are kept") {
    const TemporaryFolder folder;
    struct Case {
        std::string bad;
        std::string message;
    };
    const Case kCases[] = {
        {"12\tshort\trow\n", ":2: has 3 columns, a GeoNames dump has 19; row skipped"},
        {dump_row("7", "91"), ":2: no position on the earth in columns 5 and 6; row skipped"},
        {dump_row("7", "nan"), ":2: no position on the earth in columns 5 and 6; row skipped"},
        {dump_row("7", "-inf"), ":2: no position on the earth in columns 5 and 6; row skipped"},
        {dump_row("Gao"), ":2: no id number in column 1; row skipped"},
        {dump_row("7", "16", ""), ":2: no name in column 2; row skipped"},
        {dump_row("7", "16", std::string("a\0b", 3)), ":2: holds NUL bytes; row skipped"},
        {dump_row("8").substr(0, 20), ":2: has 7 columns, a GeoNames dump has 19; row skipped"},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.message);
        const auto source =
            write_file(folder, "ML.txt",
                       dump_row("1") + c.bad + (c.bad.back() == '\n' ? "" : "\n") + dump_row("2"));
        const auto built = build(folder, source);
        CHECK(built.value.places == 2);
        CHECK(built.value.rows_read == 3);
        CHECK(built.value.rows_skipped == 1);
        REQUIRE(built.problems.size() == 1);
        CHECK(geo::to_string(built.problems[0]) == source + c.message);
        REQUIRE(built.value.refused.size() == 1);
        CHECK(built.value.refused[0].second == 1);
    }
}

TEST_CASE("an id that stands twice in a file makes one place and is told") {
    const TemporaryFolder folder;
    const auto source = write_file(folder, "ML.txt", dump_row("1") + dump_row("1", "16", "Goa"));
    const auto built = build(folder, source);
    CHECK(built.value.places == 1);
    REQUIRE(built.problems.size() == 1);
    CHECK(geo::to_string(built.problems[0]) ==
          source + ":2: geonames:1 stands there twice; made one place");
}

TEST_CASE("the first 20 problems of a kind are named and the rest counted") {
    const TemporaryFolder folder;
    std::string text = dump_row("1");
    for (int i = 0; i < 50; ++i)
        text += "broken\n";
    const auto built = build(folder, write_file(folder, "ML.txt", text));
    REQUIRE(built.problems.size() == 21);
    CHECK(built.problems.back().what == "30 more like this: has 1 columns, a GeoNames dump has 19");
    CHECK(built.value.rows_skipped == 50);
}

TEST_CASE("Windows-1252 is decoded and said once for the file") {
    const TemporaryFolder folder;
    const auto source = write_file(folder, "own.csv",
                                   "name,lon,lat\nS\xE9var\xE9,-4.09,14.53\nGoundam,-3.6,16.4\n"
                                   "Di\xE9ma,-9.2,14.5\nOb\x80,1,1\n");
    const auto built = build(folder, source);
    CHECK(built.value.places == 4);
    REQUIRE(built.problems.size() == 1);
    CHECK(geo::to_string(built.problems[0]) ==
          source + ":2: not UTF-8; 3 lines read as Windows-1252");
    const auto opened = Gazetteer::open({folder.file("bad.idx")});
    REQUIRE(opened.has_value());
    CHECK(opened->find("Sevare").at(0).place.name == "S\xC3\xA9var\xC3\xA9");
    CHECK(opened->find("Ob\xE2\x82\xAC").size() == 1);
}

TEST_CASE("byte order marks, CR LF, quoted line ends and a missing last line end are all fine") {
    const TemporaryFolder folder;
    const auto built = build(folder, write_file(folder, "own.csv",
                                                "\xEF\xBB\xBFname,names,lon,lat\r\n"
                                                "Ber,\"Bir|\r\nBehr\",-2.53,16.83\r\n\r\n"
                                                "Gao,\"say \"\"Gawgaw\"\"\",-0.04,16.27"));
    CHECK(built.value.places == 2);
    CHECK(built.problems.empty());
}

TEST_CASE("columns in another order are found by their names, and too many columns are refused") {
    const TemporaryFolder folder;
    const auto source =
        write_file(folder, "own.csv", "lat,lon,name\n16.83,-2.53,Ber\n16.8,-2.5,Gao,x,y\n");
    const auto built = build(folder, source);
    CHECK(built.value.places == 1);
    REQUIRE(built.problems.size() == 1);
    CHECK(geo::to_string(built.problems[0]) ==
          source + ":3: has 5 columns, the header has 3; row skipped");
}

TEST_CASE("a line of 200 MB costs its row and not the memory or the rows behind it") {
    const TemporaryFolder folder;
    const auto source = folder.file("ML.txt");
    {
        std::ofstream out(source, std::ios::binary);
        out << dump_row("1");
        const std::string block(1 << 20, 'x');
        for (int i = 0; i < 200; ++i)
            out << block;
        out << "\n" << dump_row("2");
    }
    const auto built = build(folder, source);
    CHECK(built.value.places == 2);
    REQUIRE(built.problems.size() == 1);
    CHECK(geo::to_string(built.problems[0]) == source + ":2: line longer than 1 MiB; row skipped");
}

TEST_CASE("a quote that is never closed costs its own row") {
    const TemporaryFolder folder;
    const auto source =
        write_file(folder, "own.csv", "name,lon,lat\n\"Ber,-2.53,16.83\nGao,-0.04,16.27\n");
    const auto built = build(folder, source);
    CHECK(built.value.places == 1);
    REQUIRE(built.problems.size() == 1);
    CHECK(built.problems[0].where == source + ":2");
}

TEST_CASE("packed files that are cut, empty, hostile or without a table fail with a sentence") {
    const TemporaryFolder folder;
    std::string bomb = dump_row("1");
    bomb.append(std::size_t{150} << 20, ' ');
    const std::string good = gzipped(dump_row("1") + std::string(5000, 'x'));
    struct Case {
        std::string source;
        std::string message;
    };
    const Case kCases[] = {
        {write_file(folder, "empty", ""), "is empty"},
        {write_file(folder, "readme.zip", zipped({{"readme.txt", "no places here\n"}})),
         "holds no table of places"},
        {write_file(folder, "empty.zip", zipped({})), "holds no table of places"},
        {write_file(folder, "bomb.zip", zipped({{"ML.txt", bomb}})),
         "unpacks to more than 100 times its size"},
        {write_file(folder, "bomb.gz", gzipped(bomb)), "unpacks to more than 100 times its size"},
        {write_file(folder, "cut.gz", good.substr(0, good.size() - 12)), "cut short"},
        {write_file(folder, "page.html", "<html><body>no such file, sorry</body></html>"),
         "no GeoJSON"},
        {folder.path(), ""},
    };
    const auto index = folder.file("kept.idx");
    REQUIRE(build_index({write_file(folder, "ML.txt", dump_row("1"))}, index, BuildOptions{}));
    const auto before = read_file(index);
    BuildOptions options;
    options.overwrite = geo::Overwrite::allow;
    for (const Case& c : kCases) {
        CAPTURE(c.source);
        const auto built = build_index({c.source}, index, options);
        REQUIRE(!built.has_value());
        CHECK_MESSAGE(built.error().message.find(c.message) != std::string::npos,
                      built.error().message);
        CHECK(read_file(index) == before);
    }
}

TEST_CASE("a full disk while the index is written leaves the old one and no half file") {
    const TemporaryFolder folder;
    const auto index = folder.file("kept.idx");
    const auto source = write_file(folder, "ML.txt", dump_row("1"));
    REQUIRE(build_index({source}, index, BuildOptions{}));
    const auto before = read_file(index);
    std::string many;
    for (int i = 1; i < 5000; ++i)
        many += dump_row(std::to_string(i), "16", "Place " + std::to_string(i));
    const auto large = write_file(folder, "large.txt", many);
    BuildOptions options;
    options.overwrite = geo::Overwrite::allow;
    {
        const FileSizeLimit full(100000);
        const auto built = build_index({large}, index, options);
        REQUIRE(!built.has_value());
        CHECK(built.error().message.find("kept.idx") != std::string::npos);
    }
    CHECK(read_file(index) == before);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path()))
        ++files;
    CHECK(files == 3);
    REQUIRE(build_index({large}, index, options));
    CHECK(read_file(index) != before);
}
