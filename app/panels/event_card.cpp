// The card's frame: head, sections, review buttons.
#include "app/panels/event_card.hpp"

#include <imgui.h>

#include "app/panels/card_sections.hpp"
#include "app/panels/drawing.hpp"
#include "app/wording.hpp"

namespace app {
namespace {

using events::ReviewStatus;

void draw_head(const Model& model, const Theme& theme, const std::string& title,
               const SymbolStyle* style, ReviewStatus status) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float line = theme.title->FontSize;
    if (style != nullptr) {
        draw_symbol(*ImGui::GetWindowDrawList(), {at.x + theme.em * 0.55F, at.y + line / 2},
                    theme.em * 0.42F, *style);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + theme.em * 1.4F);
    }
    words(title, theme.title, theme.palette.text);
    const ImVec2 mark = ImGui::GetCursorScreenPos();
    const float half = theme.small->FontSize / 2;
    draw_status_mark(*ImGui::GetWindowDrawList(), {mark.x + theme.em * 0.5F, mark.y + half},
                     theme.em * 0.62F, status, theme.palette);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + theme.em * 1.4F);
    const ImU32 colour = status == ReviewStatus::proposed ? theme.palette.muted
                                                          : status_colour(theme.palette, status);
    words(status_words(status, model.tr), theme.small_strong, colour, false);
}

void status_button(const Model& model, const char* key, ReviewStatus status, float width,
                   Actions& actions) {
    const char* why = why_not_status(model, status);
    ImGui::BeginDisabled(why != nullptr);
    if (ImGui::Button(model.tr(key), {width, 0}))
        actions.ask(DecideSelected{status});
    ImGui::EndDisabled();
    if (why != nullptr)
        tip(model.tr(why));
}

void draw_buttons(const Model& model, const Theme& theme, Actions& actions) {
    hairline(theme);
    ImGui::Dummy({0, theme.em * 0.1F});
    if (selected_event(model) == nullptr && selected_flow(model) == nullptr) {
        if (accent_button(theme, model.tr("button.start"), {-1, 0})) {
            actions.ask(SelectNextProposed{});
        }
        return;
    }
    const float gap = ImGui::GetStyle().ItemSpacing.x;
    const float width = (ImGui::GetContentRegionAvail().x - 3 * gap) / 4;
    status_button(model, "button.accept", ReviewStatus::accepted, width, actions);
    ImGui::SameLine();
    status_button(model, "button.reject", ReviewStatus::rejected, width, actions);
    ImGui::SameLine();
    status_button(model, "button.dispute", ReviewStatus::disputed, width, actions);
    ImGui::SameLine();
    if (accent_button(theme, model.tr("button.next"), {width, 0}))
        actions.ask(SelectNextProposed{});
    tip(model.tr("button.next_tip"));
}

void draw_event(const Model& model, const Theme& theme, const events::Event& event,
                EventCardState& state, Actions& actions) {
    const SymbolStyle style = style_of(event.kind);
    draw_head(model, theme, kind_words(event.kind, model.tr), &style, event.status);
    draw_when(model, theme, event.time);
    draw_where(model, theme, model.tr("card.where"), event.place);
    draw_candidates(model, theme, event, state, actions);
    draw_tally(model, theme, event.tally);
    draw_who(model, theme, event);
    draw_claims(model, theme, event.claims, actions);
}

void draw_flow(const Model& model, const Theme& theme, const events::Flow& flow, Actions& actions) {
    draw_head(model, theme, flow_words(flow, model.tr), nullptr, flow.status);
    if (flow.split == events::FlowSplit::together)
        muted(theme, model.tr("flow.together"));
    if (flow.kind == events::FlowKind::stock)
        muted(theme, model.tr("flow.stock"));
    draw_when(model, theme, flow.time);
    draw_where(model, theme, model.tr("card.from"), flow.from);
    draw_where(model, theme, model.tr("card.to"), flow.to);
    draw_claims(model, theme, flow.claims, actions);
}

}  // namespace

void draw_event_card(const Model& model, const Theme& theme, const Region& region,
                     EventCardState& state, Actions& actions) {
    begin_region("##card", region, theme, ImGuiWindowFlags_NoScrollWithMouse);
    const auto* event = selected_event(model);
    const auto* flow = selected_flow(model);
    const bool reviewable = event != nullptr || flow != nullptr || !model.lists.listed.empty();
    const float footer = reviewable ? ImGui::GetFrameHeight() + theme.em * 0.9F : 0;
    ImGui::BeginChild("##card_body", {0, ImGui::GetContentRegionAvail().y - footer});
    if (state.seen_selection != model.selection.changes) {
        state.seen_selection = model.selection.changes;
        state.show_candidates = event != nullptr && !event->place.point;
        ImGui::SetScrollY(0);
    }
    if (event != nullptr) {
        draw_event(model, theme, *event, state, actions);
    } else if (flow != nullptr) {
        draw_flow(model, theme, *flow, actions);
    } else {
        draw_overview(model, theme, actions);
    }
    ImGui::EndChild();
    if (reviewable)
        draw_buttons(model, theme, actions);
    ImGui::End();
}

}  // namespace app
