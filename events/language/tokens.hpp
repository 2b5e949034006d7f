// Words, numbers and marks of a text, with their byte ranges.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "events/language/lexicon.hpp"
#include "events/text_range.hpp"

namespace events {

enum class TokenKind : std::uint8_t { word, number, punctuation };

struct Token {
    TextRange range;
    TokenKind kind = TokenKind::word;
    bool capitalised = false;   ///< first letter is upper case
    bool all_capitals = false;  ///< two letters or more, all upper case: "GSIM"
    bool space_before = false;
    std::string folded;  ///< lower case, accents kept, typographic apostrophes as '
};

/// Words, numbers and marks within `range` by Unicode properties: "l'", "d'" and "'s" split off,
/// hyphenated words ("15-year-old", "mid-March") and initialisms ("U.N.") kept whole, and digit
/// groups ("1 200", "1,200", "33.100") as one number. Linear; bytes that are no UTF-8 are marks.
std::vector<Token> tokenize(std::string_view text, TextRange range, Language language);

struct Sentence {
    TextRange range;  ///< without white space at either end; closing quotes included
    std::vector<Token> tokens;
};

/// Sentences of one block, in order. Abbreviations, initials, decimals and footnote digits do not
/// end a sentence; a quoted sentence stays whole. Bullets and footnote digits lie outside the
/// ranges. Uses the tables "abbreviations" and "function_words".
std::vector<Sentence> split_sentences(std::string_view text, TextRange block,
                                      const Lexicon& lexicon);

/// By the share of words in the table "function_words"; `unknown` below some ten words or without
/// a clear winner. Looks at the first 64 KiB.
Language detect_language(std::string_view text, const Lexicons& lexicons);

}  // namespace events
