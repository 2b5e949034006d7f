// What an IndexBuilder keeps until the index is written.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gazetteer/index_builder.hpp"
#include "gazetteer/string_pool.hpp"

namespace gazetteer {

inline constexpr std::uint32_t kNoName = 0xFFFFFFFFU;

/// A name of a place, and where its next one stands in Impl::names.
struct NameLink {
    std::uint32_t text = 0;  ///< offset in the pool
    std::uint32_t next = kNoName;
    std::uint16_t language = 0;  ///< pack_language
    std::uint8_t flags = 0;      ///< bits of NameFlag
};

/// A place with its texts as offsets in a StringPool. 40 bytes: a dump of the world has 13 million.
struct IndexRow {
    std::uint32_t first_name = kNoName;  ///< the shown one, in Impl::names
    std::uint32_t id_value = 0;
    std::uint32_t admin_path = 0;  ///< in Impl::paths
    std::int32_t lon = 0;          ///< 1e-7 degrees
    std::int32_t lat = 0;
    std::uint32_t population = 0;
    std::uint16_t country = 0;
    std::uint16_t radius_km = 0;
    std::uint16_t source = 0;  ///< in Impl::sources: the file that gave the point
    std::uint8_t id_scheme = 0;
    PlaceKind kind = PlaceKind::other;
    Rank rank = Rank::none;
    std::uint8_t decimals = 0;  ///< of the coordinates as written, for the better of two sources
};

/// The areas that a source puts its places into: names and codes as offsets in the pool.
struct AdminPath {
    std::uint32_t names[3] = {0, 0, 0};
    std::uint32_t codes[3] = {0, 0, 0};
    bool operator==(const AdminPath&) const = default;
};

struct AdminPathHash {
    std::size_t operator()(const AdminPath& path) const {
        return checksum64({reinterpret_cast<const char*>(&path), sizeof(path)});
    }
};

struct RowDoubt {
    std::uint16_t flags = 0;
    std::vector<std::string> reasons;
    std::optional<geo::LonLat> likely;  ///< where it fits its own area: mirrored or turned
};

struct AreaNote {
    std::uint32_t code = 0;
    std::uint32_t vintage = 0;
};

struct IndexBuilder::Impl {
    struct Border {
        std::uint16_t a;
        std::uint16_t b;
        geo::Line line;
    };
    struct CountryWord {
        std::uint16_t country;
        bool people;
    };
    struct Id {
        std::uint8_t scheme;
        std::uint32_t value;
    };
    struct OtherId {
        std::uint32_t row;
        Id id;
    };

    StringPool pool;
    std::vector<IndexRow> rows;
    std::vector<NameLink> names;
    std::vector<AdminPath> paths = std::vector<AdminPath>(1);
    std::unordered_map<AdminPath, std::uint32_t, AdminPathHash> path_numbers;
    std::vector<SchemeRecord> schemes;
    std::vector<std::string> sources = {""};
    std::map<std::string, std::vector<std::size_t>> sources_of_file;  ///< by name of the file
    std::vector<OtherId> other_ids;
    /// By hash of the id: row + 1, or the complement of a number in other_ids; 0 when empty.
    std::vector<std::uint32_t> id_slots = std::vector<std::uint32_t>(1024, 0);
    std::size_t id_count = 0;
    std::map<std::string, CountryWord, std::less<>> country_words;
    std::set<std::pair<std::uint16_t, std::uint16_t>> neighbours;
    std::unordered_map<std::string, std::uint32_t> row_of_area;  ///< by area code
    std::map<std::uint32_t, geo::MultiPolygon> shapes;           ///< by row
    std::map<std::uint32_t, AreaNote> area_notes;                ///< by row
    std::map<std::uint32_t, RowDoubt> doubts;                    ///< by row
    std::map<std::uint16_t, geo::MultiPolygon> outlines;         ///< by country
    std::vector<Border> borders;
    std::string about;
    std::size_t same_id_rows = 0;

    std::uint8_t scheme(std::string_view name, bool numeric);
    Id make_id(std::string_view source_id);
    std::string id_text(Id id) const;
    Id id_of(const IndexRow& row) const { return {row.id_scheme, row.id_value}; }
    /// The slot of the id in id_slots, or the empty one where it would go.
    std::size_t id_slot(Id id) const;
    void grow_id_slots();
    /// After rows were taken out.
    void rebuild_ids();
    std::optional<std::uint32_t> row_of(Id id) const;
    /// Nothing when some place has the id already.
    void add_other_id(std::uint32_t row, Id id);
    void set_areas(IndexRow& row, const SourcePlace& place);
    /// Remembers where the row stood when a later source moves it far.
    void note_move(std::uint32_t row, geo::LonLat to);
    /// The row of the id; a new one where none has it.
    std::uint32_t row_for(std::string_view source_id, bool& is_new);
    std::uint32_t path_number(const AdminPath& path);
    /// Calls with each NameLink of the row, the shown one first.
    template <typename Visit>
    void for_each_name(const IndexRow& row, const Visit& visit) const {
        for (std::uint32_t n = row.first_name; n != kNoName; n = names[n].next)
            visit(names[n]);
    }
    /// Adds the name at the end, or completes the one that is there; `shown` puts it first.
    void add_name(IndexRow& row, const NameLink& name, bool shown);
    void doubt(std::uint32_t row, Doubt flag, std::string reason);

    void write_columns(std::vector<std::string>& sections) const;
    void write_names_and_ids(std::vector<std::string>& sections) const;
    /// Adds to the pool: before the strings are written.
    void write_notes(std::vector<std::string>& sections);
    void write_keys(std::vector<std::string>& sections) const;
    void write_grid(std::vector<std::string>& sections) const;
    void write_country_words(std::vector<std::string>& sections);
    void write_shapes(std::vector<std::string>& sections) const;
};

}  // namespace gazetteer
