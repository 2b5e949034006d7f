// Texts of an index, each stored once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/index_format.hpp"

namespace gazetteer {

/// Strings end with NUL; equal ones are stored once. Offset 0 is the empty string. Eight bytes a
/// string beside its text.
class StringPool {
  public:
    StringPool() : m_text(1, '\0'), m_slots(1024, 0) {}

    /// The offset of the text up to its first NUL. 0 when the pool has no room below 4 GiB left;
    /// is_full then says so.
    std::uint32_t add(std::string_view text) {
        text = text.substr(0, text.find('\0'));
        if (text.empty())
            return 0;
        const std::size_t slot = slot_of(text);
        if (m_slots[slot] != 0)
            return m_slots[slot];
        if (m_text.size() + text.size() >= 0xFFFFFFFFULL) {
            m_full = true;
            return 0;
        }
        const auto offset = static_cast<std::uint32_t>(m_text.size());
        m_slots[slot] = offset;
        m_text += text;
        m_text += '\0';
        if (++m_count * 2 > m_slots.size())
            grow();
        return offset;
    }
    std::string_view at(std::uint32_t offset) const { return m_text.c_str() + offset; }
    const std::string& text() const { return m_text; }
    bool is_full() const { return m_full; }

  private:
    std::size_t slot_of(std::string_view text) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = checksum64(text) & mask;
        while (m_slots[slot] != 0 && at(m_slots[slot]) != text)
            slot = (slot + 1) & mask;
        return slot;
    }
    void grow() {
        std::vector<std::uint32_t> old(m_slots.size() * 2, 0);
        old.swap(m_slots);
        for (const std::uint32_t offset : old) {
            if (offset != 0)
                m_slots[slot_of(at(offset))] = offset;
        }
    }

    std::string m_text;
    std::vector<std::uint32_t> m_slots;  ///< offsets by hash, linear probing
    std::size_t m_count = 0;
    bool m_full = false;
};

}  // namespace gazetteer
