// Regions of the window.
#include <doctest/doctest.h>

#include "app/window_layout.hpp"

using namespace app;

TEST_CASE("regions fill the window without overlap at common sizes") {
    struct Case {
        float width, height, em;
    };
    const Case cases[] = {
        {1366, 768, 14.5F}, {1920, 1080, 14.5F}, {3840, 2160, 29}, {900, 560, 14.5F}};
    for (const auto& c : cases) {
        CAPTURE(c.width);
        LayoutChoice choice;
        const auto l = lay_out(c.width, c.height, c.em, choice);
        CHECK(l.top_bar.width == c.width);
        CHECK(l.list.y == l.top_bar.height);
        CHECK(l.map.x == l.list.width);
        CHECK(l.map.x + l.map.width == l.card.x);
        CHECK(l.card.x + l.card.width == c.width);
        CHECK(l.map.y + l.map.height == l.timeline.y);
        CHECK(l.timeline.y + l.timeline.height == c.height);
        CHECK(l.card.y + l.card.height == l.report.y);
        CHECK(l.report.y + l.report.height == c.height);
    }
}

TEST_CASE("a laptop's map keeps the middle of the screen") {
    LayoutChoice choice;
    const auto l = lay_out(1366, 768, 14.5F, choice);
    CHECK(l.map.width > 500);
    CHECK(l.map.height > 400);
}

TEST_CASE("no border can be dragged so far that a region vanishes") {
    LayoutChoice choice{900, 900, 900, 5};
    const auto l = lay_out(1366, 768, 14.5F, choice);
    CHECK(l.map.width > 200);
    CHECK(l.map.height > 150);
    CHECK(l.report.height > 100);
    CHECK(choice.list_em < 900);
    LayoutChoice small{0, 0, 0, 0};
    const auto s = lay_out(1366, 768, 14.5F, small);
    CHECK(s.list.width > 200);
    CHECK(s.timeline.height > 100);
    CHECK(s.card.height > 100);
}
