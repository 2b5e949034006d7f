// Opens the three files of the base map; a layer is decoded when it is first asked for.
#include "geo/base_map.hpp"

#include <fmt/format.h>

#include <array>
#include <mutex>

#include "geo/base_map_decoder.hpp"
#include "geo/polygon_ops.hpp"

namespace geo {
namespace {

constexpr std::size_t kLayerCount = 9;
constexpr std::array<std::string_view, kLayerCount> kLayerNames = {
    "land",           "coast",           "lake",   "river",        "country",
    "country_border", "disputed_border", "admin1", "admin1_border"};
constexpr std::array<const char*, 3> kScaleFiles = {"world.base", "continent.base", "country.base"};

/// One file and what has been decoded of it.
struct ScaleFile {
    std::unique_ptr<BaseMapFile> file;
    std::once_flag arcs_once;
    ArcTable arcs;
    std::array<std::once_flag, kLayerCount> layer_once;
    std::array<BaseLayerData, kLayerCount> layers;

    const BaseLayerData& layer(std::size_t number) {
        std::call_once(layer_once[number], [&] {
            std::call_once(arcs_once, [&] { arcs = file->decode_arcs(); });
            layers[number] = file->decode_layer(static_cast<std::uint32_t>(number), arcs);
        });
        return layers[number];
    }
};

}  // namespace

struct BaseMap::Impl {
    std::array<ScaleFile, kScaleFiles.size()> scales;
    std::string attribution;
};

BaseMap::BaseMap(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
BaseMap::BaseMap(BaseMap&&) noexcept = default;
BaseMap& BaseMap::operator=(BaseMap&&) noexcept = default;
BaseMap::~BaseMap() = default;

Result<BaseMap> BaseMap::open(const std::string& folder) {
    auto impl = std::make_unique<Impl>();
    for (std::size_t i = 0; i < kScaleFiles.size(); ++i) {
        auto file = BaseMapFile::open(folder + "/" + kScaleFiles[i]);
        if (!file)
            return tl::unexpected(file.error());
        impl->scales[i].file = std::make_unique<BaseMapFile>(std::move(*file));
    }
    impl->attribution =
        "Boundaries and coasts: Natural Earth 1:10m (public domain)\n"
        "Rivers and lakes: GSHHG 2.3.7, P. Wessel and W. H. F. Smith (LGPL)\n"
        "Country names: Unicode CLDR (Unicode licence)";
    return BaseMap(std::move(impl));
}

const BaseLayerData& BaseMap::layer(BaseLayer layer, BaseScale scale) const {
    return m_impl->scales[static_cast<std::size_t>(scale)].layer(static_cast<std::size_t>(layer));
}

const std::string& BaseMap::attribution() const {
    return m_impl->attribution;
}

MultiPolygon BaseLayerData::polygons(const BaseFeature& feature) const {
    MultiPolygon area;
    for (const BasePart& ring : parts_of(feature)) {
        const auto corners = std::span(positions).subspan(ring.first, ring.count);
        Ring values(corners.begin(), corners.end());
        if (ring.is_hole && !area.empty()) {
            area.back().holes.push_back(std::move(values));
        } else {
            area.push_back({std::move(values), {}});
        }
    }
    return area;
}

std::vector<std::uint32_t> BaseLayerData::visible(const LonLatBox& box) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < features.size(); ++i) {
        const LonLatBox& own = features[i].box;
        if (own.south_deg > box.north_deg || own.north_deg < box.south_deg)
            continue;
        const bool meets = crosses_date_line(box)
                               ? own.east_deg >= box.west_deg || own.west_deg <= box.east_deg
                               : own.east_deg >= box.west_deg && own.west_deg <= box.east_deg;
        if (meets)
            found.push_back(i);
    }
    return found;
}

BaseScale base_scale_for(double ground_metres_per_px) {
    if (ground_metres_per_px > 12000)
        return BaseScale::world;
    return ground_metres_per_px > 1500 ? BaseScale::continent : BaseScale::country;
}

std::string_view to_string(BaseLayer layer) {
    return kLayerNames[static_cast<std::size_t>(layer)];
}

}  // namespace geo
