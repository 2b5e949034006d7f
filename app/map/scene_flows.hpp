// The flows of a scene: their curves and where these end.
#pragma once

#include "app/map/scene.hpp"

namespace app {

/// Adds the flows that pass and lie in the window; the scene's symbols must be there already, for
/// arrows end at their edge.
void add_flows(const SceneInput& input, Scene& scene);

/// Where the arrow of a flow ends. A country is entered only so far, on the straight way to its
/// label point, when its outline is known: the arrow says which country, not where in it.
geo::LonLat drawn_end(const events::Flow& flow, const AreaOutlines* area_outlines);
inline constexpr double kIntoCountryKm = 170;

}  // namespace app
