// Collects places and writes the sections of an index.
#include "gazetteer/index_builder.hpp"

#include <cmath>
#include <cstring>
#include <numeric>
#include <unordered_map>

#include "gazetteer/name_key.hpp"

namespace gazetteer {
namespace {

struct Row {
    std::vector<std::uint32_t> names;  ///< offsets in strings, the shown one first
    std::uint32_t id_value = 0;
    std::uint8_t id_scheme = 0;
    PlaceKind kind = PlaceKind::other;
    Rank rank = Rank::none;
    std::uint16_t country = 0;
    std::uint32_t admin1 = 0;
    std::uint32_t admin2 = 0;
    std::int32_t lon = 0;
    std::int32_t lat = 0;
    std::uint16_t radius_km = 0;
    std::uint32_t population = 0;
};

/// Strings end with NUL; equal ones are stored once.
class StringPool {
  public:
    StringPool() { m_text.push_back('\0'); }
    std::uint32_t add(std::string_view text) {
        if (text.empty())
            return 0;
        const auto [found, is_new] =
            m_offsets.try_emplace(std::string(text), static_cast<std::uint32_t>(m_text.size()));
        if (is_new) {
            m_text += text;
            m_text += '\0';
        }
        return found->second;
    }
    std::string_view at(std::uint32_t offset) const { return m_text.c_str() + offset; }
    const std::string& text() const { return m_text; }

  private:
    std::string m_text;
    std::unordered_map<std::string, std::uint32_t> m_offsets;
};

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
    std::string bytes(values.size() * sizeof(T), '\0');
    if (!values.empty())
        std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

std::uint32_t slot_count_for(std::size_t entries) {
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

std::int32_t to_fixed(double degrees) {
    return static_cast<std::int32_t>(std::lround(degrees * 1e7));
}

/// The number when the value is one that prints back the same; so ids take four bytes.
bool is_plain_number(std::string_view value, std::uint32_t& number) {
    if (value.empty() || value.size() > 9 || (value[0] == '0' && value.size() > 1))
        return false;
    number = 0;
    for (const char c : value) {
        if (c < '0' || c > '9')
            return false;
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return true;
}

}  // namespace

struct IndexBuilder::Impl {
    struct Keyed {
        std::uint32_t key_offset;
        std::uint32_t key_bytes;
        std::uint32_t posting;
    };
    struct CountryWord {
        std::uint16_t country;
        bool people;
    };

    StringPool pool;
    std::vector<Row> rows;
    std::vector<SchemeRecord> schemes;
    std::unordered_map<std::string, std::uint32_t> row_of_id;
    std::map<std::string, CountryWord, std::less<>> country_words;
    std::set<std::pair<std::uint16_t, std::uint16_t>> neighbours;
    std::string about;

    std::uint8_t scheme(std::string_view name, bool numeric);
    void set_id(Row& row, std::string_view source_id);
    std::string id_of(const Row& row) const;
    std::vector<Keyed> fold_all(std::string& keys) const;
    void write_columns(std::vector<std::string>& sections) const;
    void write_keys(std::vector<std::string>& sections) const;
    void write_grid(std::vector<std::string>& sections) const;
    void write_country_words(std::vector<std::string>& sections);
};

IndexBuilder::IndexBuilder() : m_impl(std::make_unique<Impl>()) {}
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;
IndexBuilder::~IndexBuilder() = default;

std::size_t IndexBuilder::size() const {
    return m_impl->rows.size();
}

std::uint8_t IndexBuilder::Impl::scheme(std::string_view name, bool numeric) {
    const std::uint32_t offset = pool.add(name);
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        if (schemes[i].name == offset && (schemes[i].numeric != 0) == numeric) {
            return static_cast<std::uint8_t>(i);
        }
    }
    // A source with more schemes than a byte counts is not sane; the last one then takes them all.
    if (schemes.size() < 255)
        schemes.push_back({offset, numeric ? 1U : 0U});
    return static_cast<std::uint8_t>(schemes.size() - 1);
}

void IndexBuilder::Impl::set_id(Row& row, std::string_view source_id) {
    const auto colon = source_id.find(':');
    const bool has_scheme = colon != std::string_view::npos;
    const std::string_view name = has_scheme ? source_id.substr(0, colon) : "";
    const std::string_view value = has_scheme ? source_id.substr(colon + 1) : source_id;
    std::uint32_t number = 0;
    if (is_plain_number(value, number)) {
        row.id_scheme = scheme(name, true);
        row.id_value = number;
    } else {
        row.id_scheme = scheme(name, false);
        row.id_value = pool.add(value);
    }
}

void IndexBuilder::add(const SourcePlace& place) {
    Impl& d = *m_impl;
    const auto [found, is_new] =
        d.row_of_id.try_emplace(place.source_id, static_cast<std::uint32_t>(d.rows.size()));
    if (is_new) {
        d.set_id(d.rows.emplace_back(), place.source_id);
    }
    Row& row = d.rows[found->second];
    const std::uint32_t shown = d.pool.add(place.name);
    if (shown != 0) {
        std::erase(row.names, shown);
        row.names.insert(row.names.begin(), shown);
    }
    for (const auto& name : place.names) {
        const std::uint32_t other = d.pool.add(name);
        if (other != 0 && std::find(row.names.begin(), row.names.end(), other) == row.names.end()) {
            row.names.push_back(other);
        }
    }
    row.kind = place.kind;
    row.rank = std::max(row.rank, place.rank);
    if (const auto code = pack_country(place.country))
        row.country = code;
    if (!place.admin1.empty())
        row.admin1 = d.pool.add(place.admin1);
    if (!place.admin2.empty())
        row.admin2 = d.pool.add(place.admin2);
    row.lon = to_fixed(place.point.lon_deg);
    row.lat = to_fixed(place.point.lat_deg);
    if (place.radius_km > 0) {
        row.radius_km = static_cast<std::uint16_t>(std::min(65535.0, std::ceil(place.radius_km)));
    }
    if (place.population > 0)
        row.population = place.population;
}

void IndexBuilder::add_country_word(std::string_view word, std::string_view iso2, bool people) {
    std::string key = fold_name(word);
    const std::uint16_t code = pack_country(iso2);
    if (key.empty() || code == 0)
        return;
    const auto [found, is_new] =
        m_impl->country_words.try_emplace(std::move(key), Impl::CountryWord{code, people});
    if (is_new || found->second.country == code)
        return;
    // A name wins over a demonym; two of a kind make the word ambiguous ("Congolese").
    if (found->second.people && !people)
        found->second = {code, false};
    else if (found->second.people == people)
        found->second.country = 0;
}

void IndexBuilder::add_neighbours(std::string_view iso2, std::string_view neighbour) {
    const auto a = pack_country(iso2);
    const auto b = pack_country(neighbour);
    if (a != 0 && b != 0)
        m_impl->neighbours.insert({a, b});
}

void IndexBuilder::add_about(std::string_view line) {
    m_impl->about += line;
    m_impl->about += '\n';
}

std::string IndexBuilder::Impl::id_of(const Row& row) const {
    const SchemeRecord& record = schemes[row.id_scheme];
    std::string id(pool.at(record.name));
    if (!id.empty())
        id += ':';
    if (record.numeric != 0)
        id += std::to_string(row.id_value);
    else
        id += pool.at(row.id_value);
    return id;
}

namespace {

std::string& at(std::vector<std::string>& sections, Section section) {
    return sections[static_cast<std::size_t>(section)];
}

template <typename T, typename Get>
std::string column(const std::vector<Row>& rows, const Get& get) {
    std::vector<T> values;
    values.reserve(rows.size());
    for (const Row& row : rows)
        values.push_back(static_cast<T>(get(row)));
    return bytes_of(values);
}

}  // namespace

void IndexBuilder::Impl::write_columns(std::vector<std::string>& sections) const {
    at(sections, Section::lon) = column<std::int32_t>(rows, [](const Row& r) { return r.lon; });
    at(sections, Section::lat) = column<std::int32_t>(rows, [](const Row& r) { return r.lat; });
    at(sections, Section::population) =
        column<std::uint32_t>(rows, [](const Row& r) { return r.population; });
    at(sections, Section::kind) = column<std::uint8_t>(rows, [](const Row& r) { return r.kind; });
    at(sections, Section::rank) = column<std::uint8_t>(rows, [](const Row& r) { return r.rank; });
    at(sections, Section::country) =
        column<std::uint16_t>(rows, [](const Row& r) { return r.country; });
    at(sections, Section::admin1) =
        column<std::uint32_t>(rows, [](const Row& r) { return r.admin1; });
    at(sections, Section::admin2) =
        column<std::uint32_t>(rows, [](const Row& r) { return r.admin2; });
    at(sections, Section::radius) =
        column<std::uint16_t>(rows, [](const Row& r) { return r.radius_km; });
    at(sections, Section::id_scheme) =
        column<std::uint8_t>(rows, [](const Row& r) { return r.id_scheme; });
    at(sections, Section::id_value) =
        column<std::uint32_t>(rows, [](const Row& r) { return r.id_value; });
    std::vector<std::uint32_t> first{0};
    std::vector<std::uint32_t> names;
    for (const Row& row : rows) {
        names.insert(names.end(), row.names.begin(), row.names.end());
        first.push_back(static_cast<std::uint32_t>(names.size()));
    }
    at(sections, Section::name_first) = bytes_of(first);
    at(sections, Section::names) = bytes_of(names);
    at(sections, Section::schemes) = bytes_of(schemes);
    at(sections, Section::id_slots) =
        bytes_of(fill_slots(rows.size(), [&](std::uint32_t i) { return hash32(id_of(rows[i])); }));
    at(sections, Section::about) = about;
}

std::vector<IndexBuilder::Impl::Keyed> IndexBuilder::Impl::fold_all(std::string& keys) const {
    std::vector<Keyed> keyed;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        for (std::size_t n = 0; n < rows[i].names.size(); ++n) {
            const std::string key = fold_name(pool.at(rows[i].names[n]));
            if (key.empty())
                continue;
            keyed.push_back({static_cast<std::uint32_t>(keys.size()),
                             static_cast<std::uint32_t>(key.size()),
                             n == 0 ? i : i | kAlternateBit});
            keys += key;
        }
    }
    const auto text = [&](const Keyed& k) {
        return std::string_view(keys).substr(k.key_offset, k.key_bytes);
    };
    // Of a place whose shown name and another fold alike, the shown one comes first and stays.
    std::sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
        const int order = text(a).compare(text(b));
        if (order != 0)
            return order < 0;
        const auto place_a = a.posting & ~kAlternateBit;
        const auto place_b = b.posting & ~kAlternateBit;
        return place_a != place_b ? place_a < place_b : a.posting < b.posting;
    });
    const auto same = [&](const Keyed& a, const Keyed& b) {
        return (a.posting & ~kAlternateBit) == (b.posting & ~kAlternateBit) && text(a) == text(b);
    };
    keyed.erase(std::unique(keyed.begin(), keyed.end(), same), keyed.end());
    return keyed;
}

void IndexBuilder::Impl::write_keys(std::vector<std::string>& sections) const {
    std::string folded;
    const std::vector<Keyed> keyed = fold_all(folded);
    std::string key_text;
    std::vector<std::uint32_t> key_offset;
    std::vector<std::uint32_t> posting_first;
    std::vector<std::uint32_t> postings;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sounds;
    std::vector<std::uint32_t> hashes;
    std::string_view last;
    for (const Keyed& k : keyed) {
        const auto text = std::string_view(folded).substr(k.key_offset, k.key_bytes);
        if (key_offset.empty() || text != last) {
            const auto key = static_cast<std::uint32_t>(key_offset.size());
            key_offset.push_back(static_cast<std::uint32_t>(key_text.size()));
            posting_first.push_back(static_cast<std::uint32_t>(postings.size()));
            key_text += text;
            hashes.push_back(hash32(text));
            sounds.emplace_back(hash32(sound_key(text)), key);
            last = text;
        }
        postings.push_back(k.posting);
    }
    key_offset.push_back(static_cast<std::uint32_t>(key_text.size()));
    posting_first.push_back(static_cast<std::uint32_t>(postings.size()));
    std::sort(sounds.begin(), sounds.end());
    std::vector<std::uint32_t> sound_hashes;
    std::vector<std::uint32_t> sound_keys;
    for (const auto& [hash, key] : sounds) {
        sound_hashes.push_back(hash);
        sound_keys.push_back(key);
    }
    at(sections, Section::key_text) = std::move(key_text);
    at(sections, Section::key_offset) = bytes_of(key_offset);
    at(sections, Section::posting_first) = bytes_of(posting_first);
    at(sections, Section::postings) = bytes_of(postings);
    at(sections, Section::sound_hashes) = bytes_of(sound_hashes);
    at(sections, Section::sound_keys) = bytes_of(sound_keys);
    at(sections, Section::key_slots) =
        bytes_of(fill_slots(hashes.size(), [&](std::uint32_t i) { return hashes[i]; }));
}

void IndexBuilder::Impl::write_grid(std::vector<std::string>& sections) const {
    std::vector<std::uint32_t> first(kGridColumns * kGridRows + 1, 0);
    const auto cell = [&](const Row& row) { return grid_cell(row.lon * 1e-7, row.lat * 1e-7); };
    for (const Row& row : rows)
        ++first[cell(row) + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    std::vector<std::uint32_t> places(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        places[next[cell(rows[i])]++] = i;
    at(sections, Section::grid_first) = bytes_of(first);
    at(sections, Section::grid_places) = bytes_of(places);
}

void IndexBuilder::Impl::write_country_words(std::vector<std::string>& sections) {
    std::vector<CountryWordRecord> words;
    for (const auto& [key, word] : country_words) {
        words.push_back({pool.add(key), word.country, static_cast<std::uint16_t>(word.people)});
    }
    std::vector<NeighbourRecord> pairs;
    for (const auto& [a, b] : neighbours)
        pairs.push_back({a, b});
    at(sections, Section::country_words) = bytes_of(words);
    at(sections, Section::neighbours) = bytes_of(pairs);
}

geo::Result<std::string> IndexBuilder::build() const {
    Impl& d = *m_impl;
    if (d.rows.size() > kMaxPlaces)
        return geo::fail("too many places for one index");
    std::vector<std::string> sections(kSectionCount);
    d.write_columns(sections);
    d.write_keys(sections);
    d.write_grid(sections);
    d.write_country_words(sections);
    at(sections, Section::strings) = d.pool.text();
    if (d.pool.text().size() > 0xFFFFFFFFULL ||
        at(sections, Section::key_text).size() > 0xFFFFFFFFULL) {
        return geo::fail("too much text for one index: split the source by country");
    }
    IndexHeader header{};
    std::memcpy(header.magic, kIndexMagic, sizeof(kIndexMagic));
    header.version = kIndexVersion;
    header.byte_order = kIndexByteOrder;
    header.place_count = static_cast<std::uint32_t>(d.rows.size());
    header.section_count = kSectionCount;
    std::uint64_t offset = sizeof(IndexHeader);
    for (std::uint32_t i = 0; i < kSectionCount; ++i) {
        header.sections[i] = {offset, sections[i].size(), checksum64(sections[i])};
        offset += (sections[i].size() + 7) / 8 * 8;
    }
    header.file_bytes = offset;
    std::string file(sizeof(IndexHeader), '\0');
    std::memcpy(file.data(), &header, sizeof(header));
    header.header_checksum = checksum64(file);
    std::memcpy(file.data(), &header, sizeof(header));
    file.reserve(offset);
    for (const std::string& section : sections) {
        file += section;
        file.resize((file.size() + 7) / 8 * 8, '\0');
    }
    return file;
}

}  // namespace gazetteer
