// GeoJSON, KML, FlatGeobuf and GeoPackage bytes to plain features in WGS 84, through GDAL.
#pragma once

#include <cstddef>
#include <vector>

#include "geo/input_file.hpp"
#include "geo/result.hpp"
#include "geo/vector_writer.hpp"

namespace geo {

struct VectorLimits {
    std::size_t max_features = 2'000'000;
    std::size_t max_positions = 50'000'000;
};

/// Every layer of the file. The content decides the format, not the name; GDAL sees only the bytes,
/// never a path. Positions are brought to WGS 84 when the layer names another reference system and
/// taken as degrees when it names none. Heights, curves and geometry collections are left out: such
/// a feature keeps its values, loses its geometry and is a problem, and so is one with a position
/// that is not on the earth. Dates and lists become text.
/// Fails when the bytes are in none of these formats or hold more than the limits allow.
Result<Loaded<std::vector<FeatureLayer>>> read_features(const InputFile& file,
                                                        const VectorLimits& limits = {});

/// The same for a Shapefile: its .shp, .dbf, .prj ... as files of their own; the endings of their
/// names say which is which, in either case. A missing .shx is made up for.
Result<Loaded<std::vector<FeatureLayer>>> read_shapefile(const std::vector<InputFile>& parts,
                                                         const VectorLimits& limits = {});

}  // namespace geo
