// The codes of countries that sources use: ISO 3166-1 alpha-2, alpha-3 and FIPS 10-4.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gazetteer {

/// Alpha-2 from alpha-2 or alpha-3, in either case; empty for anything else.
std::optional<std::string> country_from_iso(std::string_view code);
/// Alpha-2 from FIPS 10-4, by which older GNS files name countries ("NG" is Niger there).
std::optional<std::string> country_from_fips(std::string_view code);

}  // namespace gazetteer
