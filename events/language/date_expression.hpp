// Calendar words as they stand in a text, before a year or an anchor is filled in.
#pragma once

#include <optional>
#include <span>

#include "events/language/lexicon.hpp"
#include "events/language/phrases.hpp"
#include "events/language/tokens.hpp"

namespace events {

/// The word tables that dates are read with, looked up once for a sentence.
struct DateTables {
    explicit DateTables(const Lexicon& lexicon);
    const Lexicon& lexicon;
    const LexiconTable& months;
    const LexiconTable& weekdays;
    const LexiconTable& seasons;
    const LexiconTable& glue;
    const LexiconTable& leads;
    const LexiconTable& tails;
    const LexiconTable& parts;
    const LexiconTable& phrases;
    const LexiconTable& units;
    const LexiconTable& relations;
    const LexiconTable& qualifiers;
    const LexiconTable& people;
};

enum class DateGrain : std::uint8_t { weekday, day, month, months, year, decade };

/// "18 January", "early March 2022", "the first six months of 2020", "last July", "Thursday".
struct DateExpression {
    DateGrain grain = DateGrain::day;
    std::optional<int> year;
    unsigned month = 0;       ///< 1 to 12; the first one for `months`
    unsigned last_month = 0;  ///< `months` only; smaller than `month`: it ends in the next year
    unsigned day = 0;
    unsigned weekday = 0;     ///< Monday = 1
    unsigned part_first = 0;  ///< day of the month, or month of the year; 0: the whole
    unsigned part_last = 0;
    int told_side = 0;              ///< +1 "later in March", -1 "earlier in March"
    std::optional<int> shift;       ///< "last July" -1, "this March" 0, "next June" 1
    std::optional<int> year_shift;  ///< "July last year" -1
    bool needs_lead = false;        ///< "May", "2012": a date only after "in", "since" ...
    bool month_first = false;       ///< "March 27"
    std::size_t end = 0;            ///< the token after it
};

/// The expression that begins at token `at`.
std::optional<DateExpression> read_date_expression(std::span<const Token> tokens, std::size_t at,
                                                   const DateTables& tables);

/// A day of the month alone: "27", "1er", "18th"; the token after it.
struct DayNumber {
    unsigned day = 0;
    std::size_t end = 0;
};
std::optional<DayNumber> read_day_number(std::span<const Token> tokens, std::size_t at);

/// A number of four digits that can be a year, 1900 to 2099.
std::optional<int> read_year(std::span<const Token> tokens, std::size_t at);

/// The end of the glue phrase at `at` when it has this role ("of", "and", "to", "article").
std::optional<std::size_t> skip_glue(std::span<const Token> tokens, std::size_t at,
                                     std::string_view role, const DateTables& tables);

/// A whole number in a table's cell; 0 when empty.
int cell_number(const LexiconTable& table, std::size_t row, std::string_view column);

}  // namespace events
