// toposcope [FILE...]: the window.
#include "app/commands/commands.hpp"
#include "app/window.hpp"

namespace app {

int run(const WindowCommand& command, CommandContext& context) {
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
