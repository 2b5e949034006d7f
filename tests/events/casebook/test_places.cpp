// The layer of places.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "events/tables/places.hpp"

using namespace events;

namespace {

Event event_at(std::uint64_t id, const char* name, std::optional<geo::LonLat> point,
               const char* day, std::int64_t killed) {
    Event event;
    event.id = EventId{id};
    event.place.name = name;
    event.place.point = point;
    event.place.precision = point ? PlacePrecision::exact : PlacePrecision::unknown;
    const Day when = *parse_iso_day(day);
    event.time.days = DayRange{when, when};
    event.tally[Harm::killed] = Figure{killed, killed, false, "words"};
    event.claims.push_back({});
    return event;
}

}  // namespace

TEST_CASE("each place stands once with its events, and what has no place is still counted") {
    ReadReport read;
    read.report.id = ReportId{1};
    read.events = {event_at(1, "Kidal", geo::LonLat{1.40778, 18.44111}, "2023-11-14", 3),
                   event_at(2, "Gao", geo::LonLat{-0.04472, 16.27167}, "2023-06-27", 17),
                   event_at(3, "Kidal", geo::LonLat{1.40778, 18.44111}, "2012-01-18", 4),
                   event_at(4, "Boyna", std::nullopt, "2023-06-27", 1)};
    Casebook casebook;
    casebook.add(std::move(read));
    const auto json = nlohmann::json::parse(places_to_geojson(casebook, {0, 1, 2, 3}));
    const auto& features = json.at("features");
    REQUIRE(features.size() == 3);
    CHECK(features[0]["properties"]["place"] == "Kidal");
    CHECK(features[0]["properties"]["events"] == 2);
    CHECK(features[0]["properties"]["date_start"] == "2012-01-18");
    CHECK(features[0]["properties"]["date_end"] == "2023-11-14");
    CHECK(features[0]["properties"]["killed_low"] == 7);
    CHECK(features[1]["geometry"]["coordinates"] == nlohmann::json::array({-0.04472, 16.27167}));
    CHECK(features[2]["geometry"].is_null());
    CHECK(features[2]["properties"]["place"].is_null());
    CHECK(features[2]["properties"]["place_precision"] == "unknown");
    CHECK(nlohmann::json::parse(places_to_geojson(casebook, {})).at("features").empty());
}
