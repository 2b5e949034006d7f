// Areas of events and the countries that flows lead to, from the shipped gazetteer and base map.
#include <doctest/doctest.h>

#include "app/map/scene.hpp"
#include "app/map/scene_flows.hpp"
#include "geo/base_map.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon_ops.hpp"
#include "mali_casebook.hpp"

using namespace test_map;
using events::PlacePrecision;

TEST_CASE("a region has its own outline, and an arrow enters a country only so far") {
    const auto base_map = geo::BaseMap::open(TEST_SHARE_DIR "/basemap");
    REQUIRE(base_map);
    const auto gazetteer = gazetteer::Gazetteer::open({TEST_SHARE_DIR "/gazetteer/world.idx"});
    REQUIRE(gazetteer);
    gazetteer::LookupContext context;
    context.countries = {"ML"};
    context.kind = gazetteer::PlaceKind::admin1;
    const auto found = gazetteer->find("Gao", context);
    REQUIRE(!found.empty());
    REQUIRE(found[0].place.kind == gazetteer::PlaceKind::admin1);
    const auto niger = gazetteer->country("NE");
    REQUIRE(niger);

    CasebookBuilder builder;
    auto region = place("Gao", found[0].place.point, PlacePrecision::admin1, 300);
    region.place_id = found[0].place.source_id;
    builder.event(events::EventKind::battle, region);
    auto to = place("Niger", gazetteer->place(*niger).point, PlacePrecision::country);
    to.place_id = gazetteer->place(*niger).source_id;
    to.country = "NE";
    builder.flow(place("Gao", kGao), to, 500, events::FlowSplit::stated, 1);
    const events::Casebook casebook = builder.build();
    const auto outlines = app::collect_area_outlines(casebook, *gazetteer, &*base_map);

    REQUIRE(outlines.contains(region.place_id));
    CHECK(geo::contains(outlines.at(region.place_id), kGao));
    CHECK_FALSE(geo::contains(outlines.at(region.place_id), kKidal));

    REQUIRE(outlines.contains(to.place_id));
    const geo::LonLat end = app::drawn_end(casebook.flows()[0], &outlines);
    CHECK(geo::contains(outlines.at(to.place_id), end));
    CHECK(geo::distance_m(kGao, end) < geo::distance_m(kGao, *to.point));
    CHECK(app::drawn_end(casebook.flows()[0], nullptr) == *to.point);
}
