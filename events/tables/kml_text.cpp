// KML text of layers.
#include "events/tables/kml_text.hpp"

#include <fmt/format.h>

#include "geo/geojson_geometry.hpp"

namespace events {
namespace {

void append_xml(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\n':
            case '\t':
                out += c;
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += "\xEF\xBF\xBD";
                } else {
                    out += c;
                }
        }
    }
}

void append_element(std::string& out, std::string_view name, std::string_view text) {
    fmt::format_to(std::back_inserter(out), "<{}>", name);
    append_xml(out, text);
    fmt::format_to(std::back_inserter(out), "</{}>\n", name);
}

std::string text_of(const geo::FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return fmt::format("{}", *whole);
    if (const auto* real = std::get_if<double>(&value))
        return fmt::format("{}", *real);
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth ? "true" : "false";
    return {};
}

/// The values of one feature by their names.
class Named {
  public:
    Named(const geo::FeatureLayer& layer, const geo::Feature& feature)
        : m_layer(layer), m_feature(feature) {}
    std::string operator[](std::string_view name) const {
        for (std::size_t i = 0; i < m_layer.fields.size(); ++i) {
            if (m_layer.fields[i].name == name)
                return text_of(m_feature.values[i]);
        }
        return {};
    }

  private:
    const geo::FeatureLayer& m_layer;
    const geo::Feature& m_feature;
};

std::string title_of(const Named& value) {
    if (value["layer"] == "flow")
        return fmt::format("{} \u2192 {}", value["from"], value["to"]);
    const std::string place = value["place"];
    return place.empty() ? value["kind"] : fmt::format("{}, {}", value["kind"], place);
}

void append_position(std::string& out, const geo::LonLat& point) {
    geo::append_coordinate(out, point.lon_deg);
    out += ',';
    geo::append_coordinate(out, point.lat_deg);
}

void append_geometry(std::string& out, const geo::Geometry& geometry) {
    if (const auto* point = std::get_if<geo::LonLat>(&geometry)) {
        out += "<Point><coordinates>";
        append_position(out, *point);
        out += "</coordinates></Point>\n";
    } else if (const auto* line = std::get_if<geo::Line>(&geometry)) {
        out += "<LineString><tessellate>1</tessellate><coordinates>";
        for (const geo::LonLat& position : *line) {
            append_position(out, position);
            out += ' ';
        }
        out += "</coordinates></LineString>\n";
    }
}

void append_placemark(std::string& out, const geo::FeatureLayer& layer,
                      const geo::Feature& feature) {
    const Named value(layer, feature);
    out += "<Placemark>\n";
    append_element(out, "name", title_of(value));
    append_element(out, "description", value["quote"]);
    if (const std::string start = value["date_start"]; !start.empty()) {
        out += "<TimeSpan>\n";
        append_element(out, "begin", start);
        append_element(out, "end", value["date_end"]);
        out += "</TimeSpan>\n";
    }
    out += "<ExtendedData>\n";
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        if (std::holds_alternative<std::monostate>(feature.values[i]))
            continue;
        fmt::format_to(std::back_inserter(out), "<Data name=\"{}\"><value>", layer.fields[i].name);
        append_xml(out, text_of(feature.values[i]));
        out += "</value></Data>\n";
    }
    out += "</ExtendedData>\n";
    if (feature.geometry)
        append_geometry(out, *feature.geometry);
    out += "</Placemark>\n";
}

}  // namespace

std::string to_kml(const std::vector<geo::FeatureLayer>& layers) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n";
    for (const geo::FeatureLayer& layer : layers) {
        out += "<Folder>\n";
        append_element(out, "name", layer.name);
        for (const geo::Feature& feature : layer.features)
            append_placemark(out, layer, feature);
        out += "</Folder>\n";
    }
    out += "</Document></kml>\n";
    return out;
}

}  // namespace events
