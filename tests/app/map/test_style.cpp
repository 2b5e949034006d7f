// Style files are read whole or refused with the key that is wrong.
#include <doctest/doctest.h>

#include "app/map/style.hpp"
#include "geo/input_file.hpp"

TEST_CASE("the shipped styles are whole") {
    for (const char* name : {"light", "dark"}) {
        const auto style = app::load_style(TEST_SHARE_DIR, name);
        const std::string message = style ? "" : style.error().message;
        CAPTURE(message);
        REQUIRE(style);
        CHECK(style->name == name);
        CHECK(style->of(app::TextRole::country).capitals);
        CHECK(style->of(app::TextRole::water).italic);
        CHECK(style->land != style->water);
    }
}

TEST_CASE("a style file that is wrong is refused by name and key") {
    const auto file = geo::read_input_file(std::string(TEST_SHARE_DIR) + "/styles/light.json");
    REQUIRE(file);
    const auto replaced = [&](const std::string& what, const std::string& with) {
        std::string text = file->bytes;
        text.replace(text.find(what), what.size(), with);
        const auto style = app::parse_style(text, "mine.json");
        return style ? std::string() : style.error().message;
    };
    CHECK(replaced("\"water\": \"#d3e3ee\"", "\"water\": \"blue\"") ==
          "mine.json: water: a colour is #rrggbb or #rrggbbaa");
    CHECK(replaced("\"coast\"", "\"shore\"") == "mine.json: coast: missing");
    CHECK(replaced("\"size\": 13.5", "\"size\": 1e9") == "mine.json: size: out of range");
    CHECK(app::parse_style("[1", "mine.json").error().message ==
          "mine.json: not a style: no JSON object");
    CHECK_FALSE(app::load_style(TEST_SHARE_DIR, "../styles/light"));
    CHECK_FALSE(app::load_style(TEST_SHARE_DIR, "sepia"));
}
