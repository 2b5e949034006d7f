// Polygons and lines as plain values, in degrees. The verbs on them are in polygon_ops.hpp.
#pragma once

#include <vector>

#include "geo/lon_lat.hpp"

namespace geo {

/// At least two positions.
using Line = std::vector<LonLat>;

/// Closed: the first position is not repeated at the end. At least three positions.
using Ring = std::vector<LonLat>;

struct Polygon {
    Ring outer;               ///< anticlockwise (RFC 7946, right-hand rule)
    std::vector<Ring> holes;  ///< clockwise
};

using MultiPolygon = std::vector<Polygon>;

}  // namespace geo
