// Dates without a part or a qualifier: what date_expression.hpp builds upon.
#pragma once

#include "events/language/date_expression.hpp"

namespace events {

/// "18 January 2012", "January 18", "2013-11-30", "Thursday, 2 February", "March", "spring of
/// 2012", "2012", "1990s" at token `at`.
std::optional<DateExpression> read_plain(std::span<const Token> tokens, std::size_t at,
                                         const DateTables& tables);

/// A year or a decade alone; it needs a lead.
std::optional<DateExpression> read_year_or_decade(std::span<const Token> tokens, std::size_t at);

/// Takes a year that follows a day or a month: ", 2012", "2012", "of 2012", "last year".
void read_year_after(std::span<const Token> tokens, const DateTables& tables, DateExpression& date);

/// The token after an article at `at`, else `at` itself.
std::size_t skip_article(std::span<const Token> tokens, std::size_t at, const DateTables& tables);

/// The token after "of", "in the year", "de" and an article, else `at` itself.
std::size_t skip_of(std::span<const Token> tokens, std::size_t at, const DateTables& tables);

}  // namespace events
