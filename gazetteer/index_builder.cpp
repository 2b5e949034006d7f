// Collects places for an index and merges those of one source id.
#include "gazetteer/index_builder.hpp"

#include <cmath>

#include "gazetteer/index_rows.hpp"
#include "gazetteer/name_key.hpp"

namespace gazetteer {
namespace {

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

void IndexBuilder::Impl::set_id(IndexRow& row, std::string_view source_id) {
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
    IndexRow& row = d.rows[found->second];
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
    if (const auto country = pack_country(place.country))
        row.country = country;
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
    const bool is_country = place.kind == PlaceKind::country;
    const std::string& code = is_country ? place.country : place.area_code;
    if (!code.empty())
        d.row_of_area[code] = found->second;
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

bool IndexBuilder::add_shape(std::string_view area_code, const geo::MultiPolygon& polygons) {
    const auto found = m_impl->row_of_area.find(std::string(area_code));
    if (found == m_impl->row_of_area.end() || polygons.empty())
        return false;
    auto& shape = m_impl->shapes[found->second];
    shape.insert(shape.end(), polygons.begin(), polygons.end());
    return true;
}

void IndexBuilder::add_border(std::string_view iso_a, std::string_view iso_b,
                              const geo::Line& line) {
    const auto a = pack_country(iso_a);
    const auto b = pack_country(iso_b);
    if (a == 0 || b == 0 || line.size() < 2)
        return;
    m_impl->borders.push_back({std::min(a, b), std::max(a, b), line});
}

std::string IndexBuilder::Impl::id_of(const IndexRow& row) const {
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

}  // namespace gazetteer
