// A place's fields to JSON.
#include "app/commands/place_json.hpp"

#include <cmath>

namespace app {

double rounded_degrees(double degrees) {
    return std::round(degrees * 1e7) / 1e7;
}

double rounded_score(double score) {
    return std::round(score * 1000) / 1000;
}

std::string to_line(const PlaceJson& json) {
    return json.dump(-1, ' ', false, PlaceJson::error_handler_t::replace) + "\n";
}

PlaceJson to_json(const gazetteer::Gazetteer& gazetteer, gazetteer::PlaceId id,
                  const gazetteer::Place& place) {
    std::vector<std::string> others = gazetteer.names(id);
    std::erase(others, place.name);
    PlaceJson json{{"id", place.source_id},
                   {"name", place.name},
                   {"names", std::move(others)},
                   {"other_ids", gazetteer.other_ids(id)},
                   {"country", place.country},
                   {"admin1", place.admin1},
                   {"admin2", place.admin2},
                   {"admin3", place.admin3},
                   {"kind", gazetteer::to_string(place.kind)},
                   {"lon", rounded_degrees(place.point.lon_deg)},
                   {"lat", rounded_degrees(place.point.lat_deg)}};
    if (place.radius_km > 0)
        json["radius_km"] = place.radius_km;
    if (place.population > 0)
        json["population"] = place.population;
    if (!place.area_code.empty())
        json["area_code"] = place.area_code;
    if (!place.vintage.empty())
        json["vintage"] = place.vintage;
    if (place.doubt != 0)
        json["doubt"] = place.doubt_reasons;
    return json;
}

}  // namespace app
