// Builds OGR geometries out of plain values, and values out of those.
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

std::vector<LonLat> positions_of(const OGRSimpleCurve& curve) {
    std::vector<LonLat> positions;
    positions.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) {
        positions.push_back({curve.getX(i), curve.getY(i)});
    }
    return positions;
}

/// Files disagree on the direction of rings; here outer ones are anticlockwise.
Ring ring_from(const OGRLinearRing& curve, bool anticlockwise) {
    Ring ring = positions_of(curve);
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    if ((curve.isClockwise() == 0) != anticlockwise)
        std::reverse(ring.begin(), ring.end());
    return ring;
}

Polygon polygon_from(const OGRPolygon& source) {
    Polygon polygon;
    if (const OGRLinearRing* outer = source.getExteriorRing()) {
        polygon.outer = ring_from(*outer, true);
    }
    for (int i = 0; i < source.getNumInteriorRings(); ++i) {
        Ring hole = ring_from(*source.getInteriorRing(i), false);
        if (hole.size() > 2)
            polygon.holes.push_back(std::move(hole));
    }
    return polygon;
}

std::optional<Geometry> area_from(MultiPolygon area) {
    std::erase_if(area, [](const Polygon& polygon) { return polygon.outer.size() < 3; });
    if (area.empty())
        return {};
    if (area.size() == 1)
        return Geometry(std::move(area.front()));
    return Geometry(std::move(area));
}

struct PositionTest {
    bool operator()(LonLat p) const {
        return p.lon_deg >= -360 && p.lon_deg <= 360 && p.lat_deg >= -90 && p.lat_deg <= 90;
    }
    bool operator()(const std::vector<LonLat>& line) const {
        return std::all_of(line.begin(), line.end(), [&](LonLat p) { return (*this)(p); });
    }
    bool operator()(const PointSet& set) const { return (*this)(set.points); }
    bool operator()(const MultiLine& lines) const { return all(lines.lines); }
    bool operator()(const Polygon& polygon) const {
        return (*this)(polygon.outer) && all(polygon.holes);
    }
    bool operator()(const MultiPolygon& area) const { return all(area); }

    template <typename Parts>
    bool all(const Parts& parts) const {
        return std::all_of(parts.begin(), parts.end(), [&](const auto& p) { return (*this)(p); });
    }
};

}  // namespace

std::optional<Geometry> from_ogr(const OGRGeometry& geometry) {
    switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPoint:
            return Geometry(LonLat{geometry.toPoint()->getX(), geometry.toPoint()->getY()});
        case wkbMultiPoint: {
            PointSet set;
            for (const OGRPoint* p : *geometry.toMultiPoint()) {
                set.points.push_back({p->getX(), p->getY()});
            }
            return Geometry(std::move(set));
        }
        case wkbLineString:
            return Geometry(positions_of(*geometry.toLineString()));
        case wkbMultiLineString: {
            MultiLine lines;
            for (const OGRLineString* line : *geometry.toMultiLineString()) {
                lines.lines.push_back(positions_of(*line));
            }
            return Geometry(std::move(lines));
        }
        case wkbPolygon:
            return area_from({polygon_from(*geometry.toPolygon())});
        case wkbMultiPolygon: {
            MultiPolygon area;
            for (const OGRPolygon* part : *geometry.toMultiPolygon()) {
                area.push_back(polygon_from(*part));
            }
            return area_from(std::move(area));
        }
        default:
            return {};
    }
}

std::size_t count_positions(const OGRGeometry& geometry) {
    // The size of the well-known binary form: two numbers of eight bytes a position.
    return geometry.WkbSize() / 16;
}

bool lies_on_earth(const Geometry& geometry) {
    return std::visit(PositionTest{}, geometry);
}

std::unique_ptr<OGRGeometry> to_ogr(const Geometry& geometry) {
    return std::visit(Converter{}, geometry);
}

}  // namespace geo
