// The places of events, each once, with what happened there: the layer `places`.
#pragma once

#include <string>
#include <vector>

#include "events/casebook.hpp"

namespace events {

/// One RFC 7946 FeatureCollection: a Point for each place that an event lies at, in the order of the
/// first event there, with how many events, their first and last day and the total of people killed
/// as a range. Events without a point are counted in one feature with a null geometry.
std::string places_to_geojson(const Casebook& casebook, const std::vector<std::size_t>& events);

}  // namespace events
