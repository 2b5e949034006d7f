// Look-up of folded names in an index file.
#include "gazetteer/name_index.hpp"

#include "gazetteer/name_key.hpp"

namespace gazetteer {

NameIndex::NameIndex(const IndexFile& file)
    : m_file(&file),
      m_key_block(file.column<std::uint64_t>(Section::key_block)),
      m_key_bytes(file.column<std::uint8_t>(Section::key_bytes)),
      m_text(file.text(Section::key_text)),
      m_key_letters(file.column<std::uint32_t>(Section::key_letters)),
      m_key_fame(file.column<std::uint8_t>(Section::key_fame)) {
    const std::size_t count = std::min({m_key_bytes.size(), m_key_letters.size(), m_key_fame.size(),
                                        m_key_block.size() * kKeysPerBlock,
                                        file.column<std::uint32_t>(Section::key_place).size()});
    m_key_bytes = m_key_bytes.first(count);
}

std::string_view NameIndex::key(KeyIndex index) const {
    if (index >= key_count())
        return {};
    std::uint64_t first = m_key_block[index / kKeysPerBlock];
    for (std::size_t i = index / kKeysPerBlock * kKeysPerBlock; i < index; ++i)
        first += m_key_bytes[i];
    const std::size_t bytes = m_key_bytes[index];
    if (first > m_text.size() || bytes > m_text.size() - first)
        return {};
    return m_text.substr(first, bytes);
}

std::span<const std::uint32_t> NameIndex::postings(KeyIndex index) const {
    if (index >= key_count())
        return {};
    const auto single = m_file->column<std::uint32_t>(Section::key_place).subspan(index, 1);
    if ((single[0] & kPlaceListBit) == 0)
        return single;
    const auto lists = m_file->column<std::uint32_t>(Section::place_lists);
    const std::size_t first = single[0] & ~kPlaceListBit;
    if (first >= lists.size() || lists[first] > lists.size() - first - 1)
        return {};
    return lists.subspan(first + 1, lists[first]);
}

std::optional<KeyIndex> NameIndex::find(std::string_view folded) const {
    const HashSlots slots(m_file->column<std::uint32_t>(Section::key_slots), key_count());
    std::optional<KeyIndex> found;
    slots.probe(checksum64(folded), [&](std::uint32_t candidate) {
        if (key(candidate) != folded)
            return false;
        found = candidate;
        return true;
    });
    return found;
}

KeyIndex NameIndex::lower_bound(std::string_view text) const {
    KeyIndex low = 0;
    auto high = static_cast<KeyIndex>(key_count());
    // The first keys of blocks are the cheap ones to read.
    while (high - low > kKeysPerBlock) {
        KeyIndex middle = (low + (high - low) / 2) / kKeysPerBlock * kKeysPerBlock;
        if (middle <= low)
            middle += kKeysPerBlock;
        if (middle >= high)
            break;
        if (key(middle) < text)
            low = middle + 1;
        else
            high = middle;
    }
    while (low < high) {
        const KeyIndex middle = low + (high - low) / 2;
        if (key(middle) < text)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::pair<KeyIndex, KeyIndex> NameIndex::with_prefix(std::string_view folded) const {
    if (folded.empty())
        return {0, 0};
    const KeyIndex first = lower_bound(folded);
    std::string after(folded);
    while (!after.empty() && static_cast<unsigned char>(after.back()) == 0xFF)
        after.pop_back();
    if (after.empty())
        return {first, static_cast<KeyIndex>(key_count())};
    after.back() = static_cast<char>(static_cast<unsigned char>(after.back()) + 1);
    return {first, std::max(first, lower_bound(after))};
}

std::vector<KeyIndex> NameIndex::with_sound(std::string_view folded) const {
    return with_sound_key(sound_key(folded));
}

std::vector<KeyIndex> NameIndex::with_sound_key(std::string_view sound) const {
    std::vector<KeyIndex> keys;
    const HashSlots slots(m_file->column<std::uint32_t>(Section::sound_slots), key_count());
    slots.probe(checksum64(sound), [&](std::uint32_t candidate) {
        if (sound_key(key(candidate)) == sound)
            keys.push_back(candidate);
        return false;
    });
    return keys;
}

std::span<const std::uint8_t> NameIndex::fame_level(std::size_t level) const {
    if (level == 0)
        return m_key_fame;
    const auto peaks = m_file->column<std::uint8_t>(Section::fame_peaks);
    std::size_t first = 0;
    std::size_t count = m_key_fame.size();
    for (std::size_t i = 1; i <= level; ++i) {
        first += i == 1 ? 0 : count;
        count = (count + kFameFanOut - 1) / kFameFanOut;
    }
    if (first > peaks.size() || count > peaks.size() - first)
        return {};
    return peaks.subspan(first, count);
}

bool NameIndex::ByFame::Item::operator<(const Item& other) const {
    if (fame != other.fame)
        return fame < other.fame;
    // Keys before groups of keys, then in their order.
    return level != other.level ? level > other.level : at > other.at;
}

void NameIndex::ByFame::push(std::size_t level, std::size_t at) {
    const auto fames = m_index->fame_level(level);
    if (at >= fames.size())
        return;
    m_heap.push_back({fames[at], static_cast<std::uint8_t>(level), static_cast<std::uint32_t>(at)});
    std::push_heap(m_heap.begin(), m_heap.end());
}

NameIndex::ByFame::ByFame(const NameIndex& index, std::pair<KeyIndex, KeyIndex> range)
    : m_index(&index) {
    m_heap.reserve(128);
    std::size_t first = range.first;
    std::size_t last = range.second;
    for (std::size_t level = 0; first < last; ++level) {
        // Whole groups go to the level above; what sticks out at both ends stays here.
        const std::size_t group_first = (first + kFameFanOut - 1) / kFameFanOut;
        const std::size_t group_last = last / kFameFanOut;
        const bool has_groups = group_first < group_last;
        const std::size_t left_end = has_groups ? group_first * kFameFanOut : last;
        for (std::size_t at = first; at < left_end; ++at)
            push(level, at);
        for (std::size_t at = group_last * kFameFanOut; has_groups && at < last; ++at)
            push(level, at);
        first = has_groups ? group_first : 0;
        last = has_groups ? group_last : 0;
    }
}

std::optional<KeyIndex> NameIndex::ByFame::next() {
    while (!m_heap.empty()) {
        std::pop_heap(m_heap.begin(), m_heap.end());
        const Item item = m_heap.back();
        m_heap.pop_back();
        if (item.level == 0)
            return item.at;
        const std::size_t level = item.level - std::size_t{1};
        for (std::size_t i = 0; i < kFameFanOut; ++i)
            push(level, item.at * kFameFanOut + i);
    }
    return std::nullopt;
}

}  // namespace gazetteer
