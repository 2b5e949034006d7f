// Menus, the place search and what the casebook is called.
#pragma once

#include <string>

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/ui_theme.hpp"
#include "app/window_layout.hpp"

namespace app {

struct TopBarState {
    std::string search;
    bool suggestions_open = false;
    int highlighted = 0;        ///< the suggestion that Enter takes
    bool focus_search = false;  ///< set from outside: Ctrl+K
};

void draw_top_bar(const Model& model, const Theme& theme, const Region& region, TopBarState& state,
                  Actions& actions);

}  // namespace app
