// Distances, bearings and lines on the WGS 84 ellipsoid (PROJ's geodesic routines, Karney 2013).
#pragma once

#include "geo/lon_lat.hpp"
#include "geo/polygon.hpp"

namespace geo {

double distance_m(LonLat a, LonLat b);

/// Degrees clockwise from north, in [0, 360).
double bearing_deg(LonLat from, LonLat to);

LonLat destination(LonLat from, double bearing_deg, double distance_m);

/// Positions along the geodesic, both ends included, no two farther apart than `step_m`
/// (at least two positions). Longitudes stay in [-180, 180]: a line over the date line jumps.
Line geodesic_line(LonLat from, LonLat to, double step_m);

/// A circle as a ring of `corners` positions.
Ring geodesic_circle(LonLat centre, double radius_m, int corners = 64);

}  // namespace geo
