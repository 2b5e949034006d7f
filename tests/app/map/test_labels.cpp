// Names on the map never collide, stand by rank, and stay while panning.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/map/labels.hpp"
#include "mali_casebook.hpp"

using namespace test_map;
using app::NamedPlace;
using app::PlacedLabel;
using app::TextRole;

namespace {

std::vector<NamedPlace> names() {
    return {{"Mali", TextRole::country, {-1.5, 18.5}, 1240000},
            {"Niger", TextRole::country, kNiger, 1267000},
            {"Bamako", TextRole::capital, {-8.0, 12.65}, 2500000},
            {"Gao", TextRole::town, kGao, 87000},
            {"Timbuktu", TextRole::town, kTimbuktu, 54000},
            {"Kidal", TextRole::town, kKidal, 26000},
            {"Ménaka", TextRole::town, {2.4022, 15.9182}, 20702},
            {"Niamey", TextRole::capital, {2.1098, 13.5137}, 1000000},
            {"Nouakchott", TextRole::capital, {-15.9785, 18.0858}, 660000},
            {"Mopti", TextRole::town, {-4.1833, 14.4843}, 108000},
            {"Sévaré", TextRole::town, {-4.1, 14.53}, 100000}};
}

struct Map {
    geo::Projection projection = geo::Projection::web_mercator();
    geo::MapView view = mali_view(projection);
    app::MapStyle style = *app::load_style(TEST_SHARE_DIR, "light");
    app::TextShaper shaper;
    events::Casebook casebook;

    app::Scene scene() const {
        return app::build_scene({casebook, {}, std::nullopt, projection, view});
    }
    std::vector<PlacedLabel> labels() const {
        const app::Scene shown = scene();
        return app::place_labels(app::label_candidates(shown, names(), projection, view), shown,
                                 style, shaper, view);
    }
};

struct Box {
    double left, top, right, bottom;
};

Box box_of(const PlacedLabel& label, const geo::MapView& view) {
    const auto at = view.to_screen(label.at);
    return {at.x_px + label.dx_px, at.y_px + label.dy_px, at.x_px + label.dx_px + label.width_px,
            at.y_px + label.dy_px + label.height_px};
}

bool overlap(const Box& a, const Box& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

CasebookBuilder events_in_gao() {
    CasebookBuilder builder;
    for (int i = 0; i < 9; ++i) {
        builder.event(events::EventKind::killing, place("Gao", kGao), 40 * i);
    }
    builder.event(events::EventKind::battle, place("Moura", kMoura));
    return builder;
}

}  // namespace

TEST_CASE("no label lies on another or on a symbol") {
    Map map;
    map.casebook = events_in_gao().build();
    const app::Scene scene = map.scene();
    const auto labels = map.labels();
    CHECK(labels.size() >= 6);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        CAPTURE(labels[i].text);
        const Box box = box_of(labels[i], map.view);
        for (std::size_t j = i + 1; j < labels.size(); ++j) {
            CAPTURE(labels[j].text);
            CHECK_FALSE(overlap(box, box_of(labels[j], map.view)));
        }
        for (const app::SymbolMark& mark : scene.symbols) {
            const auto at = map.view.to_screen(mark.at);
            const double r = mark.radius_px * 0.7;  // the square within the circle
            CHECK_FALSE(overlap(box, {at.x_px - r, at.y_px - r, at.x_px + r, at.y_px + r}));
        }
    }
}

TEST_CASE("the place of an event is named once and before larger towns") {
    Map map;
    map.casebook = events_in_gao().build();
    std::multiset<std::string> texts;
    for (const PlacedLabel& label : map.labels())
        texts.insert(label.text);
    CHECK(texts.count("Gao") == 1);
    CHECK(texts.count("Moura") == 1);
    CHECK(texts.count("Mali") == 1);
    CHECK(texts.count("Bamako") == 1);
    // The two are 10 km, four pixels, apart, and Moura's name may lie over both.
    CHECK(texts.count("Mopti") + texts.count("Sévaré") <= 1);
}

TEST_CASE("a flow from the place of an event does not name it again, and a heap shows its count") {
    Map map;
    CasebookBuilder builder;
    for (int i = 0; i < 45; ++i)
        builder.event(events::EventKind::killing, place("Timbuktu", kTimbuktu), 3);
    builder.flow(place("Timbuktu", kTimbuktu), place("Niger", kNiger), 900,
                 events::FlowSplit::stated, 2);
    builder.flow(place("Mali", kMali, events::PlacePrecision::country), place("Niger", kNiger), 70,
                 events::FlowSplit::stated, 3);
    map.casebook = builder.build();
    std::multiset<std::string> texts;
    for (const PlacedLabel& label : map.labels())
        texts.insert(label.text);
    CHECK(texts.count("Timbuktu") == 1);
    CHECK(texts.count("45") == 1);
    CHECK(texts.count("900+") == 1);
    CHECK(texts.count("Mali") == 1);  // the country, not the origin
}

TEST_CASE("small towns wait for larger scales") {
    Map map;
    const auto has = [](const std::vector<PlacedLabel>& labels, const char* text) {
        return std::any_of(labels.begin(), labels.end(),
                           [&](const PlacedLabel& label) { return label.text == text; });
    };
    CHECK_FALSE(has(map.labels(), "Ménaka"));
    map.view = geo::fit(map.projection, {0, 14, 4, 18}, 1280, 720, 0);
    CHECK(has(map.labels(), "Ménaka"));
}

TEST_CASE("labels keep their side of the point while the map is panned") {
    Map map;
    map.casebook = events_in_gao().build();
    const auto before = map.labels();
    map.view.pan_px(120, -80);
    const auto after = map.labels();
    std::size_t compared = 0;
    for (const PlacedLabel& a : before) {
        for (const PlacedLabel& b : after) {
            if (a.text != b.text || a.role != b.role)
                continue;
            CAPTURE(a.text);
            CHECK(a.dx_px == doctest::Approx(b.dx_px));
            CHECK(a.dy_px == doctest::Approx(b.dy_px));
            ++compared;
        }
    }
    CHECK(compared + 1 >= before.size());
}

TEST_CASE("text of several scripts is measured and drawn") {
    const app::TextShaper shaper;
    app::TextStyle style;
    style.font = "Inter, Noto Sans";
    for (const char* text : {"Tombouctou", "تمبكتو", "ⴽⵉⴷⴰⵍ", "Gao \xff"}) {
        CAPTURE(text);
        const app::TextSize size = shaper.measure(text, style);
        CHECK(size.width_px > 15);
        CHECK(size.height_px > 8);
        const app::TextBitmap bitmap = app::rasterise(shaper, text, style, 2);
        CHECK(bitmap.width_px >= static_cast<int>(2 * size.width_px));
        const auto inked = std::count_if(bitmap.rgba.begin(), bitmap.rgba.end(),
                                         [](unsigned char byte) { return byte > 0; });
        CHECK(inked > 100);
    }
    // Joined letters are narrower than the same letters apart.
    CHECK(shaper.measure("بمب", style).width_px <
          shaper.measure("ب", style).width_px * 2 + shaper.measure("م", style).width_px);
}
