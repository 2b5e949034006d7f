// The WGS 84 ellipsoid through PROJ's geodesic routines.
#include "geo/geodesic.hpp"

#include <geodesic.h>

#include <cmath>

namespace geo {
namespace {

geod_geodesic make_wgs84() {
    geod_geodesic earth{};
    geod_init(&earth, 6378137.0, 1.0 / 298.257223563);
    return earth;
}

const geod_geodesic kWgs84 = make_wgs84();

}  // namespace

double distance_m(LonLat a, LonLat b) {
    double metres = 0;
    geod_inverse(&kWgs84, a.lat_deg, a.lon_deg, b.lat_deg, b.lon_deg, &metres, nullptr, nullptr);
    return metres;
}

double bearing_deg(LonLat from, LonLat to) {
    double azimuth = 0;
    geod_inverse(&kWgs84, from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg, nullptr, &azimuth,
                 nullptr);
    return azimuth < 0 ? azimuth + 360 : azimuth;
}

LonLat destination(LonLat from, double bearing, double metres) {
    LonLat to;
    geod_direct(&kWgs84, from.lat_deg, from.lon_deg, bearing, metres, &to.lat_deg, &to.lon_deg,
                nullptr);
    return to;
}

Line geodesic_line(LonLat from, LonLat to, double step_m) {
    geod_geodesicline line{};
    geod_inverseline(&line, &kWgs84, from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg, 0);
    const int pieces = std::max(1, static_cast<int>(std::ceil(line.s13 / step_m)));
    Line positions;
    positions.reserve(static_cast<std::size_t>(pieces) + 1);
    positions.push_back(from);
    for (int i = 1; i < pieces; ++i) {
        LonLat p;
        geod_position(&line, line.s13 * i / pieces, &p.lat_deg, &p.lon_deg, nullptr);
        positions.push_back(p);
    }
    positions.push_back(to);
    return positions;
}

Ring geodesic_circle(LonLat centre, double radius_m, int corners) {
    Ring ring;
    ring.reserve(static_cast<std::size_t>(corners));
    for (int i = 0; i < corners; ++i) {
        ring.push_back(destination(centre, 360.0 - 360.0 * i / corners, radius_m));
    }
    return ring;
}

}  // namespace geo
