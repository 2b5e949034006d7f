// toposcope shot: the map of a casebook as an image, without a display.
#include <fmt/ostream.h>

#include "app/commands/commands.hpp"
#include "app/knowledge.hpp"
#include "app/render/shot.hpp"
#include "events/casebook_file.hpp"

namespace app {

int run(const ShotCommand& command, CommandContext& context) {
    if (!command.output.ends_with(".png")) {
        return complain(context, command.output + ": a shot is a .png file", kWrongArguments);
    }
    if (const auto writable = geo::check_output_path(command.output, command.overwrite);
        !writable) {
        return complain(context, writable.error().message);
    }
    const auto file =
        events::CasebookFile::open(command.casebook, events::CasebookFile::Mode::read_only);
    if (!file)
        return complain(context, file.error().message);
    const auto casebook = file->load();
    if (!casebook)
        return complain(context, casebook.error().message);
    const auto gazetteer = open_gazetteer(context.share_folder, {});
    if (!gazetteer)
        return complain(context, gazetteer.error().message);
    ShotOptions options;
    options.output = command.output;
    options.overwrite = command.overwrite;
    options.width_px = command.width_px;
    options.height_px = command.height_px;
    options.at = command.at;
    options.view = command.view;
    const auto shot = render_shot(*casebook, *gazetteer, context.share_folder, options);
    if (!shot)
        return complain(context, shot.error().message);
    fmt::print(context.err, "{}: {}x{} pixels\n", command.output, command.width_px,
               command.height_px);
    return kDone;
}

}  // namespace app
