// The scale bar is round and true.
#include <doctest/doctest.h>

#include "app/map/scale_bar.hpp"

TEST_CASE("the bar is the longest round distance that fits, true at the latitude shown") {
    const auto projection = geo::Projection::web_mercator();
    geo::MapView view;
    view.metres_per_px = 2000;
    view.centre = *projection.forward({0, 0});
    const auto at_equator = app::make_scale_bar(projection, view, 150);
    CHECK(at_equator.text == "200 km");
    CHECK(at_equator.length_px == doctest::Approx(100).epsilon(0.01));
    view.centre = *projection.forward({0, 60});  // a map metre is half a metre of ground here
    const auto at_sixty = app::make_scale_bar(projection, view, 150);
    CHECK(at_sixty.text == "100 km");
    CHECK(at_sixty.length_px == doctest::Approx(100).epsilon(0.01));
}

TEST_CASE("short bars are in metres, and long ones are grouped") {
    const auto projection = geo::Projection::web_mercator();
    geo::MapView view;
    view.metres_per_px = 1;
    CHECK(app::make_scale_bar(projection, view, 150).text == "100 m");
    view.metres_per_px = 30000;
    CHECK(app::make_scale_bar(projection, view, 150).text == "2,000 km");
    CHECK(app::make_scale_bar(projection, view, 150, events::Language::fr).text == "2\u202f000 km");
    CHECK(app::make_scale_bar(projection, view, 0).length_px == 0);
}
