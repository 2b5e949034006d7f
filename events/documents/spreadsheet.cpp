// Reads shared strings and the first worksheet of Office Open XML.
#include "events/documents/spreadsheet.hpp"

#include <charconv>

#include "events/documents/xml_reader.hpp"
#include "events/documents/zipped_parts.hpp"

namespace events {

namespace {

using Node = XmlReader::Node;

constexpr std::size_t kMostColumns = 16'384;  // of the format itself

std::vector<std::string> read_shared_strings(std::string_view xml) {
    std::vector<std::string> strings;
    XmlReader reader(xml);
    bool words = false;
    for (Node node = reader.next(); node != Node::done; node = reader.next()) {
        if (node == Node::start && reader.name() == "si")
            strings.emplace_back();
        if (node == Node::start && reader.name() == "rPh") {
            reader.skip();  // how a word is spoken
            continue;
        }
        if (node != Node::text)
            words = node == Node::start && reader.name() == "t";
        else if (words && !strings.empty())
            strings.back() += reader.text();
    }
    return strings;
}

/// "BC12": column 54, counted from 0.
std::size_t column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z')
            break;
        column = std::min(column * 26 + static_cast<std::size_t>(c - 'A') + 1, kMostColumns);
    }
    return column;
}

class SheetReader {
  public:
    SheetReader(std::string_view xml, const std::vector<std::string>& strings)
        : m_reader(xml), m_strings(strings) {}

    std::vector<TableRow> read() {
        for (Node node = m_reader.next(); node != Node::done; node = m_reader.next()) {
            if (node == Node::start)
                start(m_reader.name());
            else if (node == Node::text && m_in_value)
                m_value += m_reader.text();
            else if (node == Node::end)
                end(m_reader.name());
        }
        return std::move(m_rows);
    }

    const std::string& error() const { return m_reader.error(); }

  private:
    void start(std::string_view name) {
        if (name == "row") {
            m_rows.emplace_back();
            std::size_t line = m_rows.size();
            const std::string number = m_reader.attribute("r");
            std::from_chars(number.data(), number.data() + number.size(), line);
            m_rows.back().line = line;
        }
        if (name == "c" && !m_rows.empty()) {
            const std::size_t column = column_of(m_reader.attribute("r"));
            m_column = column > 0 ? column - 1 : m_rows.back().cells.size();
            m_type = m_reader.attribute("t");
            m_value.clear();
        }
        m_in_value = name == "v" || name == "t";
    }

    void end(std::string_view name) {
        m_in_value = false;
        if (name != "c" || m_rows.empty() || m_value.empty() || m_column >= kMostColumns)
            return;
        if (m_type == "s") {
            std::size_t index = m_strings.size();
            std::from_chars(m_value.data(), m_value.data() + m_value.size(), index);
            m_value = index < m_strings.size() ? m_strings[index] : std::string();
        }
        std::vector<std::string>& cells = m_rows.back().cells;
        cells.resize(std::max(cells.size(), m_column + 1));
        cells[m_column] = m_value;
    }

    XmlReader m_reader;
    const std::vector<std::string>& m_strings;
    std::vector<TableRow> m_rows;
    std::size_t m_column = 0;
    std::string m_type;
    std::string m_value;
    bool m_in_value = false;
};

}  // namespace

geo::Result<TextTable> read_spreadsheet(const geo::InputFile& file) {
    constexpr std::string_view kSheet = "xl/worksheets/sheet1.xml";
    constexpr std::string_view kStrings = "xl/sharedStrings.xml";
    const auto parts = ZippedParts::open(
        file, [&](const std::string& name) { return name == kSheet || name == kStrings; });
    if (!parts)
        return tl::unexpected(parts.error());
    if (parts->part(kSheet).empty()) {
        return geo::fail(file.path + ": the spreadsheet cannot be read: " + parts->failure(kSheet) +
                         "; save it as .csv");
    }
    const std::vector<std::string> strings = read_shared_strings(parts->part(kStrings));
    SheetReader sheet(parts->part(kSheet), strings);
    TextTable table;
    table.rows = sheet.read();
    if (!sheet.error().empty())
        table.problems.push_back({file.path, std::string(kSheet) + ": " + sheet.error()});
    if (table.rows.empty())
        return geo::fail(file.path + ": the first sheet of the spreadsheet is empty");
    table.columns = std::move(table.rows.front().cells);
    table.rows.erase(table.rows.begin());
    return table;
}

}  // namespace events
