// Readers of the sources of an index: tables with a header, and GeoNames dumps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/index_builder.hpp"
#include "geo/result.hpp"

namespace gazetteer {

/// What became of the rows of one source.
struct RowCounts {
    std::size_t read = 0;
    std::size_t skipped = 0;
};

/// The text of a source: unpacked when it is gzip, without a byte order mark. Fails naming the
/// file.
geo::Result<std::string> read_source_text(const std::string& path);

/// A table with tabs, commas or semicolons and a header. Known columns: id, name, names (with | or
/// ;), kind, country, admin1, admin2, lon, lat, population, radius_km, feature (GeoNames code),
/// attested (number of sources) and their usual other names (longitude, lng, x, P-code columns of
/// OCHA ...). Without an id column the file's name and line make one. A row without a name or
/// position is a problem and is skipped.
geo::Result<RowCounts> add_table(IndexBuilder& builder, std::string_view text,
                                 const std::string& file, std::vector<geo::Problem>& problems);

/// A GeoNames dump: 19 columns, tabs, no header. Features of classes A, P, L, S, H and T are taken.
RowCounts add_geonames(IndexBuilder& builder, std::string_view text, const std::string& file,
                       std::vector<geo::Problem>& problems);
/// Whether the first line is one of a GeoNames dump.
bool is_geonames(std::string_view text);

/// country_words.tsv and neighbours.tsv of the shipped data.
RowCounts add_country_words(IndexBuilder& builder, std::string_view text, const std::string& file,
                            std::vector<geo::Problem>& problems);
RowCounts add_neighbours(IndexBuilder& builder, std::string_view text, const std::string& file,
                         std::vector<geo::Problem>& problems);

/// Polygons and borders from the folder of a base map, for the places that are there already.
/// Counts areas; those without a place are skipped.
geo::Result<RowCounts> add_base_map(IndexBuilder& builder, const std::string& folder);

/// What a GeoNames feature code says: kind and rank. `code` without its class ("PPLC").
struct FeatureMeaning {
    PlaceKind kind;
    Rank rank;
};
FeatureMeaning meaning_of_feature(char feature_class, std::string_view code);

}  // namespace gazetteer
