// Features through GDAL to a file, and the second look at what arrived there.
#include "geo/vector_writer.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cassert>
#include <limits>

#include "geo/gdal_session.hpp"
#include "geo/ogr_geometry.hpp"

namespace geo {
namespace {

struct FormatRow {
    VectorFormat format;
    std::string_view ending;
    const char* driver;
    const char* name;
};
constexpr FormatRow kFormats[] = {
    {VectorFormat::kml, ".kml", "LIBKML", "KML"},
    {VectorFormat::flatgeobuf, ".fgb", "FlatGeobuf", "FlatGeobuf"},
    {VectorFormat::geopackage, ".gpkg", "GPKG", "GeoPackage"},
    {VectorFormat::csv, ".csv", "CSV", "CSV"},
};

const FormatRow& row_of(VectorFormat format) {
    return *std::find_if(std::begin(kFormats), std::end(kFormats),
                         [&](const FormatRow& row) { return row.format == format; });
}

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetCloser>;

struct FeatureDeleter {
    void operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
};
using FeaturePtr = std::unique_ptr<OGRFeature, FeatureDeleter>;

OGRFieldType ogr_type(FieldType type) {
    switch (type) {
        case FieldType::text:
            return OFTString;
        case FieldType::whole:
            return OFTInteger64;
        case FieldType::real:
            return OFTReal;
        case FieldType::truth:
            return OFTInteger;
    }
    return OFTString;
}

bool is_point(const std::optional<Geometry>& geometry) {
    return !geometry || std::holds_alternative<LonLat>(*geometry);
}

/// A spreadsheet runs cells that begin with these as formulas (OWASP, CSV injection).
std::string defused(const std::string& cell) {
    const bool is_formula =
        !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
    return is_formula ? "'" + cell : cell;
}

/// CSV has no geometry of its own: the position becomes columns that any reader understands.
FeatureLayer with_geometry_columns(const FeatureLayer& layer) {
    FeatureLayer flat{layer.name, layer.fields, {}};
    const bool only_points = std::all_of(layer.features.begin(), layer.features.end(),
                                         [](const Feature& f) { return is_point(f.geometry); });
    if (only_points) {
        flat.fields.push_back({"lon", FieldType::text});
        flat.fields.push_back({"lat", FieldType::text});
    } else {
        flat.fields.push_back({"wkt", FieldType::text});
    }
    for (const Feature& feature : layer.features) {
        Feature row{std::nullopt, feature.values};
        for (FieldValue& value : row.values) {
            if (auto* text = std::get_if<std::string>(&value))
                *text = defused(*text);
        }
        if (!feature.geometry) {
            row.values.resize(flat.fields.size());
        } else if (only_points) {
            const LonLat p = std::get<LonLat>(*feature.geometry);
            row.values.emplace_back(fmt::format("{:.7f}", p.lon_deg));
            row.values.emplace_back(fmt::format("{:.7f}", p.lat_deg));
        } else {
            OGRWktOptions options;
            options.precision = 7;
            row.values.emplace_back(to_ogr(*feature.geometry)->exportToWkt(options));
        }
        flat.features.push_back(std::move(row));
    }
    return flat;
}

std::optional<std::string> first_bad_text(const FeatureLayer& layer) {
    for (const Feature& feature : layer.features) {
        for (std::size_t i = 0; i < feature.values.size(); ++i) {
            const auto* text = std::get_if<std::string>(&feature.values[i]);
            if (text && !CPLIsUTF8(text->data(), static_cast<int>(text->size()))) {
                return layer.fields[i].name;
            }
        }
    }
    return {};
}

void set_field(OGRFeature& feature, int index, const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        feature.SetField(index, text->c_str());
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        feature.SetField(index, static_cast<GIntBig>(*whole));
    } else if (const auto* real = std::get_if<double>(&value)) {
        feature.SetField(index, *real);
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        feature.SetField(index, *truth ? 1 : 0);
    } else {
        feature.SetFieldNull(index);
    }
}

/// The reference system without PROJ's database: it need not be installed.
OGRSpatialReference wgs84() {
    OGRSpatialReference srs;
    srs.SetWellKnownGeogCS("WGS84");
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

/// LIBKML takes the placemark's name from the field that this option of GDAL names.
class LabelFieldOption {
  public:
    explicit LabelFieldOption(const std::string& field) {
        CPLSetThreadLocalConfigOption("LIBKML_NAME_FIELD", field.empty() ? nullptr : field.c_str());
    }
    LabelFieldOption(const LabelFieldOption&) = delete;
    LabelFieldOption& operator=(const LabelFieldOption&) = delete;
    ~LabelFieldOption() { CPLSetThreadLocalConfigOption("LIBKML_NAME_FIELD", nullptr); }
};

/// Points alone get the point type: GIS programs then offer point symbols.
OGRwkbGeometryType geometry_type(VectorFormat format, const FeatureLayer& layer) {
    if (format == VectorFormat::csv)
        return wkbNone;
    const bool only_points = std::all_of(layer.features.begin(), layer.features.end(),
                                         [](const Feature& f) { return is_point(f.geometry); });
    return only_points ? wkbPoint : wkbUnknown;
}

bool write_layer(GDALDataset& dataset, VectorFormat format, const FeatureLayer& layer) {
    const LabelFieldOption label(layer.label_field);
    CPLStringList options;
    if (format == VectorFormat::csv)
        options.SetNameValue("STRING_QUOTING", "IF_NEEDED");
    OGRSpatialReference srs = wgs84();
    const bool has_srs = format != VectorFormat::csv;
    OGRLayer* out = dataset.CreateLayer(layer.name.c_str(), has_srs ? &srs : nullptr,
                                        geometry_type(format, layer), options.List());
    if (!out)
        return false;
    for (const Field& field : layer.fields) {
        OGRFieldDefn definition(field.name.c_str(), ogr_type(field.type));
        if (field.type == FieldType::truth)
            definition.SetSubType(OFSTBoolean);
        if (out->CreateField(&definition) != OGRERR_NONE)
            return false;
    }
    // Drivers put fields of their own first, so positions differ from ours.
    std::vector<int> positions;
    for (const Field& field : layer.fields) {
        positions.push_back(out->GetLayerDefn()->GetFieldIndex(field.name.c_str()));
        if (positions.back() < 0)
            return false;
    }
    for (const Feature& feature : layer.features) {
        assert(feature.values.size() == layer.fields.size());
        const FeaturePtr row(OGRFeature::CreateFeature(out->GetLayerDefn()));
        for (std::size_t i = 0; i < layer.fields.size(); ++i) {
            set_field(*row, positions[i], feature.values[i]);
        }
        if (feature.geometry) {
            auto shape = to_ogr(*feature.geometry);
            row->SetGeometryDirectly(shape.release());
        }
        if (out->CreateFeature(row.get()) != OGRERR_NONE)
            return false;
    }
    return true;
}

bool write_layers(GDALDataset& dataset, VectorFormat format, std::span<const FeatureLayer> layers) {
    const bool transacts = dataset.TestCapability(ODsCTransactions) != 0;
    if (transacts && dataset.StartTransaction() != OGRERR_NONE)
        return false;
    for (const FeatureLayer& layer : layers) {
        const bool written = format == VectorFormat::csv
                                 ? write_layer(dataset, format, with_geometry_columns(layer))
                                 : write_layer(dataset, format, layer);
        if (!written)
            return false;
    }
    if (transacts && dataset.CommitTransaction() != OGRERR_NONE)
        return false;
    return true;
}

/// What keeps the layers from being written in this format; empty when nothing does.
std::string refusal(VectorFormat format, std::span<const FeatureLayer> layers) {
    const char* name = row_of(format).name;
    if (layers.empty() || (layers.size() > 1 && !takes_many_layers(format))) {
        return fmt::format("{} holds exactly one layer, not {}", name, layers.size());
    }
    for (const FeatureLayer& layer : layers) {
        if (const auto field = first_bad_text(layer)) {
            return fmt::format("a value of \"{}\" is not valid UTF-8", *field);
        }
        if (takes_unplaced_features(format))
            continue;
        const auto unplaced = std::count_if(layer.features.begin(), layer.features.end(),
                                            [](const Feature& f) { return !f.geometry; });
        if (unplaced > 0) {
            return fmt::format("{} holds no features without a place; {} of {} have none", name,
                               unplaced, layer.features.size());
        }
        if (layer.features.empty())
            return fmt::format("{} holds no empty layer", name);
    }
    return {};
}

std::size_t count_features(OGRLayer& layer) {
    std::size_t count = 0;
    while (FeaturePtr(layer.GetNextFeature()))
        ++count;
    return count;
}

}  // namespace

std::optional<VectorFormat> vector_format_of(std::string_view path) {
    for (const FormatRow& row : kFormats) {
        if (path.size() <= row.ending.size())
            continue;
        const std::string_view end = path.substr(path.size() - row.ending.size());
        const bool same = std::equal(
            end.begin(), end.end(), row.ending.begin(),
            [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
        if (same)
            return row.format;
    }
    return {};
}

bool takes_many_layers(VectorFormat format) {
    return format == VectorFormat::kml || format == VectorFormat::geopackage;
}

bool takes_unplaced_features(VectorFormat format) {
    return format != VectorFormat::flatgeobuf;
}

Result<void> write_features(const std::string& path, VectorFormat format,
                            std::span<const FeatureLayer> layers) {
    if (const std::string bad = refusal(format, layers); !bad.empty()) {
        return fail(fmt::format("{}: {}", path, bad));
    }
    GdalSession session;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(row_of(format).driver);
    if (!driver)
        return fail(fmt::format("{}: GDAL has no {} driver", path, row_of(format).driver));
    DatasetPtr dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    const bool written = dataset && write_layers(*dataset, format, layers);
    dataset.reset();  // what GDAL could not flush shows only now
    if (!written || session.has_failed()) {
        return fail(fmt::format("{}: could not be written: {}", path,
                                session.first_error("GDAL gave no reason")));
    }
    return {};
}

Result<void> check_features(const std::string& path, VectorFormat format,
                            std::span<const FeatureLayer> layers) {
    GdalSession session;
    const char* const only[] = {row_of(format).driver, nullptr};
    const DatasetPtr dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, only));
    if (!dataset) {
        return fail(fmt::format("{}: could not be read back: {}", path,
                                session.first_error("GDAL gave no reason")));
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        OGRLayer* layer = dataset->GetLayer(static_cast<int>(i));
        // KML leaves empty layers out.
        if (!layer && layers[i].features.empty())
            continue;
        const std::size_t found = layer ? count_features(*layer) : 0;
        if (found != layers[i].features.size() || session.has_failed()) {
            return fail(fmt::format("{}: {} of {} features of \"{}\" could be read back", path,
                                    found, layers[i].features.size(), layers[i].name));
        }
    }
    return {};
}

}  // namespace geo
