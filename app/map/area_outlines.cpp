// Outlines of the areas that events lie in, from the gazetteer.
#include "app/map/scene.hpp"

namespace app {

AreaOutlines collect_area_outlines(const events::Casebook& casebook,
                                   const gazetteer::Gazetteer& gazetteer) {
    AreaOutlines outlines;
    for (const events::Event& event : casebook.events()) {
        const events::EventPlace& place = event.place;
        const bool is_area = place.precision == events::PlacePrecision::admin1 ||
                             place.precision == events::PlacePrecision::admin2;
        if (!is_area || outlines.contains(place.place_id))
            continue;
        const auto id = gazetteer.by_source_id(place.place_id);
        if (!id)
            continue;
        geo::MultiPolygon area = gazetteer.area(*id);
        if (!area.empty())
            outlines.emplace(place.place_id, std::move(area));
    }
    return outlines;
}

}  // namespace app
