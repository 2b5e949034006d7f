// Where an event or flow is drawn in exported layers.
#pragma once

#include <optional>

#include "events/event.hpp"
#include "geo/geometry.hpp"

namespace events {

/// The point; empty when the place is in no gazetteer.
std::optional<geo::Geometry> geometry_of(const Event& event);

/// The geodesic between the ends; empty when an end has no point or both are the same.
std::optional<geo::Geometry> geometry_of(const Flow& flow);

}  // namespace events
