// All panels of the window in one frame, laid out: needs an ImGui context and nothing else.
#pragma once

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/panels/event_card.hpp"
#include "app/panels/event_list.hpp"
#include "app/panels/file_dialog.hpp"
#include "app/panels/map_panel.hpp"
#include "app/panels/report_panel.hpp"
#include "app/panels/timeline_panel.hpp"
#include "app/panels/top_bar.hpp"
#include "app/shortcuts.hpp"
#include "app/ui_theme.hpp"
#include "app/window_layout.hpp"

namespace app {

/// Widget state of every panel.
struct DesktopState {
    LayoutChoice layout;
    TopBarState top_bar;
    EventListState list;
    MapPanelState map;
    TimelinePanelState timeline;
    EventCardState card;
    ReportPanelState report;
    FileDialogState file_dialog;
};

/// Between ImGui::NewFrame and ImGui::Render.
void draw_desktop(const Model& model, const Theme& theme, DesktopState& state, Actions& actions);

/// The keys of this frame to actions and focus.
void press_keys(const std::vector<KeyPress>& presses, const Model& model, DesktopState& state,
                Actions& actions);

}  // namespace app
