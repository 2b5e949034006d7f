// CSV text of a layer.
#include "events/tables/csv_text.hpp"

#include <fmt/format.h>

#include <charconv>

#include "geo/geojson_geometry.hpp"

namespace events {
namespace {

bool runs_as_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string::npos;
}

void append_value(std::string& out, const geo::FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        append_csv_text(out, *text);
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        fmt::format_to(std::back_inserter(out), "{}", *whole);
    } else if (const auto* real = std::get_if<double>(&value)) {
        fmt::format_to(std::back_inserter(out), "{}", *real);
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        out += *truth ? "true" : "false";
    }
}

void append_values(std::string& out, const std::vector<geo::FieldValue>& values) {
    bool first = true;
    for (const geo::FieldValue& value : values) {
        if (!first)
            out += ',';
        first = false;
        append_value(out, value);
    }
}

void append_position(std::string& out, const geo::LonLat& point) {
    out += ',';
    geo::append_coordinate(out, point.lon_deg);
    out += ',';
    geo::append_coordinate(out, point.lat_deg);
}

void append_geometry(std::string& out, const std::optional<geo::Geometry>& geometry,
                     bool has_ends) {
    const auto* point = geometry ? std::get_if<geo::LonLat>(&*geometry) : nullptr;
    const auto* line = geometry ? std::get_if<geo::Line>(&*geometry) : nullptr;
    if (point != nullptr) {
        append_position(out, *point);
    } else if (line != nullptr) {
        append_position(out, line->front());
    } else {
        out += ",,";
    }
    if (!has_ends)
        return;
    if (line != nullptr) {
        append_position(out, line->back());
    } else {
        out += ",,";
    }
}

}  // namespace

void append_csv_text(std::string& out, std::string_view text) {
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted)
        out += '"';
    if (runs_as_formula(text))
        out += '\'';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    if (quoted)
        out += '"';
}

void append_csv_row(std::string& out, const std::vector<geo::FieldValue>& values) {
    append_values(out, values);
    out += "\r\n";
}

std::string to_csv(const geo::FeatureLayer& layer) {
    const bool has_ends =
        std::any_of(layer.features.begin(), layer.features.end(), [](const geo::Feature& feature) {
            return feature.geometry && std::holds_alternative<geo::Line>(*feature.geometry);
        });
    std::string out;
    for (const geo::Field& field : layer.fields) {
        append_csv_text(out, field.name);
        out += ',';
    }
    out += has_ends ? "lon,lat,end_lon,end_lat\r\n" : "lon,lat\r\n";
    for (const geo::Feature& feature : layer.features) {
        append_values(out, feature.values);
        append_geometry(out, feature.geometry, has_ends);
        out += "\r\n";
    }
    return out;
}

}  // namespace events
