// Whole numbers written in digits or words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "events/language/lexicon.hpp"
#include "events/language/tokens.hpp"

namespace events {

/// The value of a number token: group separators dropped ("1 200", "33.100"), decimals kept.
std::optional<double> number_value(std::string_view digits);

/// A token that is digits only, without separators: "27", "2012"; nothing above 999,999,999.
std::optional<int> plain_digits(const Token& token);

struct Count {
    std::int64_t value = 0;
    std::size_t end = 0;    ///< the token after it
    bool in_words = false;  ///< no digit in it
};

/// The number that begins at token `at`: "17", "1,200", "1.5 million", "twenty-one", "two hundred
/// and five", "a hundred", "quatre-vingt-dix-sept", "soixante et onze", by the table "numbers".
/// A bare "a" or "un" is a number only before "hundred", "thousand" ... here; "one" and "un" count.
std::optional<Count> read_count(std::span<const Token> tokens, std::size_t at,
                                const Lexicon& lexicon);

/// "0001", "11:00", "416-363-9933", "2/3", "soldiers.1": digits that count nothing.
bool is_code_number(std::span<const Token> tokens, std::size_t at);

/// The number that a hyphenated word begins with ("15-year-old", "ten-day"), and the bytes of the
/// word that it takes, the hyphen after it included.
struct LeadingCount {
    std::int64_t value = 0;
    std::size_t bytes = 0;
};
std::optional<LeadingCount> leading_count(std::string_view folded, const Lexicon& lexicon);

}  // namespace events
