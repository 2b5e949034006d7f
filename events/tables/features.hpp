// Events and flows as GeoJSON, CSV, KML, FlatGeobuf: the properties of DESIGN, one table.
#pragma once

#include <string>
#include <vector>

#include "events/casebook.hpp"
#include "geo/output_file.hpp"
#include "geo/result.hpp"

namespace events {

enum class ExportLayer : unsigned char { events, flows, places, all };

struct ExportSelection {
    std::vector<std::size_t> events;  ///< positions in casebook.events()
    std::vector<std::size_t> flows;
};

/// One RFC 7946 FeatureCollection, UTF-8, at most 7 decimals; deterministic.
std::string to_geojson(const Casebook& casebook, const ExportSelection& selection);

/// Writes by the ending of `path`: .geojson .json .csv .kml .fgb .gpkg. CSV cells that a spreadsheet
/// would run as a formula are defused with a leading apostrophe.
geo::Result<void> export_features(const Casebook& casebook, const ExportSelection& selection,
                                  const std::string& path, geo::Overwrite overwrite);

}  // namespace events
