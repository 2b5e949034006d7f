// Cuts lines and areas where they cross the 180th meridian.
#pragma once

#include <vector>

#include "geo/polygon.hpp"

namespace geo {

/// Two neighbouring positions more than 180 degrees of longitude apart are taken to cross the
/// meridian; longitudes beyond 180 are brought back into [-180, 180]. One piece when nothing
/// crosses.
std::vector<Line> cut_at_date_line(const Line& line);

/// The same for areas. An area around a pole is closed along the pole.
MultiPolygon cut_at_date_line(const MultiPolygon& area);

}  // namespace geo
