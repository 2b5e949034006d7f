// Values to GEOS geometries and back. Only for sources in this folder that talk to GEOS.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/polygon.hpp"

struct GEOSContextHandle_HS;
struct GEOSGeom_t;

namespace geo {

/// A GEOS handle of its own (so that threads do not meet) with its last complaint.
class GeosContext {
  public:
    GeosContext();
    GeosContext(const GeosContext&) = delete;
    GeosContext& operator=(const GeosContext&) = delete;
    ~GeosContext();

    GEOSContextHandle_HS* handle() const { return m_handle; }
    const std::string& message() const { return m_message; }
    void set_message(const char* text) { m_message = text; }

    struct Deleter {
        GEOSContextHandle_HS* handle = nullptr;
        void operator()(GEOSGeom_t* geometry) const;
    };
    using Geometry = std::unique_ptr<GEOSGeom_t, Deleter>;
    /// Takes ownership; null stays null: GEOS reports failure so.
    Geometry own(GEOSGeom_t* geometry) const { return Geometry(geometry, Deleter{m_handle}); }

    Geometry from(const MultiPolygon& area) const;
    Geometry from(const Line& line) const;
    Geometry rectangle(const LonLatBox& box) const;

    /// The polygons in a geometry, outer rings anticlockwise; points and lines in it are left out.
    MultiPolygon polygons(const GEOSGeom_t* geometry) const;
    std::vector<Line> lines(const GEOSGeom_t* geometry) const;

  private:
    GEOSContextHandle_HS* m_handle;
    std::string m_message;
};

}  // namespace geo
