// Lines and fields of separated text, with quotes where the separator is a comma or semicolon.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gazetteer {

/// Hands out the lines of a text one by one; CR LF counts as one end. Newlines inside quotes do not
/// end a line when `quotes` is set.
class LineReader {
  public:
    LineReader(std::string_view text, bool quotes) : m_rest(text), m_quotes(quotes) {}
    /// False at the end.
    bool next(std::string_view& line);
    /// Of the line last handed out, from 1.
    std::size_t number() const { return m_number; }

  private:
    std::string_view m_rest;
    bool m_quotes;
    std::size_t m_number = 0;
    std::size_t m_next_number = 1;
};

/// Splits a line; quoted fields lose their quotes when `quotes` is set.
void split_fields(std::string_view line, char separator, bool quotes,
                  std::vector<std::string>& fields);

/// The whole field as a number; empty when it is anything else.
std::optional<double> parse_number(std::string_view field);

}  // namespace gazetteer
