// A position on the earth and a box of positions, in degrees, WGS 84, longitude first.
#pragma once

namespace geo {

struct LonLat {
    double lon_deg = 0;
    double lat_deg = 0;
    friend bool operator==(const LonLat&, const LonLat&) = default;
};

/// Longitude in [-180, 180] and latitude in [-90, 90]; false for NaN.
constexpr bool is_on_earth(LonLat p) {
    return p.lon_deg >= -180 && p.lon_deg <= 180 && p.lat_deg >= -90 && p.lat_deg <= 90;
}

/// East may be smaller than west: then the box crosses the 180th meridian.
struct LonLatBox {
    double west_deg = -180;
    double south_deg = -90;
    double east_deg = 180;
    double north_deg = 90;
    friend bool operator==(const LonLatBox&, const LonLatBox&) = default;
};

constexpr bool crosses_date_line(const LonLatBox& box) {
    return box.east_deg < box.west_deg;
}

constexpr bool contains(const LonLatBox& box, LonLat p) {
    if (p.lat_deg < box.south_deg || p.lat_deg > box.north_deg)
        return false;
    if (crosses_date_line(box))
        return p.lon_deg >= box.west_deg || p.lon_deg <= box.east_deg;
    return p.lon_deg >= box.west_deg && p.lon_deg <= box.east_deg;
}

}  // namespace geo
