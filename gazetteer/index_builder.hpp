// Sources to one index file: places are added, those of one source id are merged, names become
// keys.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gazetteer/index_format.hpp"
#include "gazetteer/place.hpp"
#include "geo/output_file.hpp"
#include "geo/polygon.hpp"
#include "geo/result.hpp"

namespace gazetteer {

/// What a source says of one name.
struct SourceName {
    std::string text;
    std::string language;    ///< ISO 639; empty when not said
    std::uint8_t flags = 0;  ///< bits of NameFlag
};

/// One row of a source.
struct SourcePlace {
    std::string source_id;  ///< "scheme:value"; rows with the same one are merged
    std::vector<std::string> other_ids;
    std::string name;
    std::vector<std::string> names;        ///< other names
    std::vector<SourceName> tagged_names;  ///< other names with more said of them
    PlaceKind kind = PlaceKind::town;
    Rank rank = Rank::none;
    std::string country;
    std::string admin1;
    std::string admin2;
    std::string admin3;
    std::string admin_codes[3];  ///< P-codes of those areas, when the source has them
    /// Instead of the names and codes: a path made by IndexBuilder::new_path.
    std::uint32_t path = 0;
    geo::LonLat point;
    int decimals = 0;  ///< of the coordinates as written; 0 when not known
    double radius_km = 0;
    std::uint32_t population = 0;
    std::string area_code;  ///< of an area: P-code, ISO 3166-2; polygons name it by that
    std::string vintage;    ///< of an area: from when its code and outline hold
};

/// What became of a row: a new place, more of a place of an earlier file, or of the same file.
enum class Added { place, merged, again };

class IndexBuilder {
  public:
    IndexBuilder();
    IndexBuilder(IndexBuilder&&) noexcept;
    IndexBuilder& operator=(IndexBuilder&&) noexcept;
    ~IndexBuilder();

    /// A place whose source id is there already gives its fields to it (empty ones excepted) and
    /// adds its names: add the better source later. Names that fold to nothing are kept unkeyed.
    Added add(const SourcePlace& place);
    /// Rows added from here on come from this file; later ones are the better where two disagree.
    void begin_source(std::string_view file);
    /// The scheme of ids that a file gives by its lines: its name, with a number behind it when
    /// another source had a file of that name.
    std::string own_scheme(const std::string& file_name);
    /// A path of areas whose names are not known yet, for rows that come before their areas.
    std::uint32_t new_path();
    void name_path(std::uint32_t path, std::string_view admin1, std::string_view admin2,
                   std::string_view admin3);
    /// Another name for the place with that id; false when there is none.
    bool add_name(std::string_view source_id, const SourceName& name);
    /// Polygons of the place with that id; false when there is none.
    bool add_shape_of(std::string_view source_id, const geo::MultiPolygon& polygons);
    /// A name or demonym of a country, for Gazetteer::country_code.
    void add_country_word(std::string_view word, std::string_view iso2, bool people);
    void add_neighbours(std::string_view iso2, std::string_view neighbour);
    /// Polygons of the place with that area code (a country's is its ISO code); false when there is
    /// none. Several calls for one place add up.
    bool add_shape(std::string_view area_code, const geo::MultiPolygon& polygons);
    /// Polygons of a country that positions are checked against; they are not stored.
    void add_outline(std::string_view iso2, const geo::MultiPolygon& polygons);
    void add_border(std::string_view iso_a, std::string_view iso_b, const geo::Line& line);
    /// A line for `info`: source, version, licence.
    void add_about(std::string_view line);

    std::size_t size() const;
    /// The whole file. Empty of places is allowed. Fails above kMaxPlaces or 4 GiB of text.
    geo::Result<std::string> build() const;

    struct Impl;
    /// For the parts of this library that complete the rows before they are written.
    Impl& impl() { return *m_impl; }

  private:
    std::unique_ptr<Impl> m_impl;
};

/// Which column of a table or field of a layer holds what: names as in its header, compared without
/// case. Empty ones are found by their usual names.
struct TableColumns {
    std::string name;
    std::string names;  ///< other names, between | or ;
    std::string lon;
    std::string lat;
    std::string country;
    std::string admin1;
    std::string admin2;
    std::string admin3;
    std::string id;
    std::string kind;
    std::string population;
};

struct BuildOptions {
    geo::Overwrite overwrite = geo::Overwrite::refuse;
    TableColumns columns{};                      ///< of tables and layers
    std::vector<std::string> alternate_names{};  ///< GeoNames alternateNamesV2 files, packed or not
    std::vector<std::string> areas{};            ///< vector layers with polygons of admin areas
    std::string country{};                       ///< ISO 3166-1 alpha-2 for rows that name none
    std::string vintage{};                       ///< of areas that state none: "2015-04-24"
    std::string
        base_map{};  ///< folder whose countries check positions; not stored. Empty: no check
    std::vector<std::string> about{};  ///< lines for `info`: sources, versions, licences
    /// Whether points are compared with the areas and the country that their source states.
    bool check_points = true;
    /// Whether entries of different sources near each other with names alike become one place.
    bool merge_near = true;
    /// Called now and then with what is being done and how much of it, 0 to 1.
    std::function<void(std::string_view step, double share)> progress{};
};

/// What went into an index. Every row read is kept, merged into another or refused.
struct BuildSummary {
    std::size_t places = 0;
    std::size_t rows_read = 0;
    std::size_t rows_skipped = 0;  ///< refused
    std::size_t rows_merged = 0;   ///< one place with an earlier row, by id or by place and name
    std::size_t areas = 0;         ///< places with a polygon
    std::size_t flagged = 0;       ///< places whose point is in doubt
    std::size_t filled = 0;        ///< places whose areas come from polygons
    std::vector<std::pair<std::string, std::size_t>> refused;  ///< why, and how many rows
    std::vector<std::pair<std::string, std::size_t>> doubts;   ///< what, and how many places
};

/// Reads each source and writes one index. What a source is, its content says: a folder with a base
/// map, a GeoNames dump (19 columns, no header), a GNS country file, a table with a header of
/// column names, or a vector layer; packed with gzip or zip or not. The old file at `index_path`
/// stays when anything fails. Rows that cannot be read are problems with `file:line`, the first 20
/// of a kind and then their number.
geo::Result<geo::Loaded<BuildSummary>> build_index(const std::vector<std::string>& sources,
                                                   const std::string& index_path,
                                                   const BuildOptions& options);

}  // namespace gazetteer
