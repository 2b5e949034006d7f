// The timeline: histogram of the events, the window of days on it, and how it plays.
#pragma once

#include <cstdint>

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/ui_theme.hpp"
#include "app/window_layout.hpp"

namespace app {

enum class Brush : std::uint8_t { none, start, end, body, fresh };

struct TimelinePanelState {
    Brush brush = Brush::none;
    int grabbed_days = 0;  ///< from the window's first day to where its body was taken
    events::Day anchor{};  ///< where a fresh window was begun
};

void draw_timeline_panel(const Model& model, const Theme& theme, const Region& region,
                         TimelinePanelState& state, Actions& actions);

/// Days to pixels along the histogram and back; the first bin starts at `left_px`.
struct TimeScale {
    events::Day first{};
    events::Day after_last{};
    float left_px = 0;
    float width_px = 1;

    float x_of(events::Day day) const;
    events::Day day_at(float x_px) const;  ///< clamped to [first, after_last - 1]
};

/// What a press at x takes hold of.
Brush brush_at(const TimeScale& scale, const events::DayRange& window, bool window_shown,
               float x_px, float reach_px);

}  // namespace app
