// The index files of one Gazetteer, seen as one list of places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/index_file.hpp"
#include "gazetteer/name_index.hpp"

namespace gazetteer {

/// The places of file i have the ids from first_of(i) on.
class OpenIndexes {
  public:
    static geo::Result<OpenIndexes> open(const std::vector<std::string>& paths);

    std::size_t size() const { return m_size; }
    std::size_t file_count() const { return m_files.size(); }
    const IndexFile& file(std::size_t index) const { return m_files[index]; }
    PlaceId id(std::size_t file_index, std::uint32_t local) const {
        return PlaceId{m_first[file_index] + local};
    }

    Place place(PlaceId id) const;
    Rank rank(PlaceId id) const;
    std::uint32_t fame(PlaceId id, bool alternate) const;  ///< see IndexFile::fame
    PlaceKind kind(PlaceId id) const;
    geo::LonLat point(PlaceId id) const;
    std::uint16_t country(PlaceId id) const;  ///< packed, see index_format.hpp
    std::string source_id(PlaceId id) const;
    /// Of every open file that knows the place by its source id; those of its own file first.
    std::vector<std::string> names(PlaceId id) const;
    std::vector<std::string> other_ids(PlaceId id) const;
    std::uint16_t doubt(PlaceId id) const;  ///< bits of Doubt
    /// Whether the name of the place that folds to this is one of the past. Cheap where the file
    /// marks no names.
    bool is_historic(PlaceId id, std::string_view folded_name) const;
    /// The last file that has it wins.
    std::optional<PlaceId> by_source_id(std::string_view source_id) const;
    /// The entry of a later file with the same source id, which stands for this one; else the place
    /// itself. Costs nothing where one file is open or the place is in the last one.
    PlaceId current(PlaceId id) const;
    bool is_superseded(PlaceId id) const { return current(id) != id; }

    /// The file of a place and its number there.
    struct Local {
        const IndexFile* file;
        std::uint32_t index;
    };
    Local local(PlaceId id) const;

  private:
    std::optional<std::uint32_t> find_in(std::size_t file, std::string_view source_id) const;
    void add_names(PlaceId id, std::vector<std::string>& names) const;
    std::size_t file_of(PlaceId id) const;

    std::vector<IndexFile> m_files;
    std::vector<std::uint32_t> m_first;
    std::size_t m_size = 0;
};

struct Gazetteer::Impl {
    OpenIndexes indexes;
};

}  // namespace gazetteer
