// The file dialog.
#include "app/panels/file_dialog.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>

#include "app/panels/drawing.hpp"
#include "app/wording.hpp"

namespace app {
namespace {

bool is_file_dialog(Dialog dialog) {
    return dialog == Dialog::open || dialog == Dialog::save_as ||
           dialog == Dialog::export_geojson || dialog == Dialog::screenshot;
}

const char* title_key(Dialog dialog) {
    switch (dialog) {
        case Dialog::save_as:
            return "dialog.save_as";
        case Dialog::export_geojson:
            return "dialog.export";
        case Dialog::screenshot:
            return "dialog.screenshot";
        default:
            return "dialog.open";
    }
}

std::string joined_path(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

bool opens(const std::string& name) {
    constexpr std::array<std::string_view, 13> kEndings{
        ".gpkg", ".txt", ".md",   ".html", ".htm", ".xhtml", ".markdown",
        ".pdf",  ".odt", ".docx", ".epub", ".eml", ".zip"};
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string size_words(std::uint64_t bytes, const Translations& tr) {
    const auto kib = static_cast<std::int64_t>((bytes + 1023) / 1024);
    return number_words(kib, tr) + " KB";
}

void close(Actions& actions) {
    actions.ask(ShowDialog{Dialog::none});
}

void finish(const Model& model, const FileDialogState& state, Actions& actions) {
    const auto path = joined_path(model.folder.path, state.name);
    const auto overwrite = state.replace ? geo::Overwrite::allow : geo::Overwrite::refuse;
    close(actions);
    switch (state.shown) {
        case Dialog::open:
            actions.ask(OpenFiles{{path}});
            break;
        case Dialog::save_as:
            actions.ask(SaveCasebookAs{path, overwrite});
            break;
        case Dialog::export_geojson:
            actions.ask(ExportGeoJson{path, overwrite});
            break;
        case Dialog::screenshot:
            actions.ask(SaveScreenshot{path, overwrite});
            break;
        default:
            break;
    }
}

void draw_entry(const Model& model, const Theme& theme, const FolderEntry& entry,
                FileDialogState& state, Actions& actions) {
    const bool usable = entry.is_folder || state.shown != Dialog::open || opens(entry.name);
    const std::string label = entry.is_folder ? entry.name + "/" : entry.name;
    ImGui::PushStyleColor(ImGuiCol_Text, entry.is_folder ? theme.palette.accent
                                         : usable        ? theme.palette.text
                                                         : theme.palette.muted);
    const bool chosen = ImGui::Selectable(label.c_str(), state.name == entry.name,
                                          ImGuiSelectableFlags_AllowDoubleClick);
    ImGui::PopStyleColor();
    if (!entry.is_folder) {
        const auto size = size_words(entry.bytes, model.tr);
        const float width =
            theme.small->CalcTextSizeA(theme.small->FontSize, FLT_MAX, 0, size.c_str()).x;
        ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - width);
        muted(theme, size, false);
    }
    if (!chosen)
        return;
    if (entry.is_folder) {
        actions.ask(ListFolder{joined_path(model.folder.path, entry.name)});
        return;
    }
    state.name = entry.name;
    state.replace = false;
    const bool twice = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    if (twice && state.shown == Dialog::open)
        finish(model, state, actions);
}

void draw_listing(const Model& model, const Theme& theme, FileDialogState& state,
                  Actions& actions) {
    ImGui::PushStyleColor(ImGuiCol_ChildBg, theme.palette.field);
    ImGui::BeginChild("##files", {theme.em * 40, theme.em * 18}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding);
    if (!model.folder.error.empty()) {
        words(model.folder.error, theme.body, theme.palette.rejected);
    }
    for (const auto& entry : model.folder.entries) {
        draw_entry(model, theme, entry, state, actions);
    }
    if (model.folder.entries.empty() && model.folder.error.empty()) {
        muted(theme, model.tr("dialog.empty_folder"));
    }
    ImGui::EndChild();
    ImGui::PopStyleColor();
}

void draw_folder_line(const Model& model, const Theme& theme, FileDialogState& state,
                      Actions& actions) {
    if (ImGui::Button(model.tr("dialog.up"))) {
        const auto slash = model.folder.path.find_last_of('/');
        actions.ask(ListFolder{
            slash == 0 || slash == std::string::npos ? "/" : model.folder.path.substr(0, slash)});
    }
    ImGui::SameLine();
    ImGui::SetNextItemWidth(theme.em * 40 - ImGui::GetItemRectSize().x -
                            ImGui::GetStyle().ItemSpacing.x);
    if (ImGui::InputText("##folder", &state.folder, ImGuiInputTextFlags_EnterReturnsTrue)) {
        actions.ask(ListFolder{state.folder});
    } else if (!ImGui::IsItemActive()) {
        state.folder = model.folder.path;
    }
}

void draw_buttons(const Model& model, const Theme& theme, FileDialogState& state, bool enter,
                  Actions& actions) {
    const bool saves = state.shown != Dialog::open;
    const bool replaces = saves && would_replace(model.folder, state.name);
    if (replaces) {
        ImGui::Checkbox(model.tr("dialog.replace"), &state.replace);
    } else {
        state.replace = false;
        muted(theme, model.tr(saves ? "dialog.save_note" : "dialog.open_note"), false);
    }
    const bool ready = !state.name.empty() && (!replaces || state.replace);
    const float width = theme.em * 7;
    ImGui::SetCursorPosX(ImGui::GetWindowContentRegionMax().x - 2 * width -
                         ImGui::GetStyle().ItemSpacing.x);
    if (ImGui::Button(model.tr("dialog.cancel"), {width, 0}))
        close(actions);
    ImGui::SameLine();
    ImGui::BeginDisabled(!ready);
    const char* action = model.tr(saves ? "dialog.do_save" : "dialog.do_open");
    if (accent_button(theme, action, {width, 0}) || (enter && ready)) {
        finish(model, state, actions);
    }
    ImGui::EndDisabled();
}

}  // namespace

bool would_replace(const FolderListing& folder, const std::string& name) {
    return std::any_of(folder.entries.begin(), folder.entries.end(),
                       [&](const auto& entry) { return entry.name == name; });
}

void draw_file_dialog(const Model& model, const Theme& theme, FileDialogState& state,
                      Actions& actions) {
    if (!is_file_dialog(model.dialog)) {
        state.shown = Dialog::none;
        return;
    }
    if (state.shown != model.dialog) {
        state = {};
        state.shown = model.dialog;
        state.name = model.proposed_file;
    }
    if (!begin_modal(theme, "##file_dialog"))
        return;
    words(model.tr(title_key(model.dialog)), theme.title, theme.palette.text, false);
    ImGui::Dummy({0, theme.em * 0.2F});
    draw_folder_line(model, theme, state, actions);
    draw_listing(model, theme, state, actions);
    ImGui::SetNextItemWidth(theme.em * 40);
    const bool enter = ImGui::InputTextWithHint("##name", model.tr("dialog.name"), &state.name,
                                                ImGuiInputTextFlags_EnterReturnsTrue);
    draw_buttons(model, theme, state, enter, actions);
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)))
        close(actions);
    ImGui::EndPopup();
}

}  // namespace app
