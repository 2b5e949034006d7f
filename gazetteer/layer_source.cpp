// Vector layers: points, and areas as polygons with their codes and vintage.
#include <fmt/format.h>

#include <algorithm>

#include "gazetteer/place_of_row.hpp"
#include "gazetteer/place_source.hpp"
#include "geo/polygon_distance.hpp"
#include "geo/polygon_ops.hpp"
#include "geo/vector_reader.hpp"

namespace gazetteer {
namespace {

constexpr std::size_t kMostLayerBytes = std::size_t{2} << 30;

std::string text_of(const geo::FieldValue& value) {
    struct Text {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return fmt::format("{}", number); }
        std::string operator()(bool truth) const { return truth ? "1" : "0"; }
    };
    return std::visit(Text{}, value);
}

/// The areas of a feature; empty when it has none.
geo::MultiPolygon polygons_of(const geo::Geometry& geometry) {
    if (const auto* one = std::get_if<geo::Polygon>(&geometry))
        return {*one};
    if (const auto* many = std::get_if<geo::MultiPolygon>(&geometry))
        return *many;
    return {};
}

/// Of a point itself, of several the first, of lines the middle corner of the longest.
std::optional<geo::LonLat> point_of(const geo::Geometry& geometry) {
    if (const auto* point = std::get_if<geo::LonLat>(&geometry))
        return *point;
    if (const auto* points = std::get_if<geo::PointSet>(&geometry))
        return points->points.empty() ? std::nullopt : std::optional(points->points.front());
    std::vector<geo::Line> lines;
    if (const auto* line = std::get_if<geo::Line>(&geometry))
        lines.push_back(*line);
    if (const auto* many = std::get_if<geo::MultiLine>(&geometry))
        lines = many->lines;
    const auto longest =
        std::max_element(lines.begin(), lines.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
    if (longest == lines.end() || longest->empty())
        return std::nullopt;
    return (*longest)[longest->size() / 2];
}

class LayerReader {
  public:
    LayerReader(const SourceContext& context, std::string file)
        : m_context(context),
          m_file(std::move(file)),
          m_own_scheme(context.builder.own_scheme(file_name_of(m_file))) {}

    geo::Result<void> add(const geo::FeatureLayer& layer);
    RowCounts counts;

  private:
    /// Empty when the feature was taken, else why not.
    std::string add_feature(const geo::Feature& feature, const RowView& row,
                            const std::string& number);
    std::string add_area(geo::MultiPolygon polygons, const RowView& row, const std::string& number);

    const SourceContext& m_context;
    std::string m_file;
    std::string m_own_scheme;
};

std::string LayerReader::add_area(geo::MultiPolygon polygons, const RowView& row,
                                  const std::string& number) {
    const auto level = level_of_row(row);
    if (level == std::size_t{0}) {
        const std::string country = country_of(row, m_context.options.country);
        m_context.builder.add_outline(country, polygons);
        return country.empty() ? "an outline of no country" : "";
    }
    auto place = area_of_row(row, m_context.options, level, m_own_scheme, number);
    if (!place)
        return place.error();
    place->point = geo::label_point(polygons);
    place->radius_km = geo::holding_radius_km(polygons, place->point);
    m_context.builder.add(*place);
    m_context.builder.add_shape_of(place->source_id, polygons);
    return {};
}

std::string LayerReader::add_feature(const geo::Feature& feature, const RowView& row,
                                     const std::string& number) {
    if (!feature.geometry)
        return "no position";
    if (auto polygons = polygons_of(*feature.geometry); !polygons.empty())
        return add_area(std::move(polygons), row, number);
    const auto point = point_of(*feature.geometry);
    if (!point)
        return "no position";
    const auto place = place_of_row(row, m_context.options, m_own_scheme, number, point);
    if (!place)
        return place.error();
    m_context.builder.add(*place);
    return {};
}

geo::Result<void> LayerReader::add(const geo::FeatureLayer& layer) {
    std::vector<std::string> header;
    for (const geo::Field& field : layer.fields)
        header.push_back(field.name);
    const auto roles =
        read_column_roles(header, m_context.options.columns, m_file + ": layer " + layer.name);
    if (!roles)
        return tl::unexpected(roles.error());
    std::vector<std::string> fields(header.size());
    for (std::size_t i = 0; i < layer.features.size(); ++i) {
        ++counts.read;
        const geo::Feature& feature = layer.features[i];
        std::transform(feature.values.begin(), feature.values.end(), fields.begin(), text_of);
        const std::string number = std::to_string(i + 1);
        const std::string fault = add_feature(feature, RowView(*roles, fields), number);
        if (m_context.options.progress && i % 256 == 0) {
            m_context.options.progress(
                "reading " + file_name_of(m_file),
                static_cast<double>(i) / static_cast<double>(layer.features.size()));
        }
        if (fault.empty())
            continue;
        ++counts.skipped;
        m_context.log.refuse(fmt::format("{}: feature {} of {}", m_file, number, layer.name),
                             fault);
    }
    return {};
}

std::string ending_of(std::string_view name) {
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? "" : lower_ascii(name.substr(dot));
}

bool is_shape_part(const std::string& ending) {
    return ending == ".shp" || ending == ".shx" || ending == ".dbf" || ending == ".prj" ||
           ending == ".cpg";
}

/// The vector files of an archive, or the file itself; the parts of a Shapefile stand together.
geo::Result<std::vector<std::vector<geo::InputFile>>> unpack_layers(const std::string& path) {
    geo::UnpackLimits limits;
    limits.max_packed_bytes = limits.max_bytes = kMostLayerBytes;
    auto input = geo::UnpackedInput::open(path, limits);
    if (!input)
        return tl::unexpected(input.error());
    std::vector<std::vector<geo::InputFile>> layers;
    std::map<std::string, std::vector<geo::InputFile>> shapes;
    while (true) {
        const auto more = input->next_member();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        const std::string name = input->member();
        const std::string ending = ending_of(name);
        const bool is_layer = !input->is_zip() || ending == ".geojson" || ending == ".json" ||
                              ending == ".kml" || ending == ".gpkg" || ending == ".fgb";
        const bool is_part = is_shape_part(ending);
        geo::InputFile file{name, file_name_of(name), {}, {}};
        while (true) {
            const auto block = input->read();
            if (!block)
                return tl::unexpected(block.error());
            if (block->empty())
                break;
            if (is_layer || is_part)
                file.bytes += *block;
        }
        if (is_part)
            shapes[name.substr(0, name.size() - ending.size())].push_back(std::move(file));
        else if (is_layer)
            layers.push_back({std::move(file)});
    }
    for (auto& [stem, parts] : shapes) {
        const bool has_shapes = std::any_of(parts.begin(), parts.end(), [](const auto& part) {
            return ending_of(part.name) == ".shp";
        });
        if (has_shapes)
            layers.push_back(std::move(parts));
    }
    return layers;
}

}  // namespace

geo::Result<RowCounts> add_layers(const std::string& path, const SourceContext& context) {
    const auto files = unpack_layers(path);
    if (!files)
        return tl::unexpected(files.error());
    RowCounts all;
    for (const auto& parts : *files) {
        const bool is_shapefile = is_shape_part(ending_of(parts.front().name));
        auto loaded = is_shapefile ? geo::read_shapefile(parts) : geo::read_features(parts.front());
        if (!loaded)
            return tl::unexpected(loaded.error());
        const std::string& name = parts.front().path;
        for (const geo::Problem& problem : loaded->problems)
            context.log.add(problem.where, "the layer", problem.what);
        LayerReader reader(context, name);
        for (const geo::FeatureLayer& layer : loaded->value) {
            if (auto added = reader.add(layer); !added)
                return tl::unexpected(added.error());
        }
        all.read += reader.counts.read;
        all.skipped += reader.counts.skipped;
        context.log.close(name);
    }
    if (files->empty())
        return geo::fail(path + ": holds no table of places and no layer");
    return all;
}

}  // namespace gazetteer
