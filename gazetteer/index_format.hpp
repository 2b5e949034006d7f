// The layout of an index file: a header, a table of sections, then columns of plain numbers and
// blocks of text, each at a multiple of 8 bytes, little-endian. Nothing is parsed at opening.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace gazetteer {

inline constexpr char kIndexMagic[8] = {'T', 'O', 'P', 'O', 'G', 'A', 'Z', '\n'};
/// Changes with every change of the layout or of the keys (name_key.cpp); older files are refused.
inline constexpr std::uint32_t kIndexVersion = 4;
inline constexpr std::uint32_t kIndexByteOrder = 0x01020304;

enum class Section : std::uint32_t {
    lon,             ///< int32 per place, 1e-7 degrees
    lat,             ///< int32 per place, 1e-7 degrees
    population,      ///< uint32 per place
    kind,            ///< uint8 per place, PlaceKind
    rank,            ///< uint8 per place: kRankCapital, seats of areas
    country,         ///< uint16 per place: two letters, 0 for none
    admin_path,      ///< uint32 per place: into admin_paths
    admin_paths,     ///< AdminPathRecord; the first one is empty
    radius,          ///< uint16 per place, km
    fame,            ///< uint16 per place: prominence in steps of 1 / kFameSteps
    id_scheme,       ///< uint8 per place: index into schemes
    id_value,        ///< uint32 per place: number, or offset in strings
    name_first,      ///< uint32 per place and one: into names
    names,           ///< uint32 per name: offset in strings; the shown one first
    strings,         ///< UTF-8, each ended by NUL; offset 0 is the empty string
    key_block,       ///< uint64 per kKeysPerBlock keys: into key_text; keys are sorted bytewise
    key_bytes,       ///< uint8 per key: its length
    key_text,        ///< folded names, not ended
    key_letters,     ///< uint32 per key: letter_set
    key_fame,        ///< uint8 per key: of its best known place
    fame_peaks,      ///< uint8: the greatest of kFameFanOut keys, then of as many of these, ...
    key_place,       ///< uint32 per key: its place, or kPlaceListBit and a position in place_lists
    place_lists,     ///< uint32: a count, then as many places, the best known first
    key_slots,       ///< HashSlots of keys
    sound_slots,     ///< HashSlots of the sounds of keys
    forward_tree,    ///< TreeNode: beginnings of keys
    backward_order,  ///< uint32: keys sorted bytewise from their ends
    backward_tree,   ///< TreeNode: ends of keys
    grid_first,      ///< uint32 per degree cell and one: into grid_places
    grid_places,     ///< uint32: place
    id_slots,        ///< HashSlots of source ids: places, then the other ids
    other_ids,       ///< OtherIdRecord, sorted by place
    doubts,          ///< DoubtRecord, sorted by place
    area_notes,      ///< AreaNoteRecord, sorted by place
    name_flags,      ///< uint8 per name: bits of NameFlag; empty when no name has one
    name_language,   ///< uint16 per name, pack_language; empty when no name has one
    schemes,         ///< SchemeRecord
    country_words,   ///< CountryWordRecord, sorted by their folded text
    neighbours,      ///< NeighbourRecord, sorted
    about,           ///< text: sources and their licences
    shapes,          ///< ShapeRecord, sorted by place
    shape_rings,     ///< RingRecord: rings of shapes, then lines of borders
    shape_points,    ///< FixedPoint
    borders,         ///< BorderRecord, sorted by countries
    count_of_sections
};

inline constexpr std::uint32_t kSectionCount =
    static_cast<std::uint32_t>(Section::count_of_sections);

struct SectionEntry {
    std::uint64_t offset;
    std::uint64_t bytes;
    std::uint64_t checksum;  ///< checksum64 of the bytes; compared by IndexFile::verify
};

struct IndexHeader {
    char magic[8];
    std::uint32_t version;
    std::uint32_t byte_order;
    std::uint64_t file_bytes;
    std::uint64_t header_checksum;  ///< of this header and its table with this field zero
    std::uint32_t place_count;
    std::uint32_t section_count;
    SectionEntry sections[kSectionCount];
};

struct SchemeRecord {
    std::uint32_t name;     ///< offset in strings: "geonames"
    std::uint32_t numeric;  ///< 1: id_value is the number itself
};

/// Names of the areas that hold a place: offsets in strings, 0 for none.
struct AdminPathRecord {
    std::uint32_t admin1;
    std::uint32_t admin2;
    std::uint32_t admin3;
};

/// An id that another source has for the place; scheme and value as in id_scheme and id_value.
struct OtherIdRecord {
    std::uint32_t place;
    std::uint32_t scheme;
    std::uint32_t value;
};

struct DoubtRecord {
    std::uint32_t place;
    std::uint32_t flags;    ///< bits of Doubt
    std::uint32_t reasons;  ///< offset in strings: sentences, one a line
};

struct AreaNoteRecord {
    std::uint32_t place;
    std::uint32_t code;     ///< offset in strings: P-code, ISO 3166-2
    std::uint32_t vintage;  ///< offset in strings: the day from which it holds
};

struct CountryWordRecord {
    std::uint32_t key;      ///< offset in strings: the folded word
    std::uint16_t country;  ///< two letters; 0 when several countries claim the word
    std::uint16_t people;   ///< 1 for a demonym, 0 for a name
};

struct NeighbourRecord {
    std::uint16_t country;
    std::uint16_t neighbour;
};

/// 1e-7 degrees.
struct FixedPoint {
    std::int32_t lon;
    std::int32_t lat;
};

/// The polygons of a place: its rings are [first_ring, first_ring + ring_count).
struct ShapeRecord {
    std::uint32_t place;
    std::uint32_t first_ring;
    std::uint32_t ring_count;
    FixedPoint south_west;  ///< of its box, which never crosses the date line
    FixedPoint north_east;
};

struct RingRecord {
    std::uint32_t first_point;
    std::uint32_t point_count;
    std::uint32_t is_hole;  ///< of the last ring before it that is none
};

/// A line between two countries: `ring` is its line; a < b.
struct BorderRecord {
    std::uint16_t a;
    std::uint16_t b;
    std::uint32_t ring;
};

/// Of a place in key_place and place_lists: the name is not the one shown.
inline constexpr std::uint32_t kAlternateBit = 0x80000000U;
inline constexpr std::uint32_t kPlaceListBit = 0x40000000U;
inline constexpr std::uint32_t kMaxPlaces = 0x3FFFFFFFU;

inline constexpr std::uint32_t kKeysPerBlock = 16;
inline constexpr std::size_t kFameFanOut = 16;
/// Of `fame`; in `key_fame` the steps are 256 times as wide, rounded up.
inline constexpr double kFameSteps = 65280.0;
/// A place is found a little later by a name that is not the shown one.
constexpr std::uint32_t fame_by_name(std::uint32_t fame, bool alternate) {
    constexpr auto kLess = static_cast<std::uint32_t>(0.1 * kFameSteps);
    if (!alternate)
        return fame;
    return fame > kLess ? fame - kLess : 0;
}

/// Of a settlement: what it is the seat of, or that two sources name it. Tells prominence where no
/// population is known.
enum class Rank : std::uint8_t { none, attested, seat3, seat2, seat1, capital };

/// What a source says of a name beyond its letters.
enum class NameFlag : std::uint8_t { preferred = 1, shortened = 2, colloquial = 4, historic = 8 };

/// Two or three lower-case letters, five bits each; 0 for none.
constexpr std::uint16_t pack_language(std::string_view tag) {
    if (tag.size() < 2 || tag.size() > 3)
        return 0;
    unsigned packed = 0;
    for (const char c : tag) {
        if (c < 'a' || c > 'z')
            return 0;
        packed = packed << 5U | static_cast<unsigned>(c - 'a' + 1);
    }
    return static_cast<std::uint16_t>(packed);
}

inline std::string unpack_language(std::uint16_t packed) {
    std::string tag;
    for (unsigned shift = 15; shift > 0; shift -= 5) {
        if (const unsigned letter = (packed >> (shift - 5U)) & 31U)
            tag += static_cast<char>('a' + letter - 1);
    }
    return tag;
}

inline constexpr int kGridColumns = 360;
inline constexpr int kGridRows = 180;

constexpr std::uint16_t pack_country(std::string_view iso2) {
    if (iso2.size() != 2)
        return 0;
    return static_cast<std::uint16_t>((static_cast<unsigned char>(iso2[0]) << 8) |
                                      static_cast<unsigned char>(iso2[1]));
}

inline std::string unpack_country(std::uint16_t code) {
    if (code == 0)
        return {};
    return {static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)};
}

/// Of names in hash tables, and of sections: 8 bytes at a time, so that a section costs little more
/// than reading it. Not for security; it finds damage.
inline std::uint64_t checksum64(std::string_view bytes) {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;
    std::uint64_t sum = bytes.size() * kMultiplier;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        sum = (sum ^ word) * kMultiplier;
        sum ^= sum >> 32U;
    }
    std::uint64_t tail = 0;
    if (at < bytes.size())
        std::memcpy(&tail, bytes.data() + at, bytes.size() - at);
    sum = (sum ^ tail) * kMultiplier;
    return sum ^ (sum >> 29U);
}

inline std::uint32_t hash32(std::string_view key) {
    const std::uint64_t sum = checksum64(key);
    return static_cast<std::uint32_t>(sum ^ (sum >> 32U));
}

/// The degree cell that holds a position.
constexpr std::uint32_t grid_cell(double lon_deg, double lat_deg) {
    int column = static_cast<int>(lon_deg + 180.0);
    int row = static_cast<int>(lat_deg + 90.0);
    if (column >= kGridColumns)
        column = kGridColumns - 1;
    if (row >= kGridRows)
        row = kGridRows - 1;
    if (column < 0)
        column = 0;
    if (row < 0)
        row = 0;
    return static_cast<std::uint32_t>(row * kGridColumns + column);
}

}  // namespace gazetteer
