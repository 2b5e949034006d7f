// Words, numbers and marks of a text, with their byte ranges.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "events/documents/document.hpp"

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

/// ICU word boundaries within `range`, with "l'", "d'" and "'s" split off, hyphenated words and
/// initialisms ("U.N.") kept whole, and digit groups ("1 200", "1,200", "33.100") as one number.
std::vector<Token> tokenize(std::string_view text, TextRange range, Language language);

struct Sentence {
    TextRange range;  ///< without white space at either end; closing quotes included
    std::vector<Token> tokens;
};

/// Sentences of one block, in order. Abbreviations, initials, decimals and footnote digits do not
/// end a sentence; a quoted sentence stays whole.
std::vector<Sentence> split_sentences(std::string_view text, TextRange block, Language language);

/// By the share of function words; `unknown` below some ten words or without a clear winner.
Language detect_language(std::string_view text);

}  // namespace events
