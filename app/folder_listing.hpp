// What lies in a folder, for the file dialogs.
#pragma once

#include <string>

#include "app/model.hpp"

namespace app {

/// Folders first, each group by name; hidden files are left out. `error` says why it failed.
FolderListing list_folder(const std::string& path);

/// Where a file dialog starts: the folder that the program was started in.
std::string start_folder();

}  // namespace app
