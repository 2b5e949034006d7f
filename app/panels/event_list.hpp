// The list of events with its filter row: what is shown, in the order the user chose.
#pragma once

#include <cstdint>
#include <string>

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/ui_theme.hpp"
#include "app/window_layout.hpp"

namespace app {

struct EventListState {
    std::string text;                  ///< in the filter's field
    std::uint64_t seen_selection = 0;  ///< to scroll only to a new one
    bool focus_text = false;           ///< set from outside: Ctrl+F
};

void draw_event_list(const Model& model, const Theme& theme, const Region& region,
                     EventListState& state, Actions& actions);

}  // namespace app
