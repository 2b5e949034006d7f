// The map's region: its picture, what lies over it, and how mouse and wheel move it.
#pragma once

#include <cstddef>
#include <optional>

#include "app/actions.hpp"
#include "app/map/picking.hpp"
#include "app/model.hpp"
#include "app/ui_theme.hpp"
#include "app/window_layout.hpp"

namespace app {

struct MapPanelState {
    bool dragged = false;             ///< since the button went down: then its release is no click
    std::optional<bool> legend_open;  ///< empty: open where it leaves most of the map free
};

void draw_map_panel(const Model& model, const Theme& theme, const Region& region,
                    MapPanelState& state, Actions& actions);

/// What a click on the mark asks for. A mark of several events: the one after the selected.
std::optional<Action> action_of_pick(const Model& model, const Pick& pick);

/// Wheel steps to a zoom factor.
double zoom_factor(double wheel_steps);

}  // namespace app
