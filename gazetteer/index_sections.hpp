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

inline std::uint32_t slot_count_for(std::size_t entries) {
    std::uint32_t slots = 16;
    while (slots < entries * 2)
        slots *= 2;
    return slots;
}

template <typename HashOf>
std::vector<std::uint32_t> fill_slots(std::size_t entries, const HashOf& hash_of) {
    const std::uint32_t slots = slot_count_for(entries);
    std::vector<std::uint32_t> table(slots, 0);
    for (std::uint32_t i = 0; i < entries; ++i) {
        std::uint32_t slot = hash_of(i) & (slots - 1);
        while (table[slot] != 0)
            slot = (slot + 1) & (slots - 1);
        table[slot] = i + 1;
    }
    return table;
}

inline std::string& at(std::vector<std::string>& sections, Section section) {
    return sections[static_cast<std::size_t>(section)];
}

}  // namespace gazetteer
