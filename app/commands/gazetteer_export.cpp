// toposcope gazetteer export: all places of gazetteers as a table or a layer.
#include <fmt/ostream.h>

#include "app/commands/gazetteer_names.hpp"
#include "app/commands/terminal_progress.hpp"
#include "app/place_table.hpp"

namespace app {

int run(const GazetteerExportCommand& command, CommandContext& context) {
    const auto format = place_table_format(command.output);
    if (!format) {
        return complain(context,
                        command.output +
                            ": cannot tell what to write from this ending; use .csv, "
                            ".tsv, .geojson or .gpkg",
                        kWrongArguments);
    }
    if (const auto writable = geo::check_output_path(command.output, command.overwrite); !writable)
        return complain(context, writable.error().message);
    const auto paths = gazetteer_paths_named(context, command.indexes, command.gazetteers);
    for (const geo::Problem& problem : paths.problems)
        fmt::print(context.err, "{}\n", geo::to_string(problem));
    const auto gazetteer = gazetteer::Gazetteer::open(paths.value);
    if (!gazetteer)
        return complain(context, gazetteer.error().message);
    const PlaceTableFilter filter{command.countries, command.kinds};
    const auto written = [&] {
        TerminalProgress progress(context);
        return write_place_table(*gazetteer, filter, command.output, *format, command.overwrite,
                                 [&](double share) { progress.show(command.output, share); });
    }();
    if (!written)
        return complain(context, written.error().message);
    fmt::print(context.err, "{}: {} of {} places\n", command.output, *written, gazetteer->size());
    return kDone;
}

}  // namespace app
