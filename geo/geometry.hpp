// What a feature of a vector file can be on the ground: a point, lines or areas, in degrees.
#pragma once

#include <variant>
#include <vector>

#include "geo/lon_lat.hpp"
#include "geo/polygon.hpp"

namespace geo {

struct MultiLine {
    std::vector<Line> lines;
};

struct PointSet {
    std::vector<LonLat> points;
};

using Geometry = std::variant<LonLat, PointSet, Line, MultiLine, Polygon, MultiPolygon>;

}  // namespace geo
