// Word tables of one language, read from events/lexicon/<language>/*.tsv: what a linguist extends.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/report.hpp"
#include "geo/result.hpp"

namespace events {

/// A table as read: rows of columns, '#' lines and empty lines skipped, the first row the header.
struct LexiconTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    /// The cell under a named column; empty when the row is shorter.
    std::string_view cell(std::size_t row, std::string_view column) const;
};

/// All tables of a language by file name without ".tsv": "months", "triggers", "actors", ...
struct Lexicon {
    Language language = Language::unknown;
    std::map<std::string, LexiconTable, std::less<>> tables;
    /// The table, or an empty one.
    const LexiconTable& table(std::string_view name) const;
};

struct Lexicons {
    std::vector<Lexicon> languages;
    const Lexicon* find(Language language) const;
};

/// Reads every language folder below `folder` (share/toposcope/lexicon). Fails naming file and line.
geo::Result<Lexicons> load_lexicons(const std::string& folder);

}  // namespace events
