// The nouns that numbers count: "civilians", "families", "of the bodies", "others".
#pragma once

#include <span>
#include <string>
#include <vector>

#include "events/language/figures.hpp"

namespace events {

struct CountedNoun {
    std::string folded;
    FigureUnit unit = FigureUnit::none;
    bool is_others = false;
    bool listed = false;  ///< stands in the table
    bool is_part = false;
    std::size_t end = 0;
};

/// Reads nouns in one sentence. Tokens that belong to time words are no part of a noun phrase.
class NounReader {
  public:
    NounReader(std::span<const Token> tokens, const Lexicon& lexicon,
               const std::vector<bool>& is_time);

    bool is_function_word(const Token& token) const;

    /// "of soldiers", "d'habitants": what joins a vague number or a million to its noun.
    std::size_t skip_of(std::size_t at) const;

    /// The noun after a number, within its phrase; the last listed noun in a row is its head.
    CountedNoun read_noun(std::size_t at, bool after_of) const;

    /// "other institutions", "autres villages": the word after "other" is what is counted.
    bool is_thing_named(std::size_t at) const;

    /// "killed 15 wounded", "at least five died": English past forms are no nouns.
    bool is_verb_like(const Token& token) const;

    /// "five of them", "15 of the bodies", "deux d'entre elles".
    CountedNoun read_whole(std::size_t at) const;

    /// "159 countries": a noun of no table, so that nobody takes the number for people.
    void name_thing(std::size_t at, bool only_after_of, CountedNoun& noun) const;

  private:
    bool joins_nouns(const Token& token) const;

    std::span<const Token> m_tokens;
    const Lexicon& m_lexicon;
    const std::vector<bool>& m_is_time;
    const LexiconTable& m_people;
    const LexiconTable& m_parts;
    const LexiconTable& m_glue;
    const LexiconTable& m_function_words;
};

}  // namespace events
