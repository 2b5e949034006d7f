// The search box of the top bar with its suggestions.
#pragma once

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/panels/top_bar.hpp"
#include "app/ui_theme.hpp"

namespace app {

void draw_place_search(const Model& model, const Theme& theme, float width_px, TopBarState& state,
                       Actions& actions);

}  // namespace app
