// Verbs on polygons and lines: contains, clip, simplify, triangulate, label points (GEOS).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/geometry.hpp"
#include "geo/lon_lat.hpp"
#include "geo/polygon.hpp"
#include "geo/result.hpp"

namespace geo {

/// A self-crossing ring of 8,000 vertices takes GEOS 42 s to repair, so no larger one is tried.
inline constexpr std::size_t kMaxRepairVertices = 2000;

/// Even-odd rule in the plane of degrees; a position on the edge may fall on either side. Linear in
/// the number of vertices, no allocation: test a box first where there are many areas.
bool contains(const MultiPolygon& area, LonLat p);

/// The smallest box; an area in two halves on both sides of the date line gets a box across it.
/// Must not be empty.
LonLatBox bounding_box(const MultiPolygon& area);
LonLatBox bounding_box(std::span<const LonLat> positions);

/// On the ellipsoid, holes taken out.
double area_km2(const MultiPolygon& area);

/// Centre of mass in the plane; may lie outside the area.
LonLat centroid(const MultiPolygon& area);

/// A position well inside the largest part, for a label: the centre of the largest circle that
/// fits, in a plane where a degree of longitude is as long as at the area's latitude. Falls back to
/// some position on the surface. Must not be empty.
LonLat label_point(const MultiPolygon& area);

/// Fewer vertices, none moved by more than the tolerance, still valid. Parts may vanish.
MultiPolygon simplified(const MultiPolygon& area, double tolerance_deg);

/// The part inside the box, which may cross the date line.
MultiPolygon clipped(const MultiPolygon& area, const LonLatBox& box);
std::vector<Line> clipped(const Line& line, const LonLatBox& box);

/// Fails for an area that is not valid and has more than kMaxRepairVertices; else repairs it.
Result<MultiPolygon> repaired(const MultiPolygon& area);

struct Triangulation {
    std::vector<LonLat> positions;
    std::vector<std::uint32_t> triangles;  ///< three indices into positions for each
};
/// Constrained Delaunay triangles that cover the area exactly: no new vertices.
Triangulation triangulate(const MultiPolygon& area);

/// Whether the two come within the tolerance of each other along more than a corner:
/// neighbours share a border. The tolerance bridges sources that do not share vertices.
bool share_border(const MultiPolygon& a, const MultiPolygon& b, double tolerance_deg = 0.001);

/// The parts of `line` that lie within the tolerance of the area's edge.
std::vector<Line> along_edge(const Line& line, const MultiPolygon& area, double tolerance_deg);

}  // namespace geo
