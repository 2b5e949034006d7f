// Filter widgets; each change asks for a whole new filter.
#include "app/panels/filter_row.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>

#include "app/panels/drawing.hpp"
#include "app/wording.hpp"

namespace app {
namespace {

template <typename Value>
void toggle(std::set<Value>& values, Value value) {
    if (!values.erase(value))
        values.insert(value);
}

std::string combo_label(const char* name, std::size_t chosen) {
    return chosen == 0 ? std::string(name)
                       : std::string(name) + " (" + std::to_string(chosen) + ")";
}

/// A combo box of ticks; `rows` draws them and says whether the filter changed.
template <typename Rows>
void draw_combo(const Theme& theme, const char* id, const std::string& label, float width,
                const Rows& rows) {
    if (!begin_combo(theme, id, label.c_str(), width, ImGuiComboFlags_HeightLargest))
        return;
    rows();
    ImGui::EndCombo();
}

bool tick_row(const char* label, bool ticked) {
    bool shown = ticked;
    return ImGui::Checkbox(label, &shown);
}

void draw_kinds(const Model& model, const Theme& theme, Actions& actions) {
    const auto& counts = model.lists.kinds;
    for (const auto& kind : events::all_kinds()) {
        const auto count = counts[static_cast<std::size_t>(kind.kind)];
        if (count == 0)
            continue;
        ImGui::PushID(static_cast<int>(kind.kind));
        const auto label = kind_words(kind.kind, model.tr) + "  " + std::to_string(count);
        const bool changed = tick_row("##tick", model.filter.kinds.contains(kind.kind));
        ImGui::SameLine();
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float half = ImGui::GetFrameHeight() / 2;
        draw_symbol(*ImGui::GetWindowDrawList(), {at.x + half, at.y + half}, theme.em * 0.38F,
                    style_of(kind.kind));
        ImGui::SetCursorScreenPos({at.x + 2 * half + theme.em * 0.3F, at.y});
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(label.c_str());
        if (changed || ImGui::IsItemClicked()) {
            auto filter = model.filter;
            toggle(filter.kinds, kind.kind);
            actions.ask(SetFilter{std::move(filter)});
        }
        ImGui::PopID();
    }
    if (model.casebook.events().empty())
        muted(theme, model.tr("list.no_events"), false);
}

void draw_statuses(const Model& model, Actions& actions) {
    for (int i = 0; i <= static_cast<int>(events::ReviewStatus::rejected); ++i) {
        const auto status = static_cast<events::ReviewStatus>(i);
        if (!tick_row(status_words(status, model.tr), model.filter.statuses.contains(status))) {
            continue;
        }
        auto filter = model.filter;
        toggle(filter.statuses, status);
        actions.ask(SetFilter{std::move(filter)});
    }
}

void draw_sources(const Model& model, Actions& actions) {
    for (const auto& report : model.casebook.reports()) {
        ImGui::PushID(events::to_string(report.id).c_str());
        const std::string& name = report.title.empty() ? report.file_name : report.title;
        if (tick_row(name.c_str(), model.filter.reports.contains(report.id))) {
            auto filter = model.filter;
            toggle(filter.reports, report.id);
            actions.ask(SetFilter{std::move(filter)});
        }
        ImGui::PopID();
    }
}

}  // namespace

bool is_filtering(const events::Filter& filter) {
    return !filter.kinds.empty() || !filter.statuses.empty() || !filter.reports.empty() ||
           !filter.precisions.empty() || !filter.text.empty();
}

void draw_filter_row(const Model& model, const Theme& theme, EventListState& state,
                     Actions& actions) {
    if (state.focus_text) {
        ImGui::SetKeyboardFocusHere();
        state.focus_text = false;
    }
    if (state.text != model.filter.text && !ImGui::IsAnyItemActive())
        state.text = model.filter.text;
    ImGui::SetNextItemWidth(-1);
    if (ImGui::InputTextWithHint("##filter_text", model.tr("filter.hint"), &state.text)) {
        auto filter = model.filter;
        filter.text = state.text;
        actions.ask(SetFilter{std::move(filter)});
    }
    const float gap = ImGui::GetStyle().ItemSpacing.x;
    const float width = (ImGui::GetContentRegionAvail().x - 2 * gap) / 3;
    const auto& tr = model.tr;
    draw_combo(theme, "##kinds", combo_label(tr("filter.kind"), model.filter.kinds.size()), width,
               [&] { draw_kinds(model, theme, actions); });
    ImGui::SameLine();
    draw_combo(theme, "##statuses", combo_label(tr("filter.status"), model.filter.statuses.size()),
               width, [&] { draw_statuses(model, actions); });
    ImGui::SameLine();
    draw_combo(theme, "##sources", combo_label(tr("filter.source"), model.filter.reports.size()),
               width, [&] { draw_sources(model, actions); });
}

}  // namespace app
