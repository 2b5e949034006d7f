// Writes the sections of an index that say more of a place: names, ids, areas, doubts.
#include "gazetteer/hash_slots.hpp"
#include "gazetteer/index_rows.hpp"
#include "gazetteer/index_sections.hpp"

namespace gazetteer {
namespace {

template <typename T>
bool all_zero(const std::vector<T>& values) {
    return std::all_of(values.begin(), values.end(), [](T value) { return value == 0; });
}

std::string joined_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) {
        text += text.empty() ? "" : "\n";
        text += line;
    }
    return text;
}

}  // namespace

void IndexBuilder::Impl::write_names_and_ids(std::vector<std::string>& sections) const {
    std::vector<std::uint32_t> first{0};
    std::vector<std::uint32_t> texts;
    std::vector<std::uint8_t> flags;
    std::vector<std::uint16_t> languages;
    first.reserve(rows.size() + 1);
    texts.reserve(names.size());
    for (const IndexRow& row : rows) {
        for_each_name(row, [&](const NameLink& name) {
            texts.push_back(name.text);
            flags.push_back(name.flags);
            languages.push_back(name.language);
        });
        first.push_back(static_cast<std::uint32_t>(texts.size()));
    }
    at(sections, Section::name_first) = bytes_of(first);
    at(sections, Section::names) = bytes_of(texts);
    if (!all_zero(flags))
        at(sections, Section::name_flags) = bytes_of(flags);
    if (!all_zero(languages))
        at(sections, Section::name_language) = bytes_of(languages);

    std::vector<OtherId> others = other_ids;
    std::stable_sort(others.begin(), others.end(),
                     [](const OtherId& a, const OtherId& b) { return a.row < b.row; });
    std::vector<OtherIdRecord> records;
    records.reserve(others.size());
    for (const OtherId& other : others)
        records.push_back({other.row, other.id.scheme, other.id.value});
    at(sections, Section::other_ids) = bytes_of(records);
    at(sections, Section::schemes) = bytes_of(schemes);
    std::vector<std::uint64_t> id_hashes;
    id_hashes.reserve(rows.size() + others.size());
    for (const IndexRow& row : rows)
        id_hashes.push_back(checksum64(id_text(id_of(row))));
    for (const OtherId& other : others)
        id_hashes.push_back(checksum64(id_text(other.id)));
    at(sections, Section::id_slots) = bytes_of(HashSlots::fill(id_hashes));
    at(sections, Section::about) = about;
}

void IndexBuilder::Impl::write_notes(std::vector<std::string>& sections) {
    std::vector<AdminPathRecord> records;
    records.reserve(paths.size());
    for (const AdminPath& path : paths)
        records.push_back({path.names[0], path.names[1], path.names[2]});
    at(sections, Section::admin_paths) = bytes_of(records);
    std::vector<DoubtRecord> marked;
    for (const auto& [row, doubt] : doubts)
        marked.push_back({row, doubt.flags, pool.add(joined_lines(doubt.reasons))});
    at(sections, Section::doubts) = bytes_of(marked);
    std::vector<AreaNoteRecord> notes;
    for (const auto& [row, note] : area_notes)
        notes.push_back({row, note.code, note.vintage});
    at(sections, Section::area_notes) = bytes_of(notes);
}

}  // namespace gazetteer
