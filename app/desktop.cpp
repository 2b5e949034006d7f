// Lays out and draws the panels.
#include "app/desktop.hpp"

#include <imgui.h>

#include "app/panels/dialogs.hpp"
#include "app/panels/splitters.hpp"

namespace app {

void draw_desktop(const Model& model, const Theme& theme, DesktopState& state, Actions& actions) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const WindowLayout layout = lay_out(size.x, size.y, theme.em, state.layout);
    ImGui::PushFont(theme.body);
    draw_map_panel(model, theme, layout.map, state.map, actions);
    draw_event_list(model, theme, layout.list, state.list, actions);
    draw_event_card(model, theme, layout.card, state.card, actions);
    draw_report_panel(model, theme, layout.report, state.report, actions);
    draw_timeline_panel(model, theme, layout.timeline, state.timeline, actions);
    draw_top_bar(model, theme, layout.top_bar, state.top_bar, actions);
    draw_splitters(theme, layout, state.layout);
    draw_notice(model, theme, layout.map, actions);
    draw_file_dialog(model, theme, state.file_dialog, actions);
    draw_dialogs(model, theme, actions);
    ImGui::PopFont();
}

void press_keys(const std::vector<KeyPress>& presses, const Model& model, DesktopState& state,
                Actions& actions) {
    const KeyFocus focus{.typing = ImGui::GetIO().WantTextInput};
    for (const auto& press : presses) {
        auto meaning = meaning_of(press, model, focus);
        if (meaning.action)
            actions.ask(std::move(*meaning.action));
        if (meaning.focus == FocusWish::search)
            state.top_bar.focus_search = true;
        if (meaning.focus == FocusWish::filter)
            state.list.focus_text = true;
    }
}

}  // namespace app
