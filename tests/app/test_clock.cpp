// The event clock.
#include <doctest/doctest.h>

#include "app/clock.hpp"

using namespace app;
using events::DayRange;
using events::make_day;

namespace {

Clock clock_of_2023() {
    Clock clock = make_empty_clock();
    set_extent(clock, DayRange{make_day(2023, 1, 1), make_day(2023, 12, 31)});
    return clock;
}

}  // namespace

TEST_CASE("a clock without days shows all of time and does not play") {
    Clock clock = make_empty_clock();
    CHECK(clock.empty());
    CHECK_FALSE(shown_days(clock));
    set_playing(clock, true);
    CHECK_FALSE(clock.playing);
    step(clock, 1);
    CHECK_FALSE(advance(clock, 10));
    CHECK_FALSE(shown_days(clock));
}

TEST_CASE("a new extent gives a first window of a month or a twelfth") {
    Clock clock = clock_of_2023();
    CHECK(clock.mode == TimeMode::all);
    CHECK_FALSE(shown_days(clock));
    CHECK(clock.window == DayRange{make_day(2023, 1, 1), make_day(2023, 1, 30)});
    set_extent(clock, DayRange{make_day(2012, 1, 1), make_day(2023, 12, 31)});
    CHECK(clock.window.first == make_day(2023, 1, 1));
    set_extent(clock, DayRange{make_day(2012, 1, 1), make_day(2013, 12, 31)});
    CHECK(clock.window.first == make_day(2012, 1, 1));
    CHECK((clock.window.last - clock.window.first).count() == 59);
}

TEST_CASE("an extent shorter than a month is the window") {
    Clock clock = make_empty_clock();
    const DayRange week{make_day(2024, 2, 26), make_day(2024, 3, 3)};
    set_extent(clock, week);
    CHECK(clock.window == week);
}

TEST_CASE("losing all days stops the clock and shows everything") {
    Clock clock = clock_of_2023();
    set_playing(clock, true);
    set_extent(clock, std::nullopt);
    CHECK(clock.empty());
    CHECK_FALSE(clock.playing);
    CHECK_FALSE(shown_days(clock));
}

TEST_CASE("a window is put in order and kept inside the extent") {
    Clock clock = clock_of_2023();
    set_window(clock, {make_day(2024, 5, 1), make_day(2023, 11, 1)});
    CHECK(clock.mode == TimeMode::window);
    CHECK(shown_days(clock) == DayRange{make_day(2023, 11, 1), make_day(2023, 12, 31)});
}

TEST_CASE("a step moves by the window's length and stops at both ends") {
    Clock clock = clock_of_2023();
    set_window(clock, {make_day(2023, 1, 1), make_day(2023, 1, 31)});
    step(clock, 1);
    CHECK(shown_days(clock) == DayRange{make_day(2023, 2, 1), make_day(2023, 3, 3)});
    step(clock, -1);
    step(clock, -1);
    CHECK(clock.window.first == make_day(2023, 1, 1));
    step(clock, 100);
    CHECK(clock.window.last == make_day(2023, 12, 31));
    CHECK((clock.window.last - clock.window.first).count() == 30);
}

TEST_CASE("the first step out of all time only shows the window") {
    Clock clock = clock_of_2023();
    step(clock, 1);
    CHECK(clock.mode == TimeMode::window);
    CHECK(clock.window.first == make_day(2023, 1, 1));
}

TEST_CASE("cumulative shows everything up to the window's end") {
    Clock clock = clock_of_2023();
    set_window(clock, {make_day(2023, 3, 1), make_day(2023, 3, 31)});
    clock.mode = TimeMode::cumulative;
    CHECK(shown_days(clock) == DayRange{make_day(2023, 1, 1), make_day(2023, 3, 31)});
    step(clock, 1);
    CHECK(shown_days(clock)->last == make_day(2023, 4, 30));
}

TEST_CASE("playing moves by whole days and owes the rest") {
    Clock clock = clock_of_2023();
    set_playing(clock, true);
    CHECK(clock.mode == TimeMode::window);
    clock.days_per_second = 10;
    CHECK_FALSE(advance(clock, 0.05));
    CHECK(advance(clock, 0.06));
    CHECK(clock.window.first == make_day(2023, 1, 2));
    CHECK(clock.due_days == doctest::Approx(0.1));
}

TEST_CASE("playing stops at the end and starts again from the beginning") {
    Clock clock = clock_of_2023();
    set_playing(clock, true);
    clock.days_per_second = 1000;
    CHECK(advance(clock, 1));
    CHECK_FALSE(clock.playing);
    CHECK(clock.window.last == make_day(2023, 12, 31));
    CHECK_FALSE(advance(clock, 1));
    set_playing(clock, true);
    CHECK(clock.window.first == make_day(2023, 1, 1));
}

TEST_CASE("a window grows and shrinks at its end and never below a day") {
    Clock clock = clock_of_2023();
    set_window(clock, {make_day(2023, 5, 1), make_day(2023, 5, 2)});
    scale_window(clock, 1.25);
    CHECK(clock.window.last == make_day(2023, 5, 3));
    for (int i = 0; i < 9; ++i)
        scale_window(clock, 0.8);
    CHECK(clock.window == DayRange{make_day(2023, 5, 1), make_day(2023, 5, 1)});
}
