// Lists folders with std::filesystem.
#include "app/folder_listing.hpp"

#include <filesystem>

namespace app {
namespace fs = std::filesystem;

FolderListing list_folder(const std::string& path) {
    FolderListing listing;
    std::error_code error;
    const fs::path folder = fs::weakly_canonical(path, error);
    listing.path = error ? path : folder.string();
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with('.'))
            continue;
        std::error_code entry_error;
        const bool is_folder = entry->is_directory(entry_error);
        if (!is_folder && !entry->is_regular_file(entry_error))
            continue;
        const auto bytes = is_folder ? 0 : entry->file_size(entry_error);
        listing.entries.push_back({name, is_folder, entry_error ? 0 : bytes});
    }
    if (error)
        listing.error = listing.path + ": " + error.message();
    std::sort(listing.entries.begin(), listing.entries.end(), [](const auto& a, const auto& b) {
        return std::pair(!a.is_folder, a.name) < std::pair(!b.is_folder, b.name);
    });
    return listing;
}

std::string start_folder() {
    std::error_code error;
    const auto folder = fs::current_path(error);
    return error ? "/" : folder.string();
}

}  // namespace app
