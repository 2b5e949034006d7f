// KML 2.2 with a TimeSpan for each placemark, so that Google Earth's slider plays it.
#pragma once

#include <string>
#include <vector>

#include "geo/vector_writer.hpp"

namespace events {

/// One folder a layer. A placemark's name is its `kind` and `place` (a flow's: `from` and `to`),
/// its description the quote, its TimeSpan `date_start` to `date_end` (left out when unknown); all
/// fields stand in ExtendedData. Characters that XML 1.0 has not become U+FFFD.
std::string to_kml(const std::vector<geo::FeatureLayer>& layers);

}  // namespace events
