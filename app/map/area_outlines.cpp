// Outlines of the areas that events lie in, from the gazetteer.
#include "app/map/scene.hpp"

namespace app {

AreaOutlines collect_area_outlines(const events::Casebook& casebook,
                                   const gazetteer::Gazetteer& gazetteer) {
    AreaOutlines outlines;
    const auto add = [&](const std::string& place_id) {
        if (place_id.empty() || outlines.contains(place_id))
            return;
        const auto id = gazetteer.by_source_id(place_id);
        if (!id)
            return;
        geo::MultiPolygon area = gazetteer.area(*id);
        if (!area.empty())
            outlines.emplace(place_id, std::move(area));
    };
    for (const events::Event& event : casebook.events()) {
        const events::PlacePrecision precision = event.place.precision;
        if (precision == events::PlacePrecision::admin1 ||
            precision == events::PlacePrecision::admin2) {
            add(event.place.place_id);
        }
    }
    for (const events::Flow& flow : casebook.flows()) {
        if (flow.to.precision == events::PlacePrecision::country)
            add(flow.to.place_id);
    }
    return outlines;
}

}  // namespace app
