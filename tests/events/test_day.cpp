// Days to text and back, and the codebooks' precision scales.
#include "events/day.hpp"

#include <doctest/doctest.h>

using events::DayRange;
using events::TimeSpan;

TEST_CASE("an ISO day is read back as it was written") {
    CHECK(events::to_iso(*events::parse_iso_day("2012-02-29")) == "2012-02-29");
    CHECK_FALSE(events::parse_iso_day("2013-02-29"));
    CHECK_FALSE(events::parse_iso_day("2013-2-1"));
    CHECK_FALSE(events::parse_iso_day("0000-01-01"));
}

TEST_CASE("precision scales follow the codebooks") {
    const auto span = [](const char* first, const char* last) {
        return TimeSpan{DayRange{*events::parse_iso_day(first), *events::parse_iso_day(last)}, {}, {}, {}};
    };
    CHECK(events::acled_time_precision(span("2023-04-22", "2023-04-22")) == 1);
    CHECK(events::acled_time_precision(span("2023-04-22", "2023-04-28")) == 2);
    CHECK(events::acled_time_precision(span("2023-04-01", "2023-04-30")) == 3);
    CHECK(events::ucdp_date_prec(span("2023-06-27", "2023-06-28")) == 2);
    CHECK(events::ucdp_date_prec(span("2023-04-01", "2023-04-30")) == 4);
    CHECK(events::ucdp_date_prec(TimeSpan{}) == 5);
}
