// Reads days, months, seasons and years as they stand in a text.
#include "events/language/plain_dates.hpp"

#include <charconv>

#include "events/language/counts.hpp"

namespace events {

using Tokens = std::span<const Token>;

std::size_t skip_article(Tokens tokens, std::size_t at, const DateTables& tables) {
    return skip_glue(tokens, at, "article", tables).value_or(at);
}

std::size_t skip_of(Tokens tokens, std::size_t at, const DateTables& tables) {
    const std::size_t after = skip_glue(tokens, at, "of", tables).value_or(at);
    return skip_article(tokens, after, tables);
}

namespace {

std::size_t skip_comma(Tokens tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].folded == "," ? at + 1 : at;
}

}  // namespace

void read_year_after(Tokens tokens, const DateTables& tables, DateExpression& date) {
    const std::size_t starts[] = {date.end, skip_comma(tokens, date.end),
                                  skip_of(tokens, date.end, tables)};
    for (const std::size_t at : starts) {
        const auto year = read_year(tokens, at);
        if (year) {
            date.year = year;
            date.end = at + 1;
            return;
        }
        const auto phrase = match_phrase(tables.phrases, tokens, at);
        if (phrase && tables.phrases.cell(phrase->row, "unit") == "year" &&
            tables.phrases.cell(phrase->row, "base") == "anchor") {
            date.year_shift = cell_number(tables.phrases, phrase->row, "from");
            date.end = at + phrase->length;
            return;
        }
    }
}

namespace {

struct MonthName {
    unsigned month = 0;
    bool bare = false;
    std::size_t end = 0;
};

std::optional<MonthName> read_month(Tokens tokens, std::size_t at, const DateTables& tables) {
    if (at >= tokens.size() || tokens[at].kind != TokenKind::word)
        return std::nullopt;
    const auto row = tables.months.find_word(tokens[at].folded);
    if (!row)
        return std::nullopt;
    if (tables.months.cell(*row, "capital") == "yes" && !tokens[at].capitalised) {
        return std::nullopt;
    }
    MonthName name;
    name.month = static_cast<unsigned>(cell_number(tables.months, *row, "month"));
    name.bare = tables.months.cell(*row, "bare") == "yes";
    name.end = at + 1;
    const bool stop = name.end + 1 < tokens.size() && tokens[name.end].folded == "." &&
                      !tokens[name.end].space_before &&
                      tokens[name.end + 1].kind == TokenKind::number;
    if (stop && tokens[at].folded.size() <= 5)
        ++name.end;  // "Jan. 5"
    return name;
}

/// "18 January 2012", "the 18th of January", "1er mars".
std::optional<DateExpression> read_day_first(Tokens tokens, std::size_t at,
                                             const DateTables& tables) {
    const auto day = read_day_number(tokens, at);
    if (!day)
        return std::nullopt;
    const auto month =
        read_month(tokens, skip_glue(tokens, day->end, "of", tables).value_or(day->end), tables);
    if (!month)
        return std::nullopt;
    DateExpression date;
    date.day = day->day;
    date.month = month->month;
    date.end = month->end;
    read_year_after(tokens, tables, date);
    return date;
}

/// "In March 17 villagers ..." and "March 2022" have no day.
bool is_day_after_month(Tokens tokens, std::size_t at, const DateTables& tables) {
    const auto day = read_day_number(tokens, at);
    if (!day || day->end >= tokens.size())
        return day.has_value();
    const Token& next = tokens[day->end];
    if (next.folded == "%" || next.folded == ":")
        return false;
    if (read_year(tokens, day->end) || read_month(tokens, day->end, tables)) {
        return read_year(tokens, day->end).has_value();
    }
    return !tables.people.find_word(next.folded) && !tables.units.find_word(next.folded);
}

std::optional<DateExpression> read_month_first(Tokens tokens, std::size_t at,
                                               const DateTables& tables) {
    const auto month = read_month(tokens, at, tables);
    if (!month)
        return std::nullopt;
    DateExpression date;
    date.month = month->month;
    date.end = month->end;
    date.month_first = true;
    if (tables.lexicon.language != Language::fr && is_day_after_month(tokens, date.end, tables)) {
        const auto day = read_day_number(tokens, date.end);
        date.grain = DateGrain::day;
        date.day = day->day;
        date.end = day->end;
        const std::size_t comma = skip_comma(tokens, date.end);
        if (const auto year = read_year(tokens, comma)) {
            date.year = year;
            date.end = comma + 1;
        } else {
            const DateExpression before = date;
            read_year_after(tokens, tables, date);
            if (date.year && comma == before.end)
                date.year = read_year(tokens, date.end - 1);
        }
        return date;
    }
    date.grain = DateGrain::month;
    date.needs_lead = !month->bare;
    read_year_after(tokens, tables, date);
    if (date.year || date.year_shift)
        date.needs_lead = false;
    return date;
}

/// "2013-11-30", "30/11/2013", "30.11.2013"; day and month the other way round only when they
/// cannot be mistaken.
std::optional<DateExpression> read_numeric(Tokens tokens, std::size_t at,
                                           const DateTables& tables) {
    if (at + 4 >= tokens.size())
        return std::nullopt;
    const auto a = plain_digits(tokens[at]);
    const auto b = plain_digits(tokens[at + 2]);
    const auto c = plain_digits(tokens[at + 4]);
    const std::string& mark = tokens[at + 1].folded;
    if (!a || !b || !c || mark != tokens[at + 3].folded)
        return std::nullopt;
    for (std::size_t i = at + 1; i <= at + 4; ++i) {
        if (tokens[i].space_before)
            return std::nullopt;
    }
    int year = *c, month = *b, day = *a;
    if (mark == "-" && read_year(tokens, at)) {
        year = *a;
        day = *c;
    } else if ((mark == "/" || mark == "." || mark == "-") && read_year(tokens, at + 4)) {
        if (tables.lexicon.language != Language::fr && mark == "/" && *a <= 12 && *b <= 12 &&
            *a != *b) {
            return std::nullopt;
        }
        if (*b > 12)
            std::swap(day, month);
    } else {
        return std::nullopt;
    }
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    DateExpression date;
    date.year = year;
    date.month = static_cast<unsigned>(month);
    date.day = static_cast<unsigned>(day);
    date.end = at + 5;
    return date;
}

std::optional<DateExpression> read_season(Tokens tokens, std::size_t at, const DateTables& tables) {
    if (at >= tokens.size())
        return std::nullopt;
    const auto row = tables.seasons.find_word(tokens[at].folded);
    if (!row)
        return std::nullopt;
    DateExpression date;
    date.grain = DateGrain::months;
    date.month = static_cast<unsigned>(cell_number(tables.seasons, *row, "first_month"));
    date.last_month = static_cast<unsigned>(cell_number(tables.seasons, *row, "last_month"));
    date.end = at + 1;
    read_year_after(tokens, tables, date);
    if (date.year && date.last_month < date.month)
        --*date.year;
    // "summer" and "été" alone are too often something else
    return date.year || date.year_shift ? std::optional(date) : std::nullopt;
}

std::optional<DateExpression> read_weekday(Tokens tokens, std::size_t at,
                                           const DateTables& tables) {
    if (at >= tokens.size())
        return std::nullopt;
    const auto row = tables.weekdays.find_word(tokens[at].folded);
    if (!row)
        return std::nullopt;
    if (tables.weekdays.cell(*row, "capital") == "yes" && !tokens[at].capitalised) {
        return std::nullopt;
    }
    const auto weekday = static_cast<unsigned>(cell_number(tables.weekdays, *row, "weekday"));
    std::size_t after = skip_comma(tokens, at + 1);
    after = skip_article(tokens, after, tables);
    auto date = read_day_first(tokens, after, tables);
    if (!date && tables.lexicon.language != Language::fr) {
        date = read_month_first(tokens, after, tables);
        if (date && date->grain != DateGrain::day)
            date.reset();
    }
    if (date) {
        date->weekday = weekday;
        return date;
    }
    DateExpression day;
    day.grain = DateGrain::weekday;
    day.weekday = weekday;
    day.end = at + 1;
    return day;
}

}  // namespace

std::optional<DateExpression> read_year_or_decade(Tokens tokens, std::size_t at) {
    if (at >= tokens.size())
        return std::nullopt;
    DateExpression date;
    date.needs_lead = true;
    date.end = at + 1;
    date.grain = DateGrain::year;
    date.year = read_year(tokens, at);
    if (!date.year) {
        const std::string& word = tokens[at].folded;
        if (word.size() != 5 || word.substr(3) != "0s")
            return std::nullopt;
        int year = 0;
        std::from_chars(word.data(), word.data() + 4, year);
        if (year < 1900 || year > 2090)
            return std::nullopt;
        date.year = year;
        date.grain = DateGrain::decade;
    }
    return date;
}

std::optional<DateExpression> read_plain(Tokens tokens, std::size_t at, const DateTables& tables) {
    if (auto date = read_numeric(tokens, at, tables))
        return date;
    if (auto date = read_weekday(tokens, at, tables))
        return date;
    if (auto date = read_day_first(tokens, at, tables))
        return date;
    if (auto date = read_month_first(tokens, at, tables))
        return date;
    if (auto date = read_season(tokens, at, tables))
        return date;
    return read_year_or_decade(tokens, at);
}

}  // namespace events
