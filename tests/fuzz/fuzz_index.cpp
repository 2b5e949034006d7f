// Damaged index files with a good header: every question is asked, nothing may go outside.
#include <cstring>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/index_format.hpp"
#include "tests/fuzz/bytes_as_file.hpp"

namespace {

/// What open() would refuse at once is put right, so that the sections themselves are read.
std::string with_good_header(std::string_view bytes) {
    std::string file(bytes);
    gazetteer::IndexHeader header{};
    if (file.size() < sizeof(header))
        return file;
    std::memcpy(&header, file.data(), sizeof(header));
    std::memcpy(header.magic, gazetteer::kIndexMagic, sizeof(header.magic));
    header.version = gazetteer::kIndexVersion;
    header.byte_order = gazetteer::kIndexByteOrder;
    header.section_count = gazetteer::kSectionCount;
    header.file_bytes = file.size();
    for (auto& section : header.sections) {
        section.offset = std::min<std::uint64_t>(section.offset, file.size()) / 8 * 8;
        section.bytes = std::min<std::uint64_t>(section.bytes, file.size() - section.offset);
    }
    header.header_checksum = 0;
    header.header_checksum =
        gazetteer::checksum64({reinterpret_cast<const char*>(&header), sizeof(header)});
    std::memcpy(file.data(), &header, sizeof(header));
    return file;
}

void ask_names(const gazetteer::Gazetteer& index) {
    std::vector<gazetteer::NameHit> hits;
    for (const char* name : {"Gao", "Gaoo", "k", "", "Tombuktu", "Région de Gao", "Ⲁⲃⲅ", "تومبوكتو",
                             "cercle de Bourem, Gao, Mali", "x\xff"}) {
        (void)index.find(name);
        (void)index.complete(name);
        (void)index.has_name(name);
        (void)index.country_code(name);
        (void)index.by_source_id(name);
        index.look_up(name, hits);
        index.complete(name, 5, hits);
        for (const int edits : {0, 1, 2})
            index.look_alike(name, edits, 5, hits);
    }
}

void ask_positions(const gazetteer::Gazetteer& index) {
    for (const geo::LonLat at : {geo::LonLat{-0.05, 16.27}, {180, 90}, {-180, -90}, {1.4, 18.4}}) {
        (void)index.nearest(at, 3);
        (void)index.containing(at);
    }
    (void)index.border("ML", "NE");
    (void)index.neighbours("ML");
    (void)index.country("ML");
    (void)index.capital("ML");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const BytesAsFile file(with_good_header({reinterpret_cast<const char*>(data), size}));
    const auto index = gazetteer::Gazetteer::open({file.path()});
    if (!index)
        return 0;
    (void)index->verify();
    constexpr std::size_t kPlacesToRead = 20;
    for (std::size_t i = 0; i < std::min(index->size(), kPlacesToRead); ++i) {
        const auto id = gazetteer::PlaceId{static_cast<std::uint32_t>(i)};
        (void)index->place(id);
        (void)index->names(id);
        (void)index->other_ids(id);
        (void)index->area(id);
    }
    ask_names(*index);
    ask_positions(*index);
    return 0;
}
