// The camera: pixels and map metres, zooming about a point, fitting and what can be seen.
#include <doctest/doctest.h>

#include <cmath>

#include "geo/map_view.hpp"

using geo::LonLat;
using geo::LonLatBox;
using geo::MapView;
using geo::Projection;

namespace {

const LonLatBox kMali{-12.24, 10.16, 4.27, 25.0};

}  // namespace

TEST_CASE("screen and map are each other's inverse, with y down on the screen") {
    MapView view;
    view.centre = {1000, 2000};
    view.metres_per_px = 10;
    const geo::ScreenPoint s = view.to_screen({1000 + 50, 2000 + 30});
    CHECK(s.x_px == doctest::Approx(645));
    CHECK(s.y_px == doctest::Approx(357));
    const geo::MapPoint back = view.to_map(s);
    CHECK(back.x_m == doctest::Approx(1050));
    CHECK(back.y_m == doctest::Approx(2030));
}

TEST_CASE("panning to the right moves the map along with the mouse") {
    MapView view;
    const geo::MapPoint p = view.to_map({100, 100});
    view.pan_px(30, -20);
    CHECK(view.to_screen(p).x_px == doctest::Approx(130));
    CHECK(view.to_screen(p).y_px == doctest::Approx(80));
}

TEST_CASE("zooming keeps the point under the mouse, also at the limits") {
    for (const double factor : {2.0, 0.5, 1e9, 1e-9}) {
        CAPTURE(factor);
        MapView view;
        const geo::ScreenPoint mouse{200, 600};
        const geo::MapPoint under = view.to_map(mouse);
        view.zoom_at(mouse, factor);
        CHECK(view.to_screen(under).x_px == doctest::Approx(mouse.x_px));
        CHECK(view.to_screen(under).y_px == doctest::Approx(mouse.y_px));
        CHECK(view.metres_per_px >= geo::kMinMetresPerPx);
        CHECK(view.metres_per_px <= geo::kMaxMetresPerPx);
    }
    MapView view;
    view.zoom_at({0, 0}, NAN);
    CHECK(view.metres_per_px == 10000);
}

TEST_CASE("fit shows the whole box inside the margin and wastes no space") {
    for (const Projection& projection :
         {Projection::web_mercator(), Projection::equal_area({-4, 17})}) {
        CAPTURE(projection.label());
        const MapView view = geo::fit(projection, kMali, 1000, 800, 40);
        double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
        for (double t = 0; t <= 1; t += 0.125) {
            for (const LonLat p :
                 {LonLat{-12.24 + t * 16.51, 10.16}, LonLat{-12.24 + t * 16.51, 25.0},
                  LonLat{-12.24, 10.16 + t * 14.84}, LonLat{4.27, 10.16 + t * 14.84}}) {
                const auto s = view.to_screen(*projection.forward(p));
                left = std::min(left, s.x_px);
                right = std::max(right, s.x_px);
                top = std::min(top, s.y_px);
                bottom = std::max(bottom, s.y_px);
            }
        }
        CHECK(left >= 39.5);
        CHECK(right <= 960.5);
        CHECK(top >= 39.5);
        CHECK(bottom <= 760.5);
        CHECK(std::min(left - 40, top - 40) < 1);
    }
}

TEST_CASE("a box over the date line is fitted in one piece") {
    const Projection mercator = Projection::web_mercator();
    const MapView view = geo::fit(mercator, {177, -20, -178, -16}, 800, 600, 0);
    CHECK(view.metres_per_px < 1000);
    const LonLatBox seen = geo::visible_box(mercator, view);
    CHECK(geo::crosses_date_line(seen));
    CHECK(geo::contains(seen, {179.5, -18}));
    CHECK(geo::contains(seen, {-179.5, -18}));
    CHECK(!geo::contains(seen, {0, -18}));
}

TEST_CASE("a fitted view sees its box and little more") {
    for (const char* definition : {"EPSG:3857", "+proj=laea +lat_0=17 +lon_0=-4", "EPSG:8857"}) {
        CAPTURE(definition);
        const Projection projection = *Projection::from_definition(definition);
        const LonLatBox seen =
            geo::visible_box(projection, geo::fit(projection, kMali, 800, 800, 0));
        CHECK(geo::contains(seen, {kMali.west_deg, kMali.south_deg}));
        CHECK(geo::contains(seen, {kMali.east_deg, kMali.north_deg}));
        CHECK(seen.east_deg - seen.west_deg < 24);
        CHECK(seen.north_deg - seen.south_deg < 22);
    }
}

TEST_CASE("the whole world is fitted and seen") {
    for (const char* definition : {"EPSG:3857", "EPSG:8857"}) {
        CAPTURE(definition);
        const Projection projection = *Projection::from_definition(definition);
        const MapView view = geo::fit(projection, LonLatBox{}, 1280, 720, 10);
        CHECK(view.metres_per_px < 130000);
        const LonLatBox seen = geo::visible_box(projection, view);
        CHECK(seen.west_deg == -180);
        CHECK(seen.east_deg == 180);
        CHECK(seen.north_deg > 80);
    }
}

TEST_CASE("a view that shows the pole sees every longitude") {
    const Projection polar = Projection::equal_area({20, 90});
    MapView view;
    view.metres_per_px = 2000;
    const LonLatBox seen = geo::visible_box(polar, view);
    CHECK(seen.west_deg == -180);
    CHECK(seen.east_deg == 180);
    CHECK(seen.north_deg == 90);
    CHECK(seen.south_deg > 60);
}
