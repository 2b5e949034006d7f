// Tables with a column of free text: every row a small report.
#pragma once

#include "events/documents/document.hpp"

namespace events {

struct TableRow {
    std::size_t line = 0;  ///< where it starts in the file, from 1; for a spreadsheet its row
    std::vector<std::string> cells;
};

struct TextTable {
    std::vector<std::string> columns;  ///< the first row
    std::vector<TableRow> rows;
    std::vector<geo::Problem> problems;
};

/// CSV with commas, semicolons or tabs (RFC 4180, quotes over several lines), or the first sheet
/// of an XLSX file. Rows without any cell are passed over; a row with more cells than columns is
/// read and said, a quote that never ends is an error.
geo::Result<TextTable> read_text_table(const geo::InputFile& file);

/// Columns by their names in the first row, whatever the case; empty: there is none.
struct TextColumns {
    std::string text;
    std::string date;   ///< the day that each report tells of
    std::string place;  ///< named before the text, as a heading
    std::string id;     ///< its title
};

/// Turns rows into documents; made once for a table.
class RowReports {
  public:
    /// Fails when a column is not there, naming those that are. `table` must outlive this.
    static geo::Result<RowReports> make(const TextTable& table, const geo::InputFile& file,
                                        const TextColumns& columns, const Lexicons& lexicons);
    std::size_t size() const { return m_table->rows.size(); }
    /// Fails with "file:line: ..." for a row without text; an unreadable date is a problem.
    geo::Result<Document> read(std::size_t row) const;
    /// Of the whole table: which order day and month stand in, when the dates do not show it.
    const std::vector<geo::Problem>& problems() const { return m_problems; }

  private:
    enum class DayOrder : std::uint8_t { day_first, month_first };
    std::string_view cell(std::size_t row, std::optional<std::size_t> column) const;
    std::optional<Day> read_day(std::string_view words) const;
    void find_day_order(const geo::InputFile& file);
    std::string where(std::size_t row) const;

    const TextTable* m_table = nullptr;
    const Lexicons* m_lexicons = nullptr;
    std::string m_path;
    std::string m_file_name;
    std::string m_sha256;
    std::uint64_t m_file_bytes = 0;
    std::optional<std::size_t> m_text;
    std::optional<std::size_t> m_date;
    std::optional<std::size_t> m_place;
    std::optional<std::size_t> m_id;
    DayOrder m_order = DayOrder::day_first;
    Language m_language = Language::unknown;
    std::vector<geo::Problem> m_problems;
};

}  // namespace events
