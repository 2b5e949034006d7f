// Where the map looks: fitting what is there, going to a place, bringing an event into view. Pure.
#pragma once

#include "geo/map_view.hpp"
#include "geo/projection.hpp"

namespace app {

/// The box, grown around its middle to at least about 1 degree, so that a single event shows its
/// surroundings.
geo::LonLatBox with_surroundings(geo::LonLatBox box);

/// The inhabited world: what an empty map shows.
inline constexpr geo::LonLatBox kWorldBox{-170, -56, 180, 74};

/// Centres on a position; the circle of `radius_km` (at least some 40 km) fills the view's height.
void go_to(geo::MapView& view, const geo::Projection& projection, geo::LonLat at, double radius_km);

/// Centres on the position when it is outside the view or within `margin_px` of its edge.
void bring_into_view(geo::MapView& view, const geo::Projection& projection, geo::LonLat at,
                     double margin_px);

}  // namespace app
