// Place names as one types.
#include "app/panels/place_search.hpp"

#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include "app/panels/drawing.hpp"

namespace app {
namespace {

void take(const PlaceSuggestion& place, TopBarState& state, Actions& actions) {
    actions.ask(GoToPlace{place});
    state.search = place.name;
    state.suggestions_open = false;
}

bool draw_suggestion(const Theme& theme, const PlaceSuggestion& place, bool highlighted) {
    const ImVec2 at = ImGui::GetCursorPos();
    const float height = theme.em * 1.75F;
    const bool pressed = ImGui::Selectable("##place", highlighted, 0, {0, height});
    const ImVec2 next = ImGui::GetCursorPos();
    ImGui::SetCursorPos({at.x + theme.em * 0.3F, at.y + (height - theme.body->FontSize) / 2});
    words(place.name, theme.body, theme.palette.text, false);
    if (!place.context.empty()) {
        ImGui::SameLine(0, theme.em * 0.6F);
        ImGui::SetCursorPosY(at.y + (height - theme.body->FontSize) / 2 + theme.body->FontSize -
                             theme.small->FontSize - 1);
        muted(theme, place.context, false);
    }
    ImGui::SetCursorPos(next);
    return pressed;
}

/// A window of its own below the field, so that the field keeps the keyboard.
void draw_suggestions(const Model& model, const Theme& theme, ImVec2 corner, float width_px,
                      bool enter, TopBarState& state, Actions& actions) {
    const auto& found = model.search.found;
    ImGui::SetNextWindowPos(corner);
    ImGui::SetNextWindowSize({width_px, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::Begin("##suggestions", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_AlwaysAutoResize);
    ImGui::PopStyleVar();
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    if (found.empty()) {
        muted(theme, model.tr(model.can_search ? "search.none" : "search.loading"));
    }
    const int count = static_cast<int>(found.size());
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow)))
        ++state.highlighted;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow)))
        --state.highlighted;
    state.highlighted = std::clamp(state.highlighted, 0, std::max(0, count - 1));
    for (int i = 0; i < count; ++i) {
        const auto& place = found[static_cast<std::size_t>(i)];
        ImGui::PushID(i);
        const bool pressed = draw_suggestion(theme, place, i == state.highlighted);
        if (pressed || (enter && i == state.highlighted))
            take(place, state, actions);
        ImGui::PopID();
    }
    const bool elsewhere =
        ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
        !ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows |
                                ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
        ImGui::GetMousePos().y > corner.y;
    if (elsewhere || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
        state.suggestions_open = false;
    }
    ImGui::End();
}

}  // namespace

void draw_place_search(const Model& model, const Theme& theme, float width_px, TopBarState& state,
                       Actions& actions) {
    if (state.focus_search) {
        ImGui::SetKeyboardFocusHere();
        state.focus_search = false;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetNextItemWidth(width_px);
    const bool enter = ImGui::InputTextWithHint("##search", model.tr("search.hint"), &state.search,
                                                ImGuiInputTextFlags_EnterReturnsTrue);
    const float bottom = ImGui::GetItemRectMax().y;
    if (ImGui::IsItemActive() && ImGui::IsItemEdited()) {
        state.suggestions_open = !state.search.empty();
        state.highlighted = 0;
    }
    if (ImGui::IsItemActivated() && !state.search.empty())
        state.suggestions_open = true;
    if (state.search != model.search.text)
        actions.ask(SearchPlaces{state.search});
    if (state.suggestions_open) {
        draw_suggestions(model, theme, {at.x, bottom + theme.em * 0.25F},
                         std::max(width_px, theme.em * 22), enter, state, actions);
    }
}

}  // namespace app
