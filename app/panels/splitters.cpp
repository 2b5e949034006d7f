// Hairlines with a wider invisible handle.
#include "app/panels/splitters.hpp"

#include <imgui.h>

namespace app {
namespace {

enum class Direction { vertical, horizontal };

/// A handle over the line; returns how far the mouse moved it this frame, in pixels.
float handle(const char* id, const Theme& theme, const Region& line, Direction direction,
             bool& held) {
    const float reach = theme.em * 0.25F;
    Region grip = line;
    if (direction == Direction::vertical) {
        grip.x -= reach;
        grip.width = 2 * reach;
    } else {
        grip.y -= reach;
        grip.height = 2 * reach;
    }
    ImGui::SetNextWindowPos({grip.x, grip.y});
    ImGui::SetNextWindowSize({grip.width, grip.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
    ImGui::Begin(id, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar(2);
    ImGui::InvisibleButton("##grip", {grip.width, grip.height});
    const bool active = ImGui::IsItemActive();
    const bool lit = active || ImGui::IsItemHovered();
    held = held || active;
    if (lit) {
        ImGui::SetMouseCursor(direction == Direction::vertical ? ImGuiMouseCursor_ResizeEW
                                                               : ImGuiMouseCursor_ResizeNS);
    }
    const ImU32 colour = lit ? theme.palette.accent : theme.palette.line;
    const ImVec2 end = direction == Direction::vertical ? ImVec2{line.x, line.y + line.height}
                                                        : ImVec2{line.x + line.width, line.y};
    ImGui::GetWindowDrawList()->AddLine({line.x, line.y}, end, colour, lit ? 2.0F : 1.0F);
    ImGui::End();
    if (!active)
        return 0;
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    return direction == Direction::vertical ? moved.x : moved.y;
}

}  // namespace

bool draw_splitters(const Theme& theme, const WindowLayout& layout, LayoutChoice& choice) {
    bool held = false;
    const auto& [top_bar, list, map, timeline, card, report] = layout;
    const float top = top_bar.height;
    choice.list_em +=
        handle("##split_list", theme, {map.x, top, 0, list.height}, Direction::vertical, held) /
        theme.em;
    choice.right_em -=
        handle("##split_right", theme, {card.x, top, 0, list.height}, Direction::vertical, held) /
        theme.em;
    choice.timeline_em -=
        handle("##split_timeline", theme, {timeline.x, timeline.y, timeline.width, 0},
               Direction::horizontal, held) /
        theme.em;
    const float right_height = card.height + report.height;
    choice.card_share += handle("##split_card", theme, {report.x, report.y, report.width, 0},
                                Direction::horizontal, held) /
                         std::max(1.0F, right_height);
    return held;
}

}  // namespace app
