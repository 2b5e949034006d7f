// Word tables of one language, read from events/lexicon/<language>/*.tsv: what a linguist extends.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "events/report.hpp"
#include "geo/result.hpp"

namespace events {

/// The first cell of a row, cut into words as a text is ("jusqu'à" is "jusqu'" and "à").
struct LexiconPhrase {
    std::vector<std::string> words;  ///< folded like Token::folded
    std::size_t row = 0;
};

/// Lets a word be looked up without a copy of it.
struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
        return std::hash<std::string_view>{}(word);
    }
};

/// A table as read: rows of columns, '#' lines and empty lines skipped, the first row the header.
struct LexiconTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    /// First cells by their first word, longest first: what phrases.hpp looks up.
    std::unordered_map<std::string, std::vector<LexiconPhrase>, WordHash, std::equal_to<>> phrases;
    /// The cell under a named column; empty when the row is shorter or the column is missing.
    std::string_view cell(std::size_t row, std::string_view column) const;
    /// The first row whose first cell is this one folded word.
    std::optional<std::size_t> find_word(std::string_view folded) const;
};

/// All tables of a language by file name without ".tsv": "months", "triggers", "actors", ...
struct Lexicon {
    Language language = Language::unknown;
    std::map<std::string, LexiconTable, std::less<>> tables;
    LexiconTable no_table;  ///< what `table` answers with for an unknown name; always empty
    /// The table, or an empty one.
    const LexiconTable& table(std::string_view name) const;
};

struct Lexicons {
    std::vector<Lexicon> languages;
    const Lexicon* find(Language language) const;
};

/// Reads every language folder below `folder` (share/toposcope/lexicon). Fails naming file and
/// line.
geo::Result<Lexicons> load_lexicons(const std::string& folder);

}  // namespace events
