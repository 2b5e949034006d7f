// Collects places for an index and merges those of one source id.
#include "gazetteer/index_builder.hpp"

#include <cmath>

#include "gazetteer/index_rows.hpp"
#include "gazetteer/name_key.hpp"
#include "geo/geodesic.hpp"

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

IndexBuilder::Impl::Id IndexBuilder::Impl::make_id(std::string_view source_id) {
    const auto colon = source_id.find(':');
    const bool has_scheme = colon != std::string_view::npos;
    const std::string_view name = has_scheme ? source_id.substr(0, colon) : "";
    const std::string_view value = has_scheme ? source_id.substr(colon + 1) : source_id;
    std::uint32_t number = 0;
    if (is_plain_number(value, number))
        return {scheme(name, true), number};
    return {scheme(name, false), pool.add(value)};
}

std::string IndexBuilder::Impl::id_text(Id id) const {
    const SchemeRecord& record = schemes[id.scheme];
    std::string text(pool.at(record.name));
    if (!text.empty())
        text += ':';
    if (record.numeric != 0)
        text += std::to_string(id.value);
    else
        text += pool.at(id.value);
    return text;
}

std::size_t IndexBuilder::Impl::id_slot(Id id) const {
    const std::size_t mask = id_slots.size() - 1;
    const std::uint64_t both = std::uint64_t{id.scheme} << 32U | id.value;
    std::size_t slot = ((both * 0x9E3779B97F4A7C15ULL) >> 20U) & mask;
    const auto has = [&](std::uint32_t entry) {
        const Id there = entry <= kMaxPlaces ? id_of(rows[entry - 1]) : other_ids[~entry].id;
        return there.scheme == id.scheme && there.value == id.value;
    };
    while (id_slots[slot] != 0 && !has(id_slots[slot]))
        slot = (slot + 1) & mask;
    return slot;
}

void IndexBuilder::Impl::grow_id_slots() {
    std::vector<std::uint32_t> old(id_slots.size() * 2, 0);
    old.swap(id_slots);
    for (const std::uint32_t entry : old) {
        if (entry == 0)
            continue;
        id_slots[id_slot(entry <= kMaxPlaces ? id_of(rows[entry - 1]) : other_ids[~entry].id)] =
            entry;
    }
}

void IndexBuilder::Impl::rebuild_ids() {
    std::fill(id_slots.begin(), id_slots.end(), 0);
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        id_slots[id_slot(id_of(rows[row]))] = row + 1;
    for (std::uint32_t other = 0; other < other_ids.size(); ++other)
        id_slots[id_slot(other_ids[other].id)] = ~other;
}

std::optional<std::uint32_t> IndexBuilder::Impl::row_of(Id id) const {
    const std::uint32_t entry = id_slots[id_slot(id)];
    if (entry == 0)
        return std::nullopt;
    return entry <= kMaxPlaces ? entry - 1 : other_ids[~entry].row;
}

std::uint32_t IndexBuilder::Impl::row_for(std::string_view source_id, bool& is_new) {
    const Id id = make_id(source_id);
    const auto there = row_of(id);
    is_new = !there;
    if (there)
        return *there;
    const auto row = static_cast<std::uint32_t>(rows.size());
    IndexRow& added = rows.emplace_back();
    added.id_scheme = id.scheme;
    added.id_value = id.value;
    id_slots[id_slot(id)] = row + 1;
    if (++id_count * 2 > id_slots.size())
        grow_id_slots();
    return row;
}

void IndexBuilder::Impl::add_other_id(std::uint32_t row, Id id) {
    const std::size_t slot = id_slot(id);
    if (id_slots[slot] != 0)
        return;
    id_slots[slot] = ~static_cast<std::uint32_t>(other_ids.size());
    other_ids.push_back({row, id});
    if (++id_count * 2 > id_slots.size())
        grow_id_slots();
}

std::uint32_t IndexBuilder::Impl::path_number(const AdminPath& path) {
    if (path == AdminPath{})
        return 0;
    const auto [found, is_new] =
        path_numbers.try_emplace(path, static_cast<std::uint32_t>(paths.size()));
    if (is_new)
        paths.push_back(path);
    return found->second;
}

void IndexBuilder::Impl::add_name(IndexRow& row, const NameLink& name, bool shown) {
    if (name.text == 0)
        return;
    std::uint32_t before = kNoName;
    std::uint32_t at = row.first_name;
    while (at != kNoName && names[at].text != name.text) {
        before = at;
        at = names[at].next;
    }
    const bool is_new = at == kNoName;
    if (is_new) {
        at = static_cast<std::uint32_t>(names.size());
        names.push_back({name.text, kNoName, name.language, name.flags});
    } else {
        names[at].flags |= name.flags;
        if (names[at].language == 0)
            names[at].language = name.language;
    }
    if (shown && at != row.first_name) {
        if (!is_new)
            names[before].next = names[at].next;
        names[at].next = row.first_name;
        row.first_name = at;
    } else if (is_new) {
        (before == kNoName ? row.first_name : names[before].next) = at;
    }
}

void IndexBuilder::Impl::doubt(std::uint32_t row, Doubt flag, std::string reason) {
    RowDoubt& known = doubts[row];
    known.flags |= static_cast<std::uint16_t>(flag);
    known.reasons.push_back(std::move(reason));
}

void IndexBuilder::Impl::note_move(std::uint32_t row, geo::LonLat to) {
    constexpr double kFarMetres = 5000;
    ++same_id_rows;
    const geo::LonLat from{rows[row].lon * 1e-7, rows[row].lat * 1e-7};
    const double metres = geo::distance_m(from, to);
    if (metres <= kFarMetres)
        return;
    doubt(row, Doubt::sources_disagree,
          std::to_string(std::lround(metres / 1000)) + " km away in " + sources[rows[row].source]);
}

void IndexBuilder::begin_source(std::string_view file) {
    constexpr std::size_t kMostSources = 0xFFFF;
    if (m_impl->sources.size() <= kMostSources)
        m_impl->sources.emplace_back(file);
}

std::string IndexBuilder::own_scheme(const std::string& file_name) {
    const std::size_t now = m_impl->sources.size();
    std::vector<std::size_t>& sources = m_impl->sources_of_file[file_name];
    auto at = std::find(sources.begin(), sources.end(), now);
    if (at == sources.end())
        at = sources.insert(sources.end(), now);
    return at == sources.begin() ? file_name
                                 : file_name + "~" + std::to_string(at - sources.begin() + 1);
}

std::uint32_t IndexBuilder::new_path() {
    m_impl->paths.emplace_back();
    return static_cast<std::uint32_t>(m_impl->paths.size() - 1);
}

void IndexBuilder::name_path(std::uint32_t path, std::string_view admin1, std::string_view admin2,
                             std::string_view admin3) {
    const std::string_view given[3] = {admin1, admin2, admin3};
    for (std::size_t level = 0; level < 3; ++level)
        m_impl->paths[path].names[level] = m_impl->pool.add(given[level]);
}

bool IndexBuilder::add_name(std::string_view source_id, const SourceName& name) {
    Impl& d = *m_impl;
    const auto row = d.row_of(d.make_id(source_id));
    if (!row)
        return false;
    d.add_name(d.rows[*row],
               {d.pool.add(name.text), kNoName, pack_language(name.language), name.flags}, false);
    return true;
}

bool IndexBuilder::add_shape_of(std::string_view source_id, const geo::MultiPolygon& polygons) {
    Impl& d = *m_impl;
    const auto row = d.row_of(d.make_id(source_id));
    if (!row || polygons.empty())
        return false;
    auto& shape = d.shapes[*row];
    shape.insert(shape.end(), polygons.begin(), polygons.end());
    return true;
}

void IndexBuilder::Impl::set_areas(IndexRow& row, const SourcePlace& place) {
    if (place.path != 0) {
        row.admin_path = place.path;
        return;
    }
    AdminPath path = paths[row.admin_path];
    const std::string* const given[3] = {&place.admin1, &place.admin2, &place.admin3};
    for (std::size_t level = 0; level < 3; ++level) {
        if (!given[level]->empty())
            path.names[level] = pool.add(*given[level]);
        if (!place.admin_codes[level].empty())
            path.codes[level] = pool.add(place.admin_codes[level]);
    }
    row.admin_path = path_number(path);
}

Added IndexBuilder::add(const SourcePlace& place) {
    Impl& d = *m_impl;
    bool is_new = false;
    const std::uint32_t number = d.row_for(place.source_id, is_new);
    for (const auto& other : place.other_ids)
        d.add_other_id(number, d.make_id(other));
    IndexRow& row = d.rows[number];
    d.add_name(row, {d.pool.add(place.name), kNoName, 0, 0}, true);
    for (const auto& name : place.names)
        d.add_name(row, {d.pool.add(name), kNoName, 0, 0}, false);
    for (const auto& name : place.tagged_names) {
        d.add_name(row, {d.pool.add(name.text), kNoName, pack_language(name.language), name.flags},
                   false);
    }
    const auto source = static_cast<std::uint16_t>(d.sources.size() - 1);
    Added added = Added::place;
    if (!is_new) {
        added = row.source == source ? Added::again : Added::merged;
        d.note_move(number, place.point);
    }
    row.kind = place.kind;
    row.rank = std::max(row.rank, place.rank);
    if (const auto country = pack_country(place.country))
        row.country = country;
    d.set_areas(row, place);
    row.lon = to_fixed(place.point.lon_deg);
    row.lat = to_fixed(place.point.lat_deg);
    row.decimals = static_cast<std::uint8_t>(std::clamp(place.decimals, 0, 15));
    row.source = source;
    if (place.radius_km > 0) {
        row.radius_km = static_cast<std::uint16_t>(std::min(65535.0, std::ceil(place.radius_km)));
    }
    if (place.population > 0)
        row.population = place.population;
    const bool is_country = place.kind == PlaceKind::country;
    const std::string& code = is_country ? place.country : place.area_code;
    if (!code.empty())
        d.row_of_area[code] = number;
    if (!place.area_code.empty() || !place.vintage.empty())
        d.area_notes[number] = {d.pool.add(place.area_code), d.pool.add(place.vintage)};
    return added;
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

void IndexBuilder::add_outline(std::string_view iso2, const geo::MultiPolygon& polygons) {
    const auto country = pack_country(iso2);
    if (country == 0)
        return;
    auto& outline = m_impl->outlines[country];
    outline.insert(outline.end(), polygons.begin(), polygons.end());
}

void IndexBuilder::add_border(std::string_view iso_a, std::string_view iso_b,
                              const geo::Line& line) {
    const auto a = pack_country(iso_a);
    const auto b = pack_country(iso_b);
    if (a == 0 || b == 0 || line.size() < 2)
        return;
    m_impl->borders.push_back({std::min(a, b), std::max(a, b), line});
}

}  // namespace gazetteer
