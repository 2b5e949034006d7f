// The curves that flows follow on the map, and where their arrow ends.
#pragma once

#include <vector>

#include "geo/projection.hpp"

namespace app {

/// An arc that leaves the straight line to its right, so that A to B and B to A part. `bend` is the
/// largest distance from the straight line as a share of its length. At least `points` positions.
std::vector<geo::MapPoint> flow_arc(geo::MapPoint from, geo::MapPoint to, double bend,
                                    int points = 33);

/// The path without its first `from_m` and last `to_m` map metres; empty when nothing is left.
std::vector<geo::MapPoint> shorten(const std::vector<geo::MapPoint>& path, double from_m,
                                   double to_m);

double length_m(const std::vector<geo::MapPoint>& path);

/// The position at `share` (0 to 1) of the path's length.
geo::MapPoint along(const std::vector<geo::MapPoint>& path, double share);

}  // namespace app
