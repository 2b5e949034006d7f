// The histogram's bins.
#include <doctest/doctest.h>

#include "app/timeline_bins.hpp"
#include "tests/support/sample_casebook.hpp"

using namespace app;
using events::DayRange;
using events::make_day;

namespace {

std::vector<std::size_t> all_of(const events::Casebook& casebook) {
    std::vector<std::size_t> positions(casebook.events().size());
    for (std::size_t i = 0; i < positions.size(); ++i)
        positions[i] = i;
    return positions;
}

}  // namespace

TEST_CASE("bins start on Mondays, firsts of months, quarters and years") {
    struct Case {
        BinSize size;
        events::Day start;
        events::Day next;
    };
    const events::Day day = make_day(2023, 5, 17);  // a Wednesday
    const Case cases[] = {
        {BinSize::day, day, make_day(2023, 5, 18)},
        {BinSize::week, make_day(2023, 5, 15), make_day(2023, 5, 22)},
        {BinSize::month, make_day(2023, 5, 1), make_day(2023, 6, 1)},
        {BinSize::quarter, make_day(2023, 4, 1), make_day(2023, 7, 1)},
        {BinSize::year, make_day(2023, 1, 1), make_day(2024, 1, 1)},
    };
    for (const auto& c : cases) {
        CAPTURE(static_cast<int>(c.size));
        CHECK(bin_start(day, c.size) == c.start);
        CHECK(next_bin(c.start, c.size) == c.next);
    }
}

TEST_CASE("the finest size that fits is chosen") {
    const DayRange twelve_years{make_day(2012, 1, 1), make_day(2023, 12, 31)};
    CHECK(bin_size_for(twelve_years, 240) == BinSize::month);
    CHECK(bin_size_for(twelve_years, 100) == BinSize::quarter);
    CHECK(bin_size_for(twelve_years, 20) == BinSize::year);
    CHECK(bin_size_for({make_day(2023, 1, 1), make_day(2023, 12, 31)}, 240) == BinSize::week);
    CHECK(bin_size_for({make_day(2023, 1, 1), make_day(2023, 2, 1)}, 240) == BinSize::day);
}

TEST_CASE("the extent spans dated events and flows, and is empty without any") {
    const auto casebook = sample::make_casebook();
    CHECK(dated_extent(casebook.events(), casebook.flows()) ==
          DayRange{make_day(2023, 3, 1), make_day(2023, 7, 1)});
    CHECK_FALSE(dated_extent({}, {}));
}

TEST_CASE("bins have no gaps and hold each dated event once") {
    const auto casebook = sample::make_casebook();
    const auto shown = all_of(casebook);
    const DayRange extent{make_day(2023, 3, 1), make_day(2023, 7, 1)};
    for (const std::size_t max_bins : {5, 20, 200}) {
        CAPTURE(max_bins);
        const auto timeline = build_timeline(casebook.events(), shown, extent, max_bins);
        CHECK(timeline.bins.size() <= max_bins);
        float total = 0;
        for (std::size_t i = 0; i < timeline.bins.size(); ++i) {
            const auto& bin = timeline.bins[i];
            for (const auto count : bin.surely)
                total += static_cast<float>(count);
            total += bin.possibly;
            if (i > 0) {
                CHECK(timeline.bins[i - 1].days.last + std::chrono::days{1} == bin.days.first);
            }
        }
        CHECK(total == doctest::Approx(4));  // the undated arrest is in none
    }
}

TEST_CASE("an event known to the month is surely in a month's bin and only possibly in a day's") {
    const auto casebook = sample::make_casebook();
    const std::vector<std::size_t> looting{1};
    const DayRange extent{make_day(2023, 4, 1), make_day(2023, 4, 30)};
    const auto by_day = build_timeline(casebook.events(), looting, extent, 200);
    REQUIRE(by_day.bins.size() == 30);
    CHECK(by_day.bins[7].possibly == doctest::Approx(1.0 / 30));
    CHECK(by_day.bins[7].surely == TimelineBin{}.surely);
    const auto by_month = build_timeline(casebook.events(), looting, extent, 1);
    const auto type = type_index(events::EventKind::looting);
    CHECK(by_month.bins.front().surely[type] == 1);
}

TEST_CASE("every kind falls in one of the six types") {
    for (const auto& kind : events::all_kinds()) {
        CAPTURE(kind.key);
        CHECK(type_index(kind.kind) < kTypeCount);
    }
    CHECK(type_index(events::EventKind::battle) != type_index(events::EventKind::protest));
}
