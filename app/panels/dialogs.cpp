// Small modal windows.
#include "app/panels/dialogs.hpp"

#include <imgui.h>

#include <array>

#include "app/panels/drawing.hpp"

namespace app {
namespace {

constexpr std::size_t kMostProblemsShown = 500;

void close(Actions& actions) {
    actions.ask(ShowDialog{Dialog::none});
}

bool begin_dialog(const Model& model, const Theme& theme, const char* title_key, const char* id) {
    if (!begin_modal(theme, id))
        return false;
    words(model.tr(title_key), theme.title, theme.palette.text, false);
    ImGui::Dummy({0, theme.em * 0.2F});
    return true;
}

void end_with_close(const Model& model, const Theme& theme, Actions& actions) {
    ImGui::Dummy({0, theme.em * 0.2F});
    const float width = theme.em * 7;
    ImGui::SetCursorPosX(ImGui::GetWindowContentRegionMax().x - width);
    const bool escape = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
    if (accent_button(theme, model.tr("dialog.close"), {width, 0}) || escape)
        close(actions);
    ImGui::EndPopup();
}

void draw_problems(const Model& model, const Theme& theme, Actions& actions) {
    if (!begin_dialog(model, theme, "dialog.problems", "##problems"))
        return;
    muted(theme, model.tr("dialog.problems_note"), false);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, theme.palette.field);
    ImGui::BeginChild("##problem_list", {theme.em * 50, theme.em * 22}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding);
    const std::size_t shown = std::min(model.problems.size(), kMostProblemsShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& problem = model.problems[i];
        if (!problem.where.empty())
            words(problem.where, theme.small_strong, theme.palette.muted);
        words(problem.what, theme.body, theme.palette.text);
        ImGui::Dummy({0, theme.em * 0.3F});
    }
    if (shown < model.problems.size()) {
        muted(theme, fill(model.tr("dialog.more_problems"),
                          {{"n", std::to_string(model.problems.size() - shown)}}));
    }
    ImGui::EndChild();
    ImGui::PopStyleColor();
    end_with_close(model, theme, actions);
}

void draw_help(const Model& model, const Theme& theme, Actions& actions) {
    if (!begin_dialog(model, theme, "dialog.keys", "##keys"))
        return;
    struct KeyRow {
        const char* keys;
        const char* text;
    };
    constexpr std::array<KeyRow, 20> kRows{{{"A", "keys.accept"},
                                            {"R", "keys.reject"},
                                            {"D", "keys.dispute"},
                                            {"N", "keys.next"},
                                            {"Ctrl+Enter", "keys.accept_next"},
                                            {"1 \u2026 9", "keys.candidate"},
                                            {"\u2191 \u2193", "keys.rows"},
                                            {"keys.space", "keys.play"},
                                            {"\u2190 \u2192", "keys.step"},
                                            {"[ ]", "keys.window"},
                                            {"Home", "keys.all"},
                                            {"+ \u2212", "keys.zoom"},
                                            {"F  0", "keys.fit"},
                                            {"Ctrl+K", "keys.search"},
                                            {"Ctrl+F", "keys.filter"},
                                            {"Ctrl+O  Ctrl+S", "keys.files"},
                                            {"Ctrl+Z  Ctrl+Shift+Z", "keys.undo"},
                                            {"Ctrl+Shift+E", "keys.export"},
                                            {"F12", "keys.screenshot"},
                                            {"?", "keys.help"}}};
    if (ImGui::BeginTable("##keys", 2, ImGuiTableFlags_BordersInnerH, {theme.em * 36, 0})) {
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, theme.em * 12);
        for (const auto& row : kRows) {
            ImGui::TableNextColumn();
            words(model.tr(row.keys), theme.strong, theme.palette.text, false);
            ImGui::TableNextColumn();
            words(model.tr(row.text), theme.body, theme.palette.text, false);
        }
        ImGui::EndTable();
    }
    end_with_close(model, theme, actions);
}

void draw_unsaved(const Model& model, const Theme& theme, Actions& actions) {
    if (!begin_dialog(model, theme, "dialog.unsaved", "##unsaved"))
        return;
    ImGui::PushTextWrapPos(theme.em * 30);
    words(fill(model.tr("dialog.unsaved_text"), {{"n", std::to_string(model.unsaved)}}), theme.body,
          theme.palette.text, false);
    ImGui::PopTextWrapPos();
    ImGui::Dummy({theme.em * 30, theme.em * 0.4F});
    if (ImGui::Button(model.tr("dialog.discard")))
        actions.ask(Quit{true});
    ImGui::SameLine();
    const bool escape = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
    if (ImGui::Button(model.tr("dialog.stay")) || escape)
        close(actions);
    ImGui::SameLine();
    if (accent_button(theme, model.tr("menu.save_as")))
        actions.ask(ShowDialog{Dialog::save_as});
    ImGui::EndPopup();
}

}  // namespace

void draw_dialogs(const Model& model, const Theme& theme, Actions& actions) {
    switch (model.dialog) {
        case Dialog::problems:
            draw_problems(model, theme, actions);
            break;
        case Dialog::help:
            draw_help(model, theme, actions);
            break;
        case Dialog::unsaved:
            draw_unsaved(model, theme, actions);
            break;
        default:
            break;
    }
}

void draw_notice(const Model& model, const Theme& theme, const Region& map, Actions& actions) {
    if (!model.notice)
        return;
    const auto& notice = *model.notice;
    const float width = std::min(map.width - theme.em * 2, theme.em * 36);
    ImGui::SetNextWindowPos({map.x + map.width / 2, map.y + map.height - theme.em * 3.6F},
                            ImGuiCond_Always, {0.5F, 1});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {width, map.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.em * 0.3F);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::Begin("##notice", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_AlwaysAutoResize);
    ImGui::PopStyleVar(2);
    const ImU32 colour = notice.is_error ? theme.palette.rejected : theme.palette.text;
    const float length =
        theme.body->CalcTextSizeA(theme.body->FontSize, FLT_MAX, 0, notice.text.c_str()).x;
    ImGui::PushTextWrapPos(length + theme.em * 2 < width ? -1 : width - theme.em);
    words(notice.text, theme.body, colour, false);
    ImGui::PopTextWrapPos();
    const bool clicked = ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    if (clicked)
        actions.ask(DismissNotice{});
    ImGui::End();
}

}  // namespace app
