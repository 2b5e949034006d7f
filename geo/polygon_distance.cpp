// Distances between positions and the edges of areas.
#include "geo/polygon_distance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/geodesic.hpp"
#include "geo/polygon_ops.hpp"

namespace geo {
namespace {

constexpr double kMetresPerDegree = 111195.0;  ///< on a sphere of radius 6371008.8 m

struct Planar {
    double x, y;
};

class PlaneAround {
  public:
    explicit PlaneAround(LonLat centre)
        : m_centre(centre), m_shrink(std::cos(centre.lat_deg * 3.14159265358979 / 180.0)) {}
    Planar operator()(LonLat p) const {
        const double lon = std::remainder(p.lon_deg - m_centre.lon_deg, 360.0);
        return {lon * m_shrink * kMetresPerDegree,
                (p.lat_deg - m_centre.lat_deg) * kMetresPerDegree};
    }

  private:
    LonLat m_centre;
    double m_shrink;
};

/// Of the segment to the origin.
double distance_to_origin(Planar a, Planar b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double along = square == 0 ? 0 : std::clamp(-(a.x * dx + a.y * dy) / square, 0.0, 1.0);
    return std::hypot(a.x + along * dx, a.y + along * dy);
}

double distance_to_ring(const Ring& ring, const PlaneAround& plane) {
    double nearest = std::numeric_limits<double>::max();
    Planar before = plane(ring.back());
    for (const LonLat p : ring) {
        const Planar now = plane(p);
        nearest = std::min(nearest, distance_to_origin(before, now));
        before = now;
    }
    return nearest;
}

}  // namespace

double distance_outside_m(const MultiPolygon& area, LonLat p) {
    if (area.empty() || contains(area, p))
        return 0;
    const PlaneAround plane(p);
    double nearest = std::numeric_limits<double>::max();
    for (const Polygon& polygon : area) {
        nearest = std::min(nearest, distance_to_ring(polygon.outer, plane));
        for (const Ring& hole : polygon.holes)
            nearest = std::min(nearest, distance_to_ring(hole, plane));
    }
    return nearest;
}

double holding_radius_km(const MultiPolygon& area, LonLat centre) {
    std::vector<double> sizes;
    for (const Polygon& polygon : area)
        sizes.push_back(area_km2({polygon}));
    const double largest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
    double metres = 0;
    for (std::size_t i = 0; i < area.size(); ++i) {
        if (sizes[i] * 10 < largest)
            continue;
        for (const LonLat p : area[i].outer)
            metres = std::max(metres, distance_m(centre, p));
    }
    return metres / 1000.0;
}

}  // namespace geo
