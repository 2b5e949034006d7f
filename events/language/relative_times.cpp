// Reads times that are counted from another day.
#include "events/language/relative_times.hpp"

#include <charconv>
#include <cmath>

#include "events/language/counts.hpp"
#include "events/language/date_resolution.hpp"

namespace events {

using std::chrono::days;

namespace {

using Tokens = std::span<const Token>;

/// Beyond this a counted length of time is no date but a figure of speech.
constexpr std::int64_t kLargestCount = 1000;

Day monday_of(Day day) {
    return day - days(std::chrono::weekday{day}.iso_encoding() - 1);
}

std::optional<DayRange> base_of(std::string_view base, const TimeAnchor& anchor) {
    if (base == "told") {
        return anchor.told_before ? anchor.told_before->days : std::nullopt;
    }
    if (!anchor.published)
        return std::nullopt;
    return DayRange{*anchor.published, *anchor.published};
}

/// A phrase's units from its base: whole weeks, months and years of the calendar.
DayRange shift_units(DayRange base, std::string_view unit, int from, int to) {
    if (unit == "week") {
        return {monday_of(base.first) + days(7 * from), monday_of(base.last) + days(7 * to + 6)};
    }
    if (unit == "month") {
        const Day first =
            add_months(first_of_month(year_of(base.first), month_of(base.first)), from);
        const Day last = add_months(first_of_month(year_of(base.last), month_of(base.last)), to);
        return {first, last_of_month(year_of(last), month_of(last))};
    }
    if (unit == "year") {
        return {first_of_month(year_of(base.first) + from, 1),
                last_of_month(year_of(base.last) + to, 12)};
    }
    if (unit == "month_of_year") {
        const int year = year_of(base.last);
        return {first_of_month(year, static_cast<unsigned>(from)),
                last_of_month(year, static_cast<unsigned>(to))};
    }
    // "a few days earlier" ends before the first day told, "the following days" after the last
    const Day first = from > 0 ? base.first + days(from) : base.first + days(from);
    return {first, (to < 0 ? base.first : base.last) + days(to)};
}

DatePrecision precision_of_unit(std::string_view unit, const DayRange& range, bool clipped) {
    if (range.first == range.last)
        return DatePrecision::day;
    if (unit == "day" || unit == "month_of_year" || clipped)
        return DatePrecision::range;
    if (unit == "week")
        return DatePrecision::week;
    const bool one_month = year_of(range.first) == year_of(range.last) &&
                           month_of(range.first) == month_of(range.last);
    if (unit == "month")
        return one_month ? DatePrecision::month : DatePrecision::range;
    return DatePrecision::year;
}

std::optional<RelativeTime> read_phrase(Tokens tokens, std::size_t at, const DateTables& tables,
                                        const TimeAnchor& anchor) {
    const auto match = match_phrase(tables.phrases, tokens, at);
    if (!match)
        return std::nullopt;
    const auto cell = [&](std::string_view column) {
        return tables.phrases.cell(match->row, column);
    };
    RelativeTime time;
    time.end = at + match->length;
    time.from_told = cell("base") == "told";
    time.role = cell("role") == "since" ? TimeRole::since : TimeRole::at;
    const auto base = base_of(cell("base"), anchor);
    if (!base)
        return time;
    DayRange range =
        shift_units(*base, cell("unit"), cell_number(tables.phrases, match->row, "from"),
                    cell_number(tables.phrases, match->row, "to"));
    bool clipped = false;
    if (!cell("clip").empty()) {
        const Day limit = cell("clip") == "before" ? base->last - days(1) : base->last;
        if (limit >= range.first && limit < range.last) {
            range.last = limit;
            clipped = cell("clip") == "before";
        }
    }
    time.precision = precision_of_unit(cell("unit"), range, clipped);
    time.days = range;
    return time;
}

struct CountedUnit {
    int count = 0;
    std::string_view unit;
    double unit_days = 0;
};

int months_in(const CountedUnit& counted) {
    return counted.unit == "year"
               ? static_cast<int>(std::lround(counted.unit_days / 30.44)) * counted.count
               : counted.count;
}

bool in_months(const CountedUnit& counted) {
    return counted.unit == "month" || counted.unit == "year";
}

/// The day so many units away; hours stay on the day.
Day moved(Day day, const CountedUnit& counted, int direction) {
    if (in_months(counted))
        return add_months(day, direction * months_in(counted));
    return day + days(direction * static_cast<int>(std::floor(counted.count * counted.unit_days)));
}

/// "five months ago" is that calendar month, "three weeks ago" that week give or take three days,
/// "a year ago" give or take a quarter: how far people round (a convention of this reader).
DayRange around(DayRange range, const CountedUnit& counted, DatePrecision& precision) {
    precision = range.first == range.last ? DatePrecision::day : DatePrecision::range;
    if (counted.unit == "week") {
        precision = DatePrecision::week;
        return {range.first - days(3), range.last + days(3)};
    }
    if (counted.unit == "month") {
        precision = DatePrecision::month;
        return {first_of_month(year_of(range.first), month_of(range.first)),
                last_of_month(year_of(range.last), month_of(range.last))};
    }
    if (counted.unit == "year") {
        precision = DatePrecision::range;
        const int slack = counted.count > 1 ? 6 : 3;
        return {add_months(range.first, -slack), add_months(range.last, slack)};
    }
    return range;
}

void place_counted(RelativeTime& time, const CountedUnit& counted, std::string_view relation,
                   const TimeAnchor& anchor) {
    if (relation == "duration") {
        time.role = TimeRole::duration;
        time.duration_days =
            std::max(1, static_cast<int>(std::lround(counted.count * counted.unit_days)));
        return;
    }
    time.from_told = relation == "later" || relation == "earlier" || relation == "following";
    const auto base = base_of(time.from_told ? "told" : "anchor", anchor);
    if (!base)
        return;
    if (relation == "past") {
        time.days = DayRange{moved(base->first, counted, -1), base->last};
        time.precision = DatePrecision::range;
    } else if (relation == "following") {
        time.days = DayRange{base->first + days(1), moved(base->last, counted, 1)};
        time.precision = DatePrecision::range;
    } else {
        const int direction = relation == "later" ? 1 : -1;
        time.days =
            around({moved(base->first, counted, direction), moved(base->last, counted, direction)},
                   counted, time.precision);
    }
    if (time.days->first > time.days->last)
        time.days.reset();
}

struct Relation {
    std::string_view name;
    std::size_t end = 0;
};

std::optional<Relation> read_relation(Tokens tokens, std::size_t at, std::string_view place,
                                      const DateTables& tables) {
    const auto match = match_phrase(tables.relations, tokens, at);
    if (!match || tables.relations.cell(match->row, "place") != place)
        return std::nullopt;
    return Relation{tables.relations.cell(match->row, "relation"), at + match->length};
}

std::optional<CountedUnit> unit_named(std::string_view word, std::int64_t count,
                                      const DateTables& tables) {
    const auto row = tables.units.find_word(word);
    if (!row || count < 1 || count > kLargestCount)
        return std::nullopt;
    CountedUnit counted;
    counted.count = static_cast<int>(count);
    counted.unit = tables.units.cell(*row, "unit");
    const std::string_view cell = tables.units.cell(*row, "days");
    std::from_chars(cell.data(), cell.data() + cell.size(), counted.unit_days);
    return counted.unit_days > 0 ? std::optional(counted) : std::nullopt;
}

/// "five-day", "10-day", "three-year-long"; never "15-year-old".
std::optional<RelativeTime> read_hyphenated(Tokens tokens, std::size_t at,
                                            const DateTables& tables) {
    const std::string& word = tokens[at].folded;
    const auto count = leading_count(word, tables.lexicon);
    if (!count)
        return std::nullopt;
    std::string_view rest = std::string_view(word).substr(count->bytes);
    if (rest.ends_with("-long"))
        rest.remove_suffix(5);
    const auto counted = unit_named(rest, count->value, tables);
    if (!counted)
        return std::nullopt;
    RelativeTime time;
    time.end = at + 1;
    place_counted(time, *counted, "duration", {});
    return time;
}

std::optional<RelativeTime> read_counted(Tokens tokens, std::size_t at, const DateTables& tables,
                                         const TimeAnchor& anchor) {
    const auto before = read_relation(tokens, at, "before", tables);
    std::size_t next = before ? before->end : at;
    const LexiconTable& modifiers = tables.lexicon.table("figure_modifiers");
    if (const auto modifier = match_phrase(modifiers, tokens, next))
        next += modifier->length;

    auto inside = read_relation(tokens, next, "inside", tables);
    if (inside)
        next = inside->end;
    std::int64_t value = 1;
    if (const auto count = read_count(tokens, next, tables.lexicon)) {
        value = count->value;
        next = count->end;
    } else if (next < tokens.size() && !inside) {
        const LexiconTable& numbers = tables.lexicon.table("numbers");
        const auto row = numbers.find_word(tokens[next].folded);
        if (!row || numbers.cell(*row, "value") != "article")
            return std::nullopt;
        ++next;
    } else {
        return std::nullopt;
    }
    if (!inside && (inside = read_relation(tokens, next, "inside", tables)))
        next = inside->end;
    if (next >= tokens.size())
        return std::nullopt;
    const auto counted = unit_named(tokens[next].folded, value, tables);
    if (!counted)
        return std::nullopt;
    ++next;
    const auto after = read_relation(tokens, next, "after", tables);
    RelativeTime time;
    std::string_view relation;
    if (after) {
        relation = after->name;
        next = after->end;
    } else if (inside) {
        relation = inside->name;
    } else if (before) {
        relation = before->name;
    } else {
        return std::nullopt;
    }
    time.end = next;
    place_counted(time, *counted, relation, anchor);
    return time;
}

}  // namespace

std::optional<RelativeTime> read_relative_time(Tokens tokens, std::size_t at,
                                               const DateTables& tables, const TimeAnchor& anchor) {
    if (at >= tokens.size() || tokens[at].kind == TokenKind::punctuation)
        return std::nullopt;
    auto phrase = read_phrase(tokens, at, tables, anchor);
    auto counted = read_counted(tokens, at, tables, anchor);
    if (!counted)
        counted = read_hyphenated(tokens, at, tables);
    if (!phrase)
        return counted;
    if (!counted)
        return phrase;
    return counted->end > phrase->end ? counted : phrase;
}

}  // namespace events
