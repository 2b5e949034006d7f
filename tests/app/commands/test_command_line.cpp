// The command line to values.
#include <doctest/doctest.h>

#include "app/commands/command_line.hpp"
#include "app/commands/commands.hpp"

namespace {

std::variant<app::CommandLine, int> parse(std::vector<const char*> words) {
    words.insert(words.begin(), "toposcope");
    return app::parse_command_line(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST_CASE("without a command the window opens on the files given") {
    const auto line = parse({"a.gpkg", "b.txt"});
    REQUIRE(std::holds_alternative<app::CommandLine>(line));
    const auto& window = std::get<app::WindowCommand>(std::get<app::CommandLine>(line).command);
    CHECK(window.files == std::vector<std::string>{"a.gpkg", "b.txt"});
}

TEST_CASE("read takes what the report does not say") {
    const auto line =
        parse({"read", "a.txt", "-o", "x.geojson", "--published", "2012-02-03", "--country", "ml",
               "--gazetteer", "one.idx", "--gazetteer", "two.idx", "--overwrite", "-v"});
    REQUIRE(std::holds_alternative<app::CommandLine>(line));
    const auto& all = std::get<app::CommandLine>(line);
    const auto& read = std::get<app::ReadCommand>(all.command);
    CHECK(all.verbose);
    CHECK(read.output == "x.geojson");
    CHECK(events::to_iso(*read.published) == "2012-02-03");
    CHECK(read.countries == std::vector<std::string>{"ML"});
    CHECK(read.gazetteers.indexes == std::vector<std::string>{"one.idx", "two.idx"});
    CHECK(read.overwrite == geo::Overwrite::allow);
}

TEST_CASE("a benchmark of the gazetteer takes its size, its seed and what to keep") {
    const auto line =
        parse({"bench", "gazetteer", "--queries", "50", "--seed", "9", "--names", "a.tsv",
               "--gazetteer", "x.idx", "--write-queries", "q.tsv", "--truth", "t.csv", "--json"});
    REQUIRE(std::holds_alternative<app::CommandLine>(line));
    const auto& all = std::get<app::CommandLine>(line);
    const auto& bench = std::get<app::BenchCommand>(all.command);
    CHECK(all.json);
    CHECK(bench.queries == 50);
    CHECK(bench.seed == 9);
    CHECK(bench.names == "a.tsv");
    CHECK(bench.gazetteers.indexes == std::vector<std::string>{"x.idx"});
    CHECK(bench.write_queries == "q.tsv");
    CHECK(bench.truths == std::vector<std::string>{"t.csv"});
    CHECK(std::holds_alternative<int>(parse({"bench"})));
    CHECK(std::holds_alternative<int>(parse({"bench", "gazetteer", "--queries", "0"})));
}

TEST_CASE("a position west of Greenwich is not taken for an option") {
    const auto line = parse({"reverse", "-3.0", "16.77"});
    REQUIRE(std::holds_alternative<app::CommandLine>(line));
    CHECK(std::get<app::ReverseCommand>(std::get<app::CommandLine>(line).command).numbers ==
          std::vector<std::string>{"-3.0", "16.77"});
}

TEST_CASE("wrong arguments end with exit code 2") {
    const std::vector<std::vector<const char*>> wrong{
        {"read"},
        {"read", "a.txt"},
        {"read", "a.txt", "-o", "x.geojson", "--published", "yesterday"},
        {"read", "a.txt", "-o", "x.geojson", "--country", "Mali"},
        {"reverse"},
        {"geocode", "Gao", "--only"},
        {"geocode", "--csv", "a.csv", "-o", "b.csv"},
        {"geocode", "Gao", "--kind", "planet"},
        {"geocode", "Gao", "--column", "place"},
        {"gazetteer", "add"},
        {"gazetteer", "add", "a.csv", "--columns", "latitude=x"},
        {"gazetteer", "add", "a.csv", "--country", "ML,NE"},
        {"gazetteer", "build", "a.csv"},
        {"gazetteer", "export"},
        {"reverse", "1", "2", "3"},
        {"shot", "a.gpkg", "-o", "a.png", "--size", "0x0"},
        {"export", "a.gpkg", "-o", "a.geojson", "--layer", "roads"},
        {"gazetteer"},
        {"--frobnicate"},
    };
    for (const auto& words : wrong) {
        CAPTURE(words.front());
        const auto line = parse(words);
        REQUIRE(std::holds_alternative<int>(line));
        CHECK(std::get<int>(line) == 2);
    }
}

TEST_CASE("a table is geocoded by the names of its columns") {
    const auto line =
        parse({"geocode", "--csv", "in.csv", "--column", "place", "--country-column", "iso",
               "--admin-column", "adm2", "--admin-column", "adm1", "-o", "out.csv", "--country",
               "ml,ne", "--only", "--only-shipped", "--kind", "village"});
    REQUIRE(std::holds_alternative<app::CommandLine>(line));
    const auto& geocode = std::get<app::GeocodeCommand>(std::get<app::CommandLine>(line).command);
    CHECK(geocode.table.input == "in.csv");
    CHECK(geocode.table.output == "out.csv");
    CHECK(geocode.table.column == "place");
    CHECK(geocode.table.country_column == "iso");
    CHECK(geocode.table.admin_columns == std::vector<std::string>{"adm2", "adm1"});
    CHECK(geocode.only);
    CHECK(geocode.gazetteers.only_shipped);
    CHECK(geocode.kind == gazetteer::PlaceKind::town);
}

TEST_CASE("only a country to fetch opens the network") {
    struct Case {
        std::vector<const char*> words;
        bool opens;
    };
    for (const Case& c :
         {Case{{"gazetteer", "add", "ML"}, true},
          Case{{"gazetteer", "add", "ml", "villages.csv"}, true},
          Case{{"gazetteer", "add", "ML", "--name", "x"}, false},
          Case{{"gazetteer", "add", "villages.csv"}, false},
          Case{{"gazetteer", "add", "ML.zip"}, false},
          Case{{"gazetteer", "build", "ML", "-o", "x.idx"}, false},
          Case{{"gazetteer", "info", "ML"}, false}, Case{{"gazetteer", "remove", "ML"}, false},
          Case{{"geocode", "ML"}, false}, Case{{"ML"}, false}}) {
        CAPTURE(c.words.back());
        const auto line = parse(c.words);
        REQUIRE(std::holds_alternative<app::CommandLine>(line));
        CHECK(app::opens_network(std::get<app::CommandLine>(line).command) == c.opens);
    }
}
