// Fills in what calendar words leave out, from the report's day, its period and what was told.
#pragma once

#include <optional>

#include "events/language/date_expression.hpp"
#include "events/language/dates.hpp"

namespace events {

/// The days of an expression; empty when the anchor does not give what is missing.
std::optional<DayRange> resolve(const DateExpression& date, const TimeAnchor& anchor);

/// The days from the first of `first` to the last of `last`; either may lack the year of the other.
std::optional<DayRange> resolve_range(DateExpression first, DateExpression last,
                                      const TimeAnchor& anchor);

/// The last day that the anchor vouches for: the report's day, but not past the covered period.
std::optional<Day> anchor_end(const TimeAnchor& anchor);

DatePrecision precision_of(const DateExpression& date);

/// `months` may be negative; the day is kept when the month has it.
Day add_months(Day day, int months);
int year_of(Day day);
unsigned month_of(Day day);

}  // namespace events
