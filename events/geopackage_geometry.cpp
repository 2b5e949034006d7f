// GeoPackage geometry bytes.
#include "events/geopackage_geometry.hpp"

#include <bit>

#include "geo/date_line.hpp"

namespace events {
namespace {

constexpr std::uint32_t kWgs84 = 4326;
constexpr char kLittleEndian = 1;
constexpr char kEnvelopeXy = 1 << 1;
constexpr std::uint32_t kWkbPoint = 1;
constexpr std::uint32_t kWkbLineString = 2;
constexpr std::uint32_t kWkbMultiLineString = 5;

void append_u32(std::string& out, std::uint32_t value) {
    for (int i = 0; i < 4; ++i)
        out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

void append_double(std::string& out, double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (int i = 0; i < 8; ++i)
        out += static_cast<char>((bits >> (8 * i)) & 0xFF);
}

void append_position(std::string& out, const geo::LonLat& point) {
    append_double(out, point.lon_deg);
    append_double(out, point.lat_deg);
}

std::string header(char flags) {
    std::string out = "GP";
    out += '\0';
    out += flags;
    append_u32(out, kWgs84);
    return out;
}

std::string of_lines(const std::vector<geo::Line>& lines) {
    geo::LonLatBox box{180, 90, -180, -90};
    for (const geo::Line& line : lines) {
        for (const geo::LonLat& p : line) {
            box.west_deg = std::min(box.west_deg, p.lon_deg);
            box.east_deg = std::max(box.east_deg, p.lon_deg);
            box.south_deg = std::min(box.south_deg, p.lat_deg);
            box.north_deg = std::max(box.north_deg, p.lat_deg);
        }
    }
    std::string out = header(kLittleEndian | kEnvelopeXy);
    for (const double edge : {box.west_deg, box.east_deg, box.south_deg, box.north_deg})
        append_double(out, edge);
    out += kLittleEndian;
    append_u32(out, kWkbMultiLineString);
    append_u32(out, static_cast<std::uint32_t>(lines.size()));
    for (const geo::Line& line : lines) {
        out += kLittleEndian;
        append_u32(out, kWkbLineString);
        append_u32(out, static_cast<std::uint32_t>(line.size()));
        for (const geo::LonLat& p : line)
            append_position(out, p);
    }
    return out;
}

}  // namespace

std::string geopackage_bytes(const geo::Geometry& geometry) {
    if (const auto* point = std::get_if<geo::LonLat>(&geometry)) {
        std::string out = header(kLittleEndian);
        out += kLittleEndian;
        append_u32(out, kWkbPoint);
        append_position(out, *point);
        return out;
    }
    if (const auto* line = std::get_if<geo::Line>(&geometry))
        return of_lines(geo::cut_at_date_line(*line));
    if (const auto* lines = std::get_if<geo::MultiLine>(&geometry))
        return of_lines(lines->lines);
    return {};
}

}  // namespace events
