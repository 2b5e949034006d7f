// Places as JSON: the keys that the commands on places print.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "gazetteer/gazetteer.hpp"

namespace app {

using PlaceJson = nlohmann::ordered_json;

/// Seven decimals are a centimetre; more is noise.
double rounded_degrees(double degrees);
double rounded_score(double score);

/// One line; bytes that are no UTF-8 are replaced.
std::string to_line(const PlaceJson& json);

/// id, name, names (all others), other_ids, country, admin1, admin2, admin3, kind, lon, lat; then,
/// where there is something to say, radius_km, population, area_code, vintage and doubt
/// (sentences).
PlaceJson to_json(const gazetteer::Gazetteer& gazetteer, gazetteer::PlaceId id,
                  const gazetteer::Place& place);

}  // namespace app
