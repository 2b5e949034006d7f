// Positions to map metres and back.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "geo/geodesic.hpp"
#include "geo/projection.hpp"

using geo::LonLat;
using geo::MapPoint;
using geo::Projection;

namespace {

const LonLat kGao{-0.04472, 16.27167};

std::vector<Projection> projections() {
    std::vector<Projection> all;
    all.push_back(Projection::web_mercator());
    all.push_back(Projection::equal_area({-4, 17}));
    for (const char* definition : {"EPSG:8857", "+proj=laea +lat_0=17 +lon_0=-4", "EPSG:32630",
                                   "+proj=moll +lon_0=0", "ESRI:54030"}) {
        auto made = Projection::from_definition(definition);
        REQUIRE(made.has_value());
        all.push_back(std::move(*made));
    }
    return all;
}

}  // namespace

TEST_CASE("Web Mercator puts the corner of its square world at 20037508 m") {
    const auto p = Projection::web_mercator().forward({180, 85.0511287798066});
    REQUIRE(p.has_value());
    CHECK(p->x_m == doctest::Approx(20037508.342789).epsilon(1e-12));
    CHECK(p->y_m == doctest::Approx(20037508.342789).epsilon(1e-9));
}

TEST_CASE("Web Mercator in closed form agrees with PROJ") {
    const auto proj = Projection::from_definition(
        "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +units=m +nadgrids=@null +no_defs");
    REQUIRE(proj.has_value());
    for (const LonLat p : {kGao, LonLat{-70.5, -33.4}, LonLat{139.7, 35.7}, LonLat{0, 0}}) {
        const auto ours = Projection::web_mercator().forward(p);
        const auto theirs = proj->forward(p);
        REQUIRE((ours && theirs));
        CHECK(ours->x_m == doctest::Approx(theirs->x_m).epsilon(1e-9));
        CHECK(ours->y_m == doctest::Approx(theirs->y_m).epsilon(1e-9));
    }
}

TEST_CASE("inverse undoes forward in every projection") {
    for (const Projection& projection : projections()) {
        CAPTURE(projection.definition());
        const auto there = projection.forward(kGao);
        REQUIRE(there.has_value());
        const auto back = projection.inverse(*there);
        REQUIRE(back.has_value());
        CHECK(back->lon_deg == doctest::Approx(kGao.lon_deg).epsilon(1e-7));
        CHECK(back->lat_deg == doctest::Approx(kGao.lat_deg).epsilon(1e-7));
    }
}

TEST_CASE("many positions at once equal one at a time, and undefined ones become NaN") {
    const std::vector<LonLat> in{kGao, {0, 90}, {NAN, 3}, {179.9, -60}};
    for (const Projection& projection : projections()) {
        CAPTURE(projection.definition());
        std::vector<MapPoint> out(in.size());
        projection.forward(in, out);
        for (std::size_t i = 0; i < in.size(); ++i) {
            const auto single = projection.forward(in[i]);
            CHECK(std::isnan(out[i].x_m) == !single.has_value());
            if (single)
                CHECK(out[i].x_m == single->x_m);
        }
        CHECK(std::isnan(out[2].x_m));
    }
    CHECK(!Projection::web_mercator().forward({0, 90}).has_value());
    CHECK(!Projection::web_mercator().forward({0, -90}).has_value());
}

TEST_CASE("an equal-area page is centred, true in the middle and keeps areas") {
    const Projection page = Projection::equal_area({-4, 17});
    const auto centre = page.forward({-4, 17});
    REQUIRE(centre.has_value());
    CHECK(std::abs(centre->x_m) < 1e-6);
    CHECK(std::abs(centre->y_m) < 1e-6);
    CHECK(page.ground_metres_per_map_metre({-4, 17}) == doctest::Approx(1).epsilon(1e-6));
    CHECK(page.label() == "Lambert azimuthal equal-area, 17° N 4° W");
    CHECK(Projection::equal_area({30.25, -2.5}).label() ==
          "Lambert azimuthal equal-area, 2.5° S 30.25° E");
}

TEST_CASE("a map metre of Web Mercator is half a ground metre at 60 degrees north") {
    const Projection mercator = Projection::web_mercator();
    CHECK(mercator.ground_metres_per_map_metre({10, 60}) == doctest::Approx(0.5).epsilon(0.005));
    CHECK(mercator.ground_metres_per_map_metre({10, 0}) == doctest::Approx(1).epsilon(0.008));
}

TEST_CASE("definitions that are no projection to metres are refused with a reason") {
    struct Case {
        const char* definition;
        const char* message;
    };
    for (const Case& c : {
             Case{"EPSG:4326", "\"EPSG:4326\" is not a map projection"},
             Case{"EPSG:2263", "\"EPSG:2263\" does not use metres"},
             Case{"moonbase", "\"moonbase\" is not a projection that PROJ knows"},
             Case{"", "\"\" is not a projection that PROJ knows"},
             Case{"+proj=nonsense", "\"+proj=nonsense\" is not a projection that PROJ knows"},
         }) {
        CAPTURE(c.definition);
        const auto made = Projection::from_definition(c.definition);
        REQUIRE(!made.has_value());
        CHECK(made.error().message == c.message);
    }
}

TEST_CASE("a projection is called what PROJ calls it") {
    CHECK(Projection::web_mercator().label() == "Web Mercator");
    CHECK(Projection::from_definition("EPSG:8857")->label() == "WGS 84 / Equal Earth Greenwich");
}
