// Writes the sections of an index by which names are found: keys, their places, their tables.
#include <cmath>

#include "gazetteer/hash_slots.hpp"
#include "gazetteer/index_rows.hpp"
#include "gazetteer/index_sections.hpp"
#include "gazetteer/key_tree.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/parallel_sort.hpp"
#include "gazetteer/scoring.hpp"

namespace gazetteer {
namespace {

/// Bytes of a text as a number that sorts as they do, for fewer looks at the texts themselves.
std::uint64_t leading_bytes(std::string_view text) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = number << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return number;
}

std::uint64_t trailing_bytes(std::string_view text) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        const bool is_there = i < text.size();
        number =
            number << 8U | (is_there ? static_cast<unsigned char>(text[text.size() - 1 - i]) : 0U);
    }
    return number;
}

/// One name of one place. Texts lie in the arenas of KeyWriter.
struct KeyedName {
    std::uint64_t leading;
    const char* text;
    std::uint32_t posting;
    std::uint8_t bytes;

    std::string_view view() const { return {text, bytes}; }
    std::uint32_t place() const { return posting & ~kAlternateBit; }
    /// Of a place whose shown name and another fold alike, the shown one comes first.
    bool operator<(const KeyedName& other) const {
        if (leading != other.leading)
            return leading < other.leading;
        if (const int order = view().compare(other.view()); order != 0)
            return order < 0;
        return place() != other.place() ? place() < other.place() : posting < other.posting;
    }
};

struct PartKeys {
    std::vector<char> arena;  ///< keeps its place when moved
    std::vector<KeyedName> names;
};

class KeyWriter {
  public:
    KeyWriter(const IndexBuilder::Impl& builder, std::vector<std::string>& sections)
        : m_builder(builder), m_sections(sections) {}

    void write() {
        rank_places();
        fold_names();
        list_keys();
        m_arenas.clear();
        write_hashes();
        write_fame();
        write_trees();
    }

  private:
    void rank_places();
    void fold_names();
    void list_keys();
    void add_places(std::size_t first, std::size_t last);
    void write_hashes();
    void write_fame();
    void write_trees();
    std::uint32_t fame_of(const KeyedName& name) const {
        return fame_by_name(m_fame[name.place()], (name.posting & kAlternateBit) != 0);
    }
    std::string_view key(std::size_t i) const {
        return std::string_view(m_text).substr(m_offsets[i], m_bytes[i]);
    }

    const IndexBuilder::Impl& m_builder;
    std::vector<std::string>& m_sections;
    std::vector<std::uint16_t> m_fame;  ///< by place
    std::vector<std::vector<char>> m_arenas;
    std::vector<KeyedName> m_names;
    std::string m_text;
    std::vector<std::uint64_t> m_offsets;
    std::vector<std::uint8_t> m_bytes;
    std::vector<std::uint32_t> m_key_place;
    std::vector<std::uint32_t> m_lists;
    std::vector<std::uint8_t> m_key_fame;
};

void KeyWriter::rank_places() {
    m_fame.reserve(m_builder.rows.size());
    Place place;
    for (const IndexRow& row : m_builder.rows) {
        place.kind = row.kind;
        place.population = row.population;
        const double steps = std::clamp(prominence(place, row.rank), 0.0, 1.0) * kFameSteps;
        m_fame.push_back(static_cast<std::uint16_t>(std::lround(steps)));
    }
    at(m_sections, Section::fame) = bytes_of(m_fame);
}

void KeyWriter::fold_names() {
    const auto& rows = m_builder.rows;
    const std::size_t workers = worker_count(rows.size());
    std::vector<PartKeys> parts(workers);
    in_parallel(rows.size(), workers, [&](std::size_t w, std::size_t first, std::size_t last) {
        PartKeys& part = parts[w];
        for (std::size_t i = first; i < last; ++i) {
            auto posting = static_cast<std::uint32_t>(i);
            m_builder.for_each_name(rows[i], [&](const NameLink& name) {
                const FoldedName key(m_builder.pool.at(name.text));
                if (!key.view().empty()) {
                    part.names.push_back({leading_bytes(key.view()), nullptr, posting,
                                          static_cast<std::uint8_t>(key.view().size())});
                    part.arena.insert(part.arena.end(), key.view().begin(), key.view().end());
                }
                posting |= kAlternateBit;
            });
        }
        // The arena has stopped growing: its texts have their place.
        const char* text = part.arena.data();
        for (KeyedName& name : part.names) {
            name.text = text;
            text += name.bytes;
        }
    });
    for (PartKeys& part : parts) {
        m_names.insert(m_names.end(), part.names.begin(), part.names.end());
        std::vector<KeyedName>().swap(part.names);
        m_arenas.push_back(std::move(part.arena));
    }
    parallel_sort(m_names, std::less<>());
    const auto same = [](const KeyedName& a, const KeyedName& b) {
        return a.place() == b.place() && a.view() == b.view();
    };
    m_names.erase(std::unique(m_names.begin(), m_names.end(), same), m_names.end());
}

/// The places of one key, the best known first.
void KeyWriter::add_places(std::size_t first, std::size_t last) {
    std::sort(m_names.begin() + static_cast<std::ptrdiff_t>(first),
              m_names.begin() + static_cast<std::ptrdiff_t>(last),
              [&](const KeyedName& a, const KeyedName& b) {
                  const auto fame_a = fame_of(a);
                  const auto fame_b = fame_of(b);
                  return fame_a != fame_b ? fame_a > fame_b : a.place() < b.place();
              });
    m_key_fame.push_back(static_cast<std::uint8_t>((fame_of(m_names[first]) + 255U) / 256U));
    if (last - first == 1) {
        m_key_place.push_back(m_names[first].posting);
        return;
    }
    m_key_place.push_back(kPlaceListBit | static_cast<std::uint32_t>(m_lists.size()));
    m_lists.push_back(static_cast<std::uint32_t>(last - first));
    for (std::size_t i = first; i < last; ++i)
        m_lists.push_back(m_names[i].posting);
}

void KeyWriter::list_keys() {
    for (std::size_t first = 0; first < m_names.size();) {
        const std::string_view text = m_names[first].view();
        std::size_t last = first + 1;
        while (last < m_names.size() && m_names[last].view() == text)
            ++last;
        m_offsets.push_back(m_text.size());
        m_bytes.push_back(static_cast<std::uint8_t>(text.size()));
        m_text += text;
        add_places(first, last);
        first = last;
    }
    std::vector<KeyedName>().swap(m_names);
    std::vector<std::uint64_t> blocks;
    for (std::size_t i = 0; i < m_offsets.size(); i += kKeysPerBlock)
        blocks.push_back(m_offsets[i]);
    at(m_sections, Section::key_block) = bytes_of(blocks);
    at(m_sections, Section::key_bytes) = bytes_of(m_bytes);
    at(m_sections, Section::key_place) = bytes_of(m_key_place);
    at(m_sections, Section::place_lists) = bytes_of(m_lists);
}

void KeyWriter::write_hashes() {
    const std::size_t count = m_bytes.size();
    std::vector<std::uint64_t> keys(count);
    std::vector<std::uint64_t> sounds(count);
    std::vector<std::uint32_t> letters(count);
    in_parallel(count, worker_count(count), [&](std::size_t, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            keys[i] = checksum64(key(i));
            sounds[i] = checksum64(sound_key(key(i)));
            letters[i] = letter_set(key(i));
        }
    });
    at(m_sections, Section::key_slots) = bytes_of(HashSlots::fill(keys));
    at(m_sections, Section::sound_slots) = bytes_of(HashSlots::fill(sounds));
    at(m_sections, Section::key_letters) = bytes_of(letters);
}

void KeyWriter::write_fame() {
    std::vector<std::uint8_t> peaks;
    std::vector<std::uint8_t> level = m_key_fame;
    while (level.size() > 1) {
        std::vector<std::uint8_t> above;
        for (std::size_t i = 0; i < level.size(); i += kFameFanOut) {
            const auto last = std::min(i + kFameFanOut, level.size());
            above.push_back(*std::max_element(level.begin() + static_cast<std::ptrdiff_t>(i),
                                              level.begin() + static_cast<std::ptrdiff_t>(last)));
        }
        peaks.insert(peaks.end(), above.begin(), above.end());
        level = std::move(above);
    }
    at(m_sections, Section::key_fame) = bytes_of(m_key_fame);
    at(m_sections, Section::fame_peaks) = bytes_of(peaks);
}

void KeyWriter::write_trees() {
    struct Ending {
        std::uint64_t trailing;
        std::uint32_t key;
    };
    const std::size_t count = m_bytes.size();
    std::vector<Ending> endings(count);
    for (std::size_t i = 0; i < count; ++i)
        endings[i] = {trailing_bytes(key(i)), static_cast<std::uint32_t>(i)};
    parallel_sort(endings, [&](const Ending& a, const Ending& b) {
        if (a.trailing != b.trailing)
            return a.trailing < b.trailing;
        const std::string_view text_a = key(a.key);
        const std::string_view text_b = key(b.key);
        return std::lexicographical_compare(
            text_a.rbegin(), text_a.rend(), text_b.rbegin(), text_b.rend(), [](char x, char y) {
                return static_cast<unsigned char>(x) < static_cast<unsigned char>(y);
            });
    });
    std::vector<std::uint32_t> order(count);
    for (std::size_t i = 0; i < count; ++i)
        order[i] = endings[i].key;
    std::vector<Ending>().swap(endings);
    at(m_sections, Section::forward_tree) = bytes_of(build_key_tree(
        count, [&](std::uint32_t i) { return key(i); }, false));
    at(m_sections, Section::backward_tree) = bytes_of(build_key_tree(
        count, [&](std::uint32_t i) { return key(order[i]); }, true));
    at(m_sections, Section::backward_order) = bytes_of(order);
    at(m_sections, Section::key_text) = std::move(m_text);
}

}  // namespace

void IndexBuilder::Impl::write_keys(std::vector<std::string>& sections) const {
    KeyWriter(*this, sections).write();
}

}  // namespace gazetteer
