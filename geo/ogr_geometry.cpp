// Builds OGR geometries out of plain values.
#include "geo/ogr_geometry.hpp"

#include <ogr_geometry.h>

namespace geo {
namespace {

template <typename Curve>
std::unique_ptr<Curve> curve_of(const std::vector<LonLat>& positions) {
    auto curve = std::make_unique<Curve>();
    curve->setNumPoints(static_cast<int>(positions.size()), false);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        curve->setPoint(static_cast<int>(i), positions[i].lon_deg, positions[i].lat_deg);
    }
    return curve;
}

std::unique_ptr<OGRLinearRing> ring_of(const Ring& ring) {
    auto closed = curve_of<OGRLinearRing>(ring);
    closed->closeRings();
    return closed;
}

std::unique_ptr<OGRPolygon> polygon_of(const Polygon& polygon) {
    auto out = std::make_unique<OGRPolygon>();
    out->addRingDirectly(ring_of(polygon.outer).release());
    for (const Ring& hole : polygon.holes)
        out->addRingDirectly(ring_of(hole).release());
    return out;
}

struct Converter {
    std::unique_ptr<OGRGeometry> operator()(LonLat p) const {
        return std::make_unique<OGRPoint>(p.lon_deg, p.lat_deg);
    }
    std::unique_ptr<OGRGeometry> operator()(const PointSet& set) const {
        auto out = std::make_unique<OGRMultiPoint>();
        for (const LonLat p : set.points) {
            out->addGeometryDirectly(new OGRPoint(p.lon_deg, p.lat_deg));
        }
        return out;
    }
    std::unique_ptr<OGRGeometry> operator()(const Line& line) const {
        return curve_of<OGRLineString>(line);
    }
    std::unique_ptr<OGRGeometry> operator()(const MultiLine& lines) const {
        auto out = std::make_unique<OGRMultiLineString>();
        for (const Line& line : lines.lines) {
            out->addGeometryDirectly(curve_of<OGRLineString>(line).release());
        }
        return out;
    }
    std::unique_ptr<OGRGeometry> operator()(const Polygon& polygon) const {
        return polygon_of(polygon);
    }
    std::unique_ptr<OGRGeometry> operator()(const MultiPolygon& area) const {
        auto out = std::make_unique<OGRMultiPolygon>();
        for (const Polygon& polygon : area)
            out->addGeometryDirectly(polygon_of(polygon).release());
        return out;
    }
};

}  // namespace

std::unique_ptr<OGRGeometry> to_ogr(const Geometry& geometry) {
    return std::visit(Converter{}, geometry);
}

}  // namespace geo
