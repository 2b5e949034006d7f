// Calendar arithmetic for dates that leave something out.
#include "events/language/date_resolution.hpp"

namespace events {

using std::chrono::days;

namespace {

/// A date without a year may lie so far after the report's day before it is taken for last year's:
/// hearings and embargoed texts name coming days.
constexpr int kDaysAhead = 10;
constexpr int kMonthDaysAhead = 3;
/// A story told about so long ago keeps its year for the months that follow in it.
constexpr int kOldStoryDays = 548;

DayRange in_year(const DateExpression& date, int year) {
    switch (date.grain) {
        case DateGrain::day: {
            const Day day = make_day(year, date.month, date.day);
            return {day, day};
        }
        case DateGrain::month:
            if (date.part_first > 0) {
                return {make_day(year, date.month, date.part_first),
                        make_day(year, date.month, date.part_last)};
            }
            return {first_of_month(year, date.month), last_of_month(year, date.month)};
        case DateGrain::months:
            return {first_of_month(year, date.month),
                    last_of_month(date.last_month < date.month ? year + 1 : year, date.last_month)};
        case DateGrain::decade:
            return {first_of_month(year, 1), last_of_month(year + 9, 12)};
        default:
            break;
    }
    const unsigned first = date.part_first > 0 ? date.part_first : 1;
    const unsigned last = date.part_last > 0 ? date.part_last : 12;
    return {first_of_month(year, first), last_of_month(year, last)};
}

bool has_day(const DateExpression& date, int year) {
    if (date.grain != DateGrain::day)
        return true;
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{date.month},
                                          std::chrono::day{date.day}};
    return ymd.ok();
}

int days_ahead(const DateExpression& date) {
    return date.grain == DateGrain::day ? kDaysAhead : kMonthDaysAhead;
}

std::optional<int> year_from_covers(const DateExpression& date, const TimeAnchor& anchor) {
    if (!anchor.covers)
        return std::nullopt;
    for (int year = year_of(anchor.covers->last); year >= year_of(anchor.covers->first); --year) {
        const DayRange range = in_year(date, year);
        const bool inside =
            range.first <= anchor.covers->last && range.last >= anchor.covers->first;
        const bool known =
            !anchor.published || range.first <= *anchor.published + days(days_ahead(date));
        if (inside && known && has_day(date, year))
            return year;
    }
    return std::nullopt;
}

/// "In April 2012 ... By June": the year of the story, when it is an old one or nothing else helps.
std::optional<int> year_from_story(const DateExpression& date, const TimeAnchor& anchor) {
    if (!anchor.told_before || !anchor.told_before->days || anchor.told_before->inferred) {
        return std::nullopt;
    }
    const DayRange told = *anchor.told_before->days;
    const bool year_only = anchor.told_before->precision == DatePrecision::year;
    if (anchor.published && (year_only || told.last + days(kOldStoryDays) >= *anchor.published)) {
        return std::nullopt;
    }
    const int year = year_of(told.first);
    const bool follows = in_year(date, year).last >= told.first;
    return follows && year == year_of(told.last) && has_day(date, year) ? std::optional(year)
                                                                        : std::nullopt;
}

std::optional<int> infer_year(const DateExpression& date, const TimeAnchor& anchor) {
    if (const auto year = year_from_covers(date, anchor))
        return year;
    if (const auto year = year_from_story(date, anchor))
        return year;
    if (!anchor.published)
        return std::nullopt;
    const int published = year_of(*anchor.published);
    // 29 February may be eight years back (1904, 1896).
    for (int year = published + 1; year >= published - 8; --year) {
        const Day first = in_year(date, year).first;
        if (has_day(date, year) && first <= *anchor.published + days(days_ahead(date)))
            return year;
    }
    return std::nullopt;
}

std::optional<int> shifted_year(const DateExpression& date, const TimeAnchor& anchor) {
    if (!anchor.published)
        return std::nullopt;
    const int year = year_of(*anchor.published);
    const unsigned now = month_of(*anchor.published);
    if (*date.shift < 0)
        return date.month < now ? year : year - 1;
    if (*date.shift > 0)
        return date.month > now ? year : year + 1;
    return year;
}

std::optional<DayRange> resolve_weekday(const DateExpression& date, const TimeAnchor& anchor) {
    if (!anchor.published)
        return std::nullopt;
    const Day today = *anchor.published;
    const int now = static_cast<int>(std::chrono::weekday{today}.iso_encoding());
    const int wanted = static_cast<int>(date.weekday);
    int back = (now - wanted + 7) % 7;
    if (date.shift && *date.shift < 0 && back == 0)
        back = 7;
    Day day = today - days(back);
    if (date.shift && *date.shift > 0)
        day = today + days((wanted - now + 6) % 7 + 1);
    return DayRange{day, day};
}

/// "later in March" begins after what was told of March.
DayRange on_told_side(DayRange month, int side, const TimeAnchor& anchor) {
    if (anchor.told_before && anchor.told_before->days) {
        const DayRange told = *anchor.told_before->days;
        if (side > 0 && told.last >= month.first && told.last < month.last) {
            month.first = told.last + days(1);
        }
        if (side < 0 && told.first > month.first && told.first <= month.last) {
            month.last = told.first - days(1);
        }
    }
    return month;
}

}  // namespace

int year_of(Day day) {
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}
unsigned month_of(Day day) {
    return static_cast<unsigned>(std::chrono::year_month_day{day}.month());
}

Day add_months(Day day, int months) {
    const std::chrono::year_month_day ymd{day};
    const auto target =
        std::chrono::year_month{ymd.year(), ymd.month()} + std::chrono::months{months};
    return make_day(static_cast<int>(target.year()), static_cast<unsigned>(target.month()),
                    static_cast<unsigned>(ymd.day()));
}

std::optional<Day> anchor_end(const TimeAnchor& anchor) {
    if (anchor.published && anchor.covers)
        return std::min(*anchor.published, anchor.covers->last);
    if (anchor.published)
        return anchor.published;
    if (anchor.covers)
        return anchor.covers->last;
    return std::nullopt;
}

std::optional<DayRange> resolve(const DateExpression& date, const TimeAnchor& anchor) {
    if (date.grain == DateGrain::weekday)
        return resolve_weekday(date, anchor);
    std::optional<int> year = date.year;
    if (!year && date.year_shift && anchor.published) {
        year = year_of(*anchor.published) + *date.year_shift;
    }
    if (!year && date.shift)
        year = shifted_year(date, anchor);
    if (!year)
        year = infer_year(date, anchor);
    if (!year || !has_day(date, *year))
        return std::nullopt;
    const DayRange range = in_year(date, *year);
    return date.told_side == 0 ? range : on_told_side(range, date.told_side, anchor);
}

std::optional<DayRange> resolve_range(DateExpression first, DateExpression last,
                                      const TimeAnchor& anchor) {
    const auto last_days = resolve(last, anchor);
    if (!last_days)
        return std::nullopt;
    if (first.grain == DateGrain::weekday) {
        TimeAnchor before = anchor;
        before.published = last_days->last;
        const auto first_days = resolve_weekday(first, before);
        return DayRange{first_days->first, last_days->last};
    }
    if (!first.year) {
        first.year = year_of(last_days->first);
        if (in_year(first, *first.year).first > last_days->last)
            --*first.year;
    }
    const auto first_days = resolve(first, anchor);
    if (!first_days || first_days->first > last_days->last)
        return std::nullopt;
    return DayRange{first_days->first, last_days->last};
}

DatePrecision precision_of(const DateExpression& date) {
    switch (date.grain) {
        case DateGrain::weekday:
        case DateGrain::day:
            return DatePrecision::day;
        case DateGrain::month:
            return date.part_first > 0 || date.told_side != 0 ? DatePrecision::range
                                                              : DatePrecision::month;
        case DateGrain::months:
            return DatePrecision::season;
        case DateGrain::year:
            return date.part_first > 0 ? DatePrecision::range : DatePrecision::year;
        case DateGrain::decade:
            return DatePrecision::range;
    }
    return DatePrecision::unknown;
}

}  // namespace events
