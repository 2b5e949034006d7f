// Days and pixels of the timeline.
#include <doctest/doctest.h>

#include "app/panels/timeline_panel.hpp"

using namespace app;
using events::DayRange;
using events::make_day;

namespace {

const TimeScale kJanuary{make_day(2023, 1, 1), make_day(2023, 2, 1), 100, 310};

}  // namespace

TEST_CASE("days and pixels lead to one another") {
    CHECK(kJanuary.x_of(make_day(2023, 1, 1)) == doctest::Approx(100));
    CHECK(kJanuary.x_of(make_day(2023, 1, 11)) == doctest::Approx(200));
    CHECK(kJanuary.day_at(205) == make_day(2023, 1, 11));
    for (int day = 1; day <= 31; ++day) {
        const auto date = make_day(2023, 1, static_cast<unsigned>(day));
        CHECK(kJanuary.day_at(kJanuary.x_of(date) + 5) == date);
    }
}

TEST_CASE("pixels beside the chart are its first and last day") {
    CHECK(kJanuary.day_at(-50) == make_day(2023, 1, 1));
    CHECK(kJanuary.day_at(5000) == make_day(2023, 1, 31));
}

TEST_CASE("a press takes an end, the body or begins afresh") {
    const DayRange window{make_day(2023, 1, 11), make_day(2023, 1, 20)};  // 200 to 300
    CHECK(brush_at(kJanuary, window, true, 203, 5) == Brush::start);
    CHECK(brush_at(kJanuary, window, true, 297, 5) == Brush::end);
    CHECK(brush_at(kJanuary, window, true, 250, 5) == Brush::body);
    CHECK(brush_at(kJanuary, window, true, 350, 5) == Brush::fresh);
    CHECK(brush_at(kJanuary, window, false, 250, 5) == Brush::fresh);
}
