// Joins words that a page broke over two lines.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "events/language/lexicon.hpp"

namespace events {

/// The words that a document writes within its lines: what tells a hyphen of the language
/// ("self-defence") from one of the page ("dis-placed").
class LineEndWords {
  public:
    explicit LineEndWords(const Lexicons& lexicons) : m_lexicons(lexicons) {}
    /// Learns the words of a line; the last and the first one may be parts and are left out.
    void learn(std::string_view line);
    /// Appends a line to the paragraph: with a space, or without one where a word goes on. The
    /// hyphen goes when the joined word is known or nothing speaks for the hyphen; it stays in
    /// words known with it, before capitals and digits, and by the table "hyphens".
    void append(std::string& paragraph, std::string_view line) const;

  private:
    bool keeps_hyphen(const std::string& left, const std::string& right) const;
    bool in_table(std::string_view word, std::string_view side) const;

    const Lexicons& m_lexicons;
    std::unordered_set<std::string> m_words;
};

}  // namespace events
