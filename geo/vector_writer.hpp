// Plain features to KML, FlatGeobuf, GeoPackage and CSV through GDAL.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "geo/geometry.hpp"
#include "geo/result.hpp"

namespace geo {

enum class FieldType : std::uint8_t { text, whole, real, truth };

struct Field {
    std::string name;
    FieldType type = FieldType::text;
};

/// Nothing (null), or a value of the field's type.
using FieldValue = std::variant<std::monostate, std::string, std::int64_t, double, bool>;

struct Feature {
    std::optional<Geometry> geometry;  ///< none: the feature is written with a null geometry
    std::vector<FieldValue> values;    ///< one for each field of the layer, in its order
};

struct FeatureLayer {
    std::string name;  ///< the layer's (GeoPackage table, KML folder)
    std::vector<Field> fields;
    std::vector<Feature> features;
    std::string label_field = {};  ///< names a feature on the map (KML's placemark name); optional
};

enum class VectorFormat : std::uint8_t { kml, flatgeobuf, geopackage, csv };

/// From the ending of a file's name (.kml .fgb .gpkg .csv, any case); empty for others.
std::optional<VectorFormat> vector_format_of(std::string_view path);

/// GeoPackage and KML hold any number of layers; FlatGeobuf and CSV exactly one.
bool takes_many_layers(VectorFormat format);

/// FlatGeobuf holds neither features without a geometry nor a layer without features (GDAL 3.6
/// would drop them without a word): write_features fails then, so leave them out first and say so.
bool takes_unplaced_features(VectorFormat format);

/// Writes a new file; `path` must not exist. Meant for use inside replace_file, which gives the
/// path and moves the file into place after check_features. WGS 84, longitude first. CSV gets the
/// columns `lon` and `lat` (of points) or `wkt` (when some feature is no point) after the fields;
/// cells that a spreadsheet would run as a formula get a leading apostrophe. Text that is not valid
/// UTF-8 fails. Fails with the first thing that GDAL had to say.
Result<void> write_features(const std::string& path, VectorFormat format,
                            std::span<const FeatureLayer> layers);

/// Opens the file again and compares the layers and the number of features in each, reading every
/// feature: a file cut short by a full disk fails here even when its writer did not notice.
Result<void> check_features(const std::string& path, VectorFormat format,
                            std::span<const FeatureLayer> layers);

}  // namespace geo
