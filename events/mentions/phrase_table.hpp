// Word patterns of a lexicon table, compiled with their inflected forms, found in tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "events/language/lexicon.hpp"
#include "events/language/tokens.hpp"

namespace events {

enum class WordForm : std::uint8_t { base, present, past, participle, gerund, plain };

struct PatternMatch {
    std::size_t row = 0;    ///< of the table
    std::size_t first = 0;  ///< tokens [first, end)
    std::size_t end = 0;
    WordForm form = WordForm::plain;  ///< of the first word that has one
};

/// Compiles the column "pattern" (words in order; `a|b` alternatives of one word, `stem+class`
/// every form of the class in the table "inflection", `word/form`, `(x)` optional, `abc*` a prefix
/// of at least four letters, `..` up to seven words of the same clause: what follows must stand
/// there, but the match ends before the gap ("put .. to death" matches "put"); `;` between whole
/// alternatives) or the column "phrases" (there `|` too stands between whole alternatives). The
/// table must outlive this object. Unknown classes stand as written.
class PatternTable {
  public:
    PatternTable() = default;
    PatternTable(const LexiconTable& table, const LexiconTable& inflection);

    /// The longest pattern that begins at token `at`; the earlier row wins among equals.
    std::optional<PatternMatch> match_at(std::span<const Token> tokens, std::size_t at) const;
    /// Every row with a pattern that begins at `at`, longest first, then in row order.
    std::vector<PatternMatch> matches_at(std::span<const Token> tokens, std::size_t at) const;
    /// From left to right, longest first, not overlapping.
    std::vector<PatternMatch> find_all(std::span<const Token> tokens) const;

    std::string_view cell(std::size_t row, std::string_view column) const;
    std::size_t size() const { return m_table == nullptr ? 0 : m_table->rows.size(); }

  private:
    struct Word {
        std::string text;
        WordForm form = WordForm::plain;
        bool prefix = false;
    };
    struct Slot {
        std::vector<Word> words;
        bool optional = false;
        bool gap = false;  ///< `..`
    };
    struct Pattern {
        std::size_t row = 0;
        WordForm form = WordForm::plain;  ///< of the first slot's word that led here
        std::vector<Slot> rest;           ///< slots after the first
    };

    void add(std::string_view phrase, std::size_t row, const LexiconTable& inflection);
    static std::vector<Word> expand(std::string_view alternatives, const LexiconTable& inflection);
    /// The token after the slot's word at `at`.
    static const Word* match_slot(const Slot& slot, std::span<const Token> tokens, std::size_t at);
    /// Whether the slots after a gap stand somewhere behind token `at`, within its reach.
    static bool stand_behind(std::span<const Slot> slots, std::span<const Token> tokens,
                             std::size_t at);
    static std::optional<std::pair<std::size_t, WordForm>> match_rest(const Pattern& pattern,
                                                                      std::span<const Token> tokens,
                                                                      std::size_t at);

    const LexiconTable* m_table = nullptr;
    std::unordered_map<std::string, std::vector<Pattern>> m_by_word;
    std::unordered_map<std::string, std::vector<std::pair<std::string, Pattern>>> m_by_prefix;
};

}  // namespace events
