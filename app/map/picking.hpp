// What lies under the cursor: symbols before badges before flows. On the CPU, from the scene.
#pragma once

#include <cstddef>
#include <optional>

#include "app/map/scene.hpp"
#include "geo/map_view.hpp"

namespace app {

enum class PickKind : unsigned char { symbol, badge, flow };

struct Pick {
    PickKind kind = PickKind::symbol;
    std::size_t index = 0;  ///< in scene.symbols, scene.badges or scene.flows
};

/// The topmost mark within `reach_px` of the cursor; empty when none.
std::optional<Pick> pick(const Scene& scene, const geo::MapView& view, geo::ScreenPoint cursor,
                         double reach_px = 4);

}  // namespace app
