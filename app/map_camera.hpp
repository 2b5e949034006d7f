// Where the map looks: fitting what is there, going to a place, bringing an event into view. Pure.
#pragma once

#include <optional>
#include <span>

#include "events/event.hpp"
#include "geo/map_view.hpp"
#include "geo/projection.hpp"

namespace app {

/// The box of all placed events and flow ends; empty when there are none. Never smaller than about
/// 1 degree, so that a single event shows its surroundings.
std::optional<geo::LonLatBox> box_of(std::span<const events::Event> events,
                                     std::span<const std::size_t> shown,
                                     std::span<const events::Flow> flows,
                                     std::span<const std::size_t> shown_flows);

/// The inhabited world: what an empty map shows.
inline constexpr geo::LonLatBox kWorldBox{-170, -56, 180, 74};

/// Centres on a position; the circle of `radius_km` (at least some 40 km) fills the view's height.
void go_to(geo::MapView& view, const geo::Projection& projection, geo::LonLat at, double radius_km);

/// Centres on the position when it is outside the view or within `margin_px` of its edge.
void bring_into_view(geo::MapView& view, const geo::Projection& projection, geo::LonLat at,
                     double margin_px);

}  // namespace app
