// The event table.
#include "app/panels/event_list.hpp"

#include <imgui.h>

#include <cmath>

#include "app/panels/drawing.hpp"
#include "app/panels/filter_row.hpp"
#include "app/wording.hpp"

namespace app {
namespace {

using events::Event;

void draw_head(const Model& model, const Theme& theme, Actions& actions) {
    const auto& tr = model.tr;
    words(tr("list.title"), theme.title, theme.palette.text, false);
    const auto count =
        fill(tr("list.n_of_m"),
             {{"n", number_words(static_cast<std::int64_t>(model.lists.listed.size()), tr)},
              {"m", number_words(static_cast<std::int64_t>(model.casebook.events().size()), tr)}});
    const float width =
        theme.small->CalcTextSizeA(theme.small->FontSize, FLT_MAX, 0, count.c_str()).x;
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - width);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + theme.title->FontSize - theme.small->FontSize -
                         1);
    muted(theme, count, false);
    if (model.scope == ListScope::shown)
        return;
    const char* scope = tr(model.scope == ListScope::undated ? "scope.undated" : "scope.unplaced");
    if (ImGui::Button((std::string(scope) + "   \u00D7##scope").c_str())) {
        actions.ask(SetScope{ListScope::shown});
    }
    tip(tr("scope.leave"));
}

void draw_empty(const Model& model, const Theme& theme, Actions& actions) {
    const auto& tr = model.tr;
    ImGui::Dummy({0, theme.em});
    if (model.loading) {
        muted(theme, tr("list.loading"));
        return;
    }
    if (model.casebook.events().empty()) {
        muted(theme, tr("list.empty"));
        ImGui::Dummy({0, theme.em * 0.3F});
        if (accent_button(theme, tr("menu.open")))
            actions.ask(ShowDialog{Dialog::open});
        return;
    }
    muted(theme, tr("list.none_pass"));
    if (is_filtering(model.filter) && ImGui::Button(tr("list.clear_filter"))) {
        actions.ask(SetFilter{});
    }
    if (model.clock.mode != TimeMode::all && ImGui::Button(tr("time.all"))) {
        actions.ask(SetTimeMode{TimeMode::all});
    }
}

void draw_row_tip(const Model& model, const Theme& theme, const Event& event) {
    ImGui::BeginTooltip();
    words(kind_words(event.kind, model.tr), theme.strong, theme.palette.text, false);
    words(time_words(event.time, model.tr) + " \u00B7 " + place_name(event.place, model.tr),
          theme.body, theme.palette.text, false);
    const auto figure = main_figure(event.tally, model.tr);
    if (!figure.empty())
        words(figure, theme.body, theme.palette.text, false);
    muted(theme,
          std::string(status_words(event.status, model.tr)) + " \u00B7 " +
              place_precision_words(event.place, model.tr),
          false);
    ImGui::EndTooltip();
}

std::string_view source_name(const Model& model, const Event& event) {
    if (event.claims.empty())
        return {};
    const auto* report = model.casebook.find(event.claims.front().span.report);
    if (report == nullptr)
        return {};
    if (!report->publisher.empty())
        return report->publisher;
    return report->title.empty() ? report->file_name : report->title;
}

void cell(const Theme& theme, std::string_view text, ImU32 colour) {
    words(cut_to_width(text, theme.small, ImGui::GetContentRegionAvail().x), theme.small, colour,
          false);
}

void draw_marks(const Theme& theme, const Event& event, float row_height) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float middle = at.y + row_height / 2;
    auto& list = *ImGui::GetWindowDrawList();
    draw_symbol(list, {at.x + theme.em * 0.55F, middle}, theme.em * 0.34F, style_of(event.kind),
                !event.place.point);
    draw_status_mark(list, {at.x + theme.em * 1.6F, middle}, theme.em * 0.62F, event.status,
                     theme.palette);
}

void draw_row(const Model& model, const Theme& theme, const Event& event, Actions& actions) {
    const float row_height = std::round(theme.small->FontSize + theme.em * 0.25F);
    const bool selected = model.selection.event == event.id;
    const bool rejected = event.status == events::ReviewStatus::rejected;
    const ImU32 ink = rejected ? theme.palette.muted : theme.palette.text;
    ImGui::TableNextColumn();
    ImGui::PushID(events::to_string(event.id).c_str());
    const ImVec2 start = ImGui::GetCursorPos();
    if (ImGui::Selectable("##row", selected, ImGuiSelectableFlags_SpanAllColumns,
                          {0, row_height})) {
        actions.ask(SelectEvent{event.id, true});
    }
    if (ImGui::IsItemHovered())
        draw_row_tip(model, theme, event);
    ImGui::SetCursorPos(start);
    draw_marks(theme, event, row_height);
    ImGui::TableNextColumn();
    cell(theme, short_time_words(event.time, model.tr),
         event.time.days ? ink : theme.palette.muted);
    ImGui::TableNextColumn();
    cell(theme, place_name(event.place, model.tr), event.place.point ? ink : theme.palette.muted);
    ImGui::TableNextColumn();
    cell(theme, main_figure(event.tally, model.tr), ink);
    ImGui::TableNextColumn();
    cell(theme, source_name(model, event), theme.palette.muted);
    ImGui::PopID();
}

void set_up_columns(const Model& model, const Theme& theme) {
    const auto column = [&](const char* key, EventColumn which, ImGuiTableColumnFlags flags,
                            float width) {
        ImGui::TableSetupColumn(model.tr(key), flags, width, static_cast<ImGuiID>(which));
    };
    column("column.kind", EventColumn::kind,
           ImGuiTableColumnFlags_WidthFixed | ImGuiTableColumnFlags_NoHeaderLabel |
               ImGuiTableColumnFlags_NoResize,
           theme.em * 2.1F);
    column("column.date", EventColumn::date,
           ImGuiTableColumnFlags_WidthFixed | ImGuiTableColumnFlags_DefaultSort, theme.em * 5.6F);
    column("column.place", EventColumn::place, ImGuiTableColumnFlags_WidthStretch, 1.25F);
    column("column.figure", EventColumn::figure,
           ImGuiTableColumnFlags_WidthFixed | ImGuiTableColumnFlags_PreferSortDescending,
           theme.em * 5.4F);
    column("column.source", EventColumn::source, ImGuiTableColumnFlags_WidthStretch, 1.0F);
    ImGui::TableSetupScrollFreeze(0, 1);
}

void ask_for_order(const Model& model, Actions& actions) {
    ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
    if (specs == nullptr || !specs->SpecsDirty || specs->SpecsCount == 0)
        return;
    const EventOrder order{static_cast<EventColumn>(specs->Specs[0].ColumnUserID),
                           specs->Specs[0].SortDirection == ImGuiSortDirection_Descending};
    specs->SpecsDirty = false;
    if (!(order == model.order))
        actions.ask(SetOrder{order});
}

void draw_table(const Model& model, const Theme& theme, EventListState& state, Actions& actions) {
    constexpr ImGuiTableFlags kFlags =
        ImGuiTableFlags_Sortable | ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
        ImGuiTableFlags_Resizable | ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_NoPadOuterX;
    ImGui::PushFont(theme.small);
    const bool open = ImGui::BeginTable("##events", 5, kFlags, ImGui::GetContentRegionAvail());
    if (!open) {
        ImGui::PopFont();
        return;
    }
    set_up_columns(model, theme);
    ImGui::TableHeadersRow();
    ask_for_order(model, actions);
    const auto all = model.casebook.events();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(model.lists.listed.size()));
    while (clipper.Step()) {
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            ImGui::TableNextRow();
            draw_row(model, theme, all[model.lists.listed[static_cast<std::size_t>(row)]], actions);
        }
    }
    if (state.seen_selection != model.selection.changes && clipper.ItemsHeight > 0) {
        state.seen_selection = model.selection.changes;
        const float top = clipper.ItemsHeight * static_cast<float>(model.selection.row + 1);
        const float visible = ImGui::GetWindowHeight() - 2 * clipper.ItemsHeight;
        const float scroll = ImGui::GetScrollY();
        if (model.selection.event &&
            (top < scroll + clipper.ItemsHeight || top > scroll + visible)) {
            ImGui::SetScrollY(std::max(0.0F, top - visible / 2));
        }
    }
    ImGui::EndTable();
    ImGui::PopFont();
}

}  // namespace

void draw_event_list(const Model& model, const Theme& theme, const Region& region,
                     EventListState& state, Actions& actions) {
    begin_region("##list", region, theme);
    draw_head(model, theme, actions);
    draw_filter_row(model, theme, state, actions);
    ImGui::Dummy({0, theme.em * 0.1F});
    if (model.lists.listed.empty()) {
        draw_empty(model, theme, actions);
    } else {
        draw_table(model, theme, state, actions);
    }
    ImGui::End();
}

}  // namespace app
