// The top bar.
#include "app/panels/top_bar.hpp"

#include <imgui.h>

#include "app/panels/drawing.hpp"
#include "app/panels/place_search.hpp"
#include "app/wording.hpp"

namespace app {
namespace {

void file_menu(const Model& model, Actions& actions) {
    const auto& tr = model.tr;
    if (!ImGui::BeginMenu(tr("menu.file")))
        return;
    const bool something = !model.casebook.reports().empty();
    if (ImGui::MenuItem(tr("menu.open"), "Ctrl+O"))
        actions.ask(ShowDialog{Dialog::open});
    if (ImGui::MenuItem(tr("menu.save"), "Ctrl+S", false, something))
        actions.ask(SaveCasebook{});
    if (ImGui::MenuItem(tr("menu.save_as"), "Ctrl+Shift+S", false, something)) {
        actions.ask(ShowDialog{Dialog::save_as});
    }
    ImGui::Separator();
    if (ImGui::MenuItem(tr("menu.export"), "Ctrl+Shift+E", false, something)) {
        actions.ask(ShowDialog{Dialog::export_geojson});
    }
    if (ImGui::MenuItem(tr("menu.screenshot"), "F12"))
        actions.ask(SaveScreenshot{});
    if (ImGui::MenuItem(tr("menu.screenshot_as")))
        actions.ask(ShowDialog{Dialog::screenshot});
    ImGui::Separator();
    if (ImGui::MenuItem(tr("menu.quit"), "Ctrl+Q"))
        actions.ask(Quit{});
    ImGui::EndMenu();
}

void edit_menu(const Model& model, Actions& actions) {
    const auto& tr = model.tr;
    if (!ImGui::BeginMenu(tr("menu.edit")))
        return;
    const bool may = why_no_decision(model) == nullptr;
    if (ImGui::MenuItem(tr("menu.undo"), "Ctrl+Z", false, may && model.casebook.can_undo())) {
        actions.ask(Decide{events::UndoLast{}});
    }
    if (ImGui::MenuItem(tr("menu.redo"), "Ctrl+Shift+Z", false, may && model.casebook.can_redo())) {
        actions.ask(Decide{events::RedoLast{}});
    }
    ImGui::Separator();
    const auto item = [&](const char* key, const char* shortcut, events::ReviewStatus status) {
        if (ImGui::MenuItem(tr(key), shortcut, false, why_not_status(model, status) == nullptr)) {
            actions.ask(DecideSelected{status});
        }
    };
    item("menu.accept", "A", events::ReviewStatus::accepted);
    item("menu.reject", "R", events::ReviewStatus::rejected);
    item("menu.dispute", "D", events::ReviewStatus::disputed);
    item("menu.propose", "", events::ReviewStatus::proposed);
    if (ImGui::MenuItem(tr("menu.next"), "N"))
        actions.ask(SelectNextProposed{});
    ImGui::EndMenu();
}

void view_menu(const Model& model, Actions& actions) {
    const auto& tr = model.tr;
    if (!ImGui::BeginMenu(tr("menu.view")))
        return;
    if (ImGui::MenuItem(tr("map.fit"), "F"))
        actions.ask(FitMap{});
    if (ImGui::MenuItem(tr("map.zoom_in"), "+"))
        actions.ask(ZoomMapCentre{1.6});
    if (ImGui::MenuItem(tr("map.zoom_out"), "-"))
        actions.ask(ZoomMapCentre{1 / 1.6});
    ImGui::Separator();
    if (ImGui::MenuItem("English", nullptr, !tr.french()))
        actions.ask(SetLanguage{"en"});
    if (ImGui::MenuItem("Fran\u00E7ais", nullptr, tr.french()))
        actions.ask(SetLanguage{"fr"});
    ImGui::Separator();
    if (ImGui::MenuItem(tr("menu.light"), nullptr, !model.dark))
        actions.ask(SetDark{false});
    if (ImGui::MenuItem(tr("menu.dark"), nullptr, model.dark))
        actions.ask(SetDark{true});
    ImGui::EndMenu();
}

void help_menu(const Model& model, Actions& actions) {
    const auto& tr = model.tr;
    if (!ImGui::BeginMenu(tr("menu.help")))
        return;
    if (ImGui::MenuItem(tr("menu.keys"), "?"))
        actions.ask(ShowDialog{Dialog::help});
    if (ImGui::MenuItem(tr("menu.problems"), nullptr, false, !model.problems.empty())) {
        actions.ask(ShowDialog{Dialog::problems});
    }
    ImGui::EndMenu();
}

std::string document_words(const Model& model) {
    const auto& tr = model.tr;
    if (!model.jobs.empty()) {
        const auto& job = model.jobs.front();
        return job.step.empty() ? job.label : job.label + " " + job.step;
    }
    std::string name = tr(model.corpus_is_shipped ? "document.shipped" : "document.unsaved");
    if (!model.casebook_path.empty()) {
        name = model.casebook_path.substr(model.casebook_path.find_last_of('/') + 1);
    } else if (model.casebook.reports().empty()) {
        return tr("document.empty");
    }
    if (model.read_only)
        return name + " \u00B7 " + tr("document.read_only");
    if (model.unsaved > 0) {
        const auto n = number_words(static_cast<std::int64_t>(model.unsaved), tr);
        return name + " \u00B7 " +
               fill(tr(model.unsaved == 1 ? "document.one_change" : "document.changes"),
                    {{"n", n}});
    }
    return model.casebook_path.empty() ? name : name + " \u00B7 " + tr("document.saved");
}

/// Right-aligned, in what the search leaves free.
void draw_document_words(const Model& model, const Theme& theme, const Region& region,
                         float left_px) {
    const ImFont* font = theme.small;
    const float right = region.x + region.width - theme.em;
    const auto text = cut_to_width(document_words(model), font, right - region.x - left_px);
    const auto size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str());
    ImGui::GetWindowDrawList()->AddText(
        font, font->FontSize, {right - size.x, region.y + (region.height - size.y) / 2},
        model.unsaved > 0 ? theme.palette.text : theme.palette.muted, text.c_str());
}

}  // namespace

void draw_top_bar(const Model& model, const Theme& theme, const Region& region, TopBarState& state,
                  Actions& actions) {
    const float pad_y = (region.height - theme.body->FontSize) / 2;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.em * 0.5F, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme.em * 0.6F, pad_y});
    begin_region("##top", region, theme, ImGuiWindowFlags_MenuBar);
    if (ImGui::BeginMenuBar()) {
        ImGui::PopStyleVar(2);
        file_menu(model, actions);
        edit_menu(model, actions);
        view_menu(model, actions);
        help_menu(model, actions);
        const float width = theme.em * 20;
        const float left =
            std::max(ImGui::GetCursorPosX() + theme.em, region.width * 0.5F - width / 2);
        ImGui::SetCursorPos({left, (region.height - ImGui::GetFrameHeight()) / 2});
        draw_place_search(model, theme, width, state, actions);
        draw_document_words(model, theme, region, left + width + theme.em);
        ImGui::EndMenuBar();
    } else {
        ImGui::PopStyleVar(2);
    }
    ImGui::End();
}

}  // namespace app
