// Outlines of the areas that events lie in, from gazetteer and base map.
#include "app/map/scene.hpp"
#include "geo/base_map.hpp"
#include "geo/polygon_ops.hpp"

namespace app {
namespace {

/// The area of the layer that holds the point and is of the country; empty when none.
geo::MultiPolygon area_around(const geo::BaseLayerData& layer, geo::LonLat point,
                              const std::string& country) {
    for (const geo::BaseFeature& feature : layer.features) {
        if (feature.info < 0 || !geo::contains(feature.box, point))
            continue;
        const geo::BaseInfo& info = layer.infos[static_cast<std::size_t>(feature.info)];
        if (!country.empty() && info.country != country)
            continue;
        geo::MultiPolygon area = layer.polygons(feature);
        if (geo::contains(area, point))
            return area;
    }
    return {};
}

/// All pieces of a country.
geo::MultiPolygon country_area(const geo::BaseLayerData& layer, const std::string& country) {
    geo::MultiPolygon whole;
    for (const geo::BaseFeature& feature : layer.features) {
        if (feature.info < 0)
            continue;
        if (layer.infos[static_cast<std::size_t>(feature.info)].country != country)
            continue;
        for (geo::Polygon& polygon : layer.polygons(feature))
            whole.push_back(std::move(polygon));
    }
    return whole;
}

}  // namespace

AreaOutlines collect_area_outlines(const events::Casebook& casebook,
                                   const gazetteer::Gazetteer& gazetteer,
                                   const geo::BaseMap* base_map) {
    AreaOutlines outlines;
    const auto add = [&](const events::EventPlace& place) {
        if (place.place_id.empty() || !place.point || outlines.contains(place.place_id))
            return;
        const auto id = gazetteer.by_source_id(place.place_id);
        if (!id)
            return;
        geo::MultiPolygon area = gazetteer.area(*id);
        if (area.empty() && base_map) {
            const gazetteer::PlaceKind kind = gazetteer.place(*id).kind;
            if (kind == gazetteer::PlaceKind::country) {
                area = country_area(
                    base_map->layer(geo::BaseLayer::country, geo::BaseScale::continent),
                    place.country);
            } else if (kind == gazetteer::PlaceKind::admin1) {
                area = area_around(base_map->layer(geo::BaseLayer::admin1, geo::BaseScale::country),
                                   *place.point, place.country);
            }
        }
        if (!area.empty())
            outlines.emplace(place.place_id, std::move(area));
    };
    for (const events::Event& event : casebook.events()) {
        const events::PlacePrecision precision = event.place.precision;
        if (precision == events::PlacePrecision::admin1 ||
            precision == events::PlacePrecision::admin2) {
            add(event.place);
        }
    }
    for (const events::Flow& flow : casebook.flows()) {
        if (flow.to.precision == events::PlacePrecision::country)
            add(flow.to);
    }
    return outlines;
}

}  // namespace app
