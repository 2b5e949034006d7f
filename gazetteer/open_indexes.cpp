// Places by id over several index files.
#include "gazetteer/open_indexes.hpp"

namespace gazetteer {

geo::Result<OpenIndexes> OpenIndexes::open(const std::vector<std::string>& paths) {
    OpenIndexes opened;
    for (const auto& path : paths) {
        auto file = IndexFile::open(path);
        if (!file)
            return tl::unexpected(file.error());
        if (opened.m_size + file->place_count() > kMaxPlaces) {
            return geo::fail(path + ": too many places in all the indexes together");
        }
        opened.m_first.push_back(static_cast<std::uint32_t>(opened.m_size));
        opened.m_size += file->place_count();
        opened.m_files.push_back(std::move(*file));
    }
    return opened;
}

OpenIndexes::Local OpenIndexes::local(PlaceId id) const {
    const auto number = static_cast<std::uint32_t>(id);
    const auto after = std::upper_bound(m_first.begin(), m_first.end(), number);
    const auto file = static_cast<std::size_t>(after - m_first.begin()) - 1;
    return {&m_files[file], number - m_first[file]};
}

geo::LonLat OpenIndexes::point(PlaceId id) const {
    const auto [file, i] = local(id);
    return {file->value<std::int32_t>(Section::lon, i) * 1e-7,
            file->value<std::int32_t>(Section::lat, i) * 1e-7};
}

Rank OpenIndexes::rank(PlaceId id) const {
    const auto [file, i] = local(id);
    const auto rank = file->value<std::uint8_t>(Section::rank, i);
    return rank <= static_cast<std::uint8_t>(Rank::capital) ? static_cast<Rank>(rank) : Rank::none;
}

std::uint16_t OpenIndexes::country(PlaceId id) const {
    const auto [file, i] = local(id);
    return file->value<std::uint16_t>(Section::country, i);
}

std::string OpenIndexes::source_id(PlaceId id) const {
    const auto [file, i] = local(id);
    const auto scheme = file->value<std::uint8_t>(Section::id_scheme, i);
    const auto record = file->value<SchemeRecord>(Section::schemes, scheme);
    const auto value = file->value<std::uint32_t>(Section::id_value, i);
    std::string text(file->string_at(record.name));
    if (!text.empty())
        text += ':';
    if (record.numeric != 0)
        return text + std::to_string(value);
    return text + std::string(file->string_at(value));
}

Place OpenIndexes::place(PlaceId id) const {
    const auto [file, i] = local(id);
    Place place;
    place.source_id = source_id(id);
    const auto names = file->column<std::uint32_t>(Section::names);
    const auto [first, last] = file->range(Section::name_first, i, names.size());
    if (first < last)
        place.name = file->string_at(names[first]);
    place.country = unpack_country(file->value<std::uint16_t>(Section::country, i));
    place.admin1 = file->string_at(file->value<std::uint32_t>(Section::admin1, i));
    place.admin2 = file->string_at(file->value<std::uint32_t>(Section::admin2, i));
    const auto kind = file->value<std::uint8_t>(Section::kind, i);
    place.kind = kind <= static_cast<std::uint8_t>(PlaceKind::other) ? static_cast<PlaceKind>(kind)
                                                                     : PlaceKind::other;
    place.point = point(id);
    place.radius_km = file->value<std::uint16_t>(Section::radius, i);
    place.population = file->value<std::uint32_t>(Section::population, i);
    place.is_capital = rank(id) == Rank::capital;
    return place;
}

std::vector<std::string> OpenIndexes::names(PlaceId id) const {
    const auto [file, i] = local(id);
    const auto offsets = file->column<std::uint32_t>(Section::names);
    const auto [first, last] = file->range(Section::name_first, i, offsets.size());
    std::vector<std::string> names;
    for (auto at = first; at < last; ++at)
        names.emplace_back(file->string_at(offsets[at]));
    return names;
}

std::optional<PlaceId> OpenIndexes::by_source_id(std::string_view source_id_text) const {
    for (std::size_t f = m_files.size(); f-- > 0;) {
        const auto slots = m_files[f].column<std::uint32_t>(Section::id_slots);
        if (slots.empty())
            continue;
        const std::size_t mask = slots.size() - 1;
        std::size_t slot = hash32(source_id_text) & mask;
        for (std::size_t probes = 0; probes <= mask && slots[slot] != 0; ++probes) {
            const auto place_index = slots[slot] - 1;
            if (place_index < m_files[f].place_count() &&
                source_id(id(f, place_index)) == source_id_text) {
                return id(f, place_index);
            }
            slot = (slot + 1) & mask;
        }
    }
    return std::nullopt;
}

}  // namespace gazetteer
