// Geometry values to OGR's and back. Only for sources in this folder that talk to GDAL.
#pragma once

#include <memory>
#include <optional>

#include "geo/geometry.hpp"

class OGRGeometry;

namespace geo {

std::unique_ptr<OGRGeometry> to_ogr(const Geometry& geometry);

}  // namespace geo
