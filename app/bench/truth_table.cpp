// Reads truth tables: CSV with a header of known column names.
#include "app/bench/truth_table.hpp"

#include <fmt/format.h>

#include <map>

#include "gazetteer/source_lines.hpp"
#include "gazetteer/table_rows.hpp"

namespace app {
namespace {

std::optional<TruthClass> class_of(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, TruthClass>, 5> kWords = {{
        {"place", TruthClass::place},
        {"camp", TruthClass::camp},
        {"admin1", TruthClass::admin1},
        {"admin2", TruthClass::admin2},
        {"country", TruthClass::country},
    }};
    for (const auto& [known, what] : kWords) {
        if (known == word)
            return what;
    }
    return std::nullopt;
}

/// The fields of a row by the names in the header.
class Columns {
  public:
    explicit Columns(const std::vector<std::string>& header) {
        for (std::size_t i = 0; i < header.size(); ++i)
            m_at.emplace(header[i], i);
        m_count = header.size();
    }
    bool has(const std::string& name) const { return m_at.contains(name); }
    std::size_t count() const { return m_count; }
    std::string of(const std::vector<std::string>& row, const std::string& name) const {
        const auto at = m_at.find(name);
        return at == m_at.end() ? std::string() : row[at->second];
    }

  private:
    std::map<std::string, std::size_t> m_at;
    std::size_t m_count = 0;
};

/// The row, or why it cannot be used.
geo::Result<TruthRow> read_row(const Columns& columns, const std::vector<std::string>& fields) {
    if (fields.size() != columns.count())
        return geo::fail(
            fmt::format("has {} columns, the header {}", fields.size(), columns.count()));
    TruthRow row;
    row.name = columns.of(fields, "name");
    row.country = columns.of(fields, "country");
    row.admin1 = columns.of(fields, "admin1");
    row.admin2 = columns.of(fields, "admin2");
    row.table = columns.of(fields, "table");
    row.doubt = columns.of(fields, "doubt");
    if (row.name.empty() || row.country.size() != 2)
        return geo::fail("needs a name and a country of two letters");
    const auto what = class_of(columns.of(fields, "class"));
    if (!what)
        return geo::fail("class is none of place, camp, admin1, admin2, country");
    row.what = *what;
    const auto lon = gazetteer::parse_number(columns.of(fields, "lon"));
    const auto lat = gazetteer::parse_number(columns.of(fields, "lat"));
    if (lon && lat && geo::is_on_earth({*lon, *lat}))
        row.at = {*lon, *lat};
    else if (row.what != TruthClass::country)
        return geo::fail("no position on the earth in lon and lat");
    return row;
}

}  // namespace

geo::Result<geo::Loaded<std::vector<TruthRow>>> read_truth_table(const std::string& path) {
    auto lines = gazetteer::SourceLines::open(path);
    if (!lines)
        return tl::unexpected(lines.error());
    const auto member = lines->next_member([](std::string_view) { return true; });
    if (!member)
        return tl::unexpected(member.error());
    lines->set_quotes(true);
    std::string_view line;
    std::vector<std::string> fields;
    if (!*member || !lines->next(line))
        return geo::fail(path + ": is empty; a truth table starts with a header");
    gazetteer::split_fields(line, ',', true, fields);
    const Columns columns(fields);
    for (const char* needed : {"name", "country", "lon", "lat", "class"}) {
        if (!columns.has(needed))
            return geo::fail(fmt::format("{}: no column \"{}\" in the header", path, needed));
    }
    geo::Loaded<std::vector<TruthRow>> loaded;
    while (lines->next(line)) {
        if (line.empty())
            continue;
        gazetteer::split_fields(line, ',', true, fields);
        auto row = read_row(columns, fields);
        if (row)
            loaded.value.push_back(std::move(*row));
        else
            loaded.problems.push_back({fmt::format("{}:{}", path, lines->number()),
                                       row.error().message + "; row skipped"});
    }
    if (!lines->state())
        return tl::unexpected(lines->state().error());
    return loaded;
}

}  // namespace app
