// Times counted from the report's day or from the last date told.
#pragma once

#include "events/language/date_expression.hpp"
#include "events/language/dates.hpp"

namespace events {

struct RelativeTime {
    std::optional<DayRange> days;  ///< empty when the anchor lacks what it is counted from
    DatePrecision precision = DatePrecision::unknown;
    TimeRole role = TimeRole::at;
    bool from_told = false;
    int duration_days = 0;
    std::size_t end = 0;  ///< the token after it
};

/// "last month", "the following days", "five months ago", "three days later", "over the past two
/// weeks", "for seven months", "five-day", as they begin at token `at`.
std::optional<RelativeTime> read_relative_time(std::span<const Token> tokens, std::size_t at,
                                               const DateTables& tables, const TimeAnchor& anchor);

}  // namespace events
