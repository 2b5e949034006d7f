// What the scene shows, moves apart, collects and counts.
#include <doctest/doctest.h>

#include <cmath>

#include "app/map/dispersal.hpp"
#include "app/map/flow_curves.hpp"
#include "app/map/legend.hpp"
#include "app/map/picking.hpp"
#include "app/map/scene.hpp"
#include "mali_casebook.hpp"

using namespace test_map;
using events::EventKind;
using events::FlowSplit;
using events::PlacePrecision;

namespace {

struct Built {
    geo::Projection projection = geo::Projection::web_mercator();
    geo::MapView view = mali_view(projection);
    events::Casebook casebook;
    events::Filter filter;

    explicit Built(const CasebookBuilder& builder) : casebook(builder.build()) {}
    app::Scene scene(std::optional<events::DayRange> window = {}) const {
        return app::build_scene({casebook, filter, window, projection, view});
    }
};

double apart_px(const app::SymbolMark& a, const app::SymbolMark& b, double metres_per_px) {
    return std::hypot(a.at.x_m - b.at.x_m, a.at.y_m - b.at.y_m) / metres_per_px;
}

}  // namespace

TEST_CASE("several events at one place are moved apart so that none is hidden") {
    CasebookBuilder builder;
    for (int i = 0; i < 12; ++i)
        builder.event(EventKind::killing, place("Gao", kGao), i * 9);
    builder.event(EventKind::battle, place("Kidal", kKidal));
    const Built built(builder);
    const app::Scene scene = built.scene();
    REQUIRE(scene.symbols.size() == 13);
    CHECK(scene.shown_events == 13);
    for (std::size_t i = 0; i < scene.symbols.size(); ++i) {
        for (std::size_t j = i + 1; j < scene.symbols.size(); ++j) {
            const auto& a = scene.symbols[i];
            const auto& b = scene.symbols[j];
            CHECK(apart_px(a, b, built.view.metres_per_px) > 0.9 * (a.radius_px + b.radius_px));
        }
    }
}

TEST_CASE("an event that has its place to itself stands exactly there") {
    CasebookBuilder builder;
    builder.event(EventKind::battle, place("Kidal", kKidal));
    builder.event(EventKind::killing, place("Moura", kMoura), 500);
    const Built built(builder);
    for (const app::SymbolMark& mark : built.scene().symbols) {
        CHECK(mark.at.x_m == doctest::Approx(mark.true_at.x_m));
        CHECK(mark.at.y_m == doctest::Approx(mark.true_at.y_m));
    }
}

TEST_CASE("a heap at one place becomes one symbol of each look with the sum") {
    CasebookBuilder builder;
    for (int i = 0; i < 30; ++i)
        builder.event(EventKind::killing, place("Gao", kGao), 10);
    for (int i = 0; i < 20; ++i)
        builder.event(EventKind::battle, place("Gao", kGao));
    const app::Scene scene = Built(builder).scene();
    REQUIRE(scene.symbols.size() == 2);
    CHECK(scene.shown_events == 50);
    CHECK(scene.symbols[0].events.size() == 30);
    CHECK(scene.symbols[0].people == 300);
}

TEST_CASE("what is known by country alone is listed in a badge, never a dot") {
    CasebookBuilder builder;
    for (int i = 0; i < 3; ++i) {
        builder.event(EventKind::killing, place("Mali", kMali, PlacePrecision::country, 700));
    }
    const app::Scene scene = Built(builder).scene();
    CHECK(scene.symbols.empty());
    REQUIRE(scene.badges.size() == 1);
    CHECK(scene.badges[0].events.size() == 3);
    CHECK(scene.badges[0].text == "3 · country only");
    CHECK(scene.shown_events == 3);
}

TEST_CASE("a region gets one hatched area for all its events, a near place a ring") {
    CasebookBuilder builder;
    builder.event(EventKind::killing, place("Gao Region", kGao, PlacePrecision::admin1, 200));
    builder.event(EventKind::battle, place("Gao Region", kGao, PlacePrecision::admin1, 200));
    builder.event(EventKind::battle, place("Kidal", kKidal, PlacePrecision::near, 25));
    const app::Scene scene = Built(builder).scene();
    REQUIRE(scene.areas.size() == 1);
    CHECK(scene.areas[0].event_count == 2);
    CHECK(scene.areas[0].rings.size() == 1);
    CHECK(scene.symbols.size() == 3);
    for (const app::SymbolMark& mark : scene.symbols) {
        const bool near = mark.precision == PlacePrecision::near;
        // 25 km of ground are 25 / cos(18.44 deg) km of Mercator.
        CHECK(mark.uncertainty_m == doctest::Approx(near ? 26353 : 0).epsilon(0.01));
    }
}

TEST_CASE("events without a place or a day are counted, not lost") {
    CasebookBuilder builder;
    builder.event(EventKind::killing, place("Gao", kGao));
    builder.event(EventKind::killing, events::EventPlace{});
    builder.event(EventKind::killing, place("Gao", kGao), {}, events::TimeSpan{});
    const Built built(builder);
    const app::Scene all = built.scene();
    CHECK(all.total_events == 3);
    CHECK(all.shown_events == 2);
    CHECK(all.unplaced_events == 1);
    const events::Day day = *events::parse_iso_day("2023-04-22");
    const app::Scene on_day = built.scene(events::DayRange{day, day});
    CHECK(on_day.shown_events == 1);
    CHECK(on_day.undated_events == 1);
    CHECK(on_day.unplaced_events == 1);
}

TEST_CASE("a window shows what lies surely and what possibly inside") {
    CasebookBuilder builder;
    builder.event(EventKind::killing, place("Gao", kGao));
    builder.event(EventKind::killing, place("Kidal", kKidal), {}, days("2023-04-01", "2023-04-30"));
    builder.event(EventKind::killing, place("Moura", kMoura), {}, days("2022-03-27", "2022-03-31"));
    const events::Day day = *events::parse_iso_day("2023-04-22");
    const app::Scene scene = Built(builder).scene(events::DayRange{day, day});
    REQUIRE(scene.symbols.size() == 2);
    for (const app::SymbolMark& mark : scene.symbols) {
        CHECK(mark.possibly_inside == (mark.place == "Kidal"));
    }
}

TEST_CASE("flows that share a figure are dashed and carry it once") {
    CasebookBuilder builder;
    const auto from = place("Timbuktu", kTimbuktu);
    builder.flow(from, place("Niger", kNiger, PlacePrecision::country), 33100, FlowSplit::together,
                 7);
    builder.flow(from, place("Mauritania", kMauritania, PlacePrecision::country), 33100,
                 FlowSplit::together, 7);
    builder.flow(from, place("Gao", kGao), 10000, FlowSplit::stated, 9);
    const app::Scene scene = Built(builder).scene();
    REQUIRE(scene.flows.size() == 3);
    CHECK(scene.flows[0].dashed);
    CHECK(scene.flows[1].dashed);
    CHECK(scene.flows[0].label.empty() != scene.flows[1].label.empty());
    CHECK(scene.flows[0].label + scene.flows[1].label == "33,100+ together");
    CHECK_FALSE(scene.flows[2].dashed);
    CHECK(scene.flows[2].label == "10,000+");
    CHECK(scene.flows[2].width_px == doctest::Approx(4));
}

TEST_CASE("an arrow stops at the edge of the symbol it points to") {
    CasebookBuilder builder;
    builder.event(EventKind::killing, place("Gao", kGao), 400);
    builder.flow(place("Timbuktu", kTimbuktu), place("Gao", kGao), 1000, FlowSplit::stated, 3);
    builder.flow(place("Timbuktu", kTimbuktu), place("Kidal", kKidal), 1000, FlowSplit::stated, 4);
    const app::Scene scene = Built(builder).scene();
    CHECK(scene.flows[0].tip_gap_px == doctest::Approx(app::symbol_radius_px(400) + 2));
    CHECK(scene.flows[1].tip_gap_px < 10);
}

TEST_CASE("the extent holds events and both ends of flows, and is empty without them") {
    CasebookBuilder builder;
    builder.event(EventKind::killing, place("Gao", kGao));
    builder.flow(place("Timbuktu", kTimbuktu), place("Niger", kNiger), 10, FlowSplit::stated, 3);
    const auto box = app::extent_of(builder.build(), {});
    REQUIRE(box);
    CHECK(box->west_deg == kTimbuktu.lon_deg);
    CHECK(box->east_deg == kNiger.lon_deg);
    CHECK_FALSE(app::extent_of(CasebookBuilder().build(), {}));
}

TEST_CASE("what is under the cursor is picked, symbols before flows") {
    CasebookBuilder builder;
    builder.event(EventKind::killing, place("Gao", kGao), 100);
    builder.flow(place("Timbuktu", kTimbuktu), place("Kidal", kKidal), 1000, FlowSplit::stated, 4);
    const Built built(builder);
    const app::Scene scene = built.scene();
    const auto on_symbol = app::pick(scene, built.view, built.view.to_screen(scene.symbols[0].at));
    REQUIRE(on_symbol);
    CHECK(on_symbol->kind == app::PickKind::symbol);
    const auto on_flow =
        app::pick(scene, built.view, built.view.to_screen(app::along(scene.flows[0].path, 0.5)));
    REQUIRE(on_flow);
    CHECK(on_flow->kind == app::PickKind::flow);
    CHECK_FALSE(app::pick(scene, built.view, {3, 3}));
}

TEST_CASE("the legend says what is shown and nothing else") {
    CasebookBuilder builder;
    builder.event(EventKind::killing, place("Gao", kGao), 120);
    builder.event(EventKind::summary_execution, place("Moura", kMoura));
    builder.event(EventKind::battle, place("Mali", kMali, PlacePrecision::country));
    builder.event(EventKind::battle, events::EventPlace{});
    builder.flow(place("Timbuktu", kTimbuktu), place("Niger", kNiger), 33100, FlowSplit::together,
                 7);
    app::MapStyle style;
    const app::Legend legend =
        app::build_legend(Built(builder).scene(), style, events::Language::en);
    REQUIRE(legend.kinds.size() == 1);
    CHECK(legend.kinds[0].text == "Violence against civilians");
    CHECK(legend.kinds[0].count == 2);
    REQUIRE(legend.precisions.size() == 2);
    CHECK(legend.precisions[0].count == 2);
    CHECK(legend.precisions[1].count == 1);
    REQUIRE(legend.flows.size() == 2);
    CHECK(legend.flows[0].text == "Refugees");
    CHECK(legend.flows[1].dashed);
    CHECK(legend.possibly_inside.empty());
    REQUIRE(legend.notes.size() == 2);
    CHECK(legend.notes[0] == "3 of 4 events shown");
    CHECK(legend.notes[1] == "1 of 4 without a place on the map");
}
