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
    geo::LonLat point(PlaceId id) const;
    std::uint16_t country(PlaceId id) const;  ///< packed, see index_format.hpp
    std::string source_id(PlaceId id) const;
    std::vector<std::string> names(PlaceId id) const;
    /// The last file that has it wins.
    std::optional<PlaceId> by_source_id(std::string_view source_id) const;

    /// The file of a place and its number there.
    struct Local {
        const IndexFile* file;
        std::uint32_t index;
    };
    Local local(PlaceId id) const;

  private:
    std::vector<IndexFile> m_files;
    std::vector<std::uint32_t> m_first;
    std::size_t m_size = 0;
};

struct Gazetteer::Impl {
    OpenIndexes indexes;
};

}  // namespace gazetteer
