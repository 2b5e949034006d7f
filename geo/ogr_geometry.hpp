// Geometry values to OGR's and back. Only for sources in this folder that talk to GDAL.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "geo/geometry.hpp"

class OGRGeometry;

namespace geo {

std::unique_ptr<OGRGeometry> to_ogr(const Geometry& geometry);

/// Empty for curves, collections of several kinds and areas with too few corners.
std::optional<Geometry> from_ogr(const OGRGeometry& geometry);

std::size_t count_positions(const OGRGeometry& geometry);

/// Every position is a number, a longitude within [-360, 360] and a latitude within [-90, 90].
bool lies_on_earth(const Geometry& geometry);

}  // namespace geo
