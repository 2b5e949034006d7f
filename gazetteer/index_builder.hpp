// Sources to one index file: places are added, those of one source id are merged, names become
// keys.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/index_format.hpp"
#include "gazetteer/place.hpp"
#include "geo/output_file.hpp"
#include "geo/polygon.hpp"
#include "geo/result.hpp"

namespace gazetteer {

/// One row of a source.
struct SourcePlace {
    std::string source_id;  ///< "scheme:value"; rows with the same one are merged
    std::string name;
    std::vector<std::string> names;  ///< other names
    PlaceKind kind = PlaceKind::town;
    Rank rank = Rank::none;
    std::string country;
    std::string admin1;
    std::string admin2;
    geo::LonLat point;
    double radius_km = 0;
    std::uint32_t population = 0;
    std::string area_code;  ///< by which polygons name it: ISO 3166-2
};

class IndexBuilder {
  public:
    IndexBuilder();
    IndexBuilder(IndexBuilder&&) noexcept;
    IndexBuilder& operator=(IndexBuilder&&) noexcept;
    ~IndexBuilder();

    /// A place whose source id is there already gives its fields to it (empty ones excepted) and
    /// adds its names: add the better source later. Names that fold to nothing are kept unkeyed.
    void add(const SourcePlace& place);
    /// A name or demonym of a country, for Gazetteer::country_code.
    void add_country_word(std::string_view word, std::string_view iso2, bool people);
    void add_neighbours(std::string_view iso2, std::string_view neighbour);
    /// Polygons of the place with that area code (a country's is its ISO code); false when there is
    /// none. Several calls for one place add up.
    bool add_shape(std::string_view area_code, const geo::MultiPolygon& polygons);
    void add_border(std::string_view iso_a, std::string_view iso_b, const geo::Line& line);
    /// A line for `info`: source, version, licence.
    void add_about(std::string_view line);

    std::size_t size() const;
    /// The whole file. Empty of places is allowed. Fails above kMaxPlaces or 4 GiB of text.
    geo::Result<std::string> build() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// What went into an index.
struct BuildSummary {
    std::size_t places = 0;
    std::size_t rows_read = 0;
    std::size_t rows_skipped = 0;
};

/// Reads each source (a folder with a base map, a GeoNames dump of 19 columns, or a table with a
/// header of column names; both may be packed with gzip) and writes one index. The old file at
/// `index_path` stays when anything fails. Rows that cannot be read are problems with `file:line`.
geo::Result<geo::Loaded<BuildSummary>> build_index(const std::vector<std::string>& sources,
                                                   const std::string& index_path,
                                                   geo::Overwrite overwrite);

}  // namespace gazetteer
