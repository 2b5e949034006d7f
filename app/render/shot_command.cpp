// toposcope shot: the map of a casebook as an image, without a display.
#include <fmt/ostream.h>

#include "app/commands/casebook_input.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/open_places.hpp"
#include "app/render/shot.hpp"

namespace app {

int run(const ShotCommand& command, CommandContext& context) {
    if (!command.output.ends_with(".png")) {
        return complain(context, command.output + ": a shot is a .png file", kWrongArguments);
    }
    const auto casebook = load_for_output(command.casebook, command.output, command.overwrite);
    if (!casebook)
        return complain(context, casebook.error().message);
    const auto gazetteer = open_places(context, {});
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
