// Finds the phrases of a word table in the tokens of a sentence.
#pragma once

#include <optional>
#include <span>

#include "events/language/lexicon.hpp"
#include "events/language/tokens.hpp"

namespace events {

struct PhraseMatch {
    std::size_t row = 0;     ///< of the table
    std::size_t length = 0;  ///< in tokens
};

/// The longest phrase in the table's first column that begins at token `at`.
std::optional<PhraseMatch> match_phrase(const LexiconTable& table, std::span<const Token> tokens,
                                        std::size_t at);

/// The longest phrase that ends just before token `end`, as far as `kLongestPhrase` tokens back.
std::optional<PhraseMatch> match_phrase_before(const LexiconTable& table,
                                               std::span<const Token> tokens, std::size_t end);

/// No phrase of a table has more words.
inline constexpr std::size_t kLongestPhrase = 8;

}  // namespace events
