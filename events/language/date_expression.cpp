// Reads calendar words with their parts ("early", "the first half of") and qualifiers ("last").
#include "events/language/date_expression.hpp"

#include <charconv>

#include "events/language/counts.hpp"
#include "events/language/plain_dates.hpp"

namespace events {

namespace {

using Tokens = std::span<const Token>;

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
    if (date && apply_part(tables, part->row, *date))
        return date;
    // "au second semestre", "in the third quarter": of a year that the report knows.
    const auto cell = [&](std::string_view column) { return tables.parts.cell(part->row, column); };
    if (!cell("month_from").empty() || cell("year_from").empty() ||
        tokens[after - 1].folded == "of" || tokens[after - 1].folded == "de")
        return std::nullopt;
    DateExpression part_of_year;
    part_of_year.grain = DateGrain::year;
    part_of_year.end = after;
    apply_part(tables, part->row, part_of_year);
    return part_of_year;
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
