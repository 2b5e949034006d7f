// Country dumps of GeoNames: where they are fetched from, and whether a file is one.
#pragma once

#include <string>
#include <string_view>

#include "geo/result.hpp"

namespace app {

/// `from` when it is given, else the variable TOPOSCOPE_GEONAMES_URL, else GeoNames' own page of
/// exports (https://download.geonames.org/export/dump, CC BY 4.0).
std::string dump_address(const std::string& from);

/// {country} in the address stands for the code; an address without it gets /{country}.zip.
std::string dump_url(std::string_view address, std::string_view country);
/// The same of the country's alternate names: /alternatenames/{country}.zip, in the folder of the
/// dump when the address names the file.
std::string alternate_names_url(std::string_view address, std::string_view country);

/// Unpacks the file and looks at all of its rows: they must be a GeoNames dump, and nearly all of
/// them (a few lie across a border) of that country. The message says what the file is instead.
geo::Result<void> check_country_dump(const std::string& path, std::string_view country);

/// The same for a file of alternate names.
geo::Result<void> check_alternate_names(const std::string& path);

}  // namespace app
