// Pixels of the OpenGL map, drawn without a display.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "app/map/flow_curves.hpp"
#include "app/render/map_renderer.hpp"
#include "app/render/offscreen_context.hpp"
#include "app/render/offscreen_target.hpp"
#include "geo/base_map.hpp"
#include "mali_casebook.hpp"

using namespace test_map;
using app::Colour;
using events::EventKind;
using events::PlacePrecision;

namespace {

/// One picture of 1280 by 720 pixels of Mali.
struct Picture {
    app::OffscreenContext context;
    std::unique_ptr<geo::BaseMap> base_map;  // stays where the renderer found it
    app::MapRenderer renderer;
    app::OffscreenTarget target;
    app::MapStyle style;
    geo::Projection projection = geo::Projection::web_mercator();
    geo::MapView view = mali_view(projection);
    app::Scene scene = {};
    std::vector<app::PlacedLabel> labels = {};
    app::Pixels pixels = {};

    void draw() {
        renderer.draw({projection, view, scene, labels, style}, target.framebuffer());
        pixels = target.read_pixels();
    }
    Colour at(geo::ScreenPoint p) const {
        const auto x = static_cast<std::size_t>(p.x_px);
        const auto y = static_cast<std::size_t>(p.y_px);
        const unsigned char* const rgba =
            pixels.rgba.data() + 4 * (y * static_cast<std::size_t>(pixels.width_px) + x);
        return {rgba[0], rgba[1], rgba[2], rgba[3]};
    }
    Colour at_place(geo::LonLat p) const { return at(view.to_screen(*projection.forward(p))); }
    Colour at_point(geo::MapPoint p) const { return at(view.to_screen(p)); }
};

template <typename T>
T required(geo::Result<T> result) {
    const std::string message = result ? "" : result.error().message;
    CAPTURE(message);
    REQUIRE(result);
    return std::move(*result);
}

Picture make_picture() {
    app::OffscreenContext context = required(app::OffscreenContext::create());
    auto base_map =
        std::make_unique<geo::BaseMap>(required(geo::BaseMap::open(TEST_SHARE_DIR "/basemap")));
    app::MapRenderer renderer = required(app::MapRenderer::create(TEST_SHARE_DIR, *base_map));
    app::OffscreenTarget target = required(app::OffscreenTarget::create(1280, 720));
    return {std::move(context), std::move(base_map), std::move(renderer), std::move(target),
            required(app::load_style(TEST_SHARE_DIR, "light"))};
}

bool alike(Colour a, Colour b, int tolerance = 3) {
    return std::abs(a.r - b.r) <= tolerance && std::abs(a.g - b.g) <= tolerance &&
           std::abs(a.b - b.b) <= tolerance;
}

doctest::String words(Colour c) {
    return doctest::toString(int{c.r}) + " " + doctest::toString(int{c.g}) + " " +
           doctest::toString(int{c.b});
}

}  // namespace

TEST_CASE("land, sea and lakes have the colours of the style") {
    Picture picture = make_picture();
    picture.draw();
    CHECK(words(picture.at_place({-1.0, 21.5})) == words(picture.style.land));  // the Sahara
    picture.view = geo::fit(picture.projection, {-30, -10, 40, 35}, 1280, 720, 0);
    picture.draw();
    CHECK(words(picture.at_place({-25.0, 5.0})) == words(picture.style.water));  // the Atlantic
    CHECK(words(picture.at_place({33.0, -1.6})) == words(picture.style.lake));   // Lake Victoria
    CHECK(words(picture.at_place({23.0, 27.5})) == words(picture.style.land));
}

TEST_CASE("each kind of event shows its colour in its middle and land around it") {
    Picture picture = make_picture();
    const EventKind kinds[] = {EventKind::killing, EventKind::battle, EventKind::air_strike,
                               EventKind::protest, EventKind::riot,   EventKind::siege};
    CasebookBuilder builder;
    double lon = -6;
    for (const EventKind kind : kinds)
        builder.event(kind, place("x", {lon += 1.5, 21}), 100);
    picture.scene =
        app::build_scene({builder.build(), {}, std::nullopt, picture.projection, picture.view});
    picture.draw();
    REQUIRE(picture.scene.symbols.size() == 6);
    for (const app::SymbolMark& mark : picture.scene.symbols) {
        CAPTURE(static_cast<int>(mark.style.shape));
        CHECK(words(picture.at_point(mark.at)) == words(mark.style.colour));
        const auto middle = picture.view.to_screen(mark.at);
        const double off = mark.radius_px * 1.6 + 3;
        CHECK(alike(picture.at({middle.x_px, middle.y_px - off}), picture.style.land));
    }
}

TEST_CASE("precision shows: solid, pale in a ring, hollow in a hatched area") {
    Picture picture = make_picture();
    CasebookBuilder builder;
    builder.event(EventKind::battle, place("exact", {-5, 21}), 100);
    builder.event(EventKind::battle, place("near", {-2, 21}, PlacePrecision::near, 60), 100);
    builder.event(EventKind::battle, place("region", {2, 21}, PlacePrecision::admin1, 130), 100);
    picture.scene =
        app::build_scene({builder.build(), {}, std::nullopt, picture.projection, picture.view});
    picture.draw();
    const Colour blue{0x00, 0x72, 0xB2};
    for (const app::SymbolMark& mark : picture.scene.symbols) {
        const Colour middle = picture.at_point(mark.at);
        CAPTURE(mark.place);
        if (mark.place == "exact")
            CHECK(words(middle) == words(blue));
        if (mark.place == "near") {
            CHECK(middle.b > 200);
            CHECK(middle.r < 190);
            const auto at = picture.view.to_screen(mark.true_at);
            const double r = mark.uncertainty_m / picture.view.metres_per_px;
            CHECK_FALSE(alike(picture.at({at.x_px, at.y_px - r + 0.5}), picture.style.land, 20));
        }
        if (mark.place == "region") {
            CHECK(words(middle) == words(Colour{255, 255, 255}));
            int hatched = 0;
            const auto at = picture.view.to_screen(mark.true_at);
            for (int x = 20; x < 40; ++x) {
                if (!alike(picture.at({at.x_px + x, at.y_px}), picture.style.land, 12))
                    ++hatched;
            }
            CHECK(hatched >= 2);
            CHECK(hatched <= 14);
        }
    }
}

TEST_CASE("a flow is drawn along its curve, with gaps when the split is not stated") {
    Picture picture = make_picture();
    CasebookBuilder builder;
    builder.flow(place("a", {-6, 22}), place("b", {2, 22}), 10000, events::FlowSplit::stated, 1);
    builder.flow(place("c", {-6, 20}), place("d", {2, 20}), 10000, events::FlowSplit::together, 2);
    picture.scene =
        app::build_scene({builder.build(), {}, std::nullopt, picture.projection, picture.view});
    picture.draw();
    for (const app::FlowMark& flow : picture.scene.flows) {
        int coloured = 0;
        for (int i = 20; i < 80; ++i) {
            const Colour c = picture.at_point(app::along(flow.path, i / 100.0));
            if (c.b > c.r + 60)
                ++coloured;
        }
        CAPTURE(flow.dashed);
        if (flow.dashed) {
            CHECK(coloured > 20);
            CHECK(coloured < 50);
        } else {
            CHECK(coloured == 60);
        }
    }
}

TEST_CASE("labels are drawn in their box, Arabic too") {
    Picture picture = make_picture();
    const app::TextShaper shaper;
    const geo::MapPoint at = *picture.projection.forward({-4, 21});
    for (const char* text : {"Tombouctou", "تمبكتو"}) {
        CAPTURE(text);
        const app::TextSize size = shaper.measure(text, picture.style.of(app::TextRole::capital));
        picture.labels = {
            {text, app::TextRole::capital, at, 6, -8, size.width_px, size.height_px, false, false}};
        picture.draw();
        int dark = 0;
        const auto screen = picture.view.to_screen(at);
        for (double y = 0; y < size.height_px; ++y) {
            for (double x = 0; x < size.width_px; ++x) {
                if (picture.at({screen.x_px + 6 + x, screen.y_px - 8 + y}).r < 100)
                    ++dark;
            }
        }
        CHECK(dark > 40);
    }
}

TEST_CASE("the same frame gives the same bytes, also after other frames") {
    Picture picture = make_picture();
    CasebookBuilder builder;
    for (int i = 0; i < 9; ++i)
        builder.event(EventKind::killing, place("Gao", kGao), 30 * i);
    picture.scene =
        app::build_scene({builder.build(), {}, std::nullopt, picture.projection, picture.view});
    picture.draw();
    const app::Pixels first = picture.pixels;
    const geo::MapView view = picture.view;
    picture.view = geo::fit(picture.projection, {-2, 15, 2, 18}, 1280, 720, 0);
    picture.draw();
    CHECK(picture.pixels.rgba != first.rgba);
    picture.view = view;
    picture.draw();
    CHECK(picture.pixels.rgba == first.rgba);
}
