// Places of open gazetteers as a table or a layer, complete enough to build an index from again.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "geo/output_file.hpp"
#include "geo/result.hpp"

namespace app {

enum class PlaceTableFormat : std::uint8_t { csv, tsv, geojson, geopackage };

/// From the ending of a file's name, any case; empty for others.
std::optional<PlaceTableFormat> place_table_format(std::string_view path);

/// Which places; an empty list means all.
struct PlaceTableFilter {
    std::vector<std::string> countries;
    std::vector<gazetteer::PlaceKind> kinds;
};

/// Columns: id, other_ids, name, names, kind, country, admin1, admin2, admin3, lon, lat,
/// population, radius_km, feature (the GeoNames code of a seat), attested, area_code, vintage,
/// doubt. Ids and names are joined with "|"; a "|", ";" or "\" in one has a "\" before it. In .csv
/// and .tsv a cell that a spreadsheet would run as a formula gets a leading apostrophe, and tabs
/// and line ends in .tsv become spaces. A place that a later gazetteer has under the same id is
/// left out. Returns how many were written; memory for all of them is needed for a GeoPackage
/// alone.
geo::Result<std::size_t> write_place_table(const gazetteer::Gazetteer& gazetteer,
                                           const PlaceTableFilter& filter, const std::string& path,
                                           PlaceTableFormat format, geo::Overwrite overwrite,
                                           const std::function<void(double share)>& progress);

}  // namespace app
