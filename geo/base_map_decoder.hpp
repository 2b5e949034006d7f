// Reads the base map's file format (assets/basemap/README.md). Used by base_map.cpp alone.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "geo/base_map.hpp"
#include "geo/mapped_file.hpp"

namespace geo {

/// The lines that areas and borders of one file are made of.
struct ArcTable {
    std::vector<LonLat> positions;
    std::vector<std::uint32_t> starts;  ///< one more than there are arcs

    std::size_t size() const { return starts.empty() ? 0 : starts.size() - 1; }
    std::span<const LonLat> arc(std::size_t index) const {
        return std::span(positions).subspan(starts[index], starts[index + 1] - starts[index]);
    }
};

/// One scale's file, mapped and checked, not yet decoded.
class BaseMapFile {
  public:
    /// Fails naming the file when it is missing, of another version or damaged.
    static Result<BaseMapFile> open(const std::string& path);

    /// Both give what could be read before the first byte that makes no sense; a file that passed
    /// open's checksum has none.
    ArcTable decode_arcs() const;
    BaseLayerData decode_layer(std::uint32_t number, const ArcTable& arcs) const;

  private:
    explicit BaseMapFile(MappedFile file) : m_file(std::move(file)) {}
    struct Section {
        std::uint32_t number, offset, size;
    };
    std::span<const std::uint8_t> section(std::uint32_t number) const;

    MappedFile m_file;
    std::vector<Section> m_sections;
    double m_units_per_degree = 1;
};

}  // namespace geo
