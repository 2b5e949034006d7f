// Exact, completing and tolerant look-up without context, compared with what a plain scan finds.
#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/index_builder.hpp"
#include "gazetteer/name_index.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/scoring.hpp"

using namespace gazetteer;

namespace {

struct TempFolder {
    TempFolder() {
        std::string pattern = std::filesystem::temp_directory_path() / "names-XXXXXX";
        path = ::mkdtemp(pattern.data());
    }
    ~TempFolder() { std::filesystem::remove_all(path); }
    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path + "/" + name, std::ios::binary) << bytes;
        return path + "/" + name;
    }
    std::string path;
};

struct Entry {
    std::string name;
    std::uint32_t population = 0;
    std::vector<std::string> others = {};
};

std::string index_of(const std::vector<Entry>& entries) {
    IndexBuilder builder;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        SourcePlace place;
        place.source_id = "user:" + std::to_string(i);
        place.name = entries[i].name;
        place.names = entries[i].others;
        place.population = entries[i].population;
        builder.add(place);
    }
    auto bytes = builder.build();
    REQUIRE(bytes.has_value());
    return *bytes;
}

Gazetteer open_file(const std::string& path) {
    auto opened = Gazetteer::open({path});
    REQUIRE(opened.has_value());
    return std::move(*opened);
}

/// Names of one to five syllables in three scripts; short ones crowd, so that many are near others.
std::vector<Entry> made_names(std::size_t count, std::mt19937& random) {
    const std::vector<std::vector<std::string>> scripts = {
        {"ba", "ko", "tim", "bou", "ga", "se", "gou", "dj", "enne", "ra", "n", "a", "kid", "al"},
        {"мо", "ск", "ва", "ки", "ев", "ро", "сто"},
        {"تم", "بك", "تو", "غا", "و", "كي", "دال"},
    };
    std::vector<Entry> entries;
    while (entries.size() < count) {
        const auto& syllables = scripts[random() % 8 < 6 ? 0 : 1 + random() % 2];
        Entry entry;
        for (auto left = 1 + random() % 5; left > 0; --left)
            entry.name += syllables[random() % syllables.size()];
        entry.population = static_cast<std::uint32_t>(random() % 3 == 0 ? random() % 1000000 : 0);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<char16_t> letters_of(const std::string& text) {
    const KeyLetters letters(text);
    return {letters.units.begin(),
            letters.units.begin() + static_cast<std::ptrdiff_t>(letters.count)};
}

/// Optimal string alignment by the plain table.
int distance(const std::vector<char16_t>& a, const std::vector<char16_t>& b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = static_cast<int>(i + j);
                continue;
            }
            d[i][j] = std::min({d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), d[i - 1][j] + 1,
                                d[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

std::string mangled(const std::string& name, std::mt19937& random) {
    const std::string letters = "abdegiklmnorstu";
    std::string text = name;
    for (auto slips = random() % 3; slips > 0; --slips) {
        const auto at = random() % (text.size() + 1);
        const char letter = letters[random() % letters.size()];
        switch (random() % 4) {
            case 0:
                text.insert(at, 1, letter);
                break;
            case 1:
                text.erase(at, 1);
                break;
            case 2:
                text.replace(at, 1, 1, letter);
                break;
            default:
                if (at + 1 < text.size())
                    std::swap(text[at], text[at + 1]);
        }
    }
    return text;
}

std::vector<std::string> shown(const Gazetteer& gazetteer, const std::vector<NameHit>& hits) {
    std::vector<std::string> names;
    for (const NameHit& hit : hits)
        names.push_back(gazetteer.place(hit.id).name);
    return names;
}

}  // namespace

TEST_CASE("the walks find exactly the keys that a scan of all finds within two errors") {
    std::mt19937 random(7);
    const auto entries = made_names(3000, random);
    const TempFolder folder;
    const auto file = IndexFile::open(folder.write("made.idx", index_of(entries)));
    REQUIRE(file.has_value());
    const NameIndex names(*file);
    std::vector<std::vector<char16_t>> keys;
    for (KeyIndex i = 0; i < names.key_count(); ++i)
        keys.push_back(letters_of(std::string(names.key(i))));
    std::size_t found_at_two = 0;
    for (int q = 0; q < 400; ++q) {
        const std::string query =
            fold_name(mangled(entries[random() % entries.size()].name, random));
        if (query.empty())
            continue;
        CAPTURE(query);
        for (int edits = 0; edits <= 2; ++edits) {
            std::vector<std::pair<KeyIndex, int>> expected;
            for (KeyIndex i = 0; i < keys.size(); ++i) {
                if (const int d = distance(keys[i], letters_of(query)); d <= edits)
                    expected.emplace_back(i, d);
            }
            std::vector<std::pair<KeyIndex, int>> found;
            for (const auto& near : names.within_edits(query, edits))
                found.emplace_back(near.key, near.edits);
            CHECK(found == expected);
            found_at_two += edits == 2 ? found.size() : 0;
        }
    }
    CHECK(found_at_two > 1000);
}

TEST_CASE("completion offers the places that a scan of all ranks highest") {
    std::mt19937 random(11);
    const auto entries = made_names(3000, random);
    const TempFolder folder;
    const Gazetteer made = open_file(folder.write("made.idx", index_of(entries)));
    std::vector<NameHit> hits;
    for (int q = 0; q < 200; ++q) {
        const std::string& name = entries[random() % entries.size()].name;
        // Whole names of three letters and more have a rank of their own.
        const std::string prefix =
            name.substr(0, static_cast<unsigned char>(name[0]) < 0x80 ? 2 : 4);
        CAPTURE(prefix);
        made.complete(prefix, 10, hits);
        std::vector<double> fame;
        for (const NameHit& hit : hits) {
            CHECK(made.place(hit.id).name.starts_with(prefix));
            fame.push_back(prominence(made.place(hit.id), Rank::none));
        }
        std::vector<double> expected;
        for (std::size_t i = 0; i < made.size(); ++i) {
            const Place place = made.place(PlaceId{static_cast<std::uint32_t>(i)});
            if (place.name.starts_with(prefix))
                expected.push_back(prominence(place, Rank::none));
        }
        std::sort(expected.begin(), expected.end(), std::greater<>());
        expected.resize(std::min<std::size_t>(10, expected.size()));
        REQUIRE(fame.size() == expected.size());
        for (std::size_t i = 0; i < fame.size(); ++i)
            CHECK(fame[i] == doctest::Approx(expected[i]).epsilon(1e-4));
    }
}

TEST_CASE("names of every script are found exactly, completed and with a slip") {
    const TempFolder folder;
    const std::vector<Entry> entries = {
        {"Tombouctou", 54000, {"تمبكتو", "ⵜⵉⵏⴱⵓⴽⵜⵓ"}},
        {"Addis Ababa", 2757729, {"አዲስ አበባ"}},
        {"Yangon", 4477638, {"ရန်ကုန်မြို့"}},
        {"Киев", 2797553, {"Kyiv"}},
        {"ירושלים", 801000, {"القدس"}},
    };
    const Gazetteer world = open_file(folder.write("scripts.idx", index_of(entries)));
    std::vector<NameHit> hits;
    struct Case {
        const char* text;
        const char* prefix;
        const char* slip;
        const char* name;
    };
    constexpr Case kCases[] = {
        {"تُمْبُكْتُو", "تمب", "تمبكو", "Tombouctou"},
        {"ⵜⵉⵏⴱⵓⴽⵜⵓ", "ⵜⵉⵏ", "ⵜⵉⵏⴱⴽⵜⵓ", "Tombouctou"},
        {"አዲስ አበባ", "አዲስ", "አዲሰ አበባ", "Addis Ababa"},
        {"ရန်ကုန်မြို့", "ရန်", "ရန်ကုမြို့", "Yangon"},
        {"КИЕВ", "ки", "Кеив", "Киев"},
        {"القُدس", "القد", "القس", "ירושלים"},
        {"ירושלים", "ירו", "ירושלם", "ירושלים"},
    };
    for (const Case& c : kCases) {
        CAPTURE(std::string(c.text));
        world.look_up(c.text, hits);
        REQUIRE(hits.size() == 1);
        CHECK(hits[0].cost == 0);
        CHECK(world.place(hits[0].id).name == c.name);
        world.complete(c.prefix, 5, hits);
        CHECK(shown(world, hits) == std::vector<std::string>{c.name});
        world.look_alike(c.slip, 2, 5, hits);
        REQUIRE(!hits.empty());
        CHECK(hits[0].cost > 0);
        CHECK(world.place(hits[0].id).name == c.name);
    }
}

TEST_CASE("of equally near names the likelier slip comes first, then the better known place") {
    const TempFolder folder;
    const Gazetteer world = open_file(folder.write("order.idx", index_of({{"Ansongo", 30000},
                                                                          {"Ansonga", 10},
                                                                          {"Ansogno", 10},
                                                                          {"Gossi", 10},
                                                                          {"Gassi", 900000},
                                                                          {"Gissi", 10},
                                                                          {"Bourem", 27000},
                                                                          {"Bouren", 5}})));
    std::vector<NameHit> hits;
    world.look_alike("Ansogno", 2, 3, hits);
    CHECK(shown(world, hits) == std::vector<std::string>{"Ansogno", "Ansongo", "Ansonga"});
    CHECK(hits[0].cost == 0);
    CHECK(hits[0].cost < hits[1].cost);
    CHECK(hits[1].cost < hits[2].cost);
    world.look_alike("Gussi", 1, 10, hits);
    REQUIRE(hits.size() == 3);
    CHECK(world.place(hits[0].id).name == "Gassi");
    world.look_alike("Bourex", 1, 1, hits);
    CHECK(shown(world, hits) == std::vector<std::string>{"Bourem"});
    world.look_alike("Bourex", 0, 5, hits);
    CHECK(hits.empty());
}

TEST_CASE("slips with a reason cost less than those by chance") {
    struct Case {
        const char* typed;
        const char* likelier;
        const char* other;
    };
    // Both names are as many letters away.
    constexpr Case kCases[] = {
        {"Arnalou", "Amalou", "Agnalor"},  // rn read for m
        {"K1dal", "Kidal", "Kadal"},       // 1 read for i
        {"Bouremm", "Bourem", "Bourems"},  // a doubled letter
        {"Gossa", "Gossi", "Gossk"},       // a vowel for a vowel
        {"Djebok", "Jebok", "Kjebok"},     // dj for j
        {"Mopit", "Mopti", "Mopik"},       // a swap
    };
    for (const Case& c : kCases) {
        CAPTURE(std::string(c.typed));
        const TempFolder folder;
        const Gazetteer world =
            open_file(folder.write("pair.idx", index_of({{c.other, 900}, {c.likelier, 900}})));
        std::vector<NameHit> hits;
        world.look_alike(c.typed, 2, 5, hits);
        REQUIRE(hits.size() == 2);
        CHECK(world.place(hits[0].id).name == c.likelier);
        CHECK(hits[0].cost < hits[1].cost);
    }
}

TEST_CASE("places of one name come best known first, and by their other names as well") {
    const TempFolder folder;
    const Gazetteer world = open_file(folder.write(
        "same.idx",
        index_of({{"Dogo", 10}, {"Dogo", 5000}, {"Ouro", 90000, {"Dogo"}}, {"Dogon"}})));
    std::vector<NameHit> hits = {{PlaceId{3}, 1, false}};
    world.look_up("DOGO", hits);
    REQUIRE(hits.size() == 3);
    CHECK(world.place(hits[0].id).population >= 5000);
    CHECK(world.place(hits[2].id).population == 10);
    CHECK(std::count_if(hits.begin(), hits.end(), [](const NameHit& h) { return h.alternate; }) ==
          1);
    world.look_up("Doga", hits);
    CHECK(hits.empty());
    world.look_up("", hits);
    CHECK(hits.empty());
}

TEST_CASE("completion puts the whole name first and forgives one slip where nothing starts so") {
    const TempFolder folder;
    const Gazetteer world = open_file(folder.write(
        "gao.idx", index_of({{"Gao", 86000}, {"Gaoyou", 800000}, {"Tombouctou", 54000}})));
    std::vector<NameHit> hits;
    world.complete("gao", 10, hits);
    CHECK(shown(world, hits) == std::vector<std::string>{"Gao", "Gaoyou"});
    world.complete("ga", 10, hits);
    CHECK(shown(world, hits) == std::vector<std::string>{"Gaoyou", "Gao"});
    world.complete("Tobmou", 10, hits);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].cost > 0);
    world.complete("zzzz", 10, hits);
    CHECK(hits.empty());
    world.complete("", 10, hits);
    CHECK(hits.empty());
}

TEST_CASE("a place that a later file has as well is found once, in the later file") {
    const TempFolder folder;
    const auto a = folder.write("a.idx", index_of({{"Kidal", 1000}, {"Tessalit", 50}}));
    const auto b = folder.write("b.idx", index_of({{"Kidal", 25000}}));
    const auto both = Gazetteer::open({a, b});
    REQUIRE(both.has_value());
    std::vector<NameHit> hits;
    both->look_up("Kidal", hits);
    REQUIRE(hits.size() == 1);
    CHECK(both->place(hits[0].id).population == 25000);
    both->look_alike("Kidel", 1, 10, hits);
    CHECK(hits.size() == 1);
    both->complete("Tess", 10, hits);
    CHECK(shown(*both, hits) == std::vector<std::string>{"Tessalit"});
}

TEST_CASE("any wrong byte in an index gives wrong answers at worst") {
    std::mt19937 random(3);
    const auto entries = made_names(300, random);
    const std::string good = index_of(entries);
    const TempFolder folder;
    std::vector<NameHit> hits;
    std::size_t opened_count = 0;
    for (int i = 0; i < 400; ++i) {
        std::string damaged = good;
        const auto first = 1100 + random() % (good.size() - 1100);
        const auto bytes = std::min<std::size_t>(1 + random() % 8, good.size() - first);
        for (std::size_t at = first; at < first + bytes; ++at)
            damaged[at] = static_cast<char>(random());
        const auto opened = Gazetteer::open({folder.write("damaged.idx", damaged)});
        if (!opened)
            continue;
        ++opened_count;
        for (const char* name : {"timbou", "kobagase", "москва", "تمبكتو", "a", "segou"}) {
            opened->look_up(name, hits);
            opened->look_alike(name, 2, 10, hits);
            opened->complete(name, 10, hits);
            opened->has_name(name);
        }
        opened->complete("b", 10, hits);
    }
    CHECK(opened_count > 200);
}
