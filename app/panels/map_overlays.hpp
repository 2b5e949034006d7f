// Legend, scale bar and searched place over the map.
#pragma once

#include <optional>

#include "app/model.hpp"
#include "app/ui_theme.hpp"
#include "app/window_layout.hpp"

namespace app {

/// Gives the width that it covers at the region's right edge, 0 when folded.
float draw_legend(const Model& model, const Theme& theme, const Region& region,
                  std::optional<bool>& open);
void draw_scale_bar(const Model& model, const Theme& theme, const Region& region);
void draw_marked_place(const Model& model, const Theme& theme, const Region& region);

}  // namespace app
