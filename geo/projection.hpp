// Longitude and latitude to map metres and back, for any PROJ definition.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "geo/lon_lat.hpp"
#include "geo/result.hpp"

namespace geo {

/// Map metres: x to the east, y to the north.
struct MapPoint {
    double x_m = 0;
    double y_m = 0;
};

/// Not shared between threads: each thread makes its own. No network, no grids.
class Projection {
  public:
    /// Spherical Web Mercator (EPSG:3857), computed without PROJ's general pipeline.
    static Projection web_mercator();
    /// Lambert azimuthal equal-area around a centre: what a briefing page of a country uses.
    static Projection equal_area(LonLat centre);
    /// "EPSG:8857", "+proj=laea +lat_0=17 +lon_0=-4", ...; fails when PROJ does not know it or it
    /// is not a projection to metres.
    static Result<Projection> from_definition(const std::string& definition);

    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;
    ~Projection();

    /// Empty where the projection is not defined (the poles in Mercator).
    std::optional<MapPoint> forward(LonLat p) const;
    std::optional<LonLat> inverse(MapPoint p) const;
    /// Undefined positions become NaN.
    void forward(std::span<const LonLat> in, std::span<MapPoint> out) const;

    /// For the map's margin: "Web Mercator", "Lambert azimuthal equal-area, 17° N 4° W".
    const std::string& label() const;
    const std::string& definition() const;
    /// Ground metres per map metre at a position, north-south (1 for equal-area near its centre).
    double ground_metres_per_map_metre(LonLat at) const;

  private:
    struct Impl;
    explicit Projection(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace geo
