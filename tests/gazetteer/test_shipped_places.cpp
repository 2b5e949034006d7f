// What the shipped tables hold: districts, places of many wars, names in several languages.
#include <doctest/doctest.h>

#include <algorithm>
#include <span>

#include "gazetteer/gazetteer.hpp"
#include "geo/geodesic.hpp"

using namespace gazetteer;

namespace {

struct Case {
    const char* name;
    const char* country;  ///< of the report
    PlaceKind kind;
    geo::LonLat point;  ///< to a tenth of a degree
};

/// Whether one of the first three answers is of that kind and place.
bool is_held(const Gazetteer& world, const Case& c) {
    LookupContext context;
    context.countries = {c.country};
    const auto found = world.find(c.name, context);
    const auto end =
        found.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, found.size()));
    return std::any_of(found.begin(), end, [&](const Candidate& candidate) {
        const double metres = geo::distance_m(candidate.place.point, c.point);
        const double reach = std::max(30e3, candidate.place.radius_km * 500);
        return candidate.place.kind == c.kind && candidate.place.country == c.country &&
               metres < reach;
    });
}

void check_held(std::span<const Case> cases) {
    auto world = Gazetteer::open({TEST_SHARE_DIR "/gazetteer/world.idx"});
    REQUIRE(world.has_value());
    for (const Case& c : cases) {
        CAPTURE(std::string(c.name));
        CHECK(is_held(*world, c));
    }
}

}  // namespace

TEST_CASE("districts, territories and townships of countries at war are areas") {
    constexpr Case kCases[] = {
        {"Rutshuru territory", "CD", PlaceKind::admin2, {29.4, -1.2}},
        {"territoire de Masisi", "CD", PlaceKind::admin2, {28.8, -1.4}},
        {"Djugu territory", "CD", PlaceKind::admin2, {30.5, 1.9}},
        {"Ituri province", "CD", PlaceKind::admin1, {30.0, 1.7}},
        {"Mrauk-U Township", "MM", PlaceKind::admin2, {93.2, 20.6}},
        {"Maungdaw district", "MM", PlaceKind::admin2, {92.4, 20.8}},
        {"Bama LGA", "NG", PlaceKind::admin2, {13.7, 11.5}},
        {"district of Mocimboa da Praia", "MZ", PlaceKind::admin2, {40.4, -11.4}},
        {"Maiwand district", "AF", PlaceKind::admin2, {65.1, 31.7}},
        {"West Kordofan", "SD", PlaceKind::admin1, {28.2, 11.8}},
        {"Sanaag", "SO", PlaceKind::admin1, {47.7, 10.4}},
    };
    check_held(kCases);
}

TEST_CASE("towns and camps from Mali to Myanmar are there") {
    constexpr Case kCases[] = {
        {"Mellit", "SD", PlaceKind::town, {25.6, 14.1}},
        {"Kabkabiya", "SD", PlaceKind::town, {24.1, 13.7}},
        {"El Fasher", "SD", PlaceKind::town, {25.3, 13.6}},
        {"الفاشر", "SD", PlaceKind::town, {25.3, 13.6}},
        {"Mongbwalu", "CD", PlaceKind::town, {30.0, 1.9}},
        {"Buthidaung", "MM", PlaceKind::town, {92.5, 20.9}},
        {"မြောက်ဦး", "MM", PlaceKind::town, {93.2, 20.6}},
        {"Marioupol", "UA", PlaceKind::town, {37.5, 47.1}},
        {"Маріуполь", "UA", PlaceKind::town, {37.5, 47.1}},
        {"መቐለ", "ET", PlaceKind::town, {39.5, 13.5}},
        {"Mai Kadra", "ET", PlaceKind::town, {36.6, 14.1}},
        {"Adi Harush", "ET", PlaceKind::camp, {38.1, 13.6}},
        {"Gado", "CM", PlaceKind::camp, {14.4, 5.8}},
        {"Alep", "SY", PlaceKind::town, {37.2, 36.2}},
        {"Rangoun", "MM", PlaceKind::town, {96.2, 16.8}},
        {"Le Caire", "EG", PlaceKind::town, {31.2, 30.1}},
        {"Solhan", "BF", PlaceKind::town, {0.3, 13.2}},
        {"Rafah", "PS", PlaceKind::town, {34.2, 31.3}},
    };
    check_held(kCases);
}

TEST_CASE("areas that reports name stand for their members") {
    constexpr Case kCases[] = {
        {"Darfour", "SD", PlaceKind::area, {24.9, 14.4}},
        {"Donbass", "UA", PlaceKind::area, {38.0, 48.5}},
        {"Casamance", "SN", PlaceKind::area, {-15.1, 13.0}},
        {"Transnistrie", "MD", PlaceKind::area, {29.2, 47.4}},
        {"Haut-Karabakh", "AZ", PlaceKind::area, {46.9, 39.9}},
        {"Kurdistan irakien", "IQ", PlaceKind::area, {44.5, 36.2}},
        {"bande de Gaza", "PS", PlaceKind::admin1, {34.4, 31.4}},
        {"Cisjordanie", "PS", PlaceKind::admin1, {35.3, 32.0}},
        {"Tigré", "ET", PlaceKind::admin1, {38.2, 14.1}},
    };
    check_held(kCases);
}

TEST_CASE("former and disputed countries and their people are known") {
    auto world = Gazetteer::open({TEST_SHARE_DIR "/gazetteer/world.idx"});
    REQUIRE(world.has_value());
    constexpr std::pair<const char*, const char*> kCases[] = {
        {"Burma", "MM"},          {"Birmanie", "MM"},    {"Zaïre", "CD"},
        {"Swaziland", "SZ"},      {"Upper Volta", "BF"}, {"Haute-Volta", "BF"},
        {"Western Sahara", "EH"}, {"Kosovo", "XK"},      {"Palestine", "PS"},
        {"Taïwan", "TW"},         {"Burkinabè", "BF"},   {"Soudanaises", "SD"},
        {"Sahraouis", "EH"},      {"Ukrainiens", "UA"},  {"Burmese", "MM"},
        {"سوريا", "SY"},
    };
    for (const auto& [word, country] : kCases) {
        CAPTURE(std::string(word));
        CHECK(world->country_code(word) == country);
    }
    CHECK_FALSE(world->country_code("Congolese").has_value());
}
