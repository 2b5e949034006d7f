// The plane verbs through GEOS; what needs no topology is computed here.
#include "geo/polygon_ops.hpp"

#include <fmt/format.h>
#include <geos_c.h>

#include <cassert>
#include <cmath>
#include <map>
#include <numbers>

#include "geo/geos_bridge.hpp"

namespace geo {
namespace {

bool crosses_upward_ray(const Ring& ring, LonLat p) {
    bool inside = false;
    LonLat a = ring.back();
    for (const LonLat b : ring) {
        if ((a.lat_deg > p.lat_deg) != (b.lat_deg > p.lat_deg)) {
            const double t = (p.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg);
            if (p.lon_deg < a.lon_deg + t * (b.lon_deg - a.lon_deg))
                inside = !inside;
        }
        a = b;
    }
    return inside;
}

std::size_t vertex_count(const MultiPolygon& area) {
    std::size_t count = 0;
    for (const Polygon& polygon : area) {
        count += polygon.outer.size();
        for (const Ring& hole : polygon.holes)
            count += hole.size();
    }
    return count;
}

/// Twice the area and first moments of a ring in the plane (the shoelace formulas).
struct Moments {
    double area2 = 0, x = 0, y = 0;

    void add(const Ring& ring, double sign, LonLat origin) {
        Moments own;
        LonLat a = ring.back();
        for (const LonLat b : ring) {
            const double ax = a.lon_deg - origin.lon_deg, ay = a.lat_deg - origin.lat_deg;
            const double bx = b.lon_deg - origin.lon_deg, by = b.lat_deg - origin.lat_deg;
            const double cross = ax * by - bx * ay;
            own.area2 += cross;
            own.x += (ax + bx) * cross;
            own.y += (ay + by) * cross;
            a = b;
        }
        const double turned = own.area2 < 0 ? -sign : sign;
        area2 += turned * own.area2;
        x += turned * own.x;
        y += turned * own.y;
    }
};

const Polygon& largest_part(const MultiPolygon& area) {
    const Polygon* best = &area.front();
    double best_area = -1;
    for (const Polygon& polygon : area) {
        Moments moments;
        moments.add(polygon.outer, 1, polygon.outer.front());
        if (moments.area2 > best_area) {
            best_area = moments.area2;
            best = &polygon;
        }
    }
    return *best;
}

void stretch(Polygon& polygon, double factor) {
    for (LonLat& p : polygon.outer)
        p.lon_deg *= factor;
    for (Ring& hole : polygon.holes) {
        for (LonLat& p : hole)
            p.lon_deg *= factor;
    }
}

/// One or two boxes of which none crosses the date line.
std::vector<LonLatBox> plain_boxes(const LonLatBox& box) {
    if (!crosses_date_line(box))
        return {box};
    return {{box.west_deg, box.south_deg, 180, box.north_deg},
            {-180, box.south_deg, box.east_deg, box.north_deg}};
}

bool lies_inside(const LonLatBox& inner, const LonLatBox& outer) {
    return inner.west_deg >= outer.west_deg && inner.east_deg <= outer.east_deg &&
           inner.south_deg >= outer.south_deg && inner.north_deg <= outer.north_deg;
}

/// Holds positions by value so that equal corners of triangles become one vertex.
class VertexTable {
  public:
    explicit VertexTable(std::vector<LonLat>& positions) : m_positions(positions) {}
    std::uint32_t index_of(LonLat p) {
        const auto [entry, is_new] = m_index.try_emplace(
            {p.lon_deg, p.lat_deg}, static_cast<std::uint32_t>(m_positions.size()));
        if (is_new)
            m_positions.push_back(p);
        return entry->second;
    }

  private:
    std::vector<LonLat>& m_positions;
    std::map<std::pair<double, double>, std::uint32_t> m_index;
};

}  // namespace

bool contains(const MultiPolygon& area, LonLat p) {
    for (const Polygon& polygon : area) {
        if (polygon.outer.empty() || !crosses_upward_ray(polygon.outer, p))
            continue;
        const bool in_hole = std::any_of(
            polygon.holes.begin(), polygon.holes.end(),
            [&](const Ring& hole) { return !hole.empty() && crosses_upward_ray(hole, p); });
        if (!in_hole)
            return true;
    }
    return false;
}

LonLatBox bounding_box(std::span<const LonLat> positions) {
    assert(!positions.empty());
    const LonLat first = positions.front();
    LonLatBox box{first.lon_deg, first.lat_deg, first.lon_deg, first.lat_deg};
    for (const LonLat p : positions) {
        box.west_deg = std::min(box.west_deg, p.lon_deg);
        box.east_deg = std::max(box.east_deg, p.lon_deg);
        box.south_deg = std::min(box.south_deg, p.lat_deg);
        box.north_deg = std::max(box.north_deg, p.lat_deg);
    }
    return box;
}

LonLat centroid(const MultiPolygon& area) {
    assert(!area.empty());
    const LonLat origin = area.front().outer.front();
    Moments moments;
    for (const Polygon& polygon : area) {
        moments.add(polygon.outer, 1, origin);
        for (const Ring& hole : polygon.holes)
            moments.add(hole, -1, origin);
    }
    if (moments.area2 == 0)
        return origin;
    return {origin.lon_deg + moments.x / (3 * moments.area2),
            origin.lat_deg + moments.y / (3 * moments.area2)};
}

LonLat label_point(const MultiPolygon& area) {
    assert(!area.empty());
    Polygon part = largest_part(area);
    const LonLatBox box = bounding_box(std::span<const LonLat>(part.outer));
    const double middle_lat = (box.south_deg + box.north_deg) / 2;
    const double narrowing = std::max(0.05, std::cos(middle_lat * std::numbers::pi / 180));
    stretch(part, narrowing);
    const double size =
        std::max((box.east_deg - box.west_deg) * narrowing, box.north_deg - box.south_deg);
    const GeosContext geos;
    const auto plane = geos.from(MultiPolygon{part});
    // The result is the radius, a line from the centre to the edge.
    auto found = geos.own(GEOSMaximumInscribedCircle_r(geos.handle(), plane.get(), size / 200));
    if (!found)
        found = geos.own(GEOSPointOnSurface_r(geos.handle(), plane.get()));
    double x = part.outer.front().lon_deg;
    double y = part.outer.front().lat_deg;
    const GEOSCoordSequence* sequence =
        found ? GEOSGeom_getCoordSeq_r(geos.handle(), found.get()) : nullptr;
    if (sequence)
        GEOSCoordSeq_getXY_r(geos.handle(), sequence, 0, &x, &y);
    return {x / narrowing, y};
}

MultiPolygon simplified(const MultiPolygon& area, double tolerance_deg) {
    const GeosContext geos;
    const auto shape = geos.from(area);
    const auto simple =
        geos.own(GEOSTopologyPreserveSimplify_r(geos.handle(), shape.get(), tolerance_deg));
    return simple ? geos.polygons(simple.get()) : area;
}

MultiPolygon clipped(const MultiPolygon& area, const LonLatBox& box) {
    if (area.empty())
        return {};
    const GeosContext geos;
    MultiPolygon out;
    for (const LonLatBox& plain : plain_boxes(box)) {
        const auto frame = geos.rectangle(plain);
        for (const Polygon& polygon : area) {
            if (lies_inside(bounding_box(std::span<const LonLat>(polygon.outer)), plain)) {
                out.push_back(polygon);
                continue;
            }
            const auto shape = geos.from(MultiPolygon{polygon});
            auto part = geos.own(GEOSIntersection_r(geos.handle(), shape.get(), frame.get()));
            // Topology errors are for areas that cross themselves: the rectangle cut accepts those.
            if (!part) {
                part = geos.own(GEOSClipByRect_r(geos.handle(), shape.get(), plain.west_deg,
                                                 plain.south_deg, plain.east_deg, plain.north_deg));
            }
            for (Polygon& piece : geos.polygons(part.get()))
                out.push_back(std::move(piece));
        }
    }
    return out;
}

std::vector<Line> clipped(const Line& line, const LonLatBox& box) {
    const GeosContext geos;
    const auto shape = geos.from(line);
    std::vector<Line> out;
    for (const LonLatBox& plain : plain_boxes(box)) {
        const auto part =
            geos.own(GEOSClipByRect_r(geos.handle(), shape.get(), plain.west_deg, plain.south_deg,
                                      plain.east_deg, plain.north_deg));
        for (Line& piece : geos.lines(part.get()))
            out.push_back(std::move(piece));
    }
    return out;
}

Result<MultiPolygon> repaired(const MultiPolygon& area) {
    const GeosContext geos;
    const auto shape = geos.from(area);
    if (shape && GEOSisValid_r(geos.handle(), shape.get()) == 1)
        return area;
    const std::size_t vertices = vertex_count(area);
    if (vertices > kMaxRepairVertices) {
        return fail(
            fmt::format("an area of {} vertices crosses itself; no more than {} are repaired",
                        vertices, kMaxRepairVertices));
    }
    const auto valid = shape ? geos.own(GEOSMakeValid_r(geos.handle(), shape.get())) : nullptr;
    MultiPolygon out = valid ? geos.polygons(valid.get()) : MultiPolygon{};
    if (out.empty())
        return fail("an area crosses itself and could not be repaired");
    return out;
}

Triangulation triangulate(const MultiPolygon& area) {
    const GeosContext geos;
    const auto shape = geos.from(area);
    const auto pieces =
        geos.own(GEOSConstrainedDelaunayTriangulation_r(geos.handle(), shape.get()));
    Triangulation out;
    VertexTable table(out.positions);
    for (const Polygon& triangle : geos.polygons(pieces.get())) {
        if (triangle.outer.size() != 3)
            continue;
        for (const LonLat corner : triangle.outer)
            out.triangles.push_back(table.index_of(corner));
    }
    return out;
}

bool share_border(const MultiPolygon& a, const MultiPolygon& b, double tolerance_deg) {
    for (const Polygon& polygon : a) {
        Line edge = polygon.outer;
        edge.push_back(edge.front());
        for (const Line& shared : along_edge(edge, b, tolerance_deg)) {
            const LonLatBox box = bounding_box(shared);
            // Two areas that meet in a corner are within the tolerance for about twice its length.
            if (std::max(box.east_deg - box.west_deg, box.north_deg - box.south_deg) >
                4 * tolerance_deg) {
                return true;
            }
        }
    }
    return false;
}

std::vector<Line> along_edge(const Line& line, const MultiPolygon& area, double tolerance_deg) {
    const GeosContext geos;
    const auto shape = geos.from(area);
    const auto edge = geos.own(GEOSBoundary_r(geos.handle(), shape.get()));
    const auto path = geos.from(line);
    if (!edge || !path ||
        GEOSDistanceWithin_r(geos.handle(), edge.get(), path.get(), tolerance_deg) != 1) {
        return {};
    }
    const auto band = geos.own(GEOSBuffer_r(geos.handle(), edge.get(), tolerance_deg, 4));
    if (!band)
        return {};
    const auto shared = geos.own(GEOSIntersection_r(geos.handle(), path.get(), band.get()));
    const auto merged = shared ? geos.own(GEOSLineMerge_r(geos.handle(), shared.get())) : nullptr;
    return merged ? geos.lines(merged.get()) : std::vector<Line>{};
}

}  // namespace geo
