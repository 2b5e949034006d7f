// Whether two claims can be about one event.
#include <doctest/doctest.h>

#include "events/reading/same_event.hpp"

namespace {

using events::EventKind;
using events::EventPlace;
using events::Figure;
using events::Harm;
using events::PlacePrecision;
using events::Tally;
using events::TimeSpan;

TimeSpan days(const char* first, const char* last) {
    TimeSpan span;
    span.days = events::DayRange{*events::parse_iso_day(first), *events::parse_iso_day(last)};
    return span;
}

EventPlace place(const char* name, double lon, double lat, PlacePrecision precision,
                 double radius_km = 0) {
    EventPlace result;
    result.words = result.name = name;
    result.place_id = name;
    result.point = geo::LonLat{lon, lat};
    result.precision = precision;
    result.radius_km = radius_km;
    return result;
}

Tally killed(std::optional<std::int64_t> low, std::optional<std::int64_t> high) {
    Tally tally;
    tally[Harm::killed] = Figure{low, high, false, "n"};
    return tally;
}

}  // namespace

TEST_CASE("Days meet when they share one, and an unknown time meets every other") {
    CHECK(events::days_meet(days("2021-03-01", "2021-03-31"), days("2021-03-31", "2021-04-02")));
    CHECK_FALSE(
        events::days_meet(days("2021-03-01", "2021-03-30"), days("2021-03-31", "2021-04-02")));
    CHECK(events::days_meet(TimeSpan{}, days("2021-03-31", "2021-04-02")));
}

TEST_CASE("A town meets the region around it and not a town far away") {
    const EventPlace bunia = place("Bunia", 30.25, 1.56, PlacePrecision::exact);
    const EventPlace goma = place("Goma", 29.22, -1.67, PlacePrecision::exact);
    const EventPlace ituri = place("Ituri", 29.5, 1.8, PlacePrecision::admin1, 200);
    CHECK(events::places_meet(bunia, ituri));
    CHECK(events::places_meet(ituri, bunia));
    CHECK_FALSE(events::places_meet(goma, ituri));
    CHECK_FALSE(events::places_meet(goma, bunia));
    CHECK(events::places_meet(goma, EventPlace{}));
}

TEST_CASE("Figures differ only when their ranges cannot both be true") {
    CHECK(events::figures_differ(killed(10, 10), killed(12, 12)));
    CHECK_FALSE(events::figures_differ(killed(10, std::nullopt), killed(12, 12)));
    CHECK_FALSE(events::figures_differ(killed(10, 10), Tally{}));
    CHECK(events::figures_agree(killed(21, 21), killed(21, 21)));
    CHECK_FALSE(events::figures_agree(killed(1, 1), killed(1, 1)));
}

TEST_CASE("The widest range covers both claims and keeps an open end open") {
    const Figure both =
        events::widest({17, std::nullopt, false, "at least 17"}, {22, 25, false, "22 to 25"});
    CHECK(both.low == 17);
    CHECK_FALSE(both.high.has_value());
    const Figure closed = events::widest({17, 17, false, "17"}, {22, 25, true, "some 22"});
    CHECK(closed.low == 17);
    CHECK(closed.high == 25);
    CHECK(closed.approximate);
}

TEST_CASE("A protest is never the riot or the arrest that follows it") {
    CHECK_FALSE(events::can_be_one(EventKind::protest, EventKind::riot));
    CHECK_FALSE(events::can_be_one(EventKind::protest, EventKind::arrest));
    CHECK(events::can_be_one(EventKind::battle, EventKind::abduction));
    CHECK(events::more_telling(EventKind::killing, EventKind::mass_grave) == EventKind::mass_grave);
    CHECK(events::more_telling(EventKind::battle, EventKind::killing) == EventKind::battle);
}

TEST_CASE("A fight and a deed done to captives are two events, an attack and its killings one") {
    CHECK(events::told_apart(EventKind::battle, EventKind::summary_execution));
    CHECK(events::told_apart(EventKind::sexual_violence, EventKind::air_strike));
    CHECK_FALSE(events::told_apart(EventKind::battle, EventKind::killing));
    CHECK_FALSE(events::told_apart(EventKind::attack_on_civilians, EventKind::summary_execution));
}
