// Readers of the sources of an index: tables, dumps, layers, base maps.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer/index_builder.hpp"
#include "gazetteer/problem_log.hpp"
#include "gazetteer/source_lines.hpp"
#include "geo/result.hpp"

namespace gazetteer {

/// What became of the rows of one source.
struct RowCounts {
    std::size_t read = 0;
    std::size_t skipped = 0;
};

/// Where readers put places, and what they were asked for.
struct SourceContext {
    IndexBuilder& builder;
    const BuildOptions& options;
    ProblemLog& log;

    /// Calls the progress of the options every few thousand rows.
    void show_progress(const SourceLines& lines) const;
    /// Says once for a file that it is not UTF-8; closes the list of its problems.
    void close(const SourceLines& lines) const;
};

/// "own.csv" of a path or of a file inside a zip.
std::string file_name_of(std::string_view path);

/// What the first bytes of a file say it is.
enum class LineFormat {
    geonames,
    alternate_names,
    admin_codes,
    gns,
    country_words,
    neighbours,
    table,
    none
};
LineFormat format_of(std::string_view head);

/// The areas of GeoNames dumps: rows name them by codes, and the rows that name the codes may come
/// later or in another file.
class GeonamesAreas {
  public:
    /// The path of areas with these codes; new ones are named by finish.
    std::uint32_t path_of(IndexBuilder& builder, std::string_view country, std::string_view admin1,
                          std::string_view admin2, std::string_view admin3);
    /// `codes` as in GeoNames: "ML.04" or "ML.04.7701484".
    void add_name(const std::string& codes, std::string_view name);
    void finish(IndexBuilder& builder) const;

  private:
    std::unordered_map<std::string, std::uint32_t> m_paths;  ///< by all codes, dots between
    std::unordered_map<std::string, std::string> m_names;    ///< by codes down to a level
    std::string m_key;
};

/// A GeoNames dump: 19 columns, tabs, no header.
RowCounts add_geonames(SourceLines& lines, const SourceContext& context, GeonamesAreas& areas);
/// alternateNamesV2: more names for places that are there; those of other places are passed over.
RowCounts add_alternate_names(SourceLines& lines, const SourceContext& context);
/// admin1CodesASCII or admin2Codes of GeoNames: names of areas alone.
RowCounts add_admin_codes(SourceLines& lines, const SourceContext& context, GeonamesAreas& areas);
/// A GNS country file of before or after 2022; rows of one UFI are names of one place.
geo::Result<RowCounts> add_gns(SourceLines& lines, const SourceContext& context);
/// A table with tabs, commas or semicolons and a header (column_roles.hpp). Without an id column
/// the file's name and line make one. A row without a name or position is refused.
geo::Result<RowCounts> add_table(SourceLines& lines, const SourceContext& context);
/// country_words.tsv and neighbours.tsv of the shipped data.
RowCounts add_country_words(SourceLines& lines, const SourceContext& context);
RowCounts add_neighbours(SourceLines& lines, const SourceContext& context);

/// Points and areas of a vector file, or of the vector files in a zip. Areas of a known level
/// become places of that kind with a polygon; the others give their label point.
geo::Result<RowCounts> add_layers(const std::string& path, const SourceContext& context);

/// Polygons and borders from the folder of a base map, for the places that are there already.
/// Counts areas; those without a place are skipped.
geo::Result<RowCounts> add_base_map(IndexBuilder& builder, const std::string& folder);

/// The outlines of its countries, to check positions against.
geo::Result<void> add_outlines(IndexBuilder& builder, const std::string& folder);

/// What a GeoNames feature code says: kind and rank. `code` without its class ("PPLC").
struct FeatureMeaning {
    PlaceKind kind;
    Rank rank;
};
FeatureMeaning meaning_of_feature(char feature_class, std::string_view code);

}  // namespace gazetteer
