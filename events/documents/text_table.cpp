// Reads CSV files row by row and makes reports of their rows.
#include "events/documents/text_table.hpp"

#include <charconv>

#include "events/documents/extracted_text.hpp"
#include "events/documents/file_format.hpp"
#include "events/documents/plain_text.hpp"
#include "events/documents/report_head.hpp"
#include "events/documents/spreadsheet.hpp"
#include "events/documents/text_blocks.hpp"
#include "events/language/code_points.hpp"
#include "events/language/tokens.hpp"

namespace events {

namespace {

/// The mark between cells: the one of three that the first line has most of, outside quotes.
char find_separator(std::string_view text) {
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view kMarks = ",;\t";
    bool quoted = false;
    for (const char c : text) {
        quoted = quoted != (c == '"');
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        const std::size_t mark = kMarks.find(c);
        if (!quoted && mark != std::string_view::npos)
            ++counts[mark];
    }
    return kMarks[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                           counts.begin())];
}

class CsvReader {
  public:
    CsvReader(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

    bool at_end() const { return m_at >= m_text.size(); }

    /// Empty when a quote never ends.
    std::optional<TableRow> read_row() {
        TableRow row;
        row.line = m_line;
        while (true) {
            std::string cell;
            if (!read_cell(cell))
                return std::nullopt;
            row.cells.push_back(std::move(cell));
            if (at_end())
                return row;
            const char mark = m_text[m_at++];
            if (mark == m_separator)
                continue;
            if (mark == '\r' && m_at < m_text.size() && m_text[m_at] == '\n')
                ++m_at;
            ++m_line;
            return row;
        }
    }

  private:
    bool ends_cell(char c) const { return c == m_separator || c == '\n' || c == '\r'; }

    bool read_cell(std::string& cell) {
        if (at_end() || m_text[m_at] != '"') {
            while (!at_end() && !ends_cell(m_text[m_at]))
                cell += m_text[m_at++];
            return true;
        }
        ++m_at;
        while (true) {
            const std::size_t quote = m_text.find('"', m_at);
            if (quote == std::string_view::npos)
                return false;
            const std::string_view part = m_text.substr(m_at, quote - m_at);
            m_line += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
            cell += part;
            m_at = quote + 1;
            if (at_end() || m_text[m_at] != '"')
                break;
            cell += '"';
            ++m_at;
        }
        // Words after the closing quote belong to the cell all the same.
        while (!at_end() && !ends_cell(m_text[m_at]))
            cell += m_text[m_at++];
        return true;
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

bool is_blank(const TableRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
        return cell.find_first_not_of(" \t\r\n") == std::string::npos;
    });
}

geo::Result<TextTable> read_csv(const geo::InputFile& file) {
    auto decoded = decode_text(file);
    if (!decoded)
        return tl::unexpected(decoded.error());
    std::string_view text = decoded->text;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    TextTable table;
    table.problems = std::move(decoded->problems);
    CsvReader reader(text, find_separator(text));
    while (!reader.at_end()) {
        auto row = reader.read_row();
        if (!row) {
            return geo::fail(file.path +
                             ": not a table: a quotation mark that opens a cell is never closed");
        }
        if (is_blank(*row))
            continue;
        if (table.columns.empty())
            table.columns = std::move(row->cells);
        else
            table.rows.push_back(std::move(*row));
    }
    return table;
}

/// Three numbers with "/", "." or "-" between: "03/05/2019", "2019-05-03".
std::optional<std::array<int, 3>> read_three_numbers(std::string_view words) {
    std::array<int, 3> numbers{};
    const char* at = words.data();
    const char* end = at + words.size();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto [next, error] = std::from_chars(at, end, numbers[i]);
        if (error != std::errc() || numbers[i] < 0)
            return std::nullopt;
        at = next;
        if (i == 2)
            break;
        if (at == end || (*at != '/' && *at != '.' && *at != '-'))
            return std::nullopt;
        ++at;
    }
    if (at != end && *at != ' ' && *at != 'T')
        return std::nullopt;
    return numbers;
}

std::optional<Day> day_of(int year, int month, int day) {
    if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1)
        return std::nullopt;
    const Day made = make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return day <= 31 && to_iso(made).ends_with(std::to_string(day)) ? std::optional(made)
                                                                    : std::nullopt;
}

std::string_view trimmed(std::string_view words) {
    const std::size_t first = words.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return words.substr(first, words.find_last_not_of(" \t\r\n") - first + 1);
}

geo::Result<std::optional<std::size_t>> find_column(const TextTable& table,
                                                    const geo::InputFile& file,
                                                    const std::string& name) {
    if (name.empty())
        return std::nullopt;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (fold_word(trimmed(table.columns[i])) == fold_word(name))
            return i;
    }
    std::string known;
    for (const std::string& column : table.columns)
        known += (known.empty() ? "" : ", ") + column;
    return geo::fail(file.path + ": no column \"" + name + "\"; its columns are: " + known);
}

}  // namespace

geo::Result<TextTable> read_text_table(const geo::InputFile& file) {
    const FileFormat format = find_format(file).format;
    if (format == FileFormat::spreadsheet)
        return read_spreadsheet(file);
    if (format != FileFormat::text && format != FileFormat::mail)
        return geo::fail(file.path + ": not a table; give .csv or .xlsx with --text-column");
    return read_csv(file);
}

geo::Result<RowReports> RowReports::make(const TextTable& table, const geo::InputFile& file,
                                         const TextColumns& columns, const Lexicons& lexicons) {
    RowReports reports;
    reports.m_table = &table;
    reports.m_lexicons = &lexicons;
    reports.m_path = file.path;
    reports.m_file_name = file.name;
    reports.m_sha256 = file.sha256;
    reports.m_file_bytes = file.bytes.size();
    const std::pair<const std::string*, std::optional<std::size_t>*> wanted[] = {
        {&columns.text, &reports.m_text},
        {&columns.date, &reports.m_date},
        {&columns.place, &reports.m_place},
        {&columns.id, &reports.m_id}};
    for (const auto& [name, into] : wanted) {
        const auto found = find_column(table, file, *name);
        if (!found)
            return tl::unexpected(found.error());
        *into = *found;
    }
    reports.m_problems = table.problems;
    if (reports.m_date)
        reports.find_day_order(file);
    std::string sample;
    constexpr std::size_t kSampleBytes = std::size_t{32} << 10;
    for (std::size_t row = 0; row < table.rows.size() && sample.size() < kSampleBytes; ++row)
        sample += std::string(reports.cell(row, reports.m_text)) + "\n";
    reports.m_language = detect_language(sample, lexicons);
    return reports;
}

std::string_view RowReports::cell(std::size_t row, std::optional<std::size_t> column) const {
    const std::vector<std::string>& cells = m_table->rows[row].cells;
    return column && *column < cells.size() ? trimmed(cells[*column]) : std::string_view();
}

std::string RowReports::where(std::size_t row) const {
    return m_path + ":" + std::to_string(m_table->rows[row].line);
}

void RowReports::find_day_order(const geo::InputFile& file) {
    std::size_t day_first = 0;
    std::size_t month_first = 0;
    std::size_t either = 0;
    for (std::size_t row = 0; row < size(); ++row) {
        const auto numbers = read_three_numbers(cell(row, m_date));
        if (!numbers || (*numbers)[0] > 31)
            continue;
        day_first += (*numbers)[0] > 12 ? 1 : 0;
        month_first += (*numbers)[1] > 12 ? 1 : 0;
        either += (*numbers)[0] <= 12 && (*numbers)[1] <= 12 ? 1 : 0;
    }
    m_order = month_first > day_first ? DayOrder::month_first : DayOrder::day_first;
    if (either > 0 && (day_first > 0) == (month_first > 0)) {
        m_problems.push_back(
            {file.path,
             std::string("the dates do not show whether the day or the month stands "
                         "first; read as ") +
                 (m_order == DayOrder::day_first ? "day/month/year" : "month/day/year")});
    }
}

std::optional<Day> RowReports::read_day(std::string_view words) const {
    if (const auto numbers = read_three_numbers(words)) {
        const auto [a, b, c] = *numbers;
        if (a > 31)
            return day_of(a, b, c);
        return m_order == DayOrder::day_first ? day_of(c, b, a) : day_of(c, a, b);
    }
    // Spreadsheets count days, from one day before 1900 and with a leap day too many.
    int serial = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), serial);
    constexpr int kYear1955 = 20'000;
    constexpr int kYear2119 = 80'000;
    const bool whole = end == words.data() + words.size() || *end == '.';
    if (error == std::errc() && whole && serial > kYear1955 && serial < kYear2119)
        return make_day(1899, 12, 30) + std::chrono::days(serial);
    const auto date = read_stated_date(words, *m_lexicons);
    return date && date->precision == DatePrecision::day ? std::optional(date->days.first)
                                                         : std::nullopt;
}

geo::Result<Document> RowReports::read(std::size_t row) const {
    const std::string_view words = cell(row, m_text);
    if (words.empty())
        return geo::fail(where(row) + ": no text in column \"" + m_table->columns[*m_text] +
                         "\"; row skipped");
    ExtractedText text;
    text.add_block(BlockKind::heading, collapse_spaces(cell(row, m_place)));
    const std::uint32_t place_end = static_cast<std::uint32_t>(text.text.size());
    if (place_end > 0)
        text.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.text.size());
    text.text += words;
    Document document;
    document.blocks = std::move(text.blocks);
    for (Block block : find_text_blocks(text.text, begin, false))
        document.blocks.push_back(block);
    Report& report = document.report;
    report.text = std::move(text.text);
    const std::string_view id = cell(row, m_id);
    report.title = id.empty() ? m_file_name + ", row " + std::to_string(m_table->rows[row].line)
                              : std::string(id);
    report.file_name = m_file_name;
    report.file_bytes = m_file_bytes;
    // Of the file and the row, so that rows with the same words are reports of their own.
    report.sha256 = geo::sha256_hex(m_sha256 + ":" + std::to_string(m_table->rows[row].line));
    report.id = report_id_of(report.sha256);
    report.extraction = "row " + std::to_string(m_table->rows[row].line) + " of a table";
    report.language = detect_language(words, *m_lexicons);
    if (report.language == Language::unknown)
        report.language = m_language;
    for (Block& block : document.blocks)
        block.language = report.language;
    const std::string_view date = cell(row, m_date);
    if (const auto day = read_day(date)) {
        report.published = day;
        report.covers = DayRange{*day, *day};
        report.published_known = Knowledge::stated;
        report.published_how = "column " + m_table->columns[*m_date] + ": " + std::string(date);
    } else if (m_date) {
        document.problems.push_back(
            {where(row), date.empty() ? "no date in column \"" + m_table->columns[*m_date] +
                                            "\"; the row is read without one"
                                      : "\"" + std::string(date.substr(0, 40)) +
                                            "\" is no date; the row is read without one"});
    }
    return document;
}

}  // namespace events
