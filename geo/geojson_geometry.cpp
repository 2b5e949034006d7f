// GeoJSON geometry text: few digits, right-hand rule, cut at the 180th meridian.
#include "geo/geojson_geometry.hpp"

#include <cassert>
#include <charconv>
#include <cmath>

#include "geo/date_line.hpp"

namespace geo {
namespace {

void append_position(std::string& out, LonLat p) {
    out += '[';
    append_coordinate(out, p.lon_deg);
    out += ',';
    append_coordinate(out, p.lat_deg);
    out += ']';
}

void append_positions(std::string& out, std::span<const LonLat> positions) {
    out += '[';
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (i > 0)
            out += ',';
        append_position(out, positions[i]);
    }
    out += ']';
}

/// Twice the signed area; positive when anticlockwise.
double winding(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[(i + 1) % ring.size()];
        sum += a.lon_deg * b.lat_deg - b.lon_deg * a.lat_deg;
    }
    return sum;
}

void append_ring(std::string& out, const Ring& ring, bool anticlockwise) {
    Ring closed = ring;
    if ((winding(ring) > 0) != anticlockwise)
        std::reverse(closed.begin(), closed.end());
    if (!closed.empty())
        closed.push_back(closed.front());
    append_positions(out, closed);
}

void append_rings(std::string& out, const Polygon& polygon) {
    out += '[';
    append_ring(out, polygon.outer, true);
    for (const Ring& hole : polygon.holes) {
        out += ',';
        append_ring(out, hole, false);
    }
    out += ']';
}

void append_lines(std::string& out, const std::vector<Line>& lines) {
    if (lines.size() == 1) {
        out += R"({"type":"LineString","coordinates":)";
        append_positions(out, lines.front());
    } else {
        out += R"({"type":"MultiLineString","coordinates":[)";
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i > 0)
                out += ',';
            append_positions(out, lines[i]);
        }
        out += ']';
    }
    out += '}';
}

void append_area(std::string& out, const MultiPolygon& area) {
    if (area.size() == 1) {
        out += R"({"type":"Polygon","coordinates":)";
        append_rings(out, area.front());
    } else {
        out += R"({"type":"MultiPolygon","coordinates":[)";
        for (std::size_t i = 0; i < area.size(); ++i) {
            if (i > 0)
                out += ',';
            append_rings(out, area[i]);
        }
        out += ']';
    }
    out += '}';
}

struct Appender {
    std::string& out;

    void operator()(LonLat p) const {
        out += R"({"type":"Point","coordinates":)";
        append_position(out, p);
        out += '}';
    }
    void operator()(const PointSet& set) const {
        out += R"({"type":"MultiPoint","coordinates":)";
        append_positions(out, set.points);
        out += '}';
    }
    void operator()(const Line& line) const { append_lines(out, cut_at_date_line(line)); }
    void operator()(const MultiLine& lines) const {
        std::vector<Line> pieces;
        for (const Line& line : lines.lines) {
            for (Line& piece : cut_at_date_line(line))
                pieces.push_back(std::move(piece));
        }
        append_lines(out, pieces);
    }
    void operator()(const Polygon& polygon) const { (*this)(MultiPolygon{polygon}); }
    void operator()(const MultiPolygon& area) const { append_area(out, cut_at_date_line(area)); }
};

}  // namespace

void append_coordinate(std::string& out, double degrees) {
    assert(std::isfinite(degrees));
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, degrees, std::chars_format::fixed, 7);
    std::string_view digits(text, static_cast<std::size_t>(end.ptr - text));
    while (digits.back() == '0')
        digits.remove_suffix(1);
    if (digits.back() == '.')
        digits.remove_suffix(1);
    out += digits == "-0" ? "0" : digits;
}

void append_geojson(std::string& out, const Geometry& geometry) {
    std::visit(Appender{out}, geometry);
}

std::string to_geojson(const Geometry& geometry) {
    std::string out;
    append_geojson(out, geometry);
    return out;
}

}  // namespace geo
