// Keys to places within one index file: exact, by prefix, by sound, within a few typed errors.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "gazetteer/index_file.hpp"

namespace gazetteer {

/// Position of a key in the sorted list of an index file.
using KeyIndex = std::uint32_t;

/// A view of an IndexFile, which must outlive it. Cheap to make; safe on damaged files.
class NameIndex {
  public:
    explicit NameIndex(const IndexFile& file);

    std::size_t key_count() const { return m_offsets.empty() ? 0 : m_offsets.size() - 1; }
    std::string_view key(KeyIndex index) const;
    /// Places with kAlternateBit where the name is not the shown one.
    std::span<const std::uint32_t> postings(KeyIndex index) const;

    /// One hash probe.
    std::optional<KeyIndex> find(std::string_view folded) const;
    /// The keys that start with a folded prefix: [first, second).
    std::pair<KeyIndex, KeyIndex> with_prefix(std::string_view folded) const;
    /// Keys whose sound_key is that of `folded`, itself included.
    std::vector<KeyIndex> with_sound(std::string_view folded) const;

    struct Near {
        KeyIndex key;
        int edits;
    };
    /// Keys within `max_edits` insertions, deletions, replacements or swaps of neighbouring bytes.
    /// Walks the sorted keys as a tree and leaves each branch at the first hopeless byte.
    std::vector<Near> within_edits(std::string_view folded, int max_edits) const;

  private:
    KeyIndex lower_bound(std::string_view text, KeyIndex from) const;
    KeyIndex end_of_prefix(std::string_view prefix, KeyIndex from) const;

    const IndexFile* m_file;
    std::span<const std::uint32_t> m_offsets;
    std::string_view m_text;
};

}  // namespace gazetteer
