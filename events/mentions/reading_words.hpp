// All word tables that the reader uses in one language, compiled once.
#pragma once

#include <string_view>

#include "events/language/lexicon.hpp"
#include "events/mentions/phrase_table.hpp"

namespace events {

/// The lexicon must outlive this object, which is not copied: its tables point into the lexicon.
struct ReadingWords {
    explicit ReadingWords(const Lexicon& lexicon);
    ReadingWords(const ReadingWords&) = delete;
    ReadingWords& operator=(const ReadingWords&) = delete;

    const Lexicon& lexicon;
    PatternTable triggers;
    PatternTable actors;
    PatternTable actor_names;
    PatternTable attribution;
    PatternTable auxiliaries;
    PatternTable clauses;
    PatternTable displacement;
    PatternTable names;
    PatternTable place_words;
    PatternTable stance;
    PatternTable targets;

    /// Whether words that begin at `at` have this role in a table with a column "role".
    static bool has_role(const PatternTable& table, std::span<const Token> tokens, std::size_t at,
                         std::string_view role);
    /// The longest such words; empty when there are none.
    static std::optional<PatternMatch> match_role(const PatternTable& table,
                                                  std::span<const Token> tokens, std::size_t at,
                                                  std::string_view role);
    /// The same for words that end just before token `end`.
    static std::optional<PatternMatch> match_role_before(const PatternTable& table,
                                                         std::span<const Token> tokens,
                                                         std::size_t end, std::string_view role);
};

}  // namespace events
