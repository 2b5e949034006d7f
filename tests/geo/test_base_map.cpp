// The shipped base map: it opens, holds what a map needs, and says so when it is damaged.
#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "geo/base_map.hpp"
#include "geo/polygon_ops.hpp"
#include "tests/support/temporary_folder.hpp"

using geo::BaseFeature;
using geo::BaseInfo;
using geo::BaseLayer;
using geo::BaseLayerData;
using geo::BaseMap;
using geo::BaseScale;
using geo::LonLat;

namespace {

constexpr const char* kFolder = TEST_SHARE_DIR "/basemap";
constexpr BaseScale kScales[] = {BaseScale::world, BaseScale::continent, BaseScale::country};
constexpr BaseLayer kLayers[] = {BaseLayer::land,
                                 BaseLayer::coast,
                                 BaseLayer::lake,
                                 BaseLayer::river,
                                 BaseLayer::country,
                                 BaseLayer::country_border,
                                 BaseLayer::disputed_border,
                                 BaseLayer::admin1,
                                 BaseLayer::admin1_border};

BaseMap opened() {
    auto map = BaseMap::open(kFolder);
    REQUIRE(map.has_value());
    return std::move(*map);
}

/// The info of the first feature that holds the position; its id is empty at sea.
BaseInfo holder(const BaseLayerData& data, LonLat p) {
    for (const BaseFeature& feature : data.features) {
        if (!geo::contains(feature.box, p))
            continue;
        if (geo::contains(data.polygons(feature), p)) {
            return data.infos[static_cast<std::size_t>(feature.info)];
        }
    }
    return {};
}

bool triangles_hold(const BaseLayerData& data, LonLat p) {
    for (const BaseFeature& feature : data.features) {
        if (!geo::contains(feature.box, p))
            continue;
        const auto corners = data.triangles_of(feature);
        for (std::size_t i = 0; i < corners.size(); i += 3) {
            const geo::Ring triangle{data.positions[corners[i]], data.positions[corners[i + 1]],
                                     data.positions[corners[i + 2]]};
            if (geo::contains(geo::MultiPolygon{{triangle, {}}}, p))
                return true;
        }
    }
    return false;
}

const BaseInfo* info_of(const BaseLayerData& data, std::string_view id) {
    for (const BaseInfo& info : data.infos) {
        if (info.id == id)
            return &info;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("every index of every layer points at something") {
    const BaseMap map = opened();
    for (const BaseScale scale : kScales) {
        for (const BaseLayer layer : kLayers) {
            CAPTURE(static_cast<int>(scale));
            CAPTURE(geo::to_string(layer));
            const BaseLayerData& data = map.layer(layer, scale);
            const bool may_be_empty =
                (layer == BaseLayer::admin1 && scale != BaseScale::country) ||
                (layer == BaseLayer::admin1_border && scale == BaseScale::world);
            CHECK(data.features.empty() == may_be_empty);
            std::size_t bad = 0;
            for (const BaseFeature& feature : data.features) {
                if (feature.part_count == 0)
                    ++bad;
                if (feature.info >= static_cast<int>(data.infos.size()))
                    ++bad;
                for (const geo::BasePart& part : data.parts_of(feature)) {
                    if (part.first + part.count > data.positions.size() || part.count < 2)
                        ++bad;
                }
                if (!geo::is_on_earth({feature.box.west_deg, feature.box.south_deg}))
                    ++bad;
                if (!geo::is_on_earth({feature.box.east_deg, feature.box.north_deg}))
                    ++bad;
            }
            for (const std::uint32_t index : data.triangles) {
                if (index >= data.positions.size())
                    ++bad;
            }
            CHECK(bad == 0);
            const bool has_triangles = layer == BaseLayer::land || layer == BaseLayer::lake;
            CHECK(data.triangles.empty() == !has_triangles);
        }
    }
}

TEST_CASE("towns lie in their country and their region") {
    const BaseMap map = opened();
    struct Case {
        const char* town;
        LonLat at;
        const char* country;
        const char* region;
    };
    for (const Case& c :
         {Case{"Gao", {-0.04472, 16.27167}, "ML", "Gao"},
          Case{"Kidal", {1.40778, 18.44111}, "ML", "Kidal"},
          Case{"Timbuktu", {-3.00742, 16.77348}, "ML", "Timbuktu"},
          Case{"Mopti", {-4.19521, 14.49300}, "ML", "Mopti"},
          Case{"Sikasso", {-5.66651, 11.31755}, "ML", "Sikasso"},
          Case{"Bamako", {-8.00000, 12.65000}, "ML", "Bamako"},
          Case{"Niamey", {2.11178, 13.51366}, "NE", "Niamey"},
          Case{"Laayoune", {-13.20, 27.14}, "EH", ""}, Case{"Simferopol", {34.10, 44.95}, "UA", ""},
          Case{"Hargeisa", {44.06, 9.56}, "SO", ""}, Case{"Pristina", {21.16, 42.66}, "XK", ""},
          Case{"Maseru", {27.55, -29.35}, "LS", ""}, Case{"the Gulf of Guinea", {0, 0}, "", ""}}) {
        CAPTURE(c.town);
        for (const BaseScale scale : {BaseScale::continent, BaseScale::country}) {
            CHECK(holder(map.layer(BaseLayer::country, scale), c.at).id == c.country);
        }
        const BaseInfo region = holder(map.layer(BaseLayer::admin1, BaseScale::country), c.at);
        CHECK(region.country == c.country);
        if (*c.region)
            CHECK(region.name_en == c.region);
    }
}

TEST_CASE("Mali has its eight regions and Bamako, each with its label inside") {
    const BaseMap map = opened();
    const BaseLayerData& data = map.layer(BaseLayer::admin1, BaseScale::country);
    std::vector<std::string> names;
    for (const BaseFeature& feature : data.features) {
        const BaseInfo& info = data.infos[static_cast<std::size_t>(feature.info)];
        if (info.country != "ML")
            continue;
        names.push_back(info.name_fr);
        CHECK(geo::contains(data.polygons(feature), info.label));
        CHECK(info.id.starts_with("ML-"));
    }
    std::sort(names.begin(), names.end());
    CHECK(names == std::vector<std::string>{"Bamako", "Gao", "Kayes", "Kidal", "Koulikoro", "Mopti",
                                            "Sikasso", "Ségou", "Tombouctou"});
}

TEST_CASE("countries have names in three languages, their size and their neighbours") {
    const BaseMap map = opened();
    const BaseLayerData& data = map.layer(BaseLayer::country, BaseScale::country);
    const BaseInfo* mali = info_of(data, "ML");
    REQUIRE(mali != nullptr);
    CHECK(mali->name_ar == "مالي");
    CHECK(mali->neighbours == std::vector<std::string>{"BF", "CI", "DZ", "GN", "MR", "NE", "SN"});
    CHECK(mali->area_km2 == doctest::Approx(1'252'000).epsilon(0.02));
    const BaseInfo* ivory_coast = info_of(data, "CI");
    REQUIRE(ivory_coast != nullptr);
    CHECK(ivory_coast->name_fr == "Côte d'Ivoire");
    CHECK(info_of(data, "IS")->neighbours.empty());
    CHECK(data.infos.size() >= 235);
    for (const BaseInfo& info : data.infos) {
        CAPTURE(info.id);
        CHECK(info.id.size() == 2);
        CHECK(!info.name_en.empty());
        CHECK(!info.name_fr.empty());
        CHECK(geo::is_on_earth(info.label));
    }
}

TEST_CASE("land covers what is land, in triangles, and lakes lie on it") {
    const BaseMap map = opened();
    struct Case {
        LonLat at;
        bool is_land;
    };
    for (const BaseScale scale : kScales) {
        CAPTURE(static_cast<int>(scale));
        for (const Case& c : {Case{{-3, 16.77}, true}, Case{{25, 0.5}, true}, Case{{100, 60}, true},
                              Case{{-100, 40}, true}, Case{{51, 42}, false}, Case{{-30, 0}, false},
                              Case{{134, -25}, true}, Case{{20, -80}, true}}) {
            CAPTURE(c.at.lon_deg);
            CAPTURE(c.at.lat_deg);
            CHECK(triangles_hold(map.layer(BaseLayer::land, scale), c.at) == c.is_land);
        }
        CHECK(triangles_hold(map.layer(BaseLayer::lake, scale), {33, -1}));
    }
    CHECK(triangles_hold(map.layer(BaseLayer::lake, BaseScale::country), {-3.99, 16.73}));
}

TEST_CASE("triangles have the area of the rings they fill") {
    const BaseMap map = opened();
    for (const BaseScale scale : {BaseScale::world, BaseScale::continent}) {
        const BaseLayerData& data = map.layer(BaseLayer::land, scale);
        double rings = 0;
        double triangles = 0;
        for (const geo::BasePart& part : data.parts) {
            LonLat a = data.positions[part.first + part.count - 1];
            double twice = 0;
            for (std::size_t i = 0; i < part.count; ++i) {
                const LonLat b = data.positions[part.first + i];
                twice += a.lon_deg * b.lat_deg - b.lon_deg * a.lat_deg;
                a = b;
            }
            rings += (part.is_hole ? -1 : 1) * std::abs(twice) / 2;
        }
        for (std::size_t i = 0; i < data.triangles.size(); i += 3) {
            const LonLat a = data.positions[data.triangles[i]];
            const LonLat b = data.positions[data.triangles[i + 1]];
            const LonLat c = data.positions[data.triangles[i + 2]];
            triangles += std::abs((b.lon_deg - a.lon_deg) * (c.lat_deg - a.lat_deg) -
                                  (c.lon_deg - a.lon_deg) * (b.lat_deg - a.lat_deg)) /
                         2;
        }
        CHECK(triangles == doctest::Approx(rings).epsilon(0.001));
    }
}

TEST_CASE(
    "the border of Western Sahara with Morocco is dashed and the one of Mali with Niger not") {
    const BaseMap map = opened();
    for (const BaseScale scale : kScales) {
        CHECK(info_of(map.layer(BaseLayer::disputed_border, scale), "EH|MA") != nullptr);
        CHECK(info_of(map.layer(BaseLayer::country_border, scale), "EH|MA") == nullptr);
        CHECK(info_of(map.layer(BaseLayer::country_border, scale), "ML|NE") != nullptr);
        CHECK(info_of(map.layer(BaseLayer::disputed_border, scale), "ML|NE") == nullptr);
    }
}

TEST_CASE("only what a view shows is handed out, over the date line too") {
    const BaseMap map = opened();
    const BaseLayerData& land = map.layer(BaseLayer::land, BaseScale::country);
    const auto sahel = land.visible({-12, 10, 5, 25});
    CHECK(!sahel.empty());
    CHECK(sahel.size() < land.features.size() / 20);
    const auto fiji = land.visible({176, -20, -178, -15});
    bool has_east = false;
    bool has_west = false;
    for (const std::uint32_t i : fiji) {
        has_east = has_east || land.features[i].box.east_deg > 176;
        has_west = has_west || land.features[i].box.west_deg < -178;
    }
    CHECK(has_east);
    CHECK(has_west);
}

TEST_CASE("the Niger and the Senegal are on the map of Mali") {
    const BaseMap map = opened();
    const BaseLayerData& rivers = map.layer(BaseLayer::river, BaseScale::country);
    const BaseLayerData& lakes = map.layer(BaseLayer::lake, BaseScale::country);
    struct Case {
        const char* where;
        LonLat at;
    };
    for (const Case& c :
         {Case{"Niger at Gao", {-0.05, 16.27}}, Case{"Niger at Koulikoro", {-7.55, 12.85}},
          Case{"Senegal at Kayes", {-11.44, 14.45}}, Case{"Niger at Ansongo", {0.50, 15.66}}}) {
        CAPTURE(c.where);
        double nearest = 1e9;
        for (const BaseLayerData* layer : {&rivers, &lakes}) {
            for (const LonLat p : layer->positions) {
                nearest = std::min(nearest,
                                   std::hypot(p.lon_deg - c.at.lon_deg, p.lat_deg - c.at.lat_deg));
            }
        }
        CHECK(nearest < 0.08);
    }
}

TEST_CASE("a damaged, foreign or missing file is refused by name") {
    const TemporaryFolder folder;
    for (const char* name : {"world.base", "continent.base", "country.base"}) {
        std::filesystem::copy(std::string(kFolder) + "/" + name, folder.file(name));
    }
    CHECK(BaseMap::open(folder.path()).has_value());
    const std::string path = folder.file("world.base");
    std::ifstream in(path, std::ios::binary);
    const std::string good{std::istreambuf_iterator<char>(in), {}};
    std::string flipped = good;
    flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 4);
    struct Case {
        std::string bytes, message;
    };
    for (const Case& c :
         {Case{flipped, ": is damaged; install the base map again"},
          Case{good.substr(0, good.size() / 2), ": is damaged; install the base map again"},
          Case{"{}", ": is not a base map of this version"},
          Case{"", ": is not a base map of this version"}}) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << c.bytes;
        const auto map = BaseMap::open(folder.path());
        REQUIRE(!map.has_value());
        CHECK(map.error().message == path + c.message);
    }
    std::filesystem::remove(path);
    CHECK(BaseMap::open(folder.path()).error().message ==
          path + ": could not be opened: No such file or directory");
}

TEST_CASE("the scale follows the ground that a pixel covers") {
    CHECK(geo::base_scale_for(40000) == BaseScale::world);
    CHECK(geo::base_scale_for(5000) == BaseScale::continent);
    CHECK(geo::base_scale_for(500) == BaseScale::country);
}
