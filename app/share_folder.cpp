// Finds the data folder from the place of the running program.
#include "app/share_folder.hpp"

#include <filesystem>

namespace app {

geo::Result<std::string> find_share_folder() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error)
        return geo::fail("cannot find the program's own folder: " + error.message());
    const auto folder = program.parent_path();
    for (const auto& candidate : {folder / "share/toposcope", folder / "../share/toposcope"}) {
        if (std::filesystem::is_directory(candidate, error)) {
            return std::filesystem::weakly_canonical(candidate).string();
        }
    }
    return geo::fail("no folder share/toposcope beside the program (" + folder.string() +
                     "); build or install it again");
}

}  // namespace app
