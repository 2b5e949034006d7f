// Collects names from base map and gazetteer.
#include "app/map/named_places.hpp"

namespace app {
namespace {

void add_areas(const geo::BaseLayerData& layer, TextRole role, events::Language language,
               std::vector<NamedPlace>& names) {
    for (const geo::BaseInfo& info : layer.infos) {
        const std::string& name =
            language == events::Language::fr && !info.name_fr.empty() ? info.name_fr : info.name_en;
        if (!name.empty())
            names.push_back({name, role, info.label, info.area_km2});
    }
}

}  // namespace

std::vector<NamedPlace> named_places(const geo::BaseMap& base_map,
                                     const gazetteer::Gazetteer& gazetteer,
                                     events::Language language) {
    std::vector<NamedPlace> names;
    // The finest scale has the regions; countries have the same labels at all scales.
    add_areas(base_map.layer(geo::BaseLayer::country, geo::BaseScale::continent), TextRole::country,
              language, names);
    add_areas(base_map.layer(geo::BaseLayer::admin1, geo::BaseScale::country), TextRole::admin1,
              language, names);
    for (std::size_t i = 0; i < gazetteer.size(); ++i) {
        gazetteer::Place place = gazetteer.place(gazetteer::PlaceId{static_cast<std::uint32_t>(i)});
        if (place.kind != gazetteer::PlaceKind::town ||
            (place.population == 0 && !place.is_capital))
            continue;
        names.push_back({std::move(place.name),
                         place.is_capital ? TextRole::capital : TextRole::town, place.point,
                         static_cast<double>(place.population)});
    }
    return names;
}

}  // namespace app
