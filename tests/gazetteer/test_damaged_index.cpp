// Index files with damage in every region: found by verify, harmless before it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <random>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/index_builder.hpp"
#include "gazetteer/index_format.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace gazetteer;

namespace {

SourcePlace make_place(const std::string& id, const std::string& name, PlaceKind kind,
                       geo::LonLat point) {
    SourcePlace place;
    place.source_id = id;
    place.name = name;
    place.names = {name + "-Ville", "تومبوكتو"};
    place.kind = kind;
    place.country = "ML";
    place.admin1 = "Gao";
    place.point = point;
    place.population = 1000;
    return place;
}

/// A small index that has something in every section.
std::string small_index() {
    IndexBuilder builder;
    builder.add(make_place("geonames:1", "Gao", PlaceKind::town, {-0.05, 16.27}));
    builder.add(make_place("geonames:2", "Kidal", PlaceKind::town, {1.41, 18.44}));
    builder.add(make_place("pcode:ML07", "Gao", PlaceKind::admin1, {0, 17}));
    SourcePlace country = make_place("iso:ML", "Mali", PlaceKind::country, {-2, 17});
    country.area_code = "ML";
    builder.add(country);
    for (int i = 0; i < 200; ++i) {
        builder.add(make_place("t:" + std::to_string(i), "Ville " + std::to_string(i * 7919),
                               PlaceKind::town, {-12 + i * 0.08, 10 + i * 0.07}));
    }
    builder.add_country_word("Malian", "ML", true);
    builder.add_neighbours("ML", "NE");
    builder.add_shape("ML", {{{{-12, 10}, {4, 10}, {4, 25}, {-12, 25}, {-12, 10}}, {}}});
    builder.add_border("ML", "NE", {{4, 15}, {4, 19}});
    builder.add_about("test");
    const auto bytes = builder.build();
    REQUIRE(bytes.has_value());
    return *bytes;
}

void write(const std::string& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// The header's checksum made right again, so that damage in the table of sections is met too.
void sign(std::string& bytes) {
    IndexHeader header{};
    std::memcpy(&header, bytes.data(), sizeof(header));
    header.header_checksum = 0;
    header.header_checksum = checksum64({reinterpret_cast<const char*>(&header), sizeof(header)});
    std::memcpy(bytes.data(), &header, sizeof(header));
}

/// Every kind of question. Whatever the answers: nothing may go outside the file.
std::size_t ask(const Gazetteer& index) {
    std::size_t answers = 0;
    std::vector<NameHit> hits;
    for (const char* name : {"Gao", "Gaoo", "Vile 7919", "kidal-vil", "تومبوكتو", "Malian"}) {
        answers += index.find(name).size() + index.complete(name).size();
        index.look_up(name, hits);
        index.complete(name, 5, hits);
        index.look_alike(name, 2, 5, hits);
        answers += hits.size() + index.country_code(name).value_or("").size();
    }
    for (const geo::LonLat at : {geo::LonLat{-0.05, 16.27}, {180, 90}}) {
        answers += index.nearest(at, 3).size() + index.containing(at).country.size();
    }
    answers += index.neighbours("ML").size() + index.border("ML", "NE").size();
    if (const auto country = index.country("ML"))
        answers += index.area(*country).size() + index.names(*country).size();
    for (std::uint32_t i = 0; i < std::min<std::size_t>(index.size(), 8); ++i)
        answers += index.place(PlaceId{i}).name.size() + index.other_ids(PlaceId{i}).size();
    return answers;
}

/// Whether the byte belongs to a section or the header: what lies between is filling.
bool is_content(const std::string& bytes, std::size_t at) {
    IndexHeader header{};
    std::memcpy(&header, bytes.data(), sizeof(header));
    return at < sizeof(header) ||
           std::any_of(
               std::begin(header.sections), std::end(header.sections),
               [&](const SectionEntry& s) { return at >= s.offset && at < s.offset + s.bytes; });
}

}  // namespace

TEST_CASE("one changed bit anywhere in an index is found by verify and harms no question") {
    const TemporaryFolder folder;
    const auto path = folder.file("x.idx");
    const std::string whole = small_index();
    write(path, whole);
    const auto good = Gazetteer::open({path});
    REQUIRE(good.has_value());
    REQUIRE(good->verify().has_value());
    REQUIRE(ask(*good) > 20);
    std::mt19937 dice(5);
    const std::size_t step = std::max<std::size_t>(48, whole.size() / 600);
    for (std::size_t start = 0; start < whole.size(); start += step) {
        const std::size_t at = start + dice() % std::min(step, whole.size() - start);
        if (!is_content(whole, at))
            continue;
        CAPTURE(at);
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << dice() % 8));
        write(path, damaged);
        const auto opened = Gazetteer::open({path});
        if (!opened) {
            CHECK(opened.error().message.find("x.idx") != std::string::npos);
            continue;
        }
        CHECK_FALSE(opened->verify().has_value());
        ask(*opened);
    }
}

TEST_CASE("noise in any region of an index harms no question") {
    const TemporaryFolder folder;
    const auto path = folder.file("x.idx");
    const std::string whole = small_index();
    std::mt19937 dice(9);
    for (int trial = 0; trial < 150; ++trial) {
        std::string damaged = whole;
        const std::size_t start = dice() % whole.size();
        const std::size_t length = 1 + dice() % (whole.size() / 4);
        const int fill = static_cast<int>(dice() % 3);
        for (std::size_t i = start; i < std::min(whole.size(), start + length); ++i)
            damaged[i] = fill == 0 ? '\0' : fill == 1 ? '\xff' : static_cast<char>(dice());
        // The header stays as it is, so that the file opens.
        damaged.replace(0, sizeof(IndexHeader), whole, 0, sizeof(IndexHeader));
        CAPTURE(trial);
        write(path, damaged);
        const auto opened = Gazetteer::open({path});
        if (opened)
            ask(*opened);
    }
}

TEST_CASE("sections that are moved, cut or too long harm no question") {
    const TemporaryFolder folder;
    const auto path = folder.file("x.idx");
    const std::string whole = small_index();
    std::mt19937 dice(11);
    int opened_count = 0;
    for (int trial = 0; trial < 250; ++trial) {
        std::string damaged = whole;
        IndexHeader header{};
        std::memcpy(&header, damaged.data(), sizeof(header));
        SectionEntry& entry = header.sections[static_cast<std::size_t>(trial) % kSectionCount];
        const std::uint64_t sizes[] = {0,
                                       1,
                                       3,
                                       entry.bytes / 2,
                                       entry.bytes - 1,
                                       whole.size() - entry.offset,
                                       ~std::uint64_t{0}};
        entry.bytes = sizes[dice() % 7];
        if (dice() % 3 == 0)
            entry.offset = dice() % (whole.size() + 100) / 8 * 8;
        if (dice() % 5 == 0)
            header.place_count = static_cast<std::uint32_t>(dice());
        std::memcpy(damaged.data(), &header, sizeof(header));
        sign(damaged);
        CAPTURE(trial);
        write(path, damaged);
        const auto opened = Gazetteer::open({path});
        if (!opened)
            continue;
        ++opened_count;
        ask(*opened);
    }
    CHECK(opened_count > 20);
}

TEST_CASE("an index cut or grown anywhere is refused") {
    const TemporaryFolder folder;
    const auto path = folder.file("x.idx");
    const std::string whole = small_index();
    IndexHeader header{};
    std::memcpy(&header, whole.data(), sizeof(header));
    std::vector<std::size_t> lengths{
        0, 1, 7, 8, sizeof(header) - 1, sizeof(header), whole.size() - 1};
    for (const SectionEntry& section : header.sections) {
        lengths.push_back(section.offset);
        lengths.push_back(section.offset + section.bytes / 2);
    }
    for (const auto length : lengths) {
        CAPTURE(length);
        if (length == whole.size())
            continue;
        write(path, whole.substr(0, length));
        CHECK_FALSE(Gazetteer::open({path}).has_value());
    }
    write(path, whole + "x");
    CHECK_FALSE(Gazetteer::open({path}).has_value());
}

TEST_CASE("an index of another version says to build it again") {
    const TemporaryFolder folder;
    std::string bytes = small_index();
    for (const std::uint32_t version : {0U, kIndexVersion - 1, kIndexVersion + 1, ~0U}) {
        std::memcpy(bytes.data() + offsetof(IndexHeader, version), &version, sizeof(version));
        sign(bytes);
        write(folder.file("x.idx"), bytes);
        const auto opened = Gazetteer::open({folder.file("x.idx")});
        REQUIRE_FALSE(opened.has_value());
        CHECK(opened.error().message.find("build it again") != std::string::npos);
    }
}
