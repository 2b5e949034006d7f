// Recipes of briefings.
#include <doctest/doctest.h>

#include "app/briefing/briefing.hpp"
#include "app/briefing/recipe.hpp"

TEST_CASE("an empty recipe leaves everything to be derived") {
    const auto recipe = app::parse_recipe("{}", "r.json");
    REQUIRE(recipe);
    CHECK(recipe->title.empty());
    CHECK_FALSE(recipe->period);
    CHECK(recipe->dpi == 150);
}

TEST_CASE("a recipe is read field by field") {
    const auto recipe = app::parse_recipe(
        R"({"title": "Mali", "period": ["2023-01-01", "2023-12-31"], "view": [-12.5, 10, 4.5, 25],
            "kinds": ["killing", "battle"], "statuses": ["accepted"], "table_rows": 5})",
        "r.json");
    REQUIRE(recipe);
    CHECK(recipe->title == "Mali");
    CHECK(events::to_iso(recipe->period->last) == "2023-12-31");
    CHECK(*recipe->view == geo::LonLatBox{-12.5, 10, 4.5, 25});
    CHECK(recipe->filter.kinds.size() == 2);
    CHECK(recipe->filter.statuses == std::set{events::ReviewStatus::accepted});
    CHECK(recipe->table_rows == 5);
}

TEST_CASE("a recipe that is wrong says which field and what it wanted") {
    struct Case {
        const char* json;
        const char* message;
    };
    for (const Case& c : {
             Case{"[]", "r.json: not a JSON object; a recipe is { \"title\": ... }"},
             Case{"{\"title\": ", "r.json: not a JSON object; a recipe is { \"title\": ... }"},
             Case{R"({"tilte": "x"})", "r.json: no field \"tilte\" in a recipe"},
             Case{R"({"title": 3})", "r.json: \"title\": wanted text"},
             Case{R"({"view": [4, 10, 2]})",
                  "r.json: \"view\": wanted [west, south, east, north] in degrees"},
             Case{R"({"view": [-12, 25, 4, 10]})",
                  "r.json: \"view\": wanted [west, south, east, north] in degrees"},
             Case{R"({"dpi": 5000})", "r.json: \"dpi\": wanted a whole number from 36 to 1200"},
             Case{R"({"kinds": ["war"]})", "r.json: \"kinds\": wanted a list of kinds of event"},
             Case{R"({"as_of": "yesterday"})", "r.json: \"as_of\": wanted \"YYYY-MM-DD\""},
             Case{R"({"period": ["2023-12-31", "2023-01-01"]})",
                  "r.json: \"period\": wanted [\"YYYY-MM-DD\", \"YYYY-MM-DD\"], the first not "
                  "after the last"},
         }) {
        CAPTURE(c.json);
        const auto recipe = app::parse_recipe(c.json, "r.json");
        REQUIRE_FALSE(recipe);
        CHECK(recipe.error().message == c.message);
    }
}

TEST_CASE("a page size is a paper or pixels") {
    CHECK(app::parse_page_size("A4")->width_pt == doctest::Approx(841.89));
    CHECK(app::parse_page_size("A3")->height_pt == doctest::Approx(841.89));
    CHECK(app::parse_page_size("1920x1080")->width_pt == doctest::Approx(1440));
    for (const char* text : {"", "A5", "letter", "100x100", "1920x"}) {
        CAPTURE(text);
        CHECK_FALSE(app::parse_page_size(text));
    }
}
