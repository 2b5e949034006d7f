// Fields of a line of separated text, with quotes where the separator is a comma or semicolon.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gazetteer {

/// Splits a line; quoted fields lose their quotes when `quotes` is set.
void split_fields(std::string_view line, char separator, bool quotes,
                  std::vector<std::string>& fields);

/// Of a header: the tab where there is one, else the more frequent of comma and semicolon.
char separator_of(std::string_view header);

/// Splits at tabs without copying.
void split_tabs(std::string_view line, std::vector<std::string_view>& fields);

/// Digits behind the point, at most 7; 0 for none.
int decimals_of(std::string_view number);

/// The whole field as a number; empty when it is anything else.
std::optional<double> parse_number(std::string_view field);

}  // namespace gazetteer
