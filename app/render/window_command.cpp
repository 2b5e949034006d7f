// toposcope [FILE...]: the window.
#include <filesystem>

#include "app/commands/commands.hpp"
#include "app/window.hpp"

namespace app {

int run(const WindowCommand& command, CommandContext& context) {
    for (const std::string& file : command.files) {
        std::error_code error;
        if (!std::filesystem::exists(file, error)) {
            return complain(
                context, file + ": no such file, and no command of this name (--help lists them)",
                kWrongArguments);
        }
    }
    WindowOptions options;
    options.share_folder = context.share_folder;
    options.files = command.files;
    options.gazetteers = command.gazetteers;
    options.language = command.language;
    options.print_trace = command.print_selection;
    if (const auto closed = run_window(options); !closed)
        return complain(context, closed.error().message);
    return kDone;
}

}  // namespace app
