// How far a position lies outside an area, and the circle around a position that holds one.
#pragma once

#include "geo/lon_lat.hpp"
#include "geo/polygon.hpp"

namespace geo {

/// Metres to the nearest edge; 0 inside and for an empty area. In a plane around the position where
/// a degree of longitude is as long as at its latitude: within 1 % up to 100 km, growing beyond.
double distance_outside_m(const MultiPolygon& area, LonLat p);

/// Radius in kilometres of the circle around `centre` that holds the main parts of the area: those
/// of a tenth of the largest and up.
double holding_radius_km(const MultiPolygon& area, LonLat centre);

}  // namespace geo
