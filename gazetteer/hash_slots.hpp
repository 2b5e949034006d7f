// A compact table from hashes to numbered entries, made once and mapped.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace gazetteer {

/// Open addressing with linear probing, three quarters full: 5.3 bytes an entry. A slot holds the
/// entry's number plus one in its low bits and a piece of the hash above them, so that most probes
/// for absent texts end without a look at the entries. 0 is an empty slot.
class HashSlots {
  public:
    HashSlots(std::span<const std::uint32_t> slots, std::size_t entry_count)
        : m_slots(slots), m_number_bits(static_cast<unsigned>(std::bit_width(entry_count))) {}

    /// Calls `is_it(entry)` for the entries that may have this hash until it says yes; whether it
    /// did. Ends on any content.
    template <typename IsIt>
    bool probe(std::uint64_t hash, const IsIt& is_it) const {
        if (m_slots.empty())
            return false;
        std::size_t slot = first_slot(hash, m_slots.size());
        const std::uint32_t piece = piece_of(hash, m_number_bits);
        const std::uint32_t number_mask = static_cast<std::uint32_t>((1ULL << m_number_bits) - 1);
        // A full table cannot come from the builder; the count keeps a damaged one from looping.
        for (std::size_t probes = 0; probes < m_slots.size() && m_slots[slot] != 0; ++probes) {
            const std::uint32_t number = m_slots[slot] & number_mask;
            if ((m_slots[slot] & ~number_mask) == piece && number != 0 && is_it(number - 1))
                return true;
            slot = slot + 1 == m_slots.size() ? 0 : slot + 1;
        }
        return false;
    }

    /// The slots for entries with these hashes, in this order: of equal ones the first is probed
    /// first.
    static std::vector<std::uint32_t> fill(std::span<const std::uint64_t> hashes) {
        std::vector<std::uint32_t> slots(hashes.size() + hashes.size() / 3 + 1, 0);
        const auto number_bits = static_cast<unsigned>(std::bit_width(hashes.size()));
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            std::size_t slot = first_slot(hashes[i], slots.size());
            while (slots[slot] != 0)
                slot = slot + 1 == slots.size() ? 0 : slot + 1;
            slots[slot] = piece_of(hashes[i], number_bits) | static_cast<std::uint32_t>(i + 1);
        }
        return slots;
    }

  private:
    static std::size_t first_slot(std::uint64_t hash, std::size_t slot_count) {
        return static_cast<std::size_t>(((hash >> 32U) * slot_count) >> 32U);
    }
    static std::uint32_t piece_of(std::uint64_t hash, unsigned number_bits) {
        return static_cast<std::uint32_t>((hash & 0xFFFFFFFFU) << number_bits);
    }

    std::span<const std::uint32_t> m_slots;
    unsigned m_number_bits;
};

}  // namespace gazetteer
