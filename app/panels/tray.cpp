// The tray's chips.
#include "app/panels/tray.hpp"

#include <imgui.h>

#include "app/panels/drawing.hpp"
#include "app/wording.hpp"

namespace app {
namespace {

struct Chip {
    std::string label;
    const char* tip;
    Action action;
    bool on = false;
};

std::vector<Chip> chips_of(const Model& model) {
    const auto& tr = model.tr;
    const auto count = [&](std::size_t n) {
        return number_words(static_cast<std::int64_t>(n), tr);
    };
    const auto toggle = [&](ListScope scope) {
        return SetScope{model.scope == scope ? ListScope::shown : scope};
    };
    std::vector<Chip> chips;
    if (model.lists.undated > 0) {
        chips.push_back({fill(tr("tray.undated"), {{"n", count(model.lists.undated)}}),
                         tr("tray.undated_tip"), toggle(ListScope::undated),
                         model.scope == ListScope::undated});
    }
    if (model.lists.unplaced > 0) {
        chips.push_back({fill(tr("tray.unplaced"), {{"n", count(model.lists.unplaced)}}),
                         tr("tray.unplaced_tip"), toggle(ListScope::unplaced),
                         model.scope == ListScope::unplaced});
    }
    if (!model.problems.empty()) {
        chips.push_back({fill(tr("tray.problems"), {{"n", count(model.problems.size())}}),
                         tr("tray.problems_tip"), ShowDialog{Dialog::problems}});
    }
    return chips;
}

float width_of(const Theme& theme, const std::string& text) {
    return theme.small->CalcTextSizeA(theme.small->FontSize, FLT_MAX, 0, text.c_str()).x +
           2 * ImGui::GetStyle().FramePadding.x;
}

}  // namespace

void draw_tray(const Model& model, const Theme& theme, Actions& actions) {
    const auto chips = chips_of(model);
    const auto shown = shown_days(model.clock);
    const std::string period = shown ? day_range_words(*shown, model.tr) : std::string();
    const float gap = theme.em * 0.35F;
    float width = 0;
    for (const auto& chip : chips)
        width += width_of(theme, chip.label) + gap;
    const float right = ImGui::GetWindowContentRegionMax().x;
    const float period_px =
        theme.strong->CalcTextSizeA(theme.strong->FontSize, FLT_MAX, 0, period.c_str()).x;
    ImGui::SameLine(0, theme.em * 0.9F);
    float room = right - ImGui::GetCursorPosX();
    if (room < period_px + width + theme.em) {
        ImGui::NewLine();
        room = right - ImGui::GetCursorPosX();
    }
    ImGui::AlignTextToFramePadding();
    words(period, theme.strong, theme.palette.accent, false);
    ImGui::SameLine(std::max(ImGui::GetCursorPosX(), right - width + gap));
    ImGui::PushFont(theme.small);
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const auto& chip = chips[i];
        if (i > 0)
            ImGui::SameLine(0, gap);
        ImGui::PushStyleColor(ImGuiCol_Button,
                              chip.on ? theme.palette.accent_pale : theme.palette.field);
        if (ImGui::Button(chip.label.c_str()))
            actions.ask(chip.action);
        ImGui::PopStyleColor();
        tip(chip.tip);
    }
    ImGui::PopFont();
    if (chips.empty())
        ImGui::NewLine();
}

}  // namespace app
