// How numbers and hash tables become the bytes of an index's sections.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "gazetteer/index_format.hpp"

namespace gazetteer {

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
    std::string bytes(values.size() * sizeof(T), '\0');
    if (!values.empty())
        std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

inline std::string& at(std::vector<std::string>& sections, Section section) {
    return sections[static_cast<std::size_t>(section)];
}

}  // namespace gazetteer
