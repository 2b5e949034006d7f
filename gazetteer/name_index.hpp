// Keys to places within one index file: exact, by prefix, by sound, within a few typed errors.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "gazetteer/hash_slots.hpp"
#include "gazetteer/index_file.hpp"
#include "gazetteer/key_tree.hpp"

namespace gazetteer {

/// Position of a key in the sorted list of an index file.
using KeyIndex = std::uint32_t;

/// A view of an IndexFile, which must outlive it. Cheap to make; safe on damaged files.
class NameIndex {
  public:
    explicit NameIndex(const IndexFile& file);

    std::size_t key_count() const { return m_key_bytes.size(); }
    std::string_view key(KeyIndex index) const;
    /// Places, the best known first, with kAlternateBit where the name is not the shown one.
    std::span<const std::uint32_t> postings(KeyIndex index) const;
    /// How well known the best known place of a key is; see kFameSteps. 0 outside.
    std::uint8_t fame(KeyIndex index) const {
        return index < m_key_fame.size() ? m_key_fame[index] : std::uint8_t{0};
    }

    /// One hash probe.
    std::optional<KeyIndex> find(std::string_view folded) const;
    /// The keys that start with a folded prefix: [first, second).
    std::pair<KeyIndex, KeyIndex> with_prefix(std::string_view folded) const;
    /// Keys whose sound_key is that of `folded`, itself included.
    std::vector<KeyIndex> with_sound(std::string_view folded) const;
    /// Keys with this very sound_key.
    std::vector<KeyIndex> with_sound_key(std::string_view sound) const;

    struct Near {
        KeyIndex key;
        int edits;
    };
    /// Keys within `max_edits` (at most kMaxEdits) insertions, deletions, replacements or swaps of
    /// neighbouring letters, in the order of the keys; `folded` itself at 0 edits. None for names
    /// of more than kMaxEditLetters letters.
    std::vector<Near> within_edits(std::string_view folded, int max_edits) const;

    /// Keys in [range.first, range.second) by fame, the best known first: each call of next() takes
    /// a few hundred nanoseconds, however long the range.
    class ByFame {
      public:
        ByFame(const NameIndex& index, std::pair<KeyIndex, KeyIndex> range);
        std::optional<KeyIndex> next();
        /// No key to come has a fame (as in IndexFile::fame) above this; none without keys to come.
        std::optional<std::uint32_t> bound() const {
            if (m_heap.empty())
                return std::nullopt;
            return m_heap.front().fame * 256U;
        }

      private:
        struct Item {
            std::uint8_t fame;
            std::uint8_t level;
            std::uint32_t at;
            bool operator<(const Item& other) const;
        };
        void push(std::size_t level, std::size_t at);
        const NameIndex* m_index;
        std::vector<Item> m_heap;
    };

  private:
    struct Range {
        std::uint32_t first;
        std::uint32_t last;
        std::size_t depth;
    };
    KeyIndex lower_bound(std::string_view text) const;
    void compare_from_front(const Range& range, const EditAutomaton& automaton,
                            const EditAutomaton::State& state, std::uint32_t letters,
                            std::vector<Near>& found) const;
    void compare_from_back(const Range& range, const EditAutomaton& automaton,
                           const EditAutomaton::State& state, std::uint32_t letters,
                           std::vector<Near>& found) const;
    std::span<const std::uint8_t> fame_level(std::size_t level) const;

    const IndexFile* m_file;
    std::span<const std::uint64_t> m_key_block;
    std::span<const std::uint8_t> m_key_bytes;
    std::string_view m_text;
    std::span<const std::uint32_t> m_key_letters;
    std::span<const std::uint8_t> m_key_fame;
};

}  // namespace gazetteer
