// Problems, keys, and the question about unsaved work; and the notice line.
#pragma once

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/ui_theme.hpp"
#include "app/window_layout.hpp"

namespace app {

void draw_dialogs(const Model& model, const Theme& theme, Actions& actions);

/// At the foot of the map for a few seconds.
void draw_notice(const Model& model, const Theme& theme, const Region& map, Actions& actions);

}  // namespace app
