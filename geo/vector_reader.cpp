// Features out of bytes: GDAL reads them from memory, and what it says is collected.
#include "geo/vector_reader.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "geo/gdal_session.hpp"
#include "geo/ogr_geometry.hpp"

namespace geo {
namespace {

using Layers = std::vector<FeatureLayer>;

/// A name in GDAL's memory that stands for the bytes while it lives; nothing is copied.
class MemoryName {
  public:
    explicit MemoryName(const std::string& bytes)
        : m_name(fmt::format("/vsimem/{}/input{}", static_cast<const void*>(bytes.data()),
                             bytes.starts_with("SQLite format 3") ? ".gpkg" : "")) {
        auto* data = reinterpret_cast<GByte*>(const_cast<char*>(bytes.data()));
        VSILFILE* file = VSIFileFromMemBuffer(m_name.c_str(), data, bytes.size(), FALSE);
        if (file)
            VSIFCloseL(file);
    }
    MemoryName(const MemoryName&) = delete;
    MemoryName& operator=(const MemoryName&) = delete;
    ~MemoryName() { VSIUnlink(m_name.c_str()); }
    const char* c_str() const { return m_name.c_str(); }

  private:
    std::string m_name;
};

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
struct FeatureDeleter {
    void operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
};
struct TransformDeleter {
    void operator()(OGRCoordinateTransformation* t) const {
        OGRCoordinateTransformation::DestroyCT(t);
    }
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetCloser>;
using FeaturePtr = std::unique_ptr<OGRFeature, FeatureDeleter>;
using TransformPtr = std::unique_ptr<OGRCoordinateTransformation, TransformDeleter>;

FieldType field_type(const OGRFieldDefn& field) {
    if (field.GetType() == OFTInteger && field.GetSubType() == OFSTBoolean)
        return FieldType::truth;
    if (field.GetType() == OFTInteger || field.GetType() == OFTInteger64)
        return FieldType::whole;
    return field.GetType() == OFTReal ? FieldType::real : FieldType::text;
}

FieldValue value_of(const OGRFeature& feature, int index, FieldType type) {
    if (!feature.IsFieldSetAndNotNull(index))
        return {};
    switch (type) {
        case FieldType::truth:
            return feature.GetFieldAsInteger(index) != 0;
        case FieldType::whole:
            return static_cast<std::int64_t>(feature.GetFieldAsInteger64(index));
        case FieldType::real:
            return feature.GetFieldAsDouble(index);
        case FieldType::text:
            break;
    }
    return std::string(feature.GetFieldAsString(index));
}

/// Empty when the layer is in degrees already or says nothing.
TransformPtr to_degrees(OGRLayer& layer) {
    OGRSpatialReference* own = layer.GetSpatialRef();
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (!own || own->IsSame(&wgs84))
        return nullptr;
    return TransformPtr(OGRCreateCoordinateTransformation(own, &wgs84));
}

class LayerCollector {
  public:
    LayerCollector(const InputFile& file, const VectorLimits& limits)
        : m_file(file), m_limits(limits) {}

    Result<void> add(OGRLayer& source) {
        FeatureLayer layer{source.GetName(), {}, {}, {}};
        const OGRFeatureDefn& definition = *source.GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i) {
            const OGRFieldDefn& field = *definition.GetFieldDefn(i);
            layer.fields.push_back({field.GetNameRef(), field_type(field)});
        }
        const TransformPtr transform = to_degrees(source);
        while (const FeaturePtr row{source.GetNextFeature()}) {
            if (++m_features > m_limits.max_features)
                return too_large("features");
            Feature feature;
            for (std::size_t i = 0; i < layer.fields.size(); ++i) {
                feature.values.push_back(value_of(*row, static_cast<int>(i), layer.fields[i].type));
            }
            if (OGRGeometry* shape = row->GetGeometryRef(); shape && !shape->IsEmpty()) {
                m_positions += count_positions(*shape);
                if (m_positions > m_limits.max_positions)
                    return too_large("positions");
                feature.geometry = geometry_of(*shape, transform.get(), layer, row->GetFID());
            }
            layer.features.push_back(std::move(feature));
        }
        loaded.value.push_back(std::move(layer));
        return {};
    }

    Loaded<Layers> loaded;

  private:
    tl::unexpected<Error> too_large(const char* what) const {
        const std::size_t most = what[0] == 'f' ? m_limits.max_features : m_limits.max_positions;
        return fail(fmt::format("{}: has more than {} {}", m_file.path, most, what));
    }

    std::optional<Geometry> geometry_of(OGRGeometry& shape, OGRCoordinateTransformation* transform,
                                        const FeatureLayer& layer, GIntBig id) {
        const auto drop = [&](const char* why) {
            loaded.problems.push_back({m_file.path, fmt::format("feature {} of \"{}\": {}; kept "
                                                                "without its place",
                                                                id, layer.name, why)});
            return std::nullopt;
        };
        if (transform && shape.transform(transform) != OGRERR_NONE) {
            return drop("its position cannot be turned into longitude and latitude");
        }
        std::optional<Geometry> geometry = from_ogr(shape);
        if (!geometry)
            return drop("a curve or a collection");
        if (!lies_on_earth(*geometry))
            return drop("a position that is not on the earth");
        return geometry;
    }

    const InputFile& m_file;
    const VectorLimits& m_limits;
    std::size_t m_features = 0;
    std::size_t m_positions = 0;
};

}  // namespace

namespace {

/// The files of a Shapefile under one name in GDAL's memory.
class MemoryShapefile {
  public:
    explicit MemoryShapefile(const std::vector<InputFile>& parts)
        : m_stem(fmt::format("/vsimem/{}", static_cast<const void*>(parts.data()))) {
        for (const InputFile& part : parts) {
            std::string ending = part.name.substr(part.name.rfind('.'));
            std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            });
            m_names.push_back(m_stem + ending);
            auto* data = reinterpret_cast<GByte*>(const_cast<char*>(part.bytes.data()));
            VSILFILE* file =
                VSIFileFromMemBuffer(m_names.back().c_str(), data, part.bytes.size(), FALSE);
            if (file)
                VSIFCloseL(file);
        }
    }
    MemoryShapefile(const MemoryShapefile&) = delete;
    MemoryShapefile& operator=(const MemoryShapefile&) = delete;
    ~MemoryShapefile() {
        for (const auto& name : m_names)
            VSIUnlink(name.c_str());
    }
    std::string shp() const { return m_stem + ".shp"; }

  private:
    std::string m_stem;
    std::vector<std::string> m_names;
};

Result<Loaded<Layers>> collect_layers(GDALDataset& dataset, const GdalSession& session,
                                      const InputFile& file, const VectorLimits& limits) {
    LayerCollector collector(file, limits);
    for (OGRLayer* layer : dataset.GetLayers()) {
        if (auto added = collector.add(*layer); !added)
            return tl::unexpected(added.error());
    }
    for (Problem& problem : session.problems(file.path))
        collector.loaded.problems.push_back(std::move(problem));
    return std::move(collector.loaded);
}

}  // namespace

Result<Loaded<Layers>> read_features(const InputFile& file, const VectorLimits& limits) {
    GdalSession session;
    const MemoryName name(file.bytes);
    const char* const formats[] = {"GeoJSON", "LIBKML", "FlatGeobuf", "GPKG", nullptr};
    const DatasetPtr dataset(
        GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, formats));
    if (!dataset) {
        return fail(fmt::format("{}: is no GeoJSON, KML, FlatGeobuf or GeoPackage that can be read",
                                file.path));
    }
    return collect_layers(*dataset, session, file, limits);
}

Result<Loaded<Layers>> read_shapefile(const std::vector<InputFile>& parts,
                                      const VectorLimits& limits) {
    const auto shp = std::find_if(parts.begin(), parts.end(), [](const InputFile& part) {
        return part.name.ends_with(".shp") || part.name.ends_with(".SHP");
    });
    if (shp == parts.end())
        return fail("no .shp file among the parts of a Shapefile");
    GdalSession session;
    CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", "YES");
    const MemoryShapefile files(parts);
    const char* const formats[] = {"ESRI Shapefile", nullptr};
    const DatasetPtr dataset(
        GDALDataset::Open(files.shp().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, formats));
    CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", nullptr);
    if (!dataset)
        return fail(fmt::format("{}: is no Shapefile that can be read", shp->path));
    return collect_layers(*dataset, session, *shp, limits);
}

}  // namespace geo
