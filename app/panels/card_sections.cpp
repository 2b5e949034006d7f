// Sections of the event card.
#include "app/panels/card_sections.hpp"

#include <imgui.h>

#include <array>

#include "app/candidate_place.hpp"
#include "app/panels/drawing.hpp"
#include "app/wording.hpp"

namespace app {
namespace {

using events::EventPlace;

constexpr float kLabelEm = 5.2F;

/// A muted label on the left; what follows is drawn beside it until end_field().
void begin_field(const Theme& theme, const char* label) {
    ImGui::Dummy({0, theme.em * 0.12F});
    const ImVec2 start = ImGui::GetCursorPos();
    ImGui::SetCursorPosY(start.y + theme.body->FontSize - theme.small->FontSize);
    muted(theme, label, false);
    ImGui::SetCursorPos({start.x + theme.em * kLabelEm, start.y});
    ImGui::BeginGroup();
}

void end_field() {
    ImGui::EndGroup();
}

std::string quoted(const Model& model, const std::string& text) {
    return fill(model.tr("card.quoted"), {{"words", text}});
}

std::string percent(double share) {
    if (share > 0 && share < 0.005)
        return "<1 %";
    return std::to_string(static_cast<int>(share * 100 + 0.5)) + " %";
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts)
        all += (all.empty() ? "" : ", ") + part;
    return all;
}

void draw_candidate(const Model& model, const Theme& theme, const events::Event& event,
                    const events::PlaceChoice& choice, int number, Actions& actions) {
    const bool chosen = event.place.point && choice.place_id == event.place.place_id;
    ImGui::PushID(number);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_Border, theme.palette.faint);
    const bool picked = ImGui::RadioButton("##choose", chosen);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (picked && !chosen) {
        actions.ask(Decide{events::MovePlace{event.id, place_of(event.place, choice)}});
    }
    tip(model.tr("card.choose_place"));
    ImGui::SameLine();
    ImGui::BeginGroup();
    EventPlace as_place;
    as_place.name = choice.name;
    as_place.admin1 = choice.admin1;
    as_place.admin2 = choice.admin2;
    as_place.country = choice.country;
    const auto context = admin_words(as_place);
    words(std::to_string(number) + "  " + choice.name + (context.empty() ? "" : ", " + context),
          theme.body, theme.palette.text);
    std::string why = percent(choice.score);
    std::vector<std::string> reasons;
    for (const std::string& reason : choice.reasons)
        reasons.push_back(model.tr.reason(reason));
    if (!reasons.empty())
        why += " \u00B7 " + joined(reasons);
    muted(theme, why);
    ImGui::EndGroup();
    ImGui::PopID();
}

std::string report_line(const Model& model, const events::Report& report) {
    std::string line = report.publisher.empty() ? report.title : report.publisher;
    if (line.empty())
        line = report.file_name;
    if (report.published)
        line += " \u00B7 " + day_words(*report.published, model.tr);
    return line;
}

void draw_quote(const Theme& theme, const std::string& quote) {
    const float indent = theme.em * 0.7F;
    const ImVec2 top = ImGui::GetCursorScreenPos();
    ImGui::Indent(indent);
    words(quote, theme.body, theme.palette.text);
    ImGui::Unindent(indent);
    const float bottom = ImGui::GetItemRectMax().y;
    ImGui::GetWindowDrawList()->AddRectFilled({top.x, top.y}, {top.x + theme.em * 0.2F, bottom},
                                              theme.palette.accent_pale);
}

void draw_claim(const Model& model, const Theme& theme, const events::Claim& claim,
                Actions& actions) {
    const auto* report = model.casebook.find(claim.span.report);
    if (report != nullptr) {
        words(report_line(model, *report), theme.small_strong, theme.palette.accent);
        if (ImGui::IsItemHovered())
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (ImGui::IsItemClicked())
            actions.ask(SelectReport{report->id});
    }
    draw_quote(theme, claim.quote);
    std::string note = claim.attribution.empty() ? model.tr("claim.author") : claim.attribution;
    note += " \u00B7 " + fill(model.tr("claim.confidence"), {{"n", percent(claim.confidence)}});
    muted(theme, note);
    ImGui::Dummy({0, theme.em * 0.3F});
}

void draw_total(const Theme& theme, const char* label, const std::string& value) {
    begin_field(theme, label);
    words(value, theme.body, theme.palette.text);
    end_field();
}

/// The flows that the map shows, as lines to click.
void draw_flow_list(const Model& model, const Theme& theme, Actions& actions) {
    if (model.lists.flows.empty())
        return;
    ImGui::Dummy({0, theme.em * 0.3F});
    heading(theme, model.tr("overview.flow_list"));
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(model.lists.flows.size()));
    while (clipper.Step()) {
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            const auto& flow =
                model.casebook.flows()[model.lists.flows[static_cast<std::size_t>(row)]];
            ImGui::PushID(row);
            const auto line =
                flow_words(flow, model.tr) + " \u00B7 " + short_time_words(flow.time, model.tr);
            const auto cut = cut_to_width(line, theme.body, ImGui::GetContentRegionAvail().x);
            if (ImGui::Selectable(cut.c_str()))
                actions.ask(SelectFlow{flow.id, true});
            ImGui::PopID();
        }
    }
}

}  // namespace

void draw_when(const Model& model, const Theme& theme, const events::TimeSpan& time) {
    const auto& tr = model.tr;
    begin_field(theme, tr("card.when"));
    words(time_words(time, tr), theme.strong, theme.palette.text);
    std::string note = time.days ? date_precision_words(time.precision, tr) : tr("card.no_day");
    if (time.inferred)
        note += std::string(" \u00B7 ") + tr("card.inferred");
    if (!time.words.empty())
        note += " \u00B7 " + quoted(model, time.words);
    muted(theme, note);
    end_field();
}

void draw_where(const Model& model, const Theme& theme, const char* label,
                const EventPlace& place) {
    begin_field(theme, label);
    words(place_name(place, model.tr), theme.strong, theme.palette.text);
    const auto context = admin_words(place);
    if (!context.empty())
        words(context, theme.body, theme.palette.text);
    std::string note = place_precision_words(place, model.tr);
    if (!place.words.empty() && place.words != place.name) {
        note += " \u00B7 " + quoted(model, place.words);
    }
    muted(theme, note);
    end_field();
}

void draw_candidates(const Model& model, const Theme& theme, const events::Event& event,
                     EventCardState& state, Actions& actions) {
    const auto& candidates = event.place.candidates;
    const bool only_the_chosen =
        candidates.size() == 1 && candidates.front().place_id == event.place.place_id;
    if (candidates.empty() || only_the_chosen)
        return;
    begin_field(theme, "");
    const auto label =
        fill(model.tr("card.candidates"), {{"n", std::to_string(candidates.size())}});
    ImGui::PushFont(theme.small);
    ImGui::SetNextItemOpen(state.show_candidates);
    state.show_candidates = ImGui::TreeNodeEx(
        "##candidates", ImGuiTreeNodeFlags_NoTreePushOnOpen | ImGuiTreeNodeFlags_SpanAvailWidth,
        "%s", label.c_str());
    ImGui::PopFont();
    const char* why = why_no_decision(model);
    if (state.show_candidates) {
        ImGui::BeginDisabled(why != nullptr);
        int number = 0;
        for (const auto& choice : candidates) {
            draw_candidate(model, theme, event, choice, ++number, actions);
        }
        ImGui::EndDisabled();
    }
    end_field();
}

void draw_who(const Model& model, const Theme& theme, const events::Event& event) {
    if (event.actors.empty())
        return;
    begin_field(theme, model.tr("card.who"));
    for (const auto& actor : event.actors) {
        words(actor.name, theme.body, theme.palette.text);
        std::string role = role_words(actor.role, model.tr);
        if (actor.alleged)
            role += std::string(", ") + model.tr("role.alleged");
        muted(theme, role);
    }
    end_field();
}

void draw_tally(const Model& model, const Theme& theme, const events::Tally& tally) {
    if (tally.empty())
        return;
    begin_field(theme, model.tr("card.how_many"));
    for (std::size_t i = 0; i < events::kHarmCount; ++i) {
        const auto harm = static_cast<events::Harm>(i);
        const auto& figure = tally[harm];
        if (!figure)
            continue;
        words(figure_words(*figure, model.tr) + " " + harm_words(harm, model.tr), theme.strong,
              theme.palette.text);
        if (!figure->words.empty())
            muted(theme, quoted(model, figure->words));
    }
    end_field();
}

void draw_claims(const Model& model, const Theme& theme, const std::vector<events::Claim>& claims,
                 Actions& actions) {
    const auto title = fill(model.tr(claims.size() == 1 ? "card.one_source" : "card.sources"),
                            {{"n", std::to_string(claims.size())}});
    ImGui::Dummy({0, theme.em * 0.3F});
    heading(theme, title.c_str());
    for (const auto& claim : claims)
        draw_claim(model, theme, claim, actions);
}

void draw_overview(const Model& model, const Theme& theme, Actions& actions) {
    const auto& tr = model.tr;
    const auto& casebook = model.casebook;
    const auto count = [&](std::size_t n) {
        return number_words(static_cast<std::int64_t>(n), tr);
    };
    words(tr("overview.title"), theme.title, theme.palette.text);
    muted(theme, model.loading ? tr("overview.loading") : tr("overview.hint"));
    ImGui::Dummy({0, theme.em * 0.3F});
    draw_total(theme, tr("overview.reports"), count(casebook.reports().size()));
    draw_total(theme, tr("overview.events"), count(casebook.events().size()));
    draw_total(theme, tr("overview.flows"), count(casebook.flows().size()));
    draw_total(theme, tr("overview.unplaced"), count(model.lists.unplaced));
    draw_total(theme, tr("overview.undated"), count(model.lists.undated));
    draw_total(theme, tr("overview.reviewed"),
               fill(tr("overview.of"),
                    {{"n", count(model.lists.reviewed)}, {"m", count(casebook.events().size())}}));
    if (!model.clock.empty()) {
        draw_total(theme, tr("overview.period"), day_range_words(model.clock.extent, tr));
    }
    draw_flow_list(model, theme, actions);
}

}  // namespace app
