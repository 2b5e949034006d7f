// The one place that knows how GEOS stores rings.
#include "geo/geos_bridge.hpp"

#include <geos_c.h>

namespace geo {
namespace {

void keep_message(const char* text, void* context) {
    static_cast<GeosContext*>(context)->set_message(text);
}

GEOSCoordSequence* sequence_of(GEOSContextHandle_t handle, const std::vector<LonLat>& positions,
                               bool closed) {
    const std::size_t count = positions.size();
    std::vector<double> flat;
    flat.reserve(2 * count + 2);
    for (const LonLat p : positions) {
        flat.push_back(p.lon_deg);
        flat.push_back(p.lat_deg);
    }
    if (closed && count > 0) {
        flat.push_back(positions.front().lon_deg);
        flat.push_back(positions.front().lat_deg);
    }
    return GEOSCoordSeq_copyFromBuffer_r(handle, flat.data(),
                                         static_cast<unsigned>(flat.size() / 2), 0, 0);
}

std::vector<LonLat> positions_of(GEOSContextHandle_t handle, const GEOSGeometry* line) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(handle, line);
    unsigned count = 0;
    if (sequence)
        GEOSCoordSeq_getSize_r(handle, sequence, &count);
    std::vector<LonLat> positions(count);
    for (unsigned i = 0; i < count; ++i) {
        GEOSCoordSeq_getXY_r(handle, sequence, i, &positions[i].lon_deg, &positions[i].lat_deg);
    }
    return positions;
}

/// GEOS repeats the first position and promises no direction.
Ring ring_of(GEOSContextHandle_t handle, const GEOSGeometry* linear_ring, bool anticlockwise) {
    char is_ccw = 0;
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(handle, linear_ring);
    Ring ring = positions_of(handle, linear_ring);
    if (GEOSCoordSeq_isCCW_r(handle, sequence, &is_ccw) != 0 && (is_ccw != 0) != anticlockwise) {
        std::reverse(ring.begin(), ring.end());
    }
    if (!ring.empty())
        ring.pop_back();
    return ring;
}

Polygon polygon_of(GEOSContextHandle_t handle, const GEOSGeometry* polygon) {
    Polygon out{ring_of(handle, GEOSGetExteriorRing_r(handle, polygon), true), {}};
    const int holes = GEOSGetNumInteriorRings_r(handle, polygon);
    for (int i = 0; i < holes; ++i) {
        out.holes.push_back(ring_of(handle, GEOSGetInteriorRingN_r(handle, polygon, i), false));
    }
    return out;
}

/// Calls `use` for each simple geometry, however deep the collections nest.
template <typename Use>
void for_each_simple(GEOSContextHandle_t handle, const GEOSGeometry* geometry, const Use& use) {
    std::vector<const GEOSGeometry*> open{geometry};
    while (!open.empty()) {
        const GEOSGeometry* next = open.back();
        open.pop_back();
        if (!next || GEOSisEmpty_r(handle, next) == 1)
            continue;
        if (GEOSGeomTypeId_r(handle, next) < GEOS_MULTIPOINT) {
            use(next);
            continue;
        }
        for (int i = GEOSGetNumGeometries_r(handle, next) - 1; i >= 0; --i) {
            open.push_back(GEOSGetGeometryN_r(handle, next, i));
        }
    }
}

}  // namespace

GeosContext::GeosContext() : m_handle(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(m_handle, keep_message, this);
    GEOSContext_setNoticeMessageHandler_r(m_handle, keep_message, this);
}

GeosContext::~GeosContext() {
    GEOS_finish_r(m_handle);
}

void GeosContext::Deleter::operator()(GEOSGeom_t* geometry) const {
    GEOSGeom_destroy_r(handle, geometry);
}

GeosContext::Geometry GeosContext::from(const MultiPolygon& area) const {
    std::vector<GEOSGeometry*> polygons;
    for (const Polygon& polygon : area) {
        if (polygon.outer.size() < 3)
            continue;
        GEOSGeometry* outer =
            GEOSGeom_createLinearRing_r(m_handle, sequence_of(m_handle, polygon.outer, true));
        std::vector<GEOSGeometry*> holes;
        for (const Ring& hole : polygon.holes) {
            if (hole.size() < 3)
                continue;
            holes.push_back(
                GEOSGeom_createLinearRing_r(m_handle, sequence_of(m_handle, hole, true)));
        }
        polygons.push_back(GEOSGeom_createPolygon_r(m_handle, outer, holes.data(),
                                                    static_cast<unsigned>(holes.size())));
    }
    return own(GEOSGeom_createCollection_r(m_handle, GEOS_MULTIPOLYGON, polygons.data(),
                                           static_cast<unsigned>(polygons.size())));
}

GeosContext::Geometry GeosContext::from(const Line& line) const {
    return own(GEOSGeom_createLineString_r(m_handle, sequence_of(m_handle, line, false)));
}

GeosContext::Geometry GeosContext::rectangle(const LonLatBox& box) const {
    return own(GEOSGeom_createRectangle_r(m_handle, box.west_deg, box.south_deg, box.east_deg,
                                          box.north_deg));
}

MultiPolygon GeosContext::polygons(const GEOSGeom_t* geometry) const {
    MultiPolygon out;
    for_each_simple(m_handle, geometry, [&](const GEOSGeometry* simple) {
        if (GEOSGeomTypeId_r(m_handle, simple) == GEOS_POLYGON) {
            out.push_back(polygon_of(m_handle, simple));
        }
    });
    return out;
}

std::vector<Line> GeosContext::lines(const GEOSGeom_t* geometry) const {
    std::vector<Line> out;
    for_each_simple(m_handle, geometry, [&](const GEOSGeometry* simple) {
        const int type = GEOSGeomTypeId_r(m_handle, simple);
        if (type == GEOS_LINESTRING || type == GEOS_LINEARRING) {
            out.push_back(positions_of(m_handle, simple));
        }
    });
    return out;
}

}  // namespace geo
