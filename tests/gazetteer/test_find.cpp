// Look-ups in the shipped gazetteer.
#include <doctest/doctest.h>

#include "gazetteer/gazetteer.hpp"
#include "geo/geodesic.hpp"

using namespace gazetteer;

namespace {

Gazetteer open_world() {
    auto opened = Gazetteer::open({TEST_SHARE_DIR "/gazetteer/world.idx"});
    REQUIRE(opened.has_value());
    return std::move(*opened);
}

}  // namespace

TEST_CASE("names of the region resolve to the right entry first") {
    const Gazetteer world = open_world();
    struct Case {
        const char* name;
        const char* country;  ///< of the context, or ""
        const char* id;
    };
    constexpr Case kCases[] = {
        {"Kidal", "", "geonames:2455290"},
        {"Gao", "", "geonames:2457163"},
        {"Timbuktu", "", "geonames:2449067"},
        {"Tombouctou", "", "geonames:2449067"},
        {"Tombouktou", "", "geonames:2449067"},
        {"تمبكتو", "", "geonames:2449067"},
        {"Moura", "ML", "geonames:2453345"},
        {"Niger", "", "iso:NE"},
        {"Mali", "", "iso:ML"},
        {"Georgia", "", "iso:GE"},
        {"Paris", "", "geonames:2988507"},
        {"Gao region", "", "geonames:2457161"},
        {"région de Kidal", "", "geonames:2597449"},
        {"cercle de Bourem", "", "geonames:8631537"},
        {"Bandiagara region", "ML", "mli-region:bandiagara"},
        {"Bandiagara district", "ML", "geonames:8299591"},
        {"Ersane, Bourem, Gao", "", "geonames:2457898"},
        {"Alguelhoc", "ML", "geonames:2461247"},
        {"Diabaly", "ML", "geonames:2458187"},
        {"Ouenkoro", "ML", "geonames:2452298"},
        {"Souba, Ségou region", "ML", "geonames:2450695"},
        {"Sahel", "ML", "members:sahel"},
        {"Mbera", "MR", "fabflee:mali2012/Fassala-Mbera"},
    };
    for (const auto& c : kCases) {
        CAPTURE(std::string(c.name));
        LookupContext context;
        if (c.country[0] != '\0')
            context.countries = {c.country};
        const auto found = world.find(c.name, context);
        REQUIRE(!found.empty());
        CHECK(found[0].place.source_id == c.id);
        CHECK(found[0].score > 0);
        CHECK(found[0].score <= 1);
        CHECK(!found[0].reasons.empty());
    }
}

TEST_CASE("homonyms share the score") {
    const Gazetteer world = open_world();
    LookupContext mali;
    mali.countries = {"ML"};
    const auto dogo = world.find("Dogo", mali);
    REQUIRE(dogo.size() >= 3);
    CHECK(dogo[0].score < 0.6);
    double sum = 0;
    for (const auto& candidate : dogo)
        sum += candidate.score;
    CHECK(sum <= 1.2);
}

TEST_CASE("a name that stands alone is looked for at home first, a famous namesake still wins") {
    const Gazetteer world = open_world();
    LookupContext alone;
    alone.home_countries = {"ML"};
    const auto moura = world.find("Moura", alone);
    REQUIRE(!moura.empty());
    CHECK(moura.front().place.source_id == "geonames:2453345");
    CHECK(world.find("Paris", alone).front().place.country == "FR");
    CHECK(world.find("Aleppo", alone).front().place.country == "SY");
    alone.countries = {"PT"};
    CHECK(world.find("Moura", alone).front().place.country == "PT");
}

TEST_CASE("only the wanted countries come back when asked so") {
    const Gazetteer world = open_world();
    LookupContext only;
    only.countries = {"ML"};
    only.only_these_countries = true;
    for (const auto& candidate : world.find("Moura", only)) {
        CHECK(candidate.place.country == "ML");
    }
    only.countries = {"CH"};
    only.tolerant = false;
    CHECK(world.find("Ouagadougou", only).empty());
}

TEST_CASE("a name that no source has is not found exactly") {
    const Gazetteer world = open_world();
    CHECK(!world.has_name("Boyna"));
    CHECK(!world.has_name("Djankoin"));
    CHECK(!world.has_name(""));
    CHECK(world.has_name("Sevare"));
    CHECK(world.has_name("bobo dioulasso"));
    LookupContext exact;
    exact.tolerant = false;
    CHECK(world.find("Djankoin", exact).empty());
    CHECK(world.find("", exact).empty());
}

TEST_CASE("countries answer by name and demonym in English and French") {
    const Gazetteer world = open_world();
    struct Case {
        const char* word;
        const char* code;  ///< "" when unknown or ambiguous
    };
    constexpr Case kCases[] = {
        {"Mali", "ML"},
        {"Malian", "ML"},
        {"maliennes", "ML"},
        {"Burkina", "BF"},
        {"Burkina Faso", "BF"},
        {"Burkinabè", "BF"},
        {"Ivory Coast", "CI"},
        {"Côte d'Ivoire", "CI"},
        {"Cote d’Ivoire", "CI"},
        {"DRC", "CD"},
        {"Birmanie", "MM"},
        {"Nigerian", "NG"},
        {"nigérien", "NE"},
        {"Nigerien", "NE"},
        {"Mauritania", "MR"},
        {"mauritaniens", "MR"},
        {"French", "FR"},
        {"russe", "RU"},
        {"Congolese", ""},
        {"Gao", ""},
        {"", ""},
    };
    for (const auto& c : kCases) {
        CAPTURE(std::string(c.word));
        CHECK(world.country_code(c.word).value_or("") == c.code);
    }
}

TEST_CASE("neighbours of Mali are its seven") {
    const Gazetteer world = open_world();
    CHECK(world.neighbours("ML") ==
          std::vector<std::string>{"BF", "CI", "DZ", "GN", "MR", "NE", "SN"});
    CHECK(world.neighbours("IS").empty());
    CHECK(world.neighbours("").empty());
}

TEST_CASE("a country has its capital") {
    const Gazetteer world = open_world();
    const auto mali = world.capital("ML");
    REQUIRE(mali.has_value());
    CHECK(world.place(*mali).name == "Bamako");
    CHECK(world.place(*world.capital("BF")).name == "Ouagadougou");
    CHECK(!world.capital("AQ").has_value());
    CHECK(!world.capital("").has_value());
}

TEST_CASE("a place is found again by its source id") {
    const Gazetteer world = open_world();
    const auto gao = world.by_source_id("geonames:2457163");
    REQUIRE(gao.has_value());
    CHECK(world.place(*gao).name == "Gao");
    CHECK(world.place(*gao).country == "ML");
    CHECK(!world.by_source_id("geonames:1").has_value());
    CHECK(!world.by_source_id("").has_value());
    const auto names = world.names(*gao);
    CHECK(names.front() == "Gao");
    CHECK(names.size() > 5);
}

TEST_CASE("the nearest place to a point in the desert is found, also over the date line") {
    const Gazetteer world = open_world();
    const auto near_gao = world.nearest({-0.05, 16.27}, 3);
    REQUIRE(near_gao.size() == 3);
    CHECK(world.place(near_gao[0].first).name == "Gao");
    CHECK(near_gao[0].second < near_gao[1].second);
    const auto far = world.nearest({-179.99, -16.8}, 1);
    REQUIRE(far.size() == 1);
    CHECK(world.place(far[0].first).country == "FJ");
    CHECK(world.nearest({0, -90}, 1).size() == 1);
    // Degrees of longitude are short here: the nearest place need not be in the nearest cells.
    const auto north = world.nearest({19.0, 69.6}, 1);
    REQUIRE(north.size() == 1);
    CHECK(world.place(north[0].first).country == "NO");
    CHECK(world.nearest({0, 91}, 1).empty());
}

TEST_CASE("completion offers well-known places first") {
    const Gazetteer world = open_world();
    LookupContext mali;
    mali.countries = {"ML"};
    mali.limit = 5;
    const auto tom = world.complete("Tomb", mali);
    REQUIRE(!tom.empty());
    CHECK(world.place(tom[0].id).country == "ML");
    CHECK(tom[0].name == "Tombouctou");
    const auto bam = world.complete("bamak");
    REQUIRE(!bam.empty());
    CHECK(bam[0].name == "Bamako");
    CHECK(world.complete("").empty());
    CHECK(world.complete("zzzzqq").empty());
}

TEST_CASE("a position tells its country and region from the polygons") {
    const Gazetteer world = open_world();
    struct Case {
        geo::LonLat at;
        const char* country;
        const char* admin1;
    };
    constexpr Case kCases[] = {
        {{-0.04472, 16.27167}, "ML", "Gao"},
        {{-3.00742, 16.77348}, "ML", "Tombouctou"},
        {{2.1, 13.52}, "NE", "Niamey"},
        {{2.35, 48.85}, "FR", ""},
        {{-30.0, 20.0}, "", ""},
        {{200.0, 0.0}, "", ""},
    };
    for (const auto& c : kCases) {
        CAPTURE(c.at.lon_deg);
        const auto areas = world.containing(c.at);
        CHECK(areas.country == c.country);
        if (c.admin1[0] != '\0')
            CHECK(areas.admin1 == c.admin1);
    }
    CHECK(world.containing({-0.04472, 16.27167}).country_name == "Mali");
    CHECK(world.containing({-0.04472, 16.27167}).admin2 == "Gao");
    const auto mali = world.country("ML");
    REQUIRE(mali.has_value());
    CHECK(!world.area(*mali).empty());
    CHECK(world.area(*world.by_source_id("geonames:2457163")).empty());
}
