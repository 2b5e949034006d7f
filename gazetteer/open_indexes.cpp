// Places by id over several index files.
#include "gazetteer/open_indexes.hpp"

#include "gazetteer/name_key.hpp"

namespace gazetteer {
namespace {

std::string id_text(const IndexFile& file, std::uint32_t scheme, std::uint32_t value) {
    const auto record = file.value<SchemeRecord>(Section::schemes, scheme);
    std::string text(file.string_at(record.name));
    if (!text.empty())
        text += ':';
    if (record.numeric != 0)
        return text + std::to_string(value);
    return text + std::string(file.string_at(value));
}

/// The records of a section sorted by place that belong to one.
template <typename Record>
std::span<const Record> records_of(const IndexFile& file, Section section, std::uint32_t place) {
    const auto records = file.column<Record>(section);
    const auto first = std::partition_point(
        records.begin(), records.end(), [&](const Record& record) { return record.place < place; });
    const auto last = std::find_if(first, records.end(),
                                   [&](const Record& record) { return record.place != place; });
    return {first, last};
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

}  // namespace

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

std::size_t OpenIndexes::file_of(PlaceId id) const {
    const auto number = static_cast<std::uint32_t>(id);
    const auto after = std::upper_bound(m_first.begin(), m_first.end(), number);
    return static_cast<std::size_t>(after - m_first.begin()) - 1;
}

OpenIndexes::Local OpenIndexes::local(PlaceId id) const {
    const std::size_t file = file_of(id);
    return {&m_files[file], static_cast<std::uint32_t>(id) - m_first[file]};
}

geo::LonLat OpenIndexes::point(PlaceId id) const {
    const auto [file, i] = local(id);
    return {file->value<std::int32_t>(Section::lon, i) * 1e-7,
            file->value<std::int32_t>(Section::lat, i) * 1e-7};
}

PlaceKind OpenIndexes::kind(PlaceId id) const {
    const auto [file, i] = local(id);
    const auto kind = file->value<std::uint8_t>(Section::kind, i);
    return kind <= static_cast<std::uint8_t>(PlaceKind::other) ? static_cast<PlaceKind>(kind)
                                                               : PlaceKind::other;
}

Rank OpenIndexes::rank(PlaceId id) const {
    const auto [file, i] = local(id);
    const auto rank = file->value<std::uint8_t>(Section::rank, i);
    return rank <= static_cast<std::uint8_t>(Rank::capital) ? static_cast<Rank>(rank) : Rank::none;
}

std::uint32_t OpenIndexes::fame(PlaceId id, bool alternate) const {
    const auto [file, i] = local(id);
    return file->fame(i, alternate);
}

std::uint16_t OpenIndexes::country(PlaceId id) const {
    const auto [file, i] = local(id);
    return file->value<std::uint16_t>(Section::country, i);
}

std::string OpenIndexes::source_id(PlaceId id) const {
    const auto [file, i] = local(id);
    return id_text(*file, file->value<std::uint8_t>(Section::id_scheme, i),
                   file->value<std::uint32_t>(Section::id_value, i));
}

std::vector<std::string> OpenIndexes::other_ids(PlaceId id) const {
    const auto [file, i] = local(id);
    std::vector<std::string> ids;
    for (const OtherIdRecord& other : records_of<OtherIdRecord>(*file, Section::other_ids, i))
        ids.push_back(id_text(*file, other.scheme, other.value));
    return ids;
}

std::uint16_t OpenIndexes::doubt(PlaceId id) const {
    const auto [file, i] = local(id);
    const auto doubts = records_of<DoubtRecord>(*file, Section::doubts, i);
    return doubts.empty() ? std::uint16_t{0} : static_cast<std::uint16_t>(doubts.front().flags);
}

bool OpenIndexes::is_historic(PlaceId id, std::string_view folded_name) const {
    const auto [file, i] = local(id);
    const auto flags = file->column<std::uint8_t>(Section::name_flags);
    const auto offsets = file->column<std::uint32_t>(Section::names);
    if (flags.size() != offsets.size())
        return false;
    const auto [first, last] = file->range(Section::name_first, i, offsets.size());
    bool is_past = false;
    for (auto at = first; at < last; ++at) {
        const bool marked = (flags[at] & static_cast<unsigned>(NameFlag::historic)) != 0;
        if (fold_name(file->string_at(offsets[at])) != folded_name)
            continue;
        if (!marked)
            return false;
        is_past = true;
    }
    return is_past;
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
    const auto path = file->value<AdminPathRecord>(
        Section::admin_paths, file->value<std::uint32_t>(Section::admin_path, i));
    place.admin1 = file->string_at(path.admin1);
    place.admin2 = file->string_at(path.admin2);
    place.admin3 = file->string_at(path.admin3);
    const auto kind = file->value<std::uint8_t>(Section::kind, i);
    place.kind = kind <= static_cast<std::uint8_t>(PlaceKind::other) ? static_cast<PlaceKind>(kind)
                                                                     : PlaceKind::other;
    place.point = point(id);
    place.radius_km = file->value<std::uint16_t>(Section::radius, i);
    place.population = file->value<std::uint32_t>(Section::population, i);
    place.is_capital = rank(id) == Rank::capital;
    for (const DoubtRecord& record : records_of<DoubtRecord>(*file, Section::doubts, i)) {
        place.doubt = static_cast<std::uint16_t>(record.flags);
        place.doubt_reasons = lines_of(file->string_at(record.reasons));
    }
    for (const AreaNoteRecord& note : records_of<AreaNoteRecord>(*file, Section::area_notes, i)) {
        place.area_code = file->string_at(note.code);
        place.vintage = file->string_at(note.vintage);
    }
    return place;
}

void OpenIndexes::add_names(PlaceId id, std::vector<std::string>& names) const {
    const auto [file, i] = local(id);
    const auto offsets = file->column<std::uint32_t>(Section::names);
    const auto [first, last] = file->range(Section::name_first, i, offsets.size());
    for (auto at = first; at < last; ++at) {
        const std::string_view name = file->string_at(offsets[at]);
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.emplace_back(name);
    }
}

std::vector<std::string> OpenIndexes::names(PlaceId id) const {
    std::vector<std::string> names;
    add_names(id, names);
    const std::size_t own = file_of(id);
    if (own == 0)
        return names;
    const std::string id_of_place = source_id(id);
    for (std::size_t f = own; f-- > 0;) {
        if (const auto older = find_in(f, id_of_place))
            add_names(this->id(f, *older), names);
    }
    return names;
}

std::optional<std::uint32_t> OpenIndexes::find_in(std::size_t file_index,
                                                  std::string_view source_id_text) const {
    const IndexFile& file = m_files[file_index];
    const auto others = file.column<OtherIdRecord>(Section::other_ids);
    const HashSlots slots(file.column<std::uint32_t>(Section::id_slots),
                          file.place_count() + others.size());
    std::optional<std::uint32_t> found;
    slots.probe(checksum64(source_id_text), [&](std::uint32_t entry) {
        if (entry < file.place_count()) {
            if (source_id(id(file_index, entry)) == source_id_text)
                found = entry;
        } else if (const std::size_t other = entry - file.place_count(); other < others.size()) {
            const OtherIdRecord& record = others[other];
            if (record.place < file.place_count() &&
                id_text(file, record.scheme, record.value) == source_id_text)
                found = record.place;
        }
        return found.has_value();
    });
    return found;
}

std::optional<PlaceId> OpenIndexes::by_source_id(std::string_view source_id_text) const {
    for (std::size_t f = m_files.size(); f-- > 0;) {
        if (const auto found = find_in(f, source_id_text))
            return id(f, *found);
    }
    return std::nullopt;
}

PlaceId OpenIndexes::current(PlaceId place_id) const {
    const std::size_t own = file_of(place_id);
    if (own + 1 == m_files.size())
        return place_id;
    const std::string id_of_place = source_id(place_id);
    for (std::size_t f = m_files.size(); f-- > own + 1;) {
        if (const auto newer = find_in(f, id_of_place))
            return id(f, *newer);
    }
    return place_id;
}

}  // namespace gazetteer
