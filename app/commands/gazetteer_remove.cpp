// toposcope gazetteer remove: drops gazetteers that the user has added.
#include <fmt/ostream.h>

#include <filesystem>

#include "app/commands/commands.hpp"
#include "app/commands/terminal_progress.hpp"
#include "app/user_gazetteers.hpp"

namespace app {
namespace {

/// Only a regular file of that name inside the folder goes; the name cannot lead out of it.
geo::Result<std::uint64_t> remove_one(const std::string& folder, const std::string& name) {
    namespace fs = std::filesystem;
    if (const auto good = check_gazetteer_name(name); !good)
        return tl::unexpected(good.error());
    if (folder.empty())
        return geo::fail("no folder of your gazetteers: neither XDG_DATA_HOME nor HOME is set");
    const std::string path = user_gazetteer_path(folder, name);
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(path, error)))
        return geo::fail(
            fmt::format("{}: you have added no gazetteer of this name (\"toposcope "
                        "gazetteer info\" lists them)",
                        name));
    const auto bytes = fs::file_size(path, error);
    if (!fs::remove(path, error))
        return geo::fail(fmt::format("{}: could not be removed: {}", path, error.message()));
    return bytes;
}

}  // namespace

int run(const GazetteerRemoveCommand& command, CommandContext& context) {
    int code = kDone;
    const std::string folder = user_gazetteer_folder();
    for (const std::string& name : command.names) {
        const auto removed = remove_one(folder, name);
        if (!removed) {
            code = complain(context, name == "shipped" || name == "world"
                                         ? "the shipped gazetteer cannot be removed"
                                         : removed.error().message);
            continue;
        }
        fmt::print(context.err, "{}: removed ({}, {})\n", name, user_gazetteer_path(folder, name),
                   bytes_in_words(*removed));
    }
    return code;
}

}  // namespace app
