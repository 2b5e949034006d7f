// What an IndexBuilder keeps until the index is written.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gazetteer/index_builder.hpp"

namespace gazetteer {

/// A place with its texts as offsets in a StringPool.
struct IndexRow {
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

struct IndexBuilder::Impl {
    struct Keyed {
        std::uint32_t key_offset;
        std::uint32_t key_bytes;
        std::uint32_t posting;
    };
    struct Border {
        std::uint16_t a;
        std::uint16_t b;
        geo::Line line;
    };
    struct CountryWord {
        std::uint16_t country;
        bool people;
    };

    StringPool pool;
    std::vector<IndexRow> rows;
    std::vector<SchemeRecord> schemes;
    std::unordered_map<std::string, std::uint32_t> row_of_id;
    std::map<std::string, CountryWord, std::less<>> country_words;
    std::set<std::pair<std::uint16_t, std::uint16_t>> neighbours;
    std::unordered_map<std::string, std::uint32_t> row_of_area;  ///< by area code
    std::map<std::uint32_t, geo::MultiPolygon> shapes;           ///< by row
    std::vector<Border> borders;
    std::string about;

    std::uint8_t scheme(std::string_view name, bool numeric);
    void set_id(IndexRow& row, std::string_view source_id);
    std::string id_of(const IndexRow& row) const;
    std::vector<Keyed> fold_all(std::string& keys) const;
    void write_columns(std::vector<std::string>& sections) const;
    void write_keys(std::vector<std::string>& sections) const;
    void write_grid(std::vector<std::string>& sections) const;
    void write_country_words(std::vector<std::string>& sections);
    void write_shapes(std::vector<std::string>& sections) const;
};

}  // namespace gazetteer
