// Time words in a sentence, and the days that they mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/day.hpp"
#include "events/language/lexicon.hpp"
#include "events/language/tokens.hpp"

namespace events {

/// From what relative words are counted.
struct TimeAnchor {
    std::optional<Day> published;    ///< the report's day, or the dated entry's
    std::optional<DayRange> covers;  ///< the period that the document is about ("Mali 2023")
    std::optional<TimeSpan>
        told_before;  ///< the last date told: "the same day", "three days later"
};

/// What kind of statement the words make about the event beside them.
enum class TimeRole : std::uint8_t {
    at,        ///< "on 18 January", "in March", "between 27 and 28 June"
    since,     ///< "since May", "from August onwards": from there to the anchor's day
    until,     ///< "by June", "until 31 December"
    duration,  ///< "for over seven months", "in a five-day operation": no day of its own
};

struct TimeMention {
    std::size_t first_token = 0;  ///< tokens [first_token, end_token) of the sentence
    std::size_t end_token = 0;
    TimeRole role = TimeRole::at;
    TimeSpan span;          ///< resolved against the anchor; days empty when it has none
    int duration_days = 0;  ///< for `duration`, else 0
};

/// All time words of a sentence, in order, not overlapping. Day-first and month-first dates, ISO
/// dates, ranges, months, parts of months, seasons, years, decades; "last month", "yesterday",
/// "early on Thursday" (on or before the anchor's day), "the following days", "a few days later",
/// "the same month", "three days earlier". Months without a year take the year that puts them in
/// `covers`, else the latest that is not after `published` (days may lie ten days ahead of it, as
/// hearings do); after a month or day told with its year more than 18 months before `published`,
/// or without `published`, they take the told one's year when they follow it in that year.
/// `since` ends on the earlier of `published` and the end of `covers`; where neither is known its
/// days are those of the words alone ("since May 2012": May 2012). `until` has the days named.
/// Words counted from `told_before` are marked inferred. Numbers that are not dates (ages, counts,
/// law articles, days in names as "the 20 February Appeal") are left alone.
std::vector<TimeMention> find_times(std::string_view text, const Sentence& sentence,
                                    const Lexicon& lexicon, const TimeAnchor& anchor);

/// A line that is only a date ("August 20, 2014", "le 3 mai 2019", "2019-05-03"), with the year.
std::optional<Day> parse_date_line(std::string_view line, const Lexicon& lexicon);

}  // namespace events
