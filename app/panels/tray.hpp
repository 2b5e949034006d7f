// What the map cannot show, counted: days on the clock, undated and unplaced events, problems.
#pragma once

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/ui_theme.hpp"

namespace app {

/// Fills the rest of the current line, right-aligned, or a new line when there is no room.
void draw_tray(const Model& model, const Theme& theme, Actions& actions);

}  // namespace app
