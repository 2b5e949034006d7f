// Events and flows as GeoJSON, CSV, KML, FlatGeobuf: the same properties in each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/casebook.hpp"
#include "geo/output_file.hpp"
#include "geo/result.hpp"

namespace events {

struct ExportSelection {
    std::vector<std::size_t> events;  ///< positions in casebook.events()
    std::vector<std::size_t> flows;   ///< positions in casebook.flows()

    static ExportSelection all_of(const Casebook& casebook);
};

/// One RFC 7946 FeatureCollection, valid UTF-8 whatever the reports held, at most 7 decimals, one
/// feature a line: the same casebook and selection give the same bytes. An event is a Point, a flow
/// the geodesic between its ends (cut at the 180th meridian); what has no point, and a flow from a
/// place to itself, has a null geometry and is still there.
std::string to_geojson(const Casebook& casebook, const ExportSelection& selection);

/// The same with a list "mentions" beside the features: every place named in the reports with its
/// byte range, resolved or not. For measuring the reader.
std::string to_geojson_with_mentions(const Casebook& casebook, const ExportSelection& selection,
                                     const std::vector<PlaceMention>& mentions);

/// Whether export_features knows what to write to a file of this name ("-" is GeoJSON).
bool is_known_output(std::string_view path);

/// What the format of this name cannot hold and export_features leaves out, to be told to the
/// person: FlatGeobuf has no features without a place.
std::vector<geo::Problem> export_losses(const Casebook& casebook, const ExportSelection& selection,
                                        const std::string& path);

/// Writes by the ending of `path`: .geojson .json .csv .kml .fgb .gpkg. CSV cells that a
/// spreadsheet would run as a formula are defused with a leading apostrophe.
geo::Result<void> export_features(const Casebook& casebook, const ExportSelection& selection,
                                  const std::string& path, geo::Overwrite overwrite);

}  // namespace events
