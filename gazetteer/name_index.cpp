// Look-up of folded names in an index file.
#include "gazetteer/name_index.hpp"

#include "gazetteer/name_key.hpp"

namespace gazetteer {

NameIndex::NameIndex(const IndexFile& file)
    : m_file(&file),
      m_offsets(file.column<std::uint32_t>(Section::key_offset)),
      m_text(file.text(Section::key_text)) {}

std::string_view NameIndex::key(KeyIndex index) const {
    if (index >= key_count())
        return {};
    const auto first = m_offsets[index];
    const auto last = m_offsets[index + 1];
    if (last > m_text.size() || first > last)
        return {};
    return m_text.substr(first, last - first);
}

std::span<const std::uint32_t> NameIndex::postings(KeyIndex index) const {
    const auto all = m_file->column<std::uint32_t>(Section::postings);
    if (index >= key_count())
        return {};
    const auto [first, last] = m_file->range(Section::posting_first, index, all.size());
    return all.subspan(first, last - first);
}

std::optional<KeyIndex> NameIndex::find(std::string_view folded) const {
    const auto slots = m_file->column<std::uint32_t>(Section::key_slots);
    if (slots.empty())
        return std::nullopt;
    const std::size_t mask = slots.size() - 1;
    std::size_t slot = hash32(folded) & mask;
    // A full table cannot come from the builder; the count keeps a damaged one from looping.
    for (std::size_t probes = 0; probes <= mask && slots[slot] != 0; ++probes) {
        if (key(slots[slot] - 1) == folded)
            return slots[slot] - 1;
        slot = (slot + 1) & mask;
    }
    return std::nullopt;
}

KeyIndex NameIndex::lower_bound(std::string_view text, KeyIndex from) const {
    auto low = from;
    auto high = static_cast<KeyIndex>(key_count());
    // Gallop first: within a walk the answer is usually a few keys ahead.
    for (KeyIndex step = 1; low + step < high; step *= 2) {
        if (key(low + step) >= text) {
            high = low + step;
            break;
        }
        low += step;
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

KeyIndex NameIndex::end_of_prefix(std::string_view prefix, KeyIndex from) const {
    std::string after(prefix);
    while (!after.empty() && static_cast<unsigned char>(after.back()) == 0xFF)
        after.pop_back();
    if (after.empty())
        return static_cast<KeyIndex>(key_count());
    after.back() = static_cast<char>(static_cast<unsigned char>(after.back()) + 1);
    return lower_bound(after, from);
}

std::pair<KeyIndex, KeyIndex> NameIndex::with_prefix(std::string_view folded) const {
    if (folded.empty())
        return {0, 0};
    const KeyIndex first = lower_bound(folded, 0);
    return {first, end_of_prefix(folded, first)};
}

std::vector<KeyIndex> NameIndex::with_sound(std::string_view folded) const {
    std::vector<KeyIndex> keys;
    const std::string sound = sound_key(folded);
    const auto hashes = m_file->column<std::uint32_t>(Section::sound_hashes);
    const auto [first, last] = std::equal_range(hashes.begin(), hashes.end(), hash32(sound));
    for (auto at = first; at != last; ++at) {
        const auto candidate = m_file->value<std::uint32_t>(
            Section::sound_keys, static_cast<std::size_t>(at - hashes.begin()));
        if (sound_key(key(candidate)) == sound)
            keys.push_back(candidate);
    }
    return keys;
}

namespace {

constexpr std::size_t kMaxEditKeyBytes = 64;
/// Row d of the edit table: distances between the first d bytes of a key and each prefix of the
/// name looked for.
using EditRow = std::array<std::uint8_t, kMaxEditKeyBytes + 1>;

/// Fills the row at `depth` for the key's byte there; returns the least distance in it.
/// Optimal string alignment: a swap of neighbours counts one.
int fill_row(std::vector<EditRow>& rows, std::size_t depth, std::string_view key,
             std::string_view name) {
    EditRow& row = rows[depth];
    const EditRow& above = rows[depth - 1];
    const char c = key[depth - 1];
    row[0] = static_cast<std::uint8_t>(depth);
    int least = row[0];
    for (std::size_t j = 1; j <= name.size(); ++j) {
        int best = above[j - 1] + (name[j - 1] == c ? 0 : 1);
        best = std::min({best, above[j] + 1, row[j - 1] + 1});
        if (depth > 1 && j > 1 && name[j - 1] == key[depth - 2] && name[j - 2] == c) {
            best = std::min(best, rows[depth - 2][j - 2] + 1);
        }
        row[j] = static_cast<std::uint8_t>(best);
        least = std::min(least, best);
    }
    return least;
}

std::size_t shared_prefix(std::string_view a, std::string_view b) {
    const auto size = std::min(a.size(), b.size());
    std::size_t at = 0;
    while (at < size && a[at] == b[at])
        ++at;
    return at;
}

}  // namespace

std::vector<NameIndex::Near> NameIndex::within_edits(std::string_view folded, int max_edits) const {
    std::vector<Near> found;
    if (folded.empty() || folded.size() > kMaxEditKeyBytes - 8 || max_edits <= 0)
        return found;
    const std::size_t deepest = folded.size() + static_cast<std::size_t>(max_edits);
    std::vector<EditRow> rows(deepest + 2);
    for (std::size_t j = 0; j <= folded.size(); ++j)
        rows[0][j] = static_cast<std::uint8_t>(j);
    std::string_view previous;
    std::size_t filled = 0;
    // Keys of other scripts sort behind all Latin ones; a Latin name is not near to any.
    const bool is_latin = static_cast<unsigned char>(folded[0]) < 0x80;
    const KeyIndex end = is_latin ? lower_bound("\x7f", 0) : static_cast<KeyIndex>(key_count());
    for (KeyIndex at = 0; at < end;) {
        const std::string_view now = key(at);
        std::size_t depth = std::min(shared_prefix(previous, now), filled);
        bool hopeless = false;
        while (depth < now.size() && !hopeless) {
            ++depth;
            hopeless = depth > deepest || fill_row(rows, depth, now, folded) > max_edits;
        }
        filled = hopeless ? depth - 1 : depth;
        previous = now;
        if (hopeless) {
            at = end_of_prefix(now.substr(0, depth), at);
            continue;
        }
        if (rows[now.size()][folded.size()] <= max_edits) {
            found.push_back({at, rows[now.size()][folded.size()]});
        }
        ++at;
    }
    return found;
}

}  // namespace gazetteer
