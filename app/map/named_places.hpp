// The names that the map may carry: countries and regions of the base map, towns of the gazetteer.
#pragma once

#include <vector>

#include "app/map/labels.hpp"
#include "events/report.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geo/base_map.hpp"

namespace app {

/// All names of the world, to be made once and kept: countries and first-order regions in the
/// language asked for, capitals, and towns with a known population. Which of them stand at a scale
/// is for label_candidates to say.
std::vector<NamedPlace> named_places(const geo::BaseMap& base_map,
                                     const gazetteer::Gazetteer& gazetteer,
                                     events::Language language);

}  // namespace app
