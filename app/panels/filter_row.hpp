// The filter above the event list: words, kinds, statuses, sources.
#pragma once

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/panels/event_list.hpp"
#include "app/ui_theme.hpp"

namespace app {

void draw_filter_row(const Model& model, const Theme& theme, EventListState& state,
                     Actions& actions);

/// Whether anything is filtered out on purpose.
bool is_filtering(const events::Filter& filter);

}  // namespace app
