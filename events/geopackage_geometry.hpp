// Geometry as GeoPackage stores it (OGC 12-128r17, clause 2.1.3): a header, then WKB.
#pragma once

#include <optional>
#include <string>

#include "geo/geometry.hpp"

namespace events {

/// Little-endian, reference system 4326. A point has no envelope, lines become a MultiLineString
/// cut at the 180th meridian, with one. Other geometries give an empty string.
std::string geopackage_bytes(const geo::Geometry& geometry);

}  // namespace events
