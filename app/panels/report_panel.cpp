// Draws the report's lines with underlines and the highlighted sentence.
#include "app/panels/report_panel.hpp"

#include <imgui.h>

#include <cmath>

#include "app/panels/drawing.hpp"
#include "app/wording.hpp"

namespace app {
namespace {

using events::Report;

constexpr float kLineHeight = 1.42F;  ///< of the type size

bool is_selected(const ClaimMark& mark, const Selection& selection) {
    if (const auto* event = std::get_if<events::EventId>(&mark.subject)) {
        return selection.event == *event;
    }
    return selection.flow == std::get<events::FlowId>(mark.subject);
}

AdvanceOf advance_of(const Theme& theme) {
    return [&theme](std::uint32_t code_point, bool heading) {
        const ImFont* font = heading ? theme.strong : theme.body;
        return font->GetCharAdvance(static_cast<ImWchar>(std::min(code_point, 0xFFFFU)));
    };
}

const std::vector<ClaimMark>* marks_of(const Model& model, events::ReportId report) {
    const auto found = model.marks.find(report);
    return found == model.marks.end() ? nullptr : &found->second;
}

const char* knowledge_words(events::Knowledge knowledge, const Translations& tr) {
    switch (knowledge) {
        case events::Knowledge::stated:
            return tr("knowledge.stated");
        case events::Knowledge::inferred:
            return tr("knowledge.inferred");
        case events::Knowledge::given_by_user:
            return tr("knowledge.given");
        case events::Knowledge::unknown:
            break;
    }
    return tr("knowledge.unknown");
}

std::string title_of(const Report& report) {
    return report.title.empty() ? report.file_name : report.title;
}

void draw_head(const Model& model, const Theme& theme, const Report& report, Actions& actions) {
    ImGui::PushFont(theme.strong);
    const bool open =
        begin_combo(theme, "##report", title_of(report).c_str(), 0, ImGuiComboFlags_HeightLarge);
    ImGui::PopFont();
    if (open) {
        for (const auto& other : model.casebook.reports()) {
            ImGui::PushID(events::to_string(other.id).c_str());
            if (ImGui::Selectable(title_of(other).c_str(), other.id == report.id)) {
                actions.ask(SelectReport{other.id});
            }
            ImGui::PopID();
        }
        ImGui::EndCombo();
    }
    std::string line = report.publisher;
    const auto add = [&](const std::string& part) {
        if (!part.empty())
            line += (line.empty() ? "" : " \u00B7 ") + part;
    };
    const std::string known = knowledge_words(report.published_known, model.tr);
    add(report.published ? day_words(*report.published, model.tr) + " (" + known + ")" : known);
    words_cut(line, theme.small, theme.palette.muted, ImGui::GetContentRegionAvail().x);
    if (!report.published_how.empty())
        tip(report.published_how.c_str());
}

struct TextPainter {
    const Model& model;
    const Theme& theme;
    const Report& report;
    const std::vector<ClaimMark>* marks;
    const AdvanceOf& advance;
    float line_px;
    ImVec2 origin;

    void paint_mark(const TextLine& line, float y, const ClaimMark& mark) const {
        const auto begin = std::max(mark.span.begin, line.begin);
        const auto end = std::min(mark.span.end, line.end);
        if (begin >= end)
            return;
        auto& list = *ImGui::GetWindowDrawList();
        const float left = origin.x + x_of_byte(report.text, line, begin, advance);
        const float right = origin.x + x_of_byte(report.text, line, end, advance);
        const float base = std::floor(y + (line_px + theme.em) / 2);
        if (is_selected(mark, model.selection)) {
            list.AddRectFilled({left - 2, y + 1}, {right + 2, y + line_px - 1},
                               theme.palette.highlight, 2);
        }
        const ImU32 colour =
            mark.kind ? to_imgui(style_of(*mark.kind).colour) : theme.palette.accent;
        list.AddRectFilled({left, base + 1}, {right, base + 1 + std::round(theme.em / 12)}, colour);
    }

    void paint(const TextLine& line, float y) const {
        if (marks != nullptr) {
            for (const auto& mark : *marks) {
                if (mark.span.begin >= line.end)
                    break;
                if (mark.span.end > line.begin)
                    paint_mark(line, y, mark);
            }
        }
        ImFont* font = line.heading ? theme.strong : theme.body;
        ImGui::GetWindowDrawList()->AddText(
            font, font->FontSize, {origin.x, y + (line_px - font->FontSize) / 2},
            theme.palette.text, report.text.data() + line.begin, report.text.data() + line.end);
    }
};

void lay_out_if_needed(const Model& model, const Theme& theme, const Report& report, float width,
                       const AdvanceOf& advance, ReportPanelState& state) {
    const bool same = state.laid_out == report.id && state.width_px == width &&
                      state.type_px == theme.em &&
                      state.casebook_revision == model.casebook.revision();
    if (same)
        return;
    if (state.laid_out != report.id || state.width_px != width || state.type_px != theme.em) {
        state.lines = break_lines(report.text, width, advance);
    }
    state.laid_out = report.id;
    state.width_px = width;
    state.type_px = theme.em;
    state.casebook_revision = model.casebook.revision();
}

void scroll_to_selection(const Model& model, const std::vector<ClaimMark>* marks, float line_px,
                         ReportPanelState& state) {
    const bool new_report = state.seen_report != model.selection.report;
    if (state.seen_selection == model.selection.changes && !new_report)
        return;
    state.seen_selection = model.selection.changes;
    state.seen_report = model.selection.report;
    if (marks != nullptr) {
        for (const auto& mark : *marks) {
            if (!is_selected(mark, model.selection))
                continue;
            const float top = line_px * static_cast<float>(line_at(state.lines, mark.span.begin));
            const float visible = ImGui::GetWindowHeight();
            const float scroll = ImGui::GetScrollY();
            if (top < scroll + line_px || top > scroll + visible - 4 * line_px) {
                ImGui::SetScrollY(std::max(0.0F, top - visible / 3));
            }
            return;
        }
    }
    if (new_report)
        ImGui::SetScrollY(0);
}

void click_marks(const Model& model, const Report& report, const std::vector<ClaimMark>* marks,
                 const AdvanceOf& advance, float line_px, ImVec2 origin,
                 const ReportPanelState& state, Actions& actions) {
    if (marks == nullptr || !ImGui::IsWindowHovered())
        return;
    const ImVec2 mouse = ImGui::GetMousePos();
    const float row = (mouse.y - origin.y) / line_px;
    if (row < 0 || static_cast<std::size_t>(row) >= state.lines.size())
        return;
    const auto& line = state.lines[static_cast<std::size_t>(row)];
    const auto byte = byte_at_x(report.text, line, mouse.x - origin.x, advance);
    if (!byte)
        return;
    const auto subject = mark_at(*marks, *byte, model.selection);
    if (!subject)
        return;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left))
        return;
    if (const auto* event = std::get_if<events::EventId>(&*subject)) {
        actions.ask(SelectEvent{*event, true});
    } else {
        actions.ask(SelectFlow{std::get<events::FlowId>(*subject), true});
    }
}

void draw_text(const Model& model, const Theme& theme, const Report& report,
               ReportPanelState& state, Actions& actions) {
    ImGui::BeginChild("##text");
    const AdvanceOf advance = advance_of(theme);
    const float width = std::max(theme.em * 8, ImGui::GetWindowWidth() - theme.em * 1.2F);
    lay_out_if_needed(model, theme, report, width, advance, state);
    const float line_px = std::round(theme.em * kLineHeight);
    const auto* marks = marks_of(model, report.id);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const TextPainter painter{model, theme, report, marks, advance, line_px, origin};
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(state.lines.size()), line_px);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            painter.paint(state.lines[static_cast<std::size_t>(i)],
                          origin.y + line_px * static_cast<float>(i));
        }
    }
    clipper.End();
    click_marks(model, report, marks, advance, line_px, origin, state, actions);
    scroll_to_selection(model, marks, line_px, state);
    ImGui::EndChild();
}

}  // namespace

std::optional<events::SubjectId> mark_at(const std::vector<ClaimMark>& marks, std::uint32_t byte,
                                         const Selection& selection) {
    std::vector<const ClaimMark*> hit;
    std::uint32_t shortest = ~std::uint32_t{0};
    for (const auto& mark : marks) {
        if (mark.span.begin > byte)
            break;
        if (mark.span.end <= byte)
            continue;
        const auto length = mark.span.end - mark.span.begin;
        if (length < shortest)
            hit.clear();
        if (length > shortest)
            continue;
        shortest = length;
        hit.push_back(&mark);
    }
    if (hit.empty())
        return std::nullopt;
    const auto selected = std::find_if(hit.begin(), hit.end(),
                                       [&](const auto* m) { return is_selected(*m, selection); });
    const bool take_first = selected == hit.end() || std::next(selected) == hit.end();
    return take_first ? hit.front()->subject : (*std::next(selected))->subject;
}

void draw_report_panel(const Model& model, const Theme& theme, const Region& region,
                       ReportPanelState& state, Actions& actions) {
    begin_region("##report_panel", region, theme, ImGuiWindowFlags_NoScrollWithMouse);
    const auto* report =
        model.selection.report ? model.casebook.find(*model.selection.report) : nullptr;
    if (report == nullptr) {
        words(model.tr("report.title"), theme.title, theme.palette.text);
        muted(theme, model.tr(model.loading ? "report.loading" : "report.none"));
    } else {
        draw_head(model, theme, *report, actions);
        ImGui::Dummy({0, theme.em * 0.1F});
        draw_text(model, theme, *report, state, actions);
    }
    ImGui::End();
}

}  // namespace app
