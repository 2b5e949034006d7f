// One index file, mapped: typed views of its sections, checked so that no content can lead outside.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "gazetteer/index_format.hpp"
#include "geo/result.hpp"

namespace gazetteer {

class IndexFile {
  public:
    /// Maps the file and checks its header, version, length and the table of sections; the sections
    /// themselves are not read (see verify). The message names the file and what to do.
    static geo::Result<IndexFile> open(const std::string& path);

    IndexFile(IndexFile&& other) noexcept;
    IndexFile& operator=(IndexFile&& other) noexcept;
    IndexFile(const IndexFile&) = delete;
    IndexFile& operator=(const IndexFile&) = delete;
    ~IndexFile();

    /// Reads the whole file and compares the checksum of each section.
    geo::Result<void> verify() const;

    const std::string& path() const { return m_path; }
    std::uint32_t place_count() const { return m_header.place_count; }

    template <typename T>
    std::span<const T> column(Section section) const {
        const SectionEntry& entry = m_header.sections[static_cast<std::size_t>(section)];
        return {reinterpret_cast<const T*>(m_data + entry.offset), entry.bytes / sizeof(T)};
    }
    std::string_view text(Section section) const;

    /// The value of a column, or zero where a damaged file points outside.
    template <typename T>
    T value(Section section, std::size_t index) const {
        const auto values = column<T>(section);
        return index < values.size() ? values[index] : T{};
    }
    /// How well known a place is, in steps of 1 / kFameSteps; less when a name that is not the
    /// shown one is meant.
    std::uint32_t fame(std::uint32_t place, bool alternate) const {
        return fame_by_name(value<std::uint16_t>(Section::fame, place), alternate);
    }
    /// Empty for an offset outside.
    std::string_view string_at(std::uint32_t offset) const;
    /// The range [first, second) of a column of offsets, inside `size`.
    std::pair<std::uint32_t, std::uint32_t> range(Section firsts, std::size_t index,
                                                  std::size_t size) const;

  private:
    IndexFile() = default;
    std::string m_path;
    const char* m_data = nullptr;
    std::size_t m_bytes = 0;
    IndexHeader m_header{};
};

}  // namespace gazetteer
