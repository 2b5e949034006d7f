// The lines between the regions, which the mouse can move.
#pragma once

#include "app/ui_theme.hpp"
#include "app/window_layout.hpp"

namespace app {

/// Call after the panels. Returns whether one is held.
bool draw_splitters(const Theme& theme, const WindowLayout& layout, LayoutChoice& choice);

}  // namespace app
