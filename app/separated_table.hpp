// Tables with separators as the bytes that they are: records and fields without changing any byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// One record: a line, or several where a quoted field holds the ends of lines.
struct TableRecord {
    std::string_view bytes;           ///< without the end of its last line
    std::string_view line_end;        ///< "\n", "\r\n", or empty at the end of the file
    std::size_t line = 0;             ///< of its first line, from 1
    std::vector<std::string> fields;  ///< without quotes
};

/// Reads records of a text that must outlive it. Separator: the one of tab, semicolon, comma that
/// the header holds most of, outside quotes. Where quotes make a record of another number of fields
/// than the header, or hold whole rows, and the plain line has the right number, they are letters.
/// A quoted field ends within 64 KiB, or its quote is a letter too.
class SeparatedTable {
  public:
    explicit SeparatedTable(std::string_view text);

    char separator() const { return m_separator; }
    const std::vector<std::string>& header() const { return m_header.fields; }
    /// The header with its byte order mark, as written.
    const TableRecord& header_record() const { return m_header; }
    /// False at the end.
    bool next(TableRecord& record);
    /// How many bytes have been handed out.
    std::size_t position() const { return m_at; }

  private:
    void read_quoted(TableRecord& record);
    bool holds_rows(std::string_view bytes) const;
    bool read_plain(TableRecord& record) const;
    void advance_past(TableRecord& record);

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    char m_separator = ',';
    TableRecord m_header;
};

/// The field as it must be written between separators: in quotes where it needs them.
std::string quoted_field(std::string_view text, char separator);

}  // namespace app
