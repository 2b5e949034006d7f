// One export for every ending.
#include <fmt/format.h>

#include "events/tables/csv_text.hpp"
#include "events/tables/features.hpp"
#include "events/tables/kml_text.hpp"
#include "events/tables/profile_csv.hpp"
#include "events/tables/rows.hpp"

namespace events {
namespace {

enum class OutputFormat : unsigned char { geojson, csv, kml, flatgeobuf, geopackage };

std::optional<OutputFormat> format_of(std::string_view path) {
    if (path == "-")
        return OutputFormat::geojson;
    const std::size_t dot = path.find_last_of("./");
    if (dot == std::string_view::npos || path[dot] == '/')
        return std::nullopt;
    std::string ending(path.substr(dot + 1));
    for (char& c : ending) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    if (ending == "geojson" || ending == "json")
        return OutputFormat::geojson;
    if (ending == "csv")
        return OutputFormat::csv;
    if (ending == "kml")
        return OutputFormat::kml;
    if (ending == "fgb")
        return OutputFormat::flatgeobuf;
    if (ending == "gpkg")
        return OutputFormat::geopackage;
    return std::nullopt;
}

geo::Result<void> write_through_gdal(const std::string& path, geo::VectorFormat format,
                                     const std::vector<geo::FeatureLayer>& layers,
                                     geo::Overwrite overwrite) {
    return geo::replace_file(
        path, overwrite,
        [&](const std::string& temp) { return geo::write_features(temp, format, layers); },
        [&](const std::string& temp) { return geo::check_features(temp, format, layers); });
}

/// Removes what has no geometry; the number removed.
std::size_t remove_unplaced(geo::FeatureLayer& layer) {
    return std::erase_if(layer.features,
                         [](const geo::Feature& feature) { return !feature.geometry; });
}

geo::Result<void> write_flatgeobuf(const std::string& path, geo::FeatureLayer layer,
                                   geo::Overwrite overwrite) {
    const std::size_t removed = remove_unplaced(layer);
    if (layer.features.empty()) {
        return geo::fail(fmt::format(
            "{}: FlatGeobuf holds only what has a place; none of {} has one", path, removed));
    }
    return write_through_gdal(path, geo::VectorFormat::flatgeobuf, {std::move(layer)}, overwrite);
}

}  // namespace

ExportSelection ExportSelection::all_of(const Casebook& casebook) {
    ExportSelection all;
    for (std::size_t i = 0; i < casebook.events().size(); ++i)
        all.events.push_back(i);
    for (std::size_t i = 0; i < casebook.flows().size(); ++i)
        all.flows.push_back(i);
    return all;
}

bool is_known_output(std::string_view path) {
    return format_of(path).has_value();
}

std::vector<geo::Problem> export_losses(const Casebook& casebook, const ExportSelection& selection,
                                        const std::string& path) {
    if (format_of(path) != OutputFormat::flatgeobuf)
        return {};
    geo::FeatureLayer layer = one_layer_of(casebook, selection);
    const std::size_t all = layer.features.size();
    const std::size_t removed = remove_unplaced(layer);
    if (removed == 0)
        return {};
    return {{path, fmt::format("FlatGeobuf holds no features without a place; {} of {} left out",
                               removed, all)}};
}

geo::Result<void> export_features(const Casebook& casebook, const ExportSelection& selection,
                                  const std::string& path, geo::Overwrite overwrite) {
    const auto format = format_of(path);
    if (!format) {
        return geo::fail(fmt::format(
            "{}: cannot tell what to write; its name should end in .geojson, .csv, .kml, .fgb or "
            ".gpkg",
            path));
    }
    switch (*format) {
        case OutputFormat::geojson:
            return geo::write_output_file(path, to_geojson(casebook, selection), overwrite);
        case OutputFormat::csv:
            return geo::write_output_file(path, to_csv(one_layer_of(casebook, selection)),
                                          overwrite);
        case OutputFormat::kml:
            return geo::write_output_file(path, to_kml(layers_of(casebook, selection)), overwrite);
        case OutputFormat::flatgeobuf:
            return write_flatgeobuf(path, one_layer_of(casebook, selection), overwrite);
        case OutputFormat::geopackage:
            return write_through_gdal(path, geo::VectorFormat::geopackage,
                                      layers_of(casebook, selection), overwrite);
    }
    return geo::fail(fmt::format("{}: cannot tell what to write", path));
}

std::optional<ExportProfile> parse_profile(std::string_view name) {
    if (name == "acled")
        return ExportProfile::acled;
    if (name == "ucdp")
        return ExportProfile::ucdp;
    return std::nullopt;
}

geo::Result<std::vector<geo::Problem>> export_profile(const Casebook& casebook,
                                                      const ExportSelection& selection,
                                                      ExportProfile profile,
                                                      const std::string& path,
                                                      geo::Overwrite overwrite) {
    if (path != "-" && format_of(path) != OutputFormat::csv)
        return geo::fail(fmt::format("{}: a profile is a CSV table; name the file .csv", path));
    auto table = profile == ExportProfile::acled ? to_acled_csv(casebook, selection)
                                                 : to_ucdp_csv(casebook, selection);
    if (auto written = geo::write_output_file(path, table.value, overwrite); !written)
        return tl::unexpected(written.error());
    return std::move(table.problems);
}

}  // namespace events
