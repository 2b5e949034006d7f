// The selected event or flow in full: when, where, who, how many, according to whom; and the review
// buttons. Without a selection: what the casebook holds.
#pragma once

#include <cstdint>

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/ui_theme.hpp"
#include "app/window_layout.hpp"

namespace app {

struct EventCardState {
    std::uint64_t seen_selection = 0;  ///< a new selection starts at the top
    bool show_candidates = false;      ///< at first only for a place that is not settled
};

void draw_event_card(const Model& model, const Theme& theme, const Region& region,
                     EventCardState& state, Actions& actions);

}  // namespace app
