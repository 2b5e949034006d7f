// CSV after RFC 4180, safe to open in a spreadsheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/vector_writer.hpp"

namespace events {

/// Appends one cell: quoted when it holds a comma, a quote or a line break. Text that a spreadsheet
/// would run as a formula (first character = + - @, tab or carriage return) gets a leading
/// apostrophe.
void append_csv_text(std::string& out, std::string_view text);

/// Appends one row, ended by CRLF. Numbers are written as they are; nothing is an empty cell.
void append_csv_row(std::string& out, const std::vector<geo::FieldValue>& values);

/// A header and a row for each feature. After the fields stand the columns `lon` and `lat` of
/// points and `end_lon` and `end_lat` of lines, whose start is in the first two.
std::string to_csv(const geo::FeatureLayer& layer);

}  // namespace events
