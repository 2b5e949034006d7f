// Reads calendar words: days, months, parts of months, seasons, years.
#include "events/language/date_expression.hpp"

#include <charconv>

#include "events/language/counts.hpp"

namespace events {

namespace {

using Tokens = std::span<const Token>;

std::size_t skip_article(Tokens tokens, std::size_t at, const DateTables& tables) {
    return skip_glue(tokens, at, "article", tables).value_or(at);
}

std::size_t skip_of(Tokens tokens, std::size_t at, const DateTables& tables) {
    const std::size_t after = skip_glue(tokens, at, "of", tables).value_or(at);
    return skip_article(tokens, after, tables);
}

std::size_t skip_comma(Tokens tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].folded == "," ? at + 1 : at;
}

/// A year after a day or a month: ", 2012", "2012", "of 2012", "last year".
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

/// "the 1990s", "les années 1990".
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

/// Copies a part ("early", "second half") onto a month or a year; false when it does not fit.
bool apply_part(const DateTables& tables, std::size_t row, DateExpression& date) {
    const std::string_view kind = tables.parts.cell(row, "kind");
    if (kind == "later" || kind == "earlier") {
        date.told_side = kind == "later" ? 1 : -1;
        date.needs_lead = false;
        return date.grain == DateGrain::month;
    }
    const bool month = date.grain == DateGrain::month;
    if (!month && date.grain != DateGrain::year)
        return false;
    const char* first = month ? "month_from" : "year_from";
    const char* last = month ? "month_to" : "year_to";
    date.part_first = static_cast<unsigned>(cell_number(tables.parts, row, first));
    date.part_last = static_cast<unsigned>(cell_number(tables.parts, row, last));
    date.needs_lead = false;
    return date.part_first > 0;
}

/// "first six months of 2020", "six premiers mois de 2020"; `at` is after the article.
std::optional<DateExpression> read_counted_part(Tokens tokens, std::size_t at,
                                                const DateTables& tables) {
    bool first = false;
    bool ordered = false;
    std::optional<Count> count;
    for (int step = 0; step < 2; ++step) {
        const auto part = match_phrase(tables.parts, tokens, at);
        const std::string_view kind = part ? tables.parts.cell(part->row, "kind") : "";
        if (!ordered && (kind == "first" || kind == "last")) {
            ordered = true;
            first = kind == "first";
            at += part->length;
        } else if (!count && (count = read_count(tokens, at, tables.lexicon))) {
            at = count->end;
        } else {
            return std::nullopt;
        }
    }
    if (!ordered || !count || count->value < 1 || count->value > 12 || at >= tokens.size()) {
        return std::nullopt;
    }
    const auto unit = tables.units.find_word(tokens[at].folded);
    if (!unit || tables.units.cell(*unit, "unit") != "month")
        return std::nullopt;
    auto date = read_year_or_decade(tokens, skip_of(tokens, at + 1, tables));
    if (!date || date->grain != DateGrain::year)
        return std::nullopt;
    const auto months = static_cast<unsigned>(count->value);
    date->part_first = first ? 1 : 13 - months;
    date->part_last = first ? months : 12;
    date->needs_lead = false;
    return date;
}

/// "mid-March", "mi-mars": the part is the head of a hyphenated word.
std::optional<DateExpression> read_joined_part(Tokens tokens, std::size_t at,
                                               const DateTables& tables) {
    const std::string& word = tokens[at].folded;
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string::npos)
        return std::nullopt;
    const auto part = tables.parts.find_word(std::string_view(word).substr(0, hyphen));
    const auto month = tables.months.find_word(std::string_view(word).substr(hyphen + 1));
    if (!part || !month)
        return std::nullopt;
    DateExpression date;
    date.grain = DateGrain::month;
    date.month = static_cast<unsigned>(cell_number(tables.months, *month, "month"));
    date.end = at + 1;
    read_year_after(tokens, tables, date);
    return apply_part(tables, *part, date) ? std::optional(date) : std::nullopt;
}

std::optional<DateExpression> read_with_part(Tokens tokens, std::size_t at,
                                             const DateTables& tables) {
    if (auto joined = read_joined_part(tokens, at, tables))
        return joined;
    const std::size_t start = skip_article(tokens, at, tables);
    if (auto counted = read_counted_part(tokens, start, tables))
        return counted;
    const auto part = match_phrase(tables.parts, tokens, start);
    if (!part)
        return std::nullopt;
    std::size_t after = start + part->length;
    if (after < tokens.size() && tokens[after].folded == "-")
        ++after;
    auto date = read_plain(tokens, skip_of(tokens, after, tables), tables);
    return date && apply_part(tables, part->row, *date) ? date : std::nullopt;
}

/// "last July", "this Thursday", "jeudi dernier".
std::optional<DateExpression> read_qualified(Tokens tokens, std::size_t at,
                                             const DateTables& tables) {
    const auto before = match_phrase(tables.qualifiers, tokens, at);
    const bool leading = before && tables.qualifiers.cell(before->row, "place") == "before";
    auto date = read_plain(tokens, leading ? at + before->length : at, tables);
    if (!date || date->year || date->day > 0)
        return std::nullopt;
    if (date->grain != DateGrain::month && date->grain != DateGrain::weekday)
        return std::nullopt;
    if (leading) {
        date->shift = cell_number(tables.qualifiers, before->row, "shift");
    } else {
        const auto after = match_phrase(tables.qualifiers, tokens, date->end);
        if (!after || tables.qualifiers.cell(after->row, "place") != "after")
            return std::nullopt;
        date->shift = cell_number(tables.qualifiers, after->row, "shift");
        date->end += after->length;
    }
    date->needs_lead = false;
    return date;
}

}  // namespace

DateTables::DateTables(const Lexicon& words)
    : lexicon(words),
      months(words.table("months")),
      weekdays(words.table("weekdays")),
      seasons(words.table("seasons")),
      glue(words.table("date_glue")),
      leads(words.table("time_leads")),
      tails(words.table("time_tails")),
      parts(words.table("period_parts")),
      phrases(words.table("time_phrases")),
      units(words.table("time_units")),
      relations(words.table("time_relations")),
      qualifiers(words.table("time_qualifiers")),
      people(words.table("people_nouns")) {}

int cell_number(const LexiconTable& table, std::size_t row, std::string_view column) {
    const std::string_view cell = table.cell(row, column);
    int value = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

std::optional<std::size_t> skip_glue(Tokens tokens, std::size_t at, std::string_view role,
                                     const DateTables& tables) {
    // The longest phrase may have another role than a shorter one: "to" and "to the".
    for (std::size_t length = std::min(kLongestPhrase, tokens.size() - std::min(at, tokens.size()));
         length > 0; --length) {
        const auto match = match_phrase(tables.glue, tokens.first(at + length), at);
        if (!match)
            return std::nullopt;
        if (tables.glue.cell(match->row, "role") == role)
            return at + match->length;
        length = match->length;
    }
    return std::nullopt;
}

std::optional<DayNumber> read_day_number(Tokens tokens, std::size_t at) {
    if (at >= tokens.size())
        return std::nullopt;
    const std::string& word = tokens[at].folded;
    if (tokens[at].kind == TokenKind::punctuation)
        return std::nullopt;
    unsigned day = 0;
    const char* last = word.data() + word.size();
    const auto [end, error] = std::from_chars(word.data(), last, day);
    if (error != std::errc() || day < 1 || day > 31)
        return std::nullopt;
    const std::string_view suffix(end, static_cast<std::size_t>(last - end));
    static constexpr std::array<std::string_view, 6> kOrdinals{"", "st", "nd", "rd", "th", "er"};
    if (std::find(kOrdinals.begin(), kOrdinals.end(), suffix) == kOrdinals.end()) {
        return std::nullopt;
    }
    return DayNumber{day, at + 1};
}

std::optional<int> read_year(Tokens tokens, std::size_t at) {
    if (at >= tokens.size() || tokens[at].folded.size() != 4)
        return std::nullopt;
    const auto year = plain_digits(tokens[at]);
    return year && *year >= 1900 && *year <= 2099 ? year : std::nullopt;
}

std::optional<DateExpression> read_date_expression(Tokens tokens, std::size_t at,
                                                   const DateTables& tables) {
    if (at >= tokens.size())
        return std::nullopt;
    if (auto qualified = read_qualified(tokens, at, tables))
        return qualified;
    if (auto part = read_with_part(tokens, at, tables))
        return part;
    return read_plain(tokens, skip_article(tokens, at, tables), tables);
}

}  // namespace events
