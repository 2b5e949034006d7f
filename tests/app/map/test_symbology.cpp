// Shapes, sizes and figures in words.
#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "app/map/symbology.hpp"

using app::Shape;
using events::EventKind;
using events::Figure;
using events::Harm;
using events::Language;

TEST_CASE("each kind has the shape and colour of its ACLED event type") {
    struct Case {
        EventKind kind;
        Shape shape;
        app::Colour colour;
    };
    const Case cases[] = {
        {EventKind::killing, Shape::triangle, {0xD5, 0x5E, 0x00}},
        {EventKind::sexual_violence, Shape::triangle, {0xD5, 0x5E, 0x00}},
        {EventKind::battle, Shape::square, {0x00, 0x72, 0xB2}},
        {EventKind::takeover, Shape::square, {0x00, 0x72, 0xB2}},
        {EventKind::air_strike, Shape::star, {0xE6, 0x9F, 0x00}},
        {EventKind::protest, Shape::circle, {0x56, 0xB4, 0xE9}},
        {EventKind::riot, Shape::diamond, {0xCC, 0x79, 0xA7}},
        {EventKind::mass_grave, Shape::hexagon, {0x00, 0x9E, 0x73}},
        {EventKind::siege, Shape::hexagon, {0x00, 0x9E, 0x73}},
    };
    for (const Case& c : cases) {
        CAPTURE(events::info(c.kind).key);
        CHECK(app::style_of(c.kind).shape == c.shape);
        CHECK(app::style_of(c.kind).colour == c.colour);
    }
}

TEST_CASE("shapes of one radius have one area") {
    for (const Shape shape :
         {Shape::triangle, Shape::square, Shape::star, Shape::diamond, Shape::hexagon}) {
        const auto ring = app::unit_outline(shape);
        double twice = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto& b = ring[(i + 1) % ring.size()];
            twice += ring[i].x * b.y - b.x * ring[i].y;
        }
        CAPTURE(static_cast<int>(shape));
        CHECK(std::abs(twice) / 2 == doctest::Approx(std::numbers::pi));
    }
    CHECK(app::unit_outline(Shape::circle).empty());
}

TEST_CASE("four times the people is four times the area") {
    const double small = app::symbol_radius_px(50);
    const double large = app::symbol_radius_px(200);
    CHECK(large * large == doctest::Approx(4 * small * small));
    CHECK(app::symbol_radius_px(std::nullopt) == app::kSmallestRadiusPx);
    CHECK(app::symbol_radius_px(1) == app::kSmallestRadiusPx);
    CHECK(app::symbol_radius_px(1e9) == app::kLargestRadiusPx);
}

TEST_CASE("the size shows people killed, else the most harmed otherwise, never the displaced") {
    events::Tally tally;
    CHECK_FALSE(app::people_harmed(tally));
    tally[Harm::displaced] = Figure{20000, 20000, false, ""};
    CHECK_FALSE(app::people_harmed(tally));
    tally[Harm::injured] = Figure{30, std::nullopt, false, ""};
    tally[Harm::abducted] = Figure{4, 4, false, ""};
    CHECK(app::people_harmed(tally) == 30);
    tally[Harm::killed] = Figure{10, 12, false, ""};
    CHECK(app::people_harmed(tally) == 11);
}

TEST_CASE("figures keep their doubt") {
    struct Case {
        Figure figure;
        Language language;
        const char* text;
    };
    const Case cases[] = {
        {{33100, std::nullopt, false, ""}, Language::en, "33,100+"},
        {{33100, std::nullopt, false, ""}, Language::fr, "33\u202f100+"},
        {{10, 12, false, ""}, Language::en, "10–12"},
        {{500, 500, true, ""}, Language::en, "~500"},
        {{7, 7, false, ""}, Language::en, "7"},
        {{std::nullopt, 30, false, ""}, Language::en, "≤\u202f30"},
        {{std::nullopt, std::nullopt, false, "scores"}, Language::en, ""},
        {{1234567, 1234567, false, ""}, Language::en, "1,234,567"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(app::figure_text(c.figure, c.language) == c.text);
    }
}
