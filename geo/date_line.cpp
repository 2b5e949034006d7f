// Unrolls longitudes so that lines run on past 180, then cuts at each odd multiple of 180.
#include "geo/date_line.hpp"

#include <cmath>

#include "geo/polygon_ops.hpp"

namespace geo {
namespace {

/// No step is longer than half a turn afterwards.
std::vector<LonLat> unrolled(const std::vector<LonLat>& positions) {
    std::vector<LonLat> out = positions;
    for (std::size_t i = 1; i < out.size(); ++i) {
        const double step = std::remainder(out[i].lon_deg - out[i - 1].lon_deg, 360.0);
        const bool is_plain = std::abs(out[i].lon_deg - out[i - 1].lon_deg) <= 180;
        if (!is_plain)
            out[i].lon_deg = out[i - 1].lon_deg + step;
    }
    return out;
}

/// Which copy of the world a longitude lies in: 0 for [-180, 180].
double world_of(double lon_deg) {
    return std::ceil((lon_deg - 180) / 360);
}

bool stays_in_one_world(const std::vector<LonLat>& positions) {
    return std::all_of(positions.begin(), positions.end(),
                       [](LonLat p) { return std::abs(p.lon_deg) <= 180; });
}

/// An outer ring that goes once around the earth ends a turn from where it began.
void close_along_pole(Ring& ring) {
    const double turn = ring.front().lon_deg - ring.back().lon_deg;
    if (std::abs(turn) <= 180)
        return;
    double mean_lat = 0;
    for (const LonLat p : ring)
        mean_lat += p.lat_deg;
    const double pole = mean_lat < 0 ? -90 : 90;
    const double end_lon = ring.front().lon_deg - std::copysign(360.0, turn);
    ring.push_back({end_lon, ring.front().lat_deg});
    ring.push_back({end_lon, pole});
    ring.push_back({ring.front().lon_deg, pole});
}

void shift(std::vector<LonLat>& positions, double by_deg) {
    for (LonLat& p : positions)
        p.lon_deg += by_deg;
}

Polygon unrolled(const Polygon& polygon) {
    Polygon out{unrolled(polygon.outer), {}};
    close_along_pole(out.outer);
    const LonLatBox box = bounding_box(std::span<const LonLat>(out.outer));
    for (const Ring& hole : polygon.holes) {
        Ring ring = unrolled(hole);
        // Brought to the same copy of the world as the ring around it.
        while (!ring.empty() && ring.front().lon_deg < box.west_deg)
            shift(ring, 360);
        while (!ring.empty() && ring.front().lon_deg > box.east_deg)
            shift(ring, -360);
        out.holes.push_back(std::move(ring));
    }
    return out;
}

}  // namespace

std::vector<Line> cut_at_date_line(const Line& line) {
    const Line flat = unrolled(line);
    if (stays_in_one_world(flat))
        return {flat};
    std::vector<Line> pieces;
    double world = world_of(flat.front().lon_deg);
    Line piece{{flat.front().lon_deg - 360 * world, flat.front().lat_deg}};
    for (std::size_t i = 1; i < flat.size(); ++i) {
        const LonLat a = flat[i - 1];
        const LonLat b = flat[i];
        const bool eastward = b.lon_deg > a.lon_deg;
        // At a world's very edge both numbers name the same meridian; the step decides.
        while (eastward ? b.lon_deg > 180 + 360 * world : b.lon_deg < -180 + 360 * world) {
            const double cut = (eastward ? 180 : -180) + 360 * world;
            const double t = (cut - a.lon_deg) / (b.lon_deg - a.lon_deg);
            const double lat = a.lat_deg + t * (b.lat_deg - a.lat_deg);
            if (piece.back() != LonLat{cut - 360 * world, lat})
                piece.push_back({cut - 360 * world, lat});
            if (piece.size() > 1)
                pieces.push_back(std::move(piece));
            world += eastward ? 1 : -1;
            piece = {{cut - 360 * world, lat}};
        }
        piece.push_back({b.lon_deg - 360 * world, b.lat_deg});
    }
    if (piece.size() > 1)
        pieces.push_back(std::move(piece));
    return pieces;
}

MultiPolygon cut_at_date_line(const MultiPolygon& area) {
    MultiPolygon out;
    for (const Polygon& polygon : area) {
        const Polygon flat = unrolled(polygon);
        if (stays_in_one_world(flat.outer)) {
            out.push_back(flat);
            continue;
        }
        const LonLatBox box = bounding_box(std::span<const LonLat>(flat.outer));
        for (double world = world_of(box.west_deg); world <= world_of(box.east_deg); ++world) {
            Polygon moved = flat;
            shift(moved.outer, -360 * world);
            for (Ring& hole : moved.holes)
                shift(hole, -360 * world);
            for (Polygon& piece : clipped({moved}, LonLatBox{}))
                out.push_back(std::move(piece));
        }
    }
    return out;
}

}  // namespace geo
