// Reads word tables from their folders.
#include "events/language/lexicon.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "events/language/phrases.hpp"

namespace events {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxTableFileBytes = std::size_t{16} << 20;

std::vector<std::string> split_cells(std::string_view line) {
    std::vector<std::string> cells;
    while (true) {
        const std::size_t tab = line.find('\t');
        std::string_view cell = line.substr(0, tab);
        while (!cell.empty() && cell.front() == ' ')
            cell.remove_prefix(1);
        while (!cell.empty() && cell.back() == ' ')
            cell.remove_suffix(1);
        cells.emplace_back(cell);
        if (tab == std::string_view::npos)
            return cells;
        line.remove_prefix(tab + 1);
    }
}

void index_phrase(LexiconTable& table, std::size_t row, Language language) {
    const std::string& cell = table.rows[row].front();
    LexiconPhrase phrase;
    phrase.row = row;
    for (Token& token : tokenize(cell, {0, static_cast<std::uint32_t>(cell.size())}, language)) {
        phrase.words.push_back(std::move(token.folded));
    }
    if (phrase.words.empty())
        return;
    std::vector<LexiconPhrase>& same_start = table.phrases[phrase.words.front()];
    const auto shorter = [&](const LexiconPhrase& other) {
        return other.words.size() < phrase.words.size();
    };
    same_start.insert(std::find_if(same_start.begin(), same_start.end(), shorter),
                      std::move(phrase));
}

geo::Result<LexiconTable> parse_table(const std::string& path, std::string_view content,
                                      Language language) {
    LexiconTable table;
    std::size_t number = 0;
    while (!content.empty()) {
        const std::size_t newline = content.find('\n');
        std::string_view line = content.substr(0, newline);
        content.remove_prefix(newline == std::string_view::npos ? content.size() : newline + 1);
        ++number;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty() || line.front() == '#')
            continue;
        std::vector<std::string> cells = split_cells(line);
        const std::string where = path + ":" + std::to_string(number) + ": ";
        if (table.columns.empty()) {
            table.columns = std::move(cells);
            continue;
        }
        if (cells.size() > table.columns.size()) {
            return geo::fail(where + "more cells than the header has columns; take the extra out");
        }
        if (cells.front().empty()) {
            return geo::fail(where + "the first cell is empty; write the word there");
        }
        table.rows.push_back(std::move(cells));
        index_phrase(table, table.rows.size() - 1, language);
    }
    if (table.columns.empty())
        return geo::fail(path + ":1: no header row; write column names");
    return table;
}

geo::Result<std::string> read_table_file(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error || size > kMaxTableFileBytes) {
        return geo::fail(path.string() + ": cannot be read as a word table");
    }
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file)
        return geo::fail(path.string() + ": cannot be read as a word table");
    return content.str();
}

geo::Result<Lexicon> load_language(const fs::path& folder, Language language) {
    Lexicon lexicon;
    lexicon.language = language;
    std::error_code error;
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".tsv")
            files.push_back(entry.path());
    }
    if (error)
        return geo::fail(folder.string() + ": the folder cannot be listed");
    std::sort(files.begin(), files.end());
    for (const fs::path& path : files) {
        const geo::Result<std::string> content = read_table_file(path);
        if (!content)
            return tl::unexpected(content.error());
        geo::Result<LexiconTable> table = parse_table(path.string(), *content, language);
        if (!table)
            return tl::unexpected(table.error());
        lexicon.tables.emplace(path.stem().string(), std::move(*table));
    }
    return lexicon;
}

}  // namespace

std::string_view LexiconTable::cell(std::size_t row, std::string_view column) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] == column)
            return i < rows[row].size() ? rows[row][i] : std::string_view();
    }
    return {};
}

std::optional<std::size_t> LexiconTable::find_word(std::string_view folded) const {
    const auto found = phrases.find(folded);
    if (found == phrases.end() || found->second.back().words.size() != 1)
        return std::nullopt;
    // Among equal words the first row wins; they stand in row order.
    for (const LexiconPhrase& phrase : found->second) {
        if (phrase.words.size() == 1)
            return phrase.row;
    }
    return std::nullopt;
}

const LexiconTable& Lexicon::table(std::string_view name) const {
    const auto found = tables.find(name);
    return found == tables.end() ? no_table : found->second;
}

const Lexicon* Lexicons::find(Language language) const {
    for (const Lexicon& lexicon : languages) {
        if (lexicon.language == language)
            return &lexicon;
    }
    return nullptr;
}

geo::Result<Lexicons> load_lexicons(const std::string& folder) {
    Lexicons lexicons;
    std::error_code error;
    for (const Language language : {Language::en, Language::fr}) {
        const fs::path path = fs::path(folder) / std::string(to_string(language));
        if (!fs::is_directory(path, error))
            continue;
        geo::Result<Lexicon> lexicon = load_language(path, language);
        if (!lexicon)
            return tl::unexpected(lexicon.error());
        lexicons.languages.push_back(std::move(*lexicon));
    }
    if (lexicons.languages.empty()) {
        return geo::fail(folder + ": no word tables here (expected the folders en, fr)");
    }
    return lexicons;
}

}  // namespace events
