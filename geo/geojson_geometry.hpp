// Geometry values as RFC 7946 text.
#pragma once

#include <string>

#include "geo/geometry.hpp"

namespace geo {

/// Appends a GeoJSON geometry object: at most 7 decimals and no trailing zeros, outer rings
/// anticlockwise and closed, lines and areas that cross the 180th meridian cut there (a Line may
/// then become a MultiLineString). Two neighbouring positions more than 180 degrees apart are taken
/// to cross it. Positions that are not numbers must not be given.
void append_geojson(std::string& out, const Geometry& geometry);

std::string to_geojson(const Geometry& geometry);

/// A number as GeoJSON coordinates are written: at most 7 decimals, "-0" as "0".
void append_coordinate(std::string& out, double degrees);

}  // namespace geo
