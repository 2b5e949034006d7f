// Mentions of a document, resolved together.
#include <doctest/doctest.h>

#include "gazetteer/resolver.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon_ops.hpp"

using namespace gazetteer;

namespace {

Gazetteer open_world() {
    auto opened = Gazetteer::open({TEST_SHARE_DIR "/gazetteer/world.idx"});
    REQUIRE(opened.has_value());
    return std::move(*opened);
}

MentionInput mention(const char* words, std::uint32_t paragraph = 0,
                     std::vector<std::string> within = {}) {
    MentionInput input;
    input.words = words;
    input.paragraph = paragraph;
    input.begin = paragraph * 1000;
    input.within = std::move(within);
    return input;
}

std::string first_id(const ResolvedMention& resolved) {
    return resolved.candidates.empty() ? "" : resolved.candidates[0].place.source_id;
}

}  // namespace

TEST_CASE("a document on Mali finds its villages there and leaves unknown ones unresolved") {
    const Gazetteer world = open_world();
    struct Case {
        const char* words;
        std::vector<std::string> within;
        const char* id;  ///< "" when it must stay unresolved
    };
    const Case kCases[] = {
        {"Mali", {}, "iso:ML"},
        {"Mali", {}, "iso:ML"},
        {"Moura", {}, "geonames:2453345"},
        {"Souba", {"Ségou region"}, "geonames:2450695"},
        {"Sévaré", {"Mopti region"}, "geonames:2451285"},
        {"Boyna", {"Gao region"}, ""},
        {"Djankoin", {"Ségou region"}, ""},
        {"Bodio", {"Bandiagara region"}, "geonames:2459984"},
        {"Yarou", {"Bandiagara region"}, "geonames:2448512"},
        {"Ersane", {"Bourem district", "Gao region"}, "geonames:2457898"},
        {"Gogoro", {"Douentza region"}, "geonames:2457078"},
        {"Paris", {}, "geonames:2988507"},
        {"Geneva", {}, "geonames:2660646"},
        {"Diandioumé", {}, "geonames:2458995"},
        {"Bafoulabé", {}, "geonames:2460755"},
        {"Kidal region", {}, "geonames:2597449"},
        {"Kidal", {}, "geonames:2455290"},
    };
    std::vector<MentionInput> mentions;
    std::uint32_t paragraph = 0;
    for (const auto& c : kCases)
        mentions.push_back(mention(c.words, paragraph++, c.within));
    const auto resolved = resolve_document(world, mentions, {});
    REQUIRE(resolved.size() == mentions.size());
    for (std::size_t i = 0; i < resolved.size(); ++i) {
        CAPTURE(std::string(kCases[i].words));
        if (kCases[i].id[0] == '\0') {
            CHECK(!resolved[i].resolved);
        } else {
            CHECK(resolved[i].resolved);
            CHECK(first_id(resolved[i]) == kCases[i].id);
        }
    }
}

TEST_CASE("a name keeps one sense in a document") {
    const Gazetteer world = open_world();
    const auto resolved = resolve_document(
        world, {mention("Mali"), mention("Souba", 1, {"Ségou region"}), mention("Souba", 9)}, {});
    CHECK(first_id(resolved[1]) == first_id(resolved[2]));
    CHECK(resolved[2].resolved);
}

TEST_CASE("a small place abroad with the same name is not taken") {
    const Gazetteer world = open_world();
    DocumentContext chad;
    chad.countries = {"TD"};
    const auto resolved = resolve_document(world, {mention("Chad"), mention("Banana")}, chad);
    CHECK(first_id(resolved[0]) == "iso:TD");
    CHECK(!resolved[1].resolved);
}

TEST_CASE("a homonym near the places of its paragraph wins") {
    const Gazetteer world = open_world();
    const auto north = resolve_document(
        world, {mention("Mali"), mention("Konna", 1), mention("Mopti", 1), mention("Sévaré", 1)},
        {});
    CHECK(first_id(north[1]) == "geonames:2454857");
    CHECK(north[1].resolved);
}

TEST_CASE("a part of a country has the country's id and its own point") {
    const Gazetteer world = open_world();
    const auto resolved =
        resolve_document(world, {mention("Mali"), mention("northern Mali", 1)}, {});
    REQUIRE(resolved[1].resolved);
    const Place& north = resolved[1].candidates[0].place;
    CHECK(north.source_id == "iso:ML");
    CHECK(north.name == "northern Mali");
    CHECK(north.kind == PlaceKind::area);
    CHECK(north.point.lat_deg > 18);
    CHECK(north.radius_km > 100);
}

TEST_CASE("no mentions and empty words are no places") {
    const Gazetteer world = open_world();
    CHECK(resolve_document(world, {}, {}).empty());
    const auto resolved = resolve_document(world, {mention("")}, {});
    REQUIRE(resolved.size() == 1);
    CHECK(resolved[0].candidates.empty());
    CHECK(!resolved[0].resolved);
}

TEST_CASE("offsets and middles lie where the words say") {
    const Gazetteer world = open_world();
    const auto kidal = *world.by_source_id("geonames:2455290");
    const auto gao = *world.by_source_id("geonames:2457163");
    const auto north = offset_from(world, kidal, Compass::n, 30);
    CHECK(north.point.lat_deg == doctest::Approx(18.44111 + 30 / 110.7).epsilon(0.001));
    CHECK(north.point.lon_deg == doctest::Approx(1.40778).epsilon(0.001));
    CHECK(north.radius_km == doctest::Approx(6));
    const auto around = offset_from(world, kidal, Compass::centre, 30);
    CHECK(around.point == world.place(kidal).point);
    CHECK(around.radius_km == doctest::Approx(30));
    const auto middle = between(world, kidal, gao);
    CHECK(middle.point.lat_deg == doctest::Approx(17.36).epsilon(0.01));
    CHECK(middle.radius_km > 100);
}

TEST_CASE("parts and borders come from polygons") {
    const Gazetteer world = open_world();
    const auto mali = *world.country("ML");
    const auto north = part_of(world, mali, Compass::n);
    const auto south = part_of(world, mali, Compass::s);
    CHECK(north.point.lat_deg > 18);
    CHECK(south.point.lat_deg < 16);
    CHECK(!north.area.empty());
    CHECK(north.radius_km > 300);
    const auto kidal = world.by_source_id("geonames:2597449");
    CHECK(part_of(world, *kidal, Compass::w).point.lon_deg < world.place(*kidal).point.lon_deg);
    const auto border = border_of(world, "ML", "NE", {});
    REQUIRE(border.has_value());
    CHECK(border->point.lat_deg > 14.5);
    CHECK(border->point.lat_deg < 19.5);
    CHECK(border->radius_km > 200);
    const auto near_menaka = border_of(world, "NE", "ML", geo::LonLat{2.4, 15.92});
    REQUIRE(near_menaka.has_value());
    CHECK(near_menaka->radius_km < 150);
    CHECK(!border_of(world, "ML", "FR", {}).has_value());
    CHECK(!border_of(world, "ML", "", {}).has_value());
}

TEST_CASE("a homonym inside the part of the country that the paragraph names wins") {
    const Gazetteer world = open_world();
    const auto resolved = resolve_document(
        world, {mention("Mali"), mention("central Mali", 1), mention("Dogo", 1)}, {});
    CHECK(first_id(resolved[2]) == "geonames:2458480");
    CHECK(resolved[2].resolved);

    MentionInput central = mention("Mali", 1);
    central.part = Compass::centre;
    const auto beside = resolve_document(world, {mention("Mali"), central, mention("Dogo", 1)}, {});
    CHECK(first_id(beside[2]) == "geonames:2458480");
    CHECK(beside[1].candidates[0].place.name == "Mali");
}

TEST_CASE("a passage's own country chooses between namesakes") {
    const Gazetteer world = open_world();
    // Tripoli in a report on Syria, in a paragraph that names Lebanon, and one that names Libya.
    const auto lebanon = resolve_document(
        world,
        {mention("Syria"), mention("Syria", 1), mention("Lebanon", 2), mention("Tripoli", 2)}, {});
    REQUIRE(lebanon[3].resolved);
    CHECK(lebanon[3].candidates[0].place.country == "LB");
    const auto libya =
        resolve_document(world, {mention("Libya"), mention("Libya", 1), mention("Tripoli", 2)}, {});
    REQUIRE(libya[2].resolved);
    CHECK(libya[2].candidates[0].place.country == "LY");
}

TEST_CASE("a demonym beside a name says its country") {
    const Gazetteer world = open_world();
    const auto resolved =
        resolve_document(world, {mention("Syria"), mention("Tripoli", 1, {"Libyan"})}, {});
    REQUIRE(resolved[1].resolved);
    CHECK(resolved[1].candidates[0].place.country == "LY");
}

TEST_CASE("a stated distance that the gazetteer contradicts is told in the reasons") {
    const Gazetteer world = open_world();
    std::vector<MentionInput> mentions = {mention("Mali"), mention("Ansongo", 1),
                                          mention("Gao", 1)};
    const auto reasons_have = [&](double km, const char* words) {
        mentions[1].stated = StatedDistance{2, km};
        const auto resolved = resolve_document(world, mentions, {});
        REQUIRE(!resolved[1].candidates.empty());
        CHECK(first_id(resolved[1]) == "geonames:2461003");
        std::string all;
        for (const auto& reason : resolved[1].candidates[0].reasons)
            all += reason + ". ";
        CAPTURE(all);
        CHECK(all.find(words) != std::string::npos);
    };
    reasons_have(90, "lies as said: 90 km from Gao");
    reasons_have(400, "said to be 400 km from Gao, but lies");
}

TEST_CASE("a hint that points at a mention that is not there does no harm") {
    const Gazetteer world = open_world();
    std::vector<MentionInput> mentions = {mention("Mali"), mention("Gao")};
    mentions[1].stated = StatedDistance{99, 10};
    CHECK(resolve_document(world, mentions, {})[1].resolved);
    mentions[1].stated = StatedDistance{1, 10};
    CHECK(resolve_document(world, mentions, {})[1].resolved);
}

TEST_CASE("relative places have areas that hold what the words mean and nothing else") {
    const Gazetteer world = open_world();
    const auto kidal = *world.by_source_id("geonames:2455290");
    const auto gao = *world.by_source_id("geonames:2457163");
    const geo::LonLat centre = world.place(kidal).point;
    const auto at = [&](double bearing, double km) {
        return geo::destination(centre, bearing, km * 1000);
    };
    const auto north = offset_from(world, kidal, Compass::n, 30);
    CHECK(north.reason == "30 km north of Kidal");
    CHECK(geo::contains(north.area, north.point));
    CHECK(geo::contains(north.area, at(20, 33)));
    CHECK(!geo::contains(north.area, at(60, 30)));
    CHECK(!geo::contains(north.area, at(0, 50)));
    CHECK(!geo::contains(north.area, at(180, 30)));

    const auto ring = offset_from(world, kidal, Compass::centre, 30);
    CHECK(geo::contains(ring.area, at(77, 30)));
    CHECK(!geo::contains(ring.area, at(77, 10)));

    const auto east = towards(world, kidal, Compass::e);
    CHECK(geo::contains(east.area, east.point));
    CHECK(geo::contains(east.area, at(70, 10)));
    CHECK(!geo::contains(east.area, at(270, 10)));

    const auto road = between(world, kidal, gao);
    CHECK(geo::contains(road.area, road.point));
    CHECK(geo::contains(road.area, at(geo::bearing_deg(centre, world.place(gao).point), 40)));
    CHECK(!geo::contains(road.area, at(0, 60)));
    // A place and itself: a point, no area, no crash.
    CHECK(between(world, gao, gao).area.empty());
}

TEST_CASE("one sense is found for thousands of names at once") {
    const Gazetteer world = open_world();
    std::vector<MentionInput> mentions;
    for (std::uint32_t i = 0; i < 5000; ++i)
        mentions.push_back(mention(i % 2 == 0 ? "Mopti" : "Gao", i / 10));
    const auto resolved = resolve_document(world, mentions, {});
    REQUIRE(resolved.size() == mentions.size());
    CHECK(first_id(resolved[0]) == first_id(resolved[4998]));
}
