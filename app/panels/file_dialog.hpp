// Opening and saving inside the window: a path, the folder's content, and what would be replaced.
#pragma once

#include <string>

#include "app/actions.hpp"
#include "app/model.hpp"
#include "app/ui_theme.hpp"

namespace app {

struct FileDialogState {
    Dialog shown = Dialog::none;  ///< the one the fields below belong to
    std::string folder;           ///< as typed
    std::string name;
    bool replace = false;  ///< the user ticked that the existing file may go
};

/// One of open, save_as, export_geojson, screenshot; nothing for other dialogs.
void draw_file_dialog(const Model& model, const Theme& theme, FileDialogState& state,
                      Actions& actions);

/// Whether the listed folder has a file of this name.
bool would_replace(const FolderListing& folder, const std::string& name);

}  // namespace app
