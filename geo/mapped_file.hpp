// A file's bytes mapped into memory for reading.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "geo/result.hpp"

namespace geo {

/// Only for files that the program itself shipped or wrote: one that shrinks while it is mapped
/// ends the process. What a user hands in goes through read_input_file.
class MappedFile {
  public:
    static Result<MappedFile> open(const std::string& path);

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    std::span<const std::uint8_t> bytes() const { return {m_data, m_size}; }

  private:
    MappedFile(const std::uint8_t* data, std::size_t size) : m_data(data), m_size(size) {}
    const std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

}  // namespace geo
