// Signs drawn from lines and triangles, so that no icon font is needed.
#include "app/panels/icons.hpp"

#include "app/panels/drawing.hpp"

namespace app {
namespace {

void triangle(ImDrawList& list, ImVec2 c, float h, float direction, ImU32 colour) {
    list.AddTriangleFilled({c.x - direction * h * 0.7F, c.y - h},
                           {c.x - direction * h * 0.7F, c.y + h}, {c.x + direction * h, c.y},
                           colour);
}

void draw_fit(ImDrawList& list, ImVec2 c, float h, ImU32 colour) {
    for (const float x : {-1.0F, 1.0F}) {
        for (const float y : {-1.0F, 1.0F}) {
            const ImVec2 corner{c.x + x * h, c.y + y * h};
            list.AddLine(corner, {corner.x - x * h * 0.7F, corner.y}, colour, 1.6F);
            list.AddLine(corner, {corner.x, corner.y - y * h * 0.7F}, colour, 1.6F);
        }
    }
}

void draw_icon(ImDrawList& list, Icon icon, ImVec2 c, float h, ImU32 colour) {
    switch (icon) {
        case Icon::play:
            triangle(list, c, h, 1, colour);
            break;
        case Icon::pause:
            list.AddRectFilled({c.x - h * 0.8F, c.y - h}, {c.x - h * 0.2F, c.y + h}, colour);
            list.AddRectFilled({c.x + h * 0.2F, c.y - h}, {c.x + h * 0.8F, c.y + h}, colour);
            break;
        case Icon::step_back:
            triangle(list, {c.x + h * 0.2F, c.y}, h * 0.85F, -1, colour);
            list.AddRectFilled({c.x - h, c.y - h * 0.85F}, {c.x - h * 0.7F, c.y + h * 0.85F},
                               colour);
            break;
        case Icon::step_forward:
            triangle(list, {c.x - h * 0.2F, c.y}, h * 0.85F, 1, colour);
            list.AddRectFilled({c.x + h * 0.7F, c.y - h * 0.85F}, {c.x + h, c.y + h * 0.85F},
                               colour);
            break;
        case Icon::plus:
            list.AddLine({c.x, c.y - h}, {c.x, c.y + h}, colour, 1.8F);
            [[fallthrough]];
        case Icon::minus:
            list.AddLine({c.x - h, c.y}, {c.x + h, c.y}, colour, 1.8F);
            break;
        case Icon::fit:
            draw_fit(list, c, h * 0.95F, colour);
            break;
        case Icon::close:
            list.AddLine({c.x - h * 0.7F, c.y - h * 0.7F}, {c.x + h * 0.7F, c.y + h * 0.7F}, colour,
                         1.5F);
            list.AddLine({c.x - h * 0.7F, c.y + h * 0.7F}, {c.x + h * 0.7F, c.y - h * 0.7F}, colour,
                         1.5F);
            break;
    }
}

}  // namespace

bool icon_button(const char* id, Icon icon, float side_px, const char* tip_text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::Button(id, {side_px, side_px});
    draw_icon(*ImGui::GetWindowDrawList(), icon, {at.x + side_px / 2, at.y + side_px / 2},
              side_px * 0.22F, ImGui::GetColorU32(ImGuiCol_Text));
    tip(tip_text);

    return pressed;
}

}  // namespace app
