// The flows of a scene.
#pragma once

#include "app/map/scene.hpp"

namespace app {

/// Adds the flows that pass and lie in the window; the scene's symbols must be there already, for
/// arrows end at their edge.
void add_flows(const SceneInput& input, Scene& scene);

}  // namespace app
