// Argument texts to values.
#include <doctest/doctest.h>

#include "app/commands/arguments.hpp"

using app::parse_box;
using app::parse_countries;
using app::parse_lon_lat;
using app::parse_period;
using app::parse_size_px;

TEST_CASE("a position is longitude, then latitude, on the earth") {
    CHECK(*parse_lon_lat("-3.0,16.77") == geo::LonLat{-3.0, 16.77});
    for (const char* text :
         {"", "16", "16.77;-3", "181,0", "0,91", "nan,0", "a,b", "1,2,3", "1, 2"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_lon_lat(text));
    }
    CHECK(parse_lon_lat("0,91").error().message ==
          "\"0,91\" is no position: longitude -180 to 180, then latitude -90 to 90");
}

TEST_CASE("a box may cross the date line but not be upside down") {
    CHECK(*parse_box("-12,10,4,25") == geo::LonLatBox{-12, 10, 4, 25});
    CHECK(geo::crosses_date_line(*parse_box("170,-20,-170,10")));
    CHECK_FALSE(parse_box("-12,25,4,10"));
    CHECK_FALSE(parse_box("-12,10,4"));
}

TEST_CASE("a size is two whole numbers within the limits") {
    CHECK(*parse_size_px("1920x1080") == std::pair{1920, 1080});
    for (const char* text :
         {"1920", "1920x", "x1080", "1920*1080", "0x0", "15x100", "20000x100", "-5x5"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_size_px(text));
    }
}

TEST_CASE("a period may be days, a month or a year") {
    struct Case {
        const char* text;
        const char* first;
        const char* last;
    };
    for (const Case& c :
         {Case{"2023-01-01/2023-06-30", "2023-01-01", "2023-06-30"},
          Case{"2023", "2023-01-01", "2023-12-31"}, Case{"2024-02", "2024-02-01", "2024-02-29"},
          Case{"2012-01/2012-03", "2012-01-01", "2012-03-31"}}) {
        CAPTURE(c.text);
        const auto period = parse_period(c.text);
        REQUIRE(period);
        CHECK(events::to_iso(period->first) == c.first);
        CHECK(events::to_iso(period->last) == c.last);
    }
    CHECK_FALSE(parse_period("2023/2022"));
    CHECK_FALSE(parse_period("spring"));
}

TEST_CASE("country codes are two letters in either case") {
    CHECK(*parse_countries("ml,NE") == std::vector<std::string>{"ML", "NE"});
    CHECK_FALSE(parse_countries("Mali"));
    CHECK_FALSE(parse_countries("ML,,NE"));
    CHECK_FALSE(parse_countries("M1"));
}

TEST_CASE("a kind of place is its own word or one that texts use") {
    using gazetteer::PlaceKind;
    CHECK(app::parse_place_kind("admin2") == PlaceKind::admin2);
    CHECK(app::parse_place_kind("cercle") == PlaceKind::admin2);
    CHECK(app::parse_place_kind("village") == PlaceKind::town);
    CHECK(app::parse_place_kind("airport") == PlaceKind::site);
    CHECK(app::parse_place_kind("river") == PlaceKind::water);
    CHECK_FALSE(app::parse_place_kind("planet"));
    CHECK_FALSE(app::parse_place_kind(""));
    CHECK(app::parse_place_kinds("town,camp")->size() == 2);
    CHECK_FALSE(app::parse_place_kinds("town,"));
}

TEST_CASE("columns are pairs of a known field and a column's name") {
    gazetteer::TableColumns columns;
    CHECK(app::read_columns("name=Localité,lon=X,lat=Y", columns));
    CHECK(columns.name == "Localité");
    CHECK(columns.lat == "Y");
    for (const char* text : {"", "name", "name=", "latitude=Y", "name=a,,lon=b"}) {
        CAPTURE(text);
        CHECK_FALSE(app::read_columns(text, columns));
    }
}
