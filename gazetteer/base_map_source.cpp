// Polygons of countries and first-order areas, and the lines between countries, from a base map.
#include "gazetteer/place_source.hpp"
#include "geo/base_map.hpp"

namespace gazetteer {
namespace {

RowCounts add_areas(IndexBuilder& builder, const geo::BaseLayerData& layer) {
    RowCounts counts;
    for (const geo::BaseFeature& feature : layer.features) {
        if (feature.info < 0)
            continue;
        const auto& info = layer.infos[static_cast<std::size_t>(feature.info)];
        ++counts.read;
        if (!builder.add_shape(info.id, layer.polygons(feature)))
            ++counts.skipped;
    }
    return counts;
}

void add_borders(IndexBuilder& builder, const geo::BaseLayerData& layer) {
    for (const geo::BaseFeature& feature : layer.features) {
        if (feature.info < 0)
            continue;
        const std::string& pair = layer.infos[static_cast<std::size_t>(feature.info)].id;
        const auto bar = pair.find('|');
        if (bar == std::string::npos)
            continue;
        for (std::uint32_t i = 0; i < feature.part_count; ++i) {
            const auto line = layer.part(feature.first_part + i);
            builder.add_border(pair.substr(0, bar), pair.substr(bar + 1),
                               geo::Line(line.begin(), line.end()));
        }
    }
}

}  // namespace

geo::Result<RowCounts> add_base_map(IndexBuilder& builder, const std::string& folder) {
    const auto map = geo::BaseMap::open(folder);
    if (!map)
        return tl::unexpected(map.error());
    constexpr auto kScale = geo::BaseScale::country;
    const auto countries = add_areas(builder, map->layer(geo::BaseLayer::country, kScale));
    const auto areas = add_areas(builder, map->layer(geo::BaseLayer::admin1, kScale));
    add_borders(builder, map->layer(geo::BaseLayer::country_border, kScale));
    add_borders(builder, map->layer(geo::BaseLayer::disputed_border, kScale));
    return RowCounts{countries.read + areas.read, countries.skipped + areas.skipped};
}

geo::Result<void> add_outlines(IndexBuilder& builder, const std::string& folder) {
    const auto map = geo::BaseMap::open(folder);
    if (!map)
        return tl::unexpected(map.error());
    const auto& layer = map->layer(geo::BaseLayer::country, geo::BaseScale::country);
    for (const geo::BaseFeature& feature : layer.features) {
        if (feature.info < 0)
            continue;
        const auto& info = layer.infos[static_cast<std::size_t>(feature.info)];
        builder.add_outline(info.id, layer.polygons(feature));
    }
    return {};
}

}  // namespace gazetteer
