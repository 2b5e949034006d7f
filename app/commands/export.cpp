// toposcope export: a casebook's events and flows to a file.
#include <fmt/ostream.h>

#include "app/commands/casebook_input.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/where.hpp"
#include "events/filter.hpp"
#include "events/tables/features.hpp"
#include "events/tables/places.hpp"
#include "events/tables/profile_csv.hpp"

namespace app {
namespace {

/// The filter that the options describe together.
geo::Result<events::Filter> filter_of(const ExportCommand& command) {
    auto filter = parse_where(command.where);
    if (!filter)
        return filter;
    for (const events::ReviewStatus status : command.statuses)
        filter->statuses.insert(status);
    if (command.from || command.to) {
        if (command.from && command.to && *command.from > *command.to)
            return geo::fail("--from is after --to");
        filter->days = events::DayRange{command.from.value_or(events::make_day(1, 1, 1)),
                                        command.to.value_or(events::make_day(9999, 12, 31))};
    }
    return filter;
}

/// A table in the columns of ACLED or UCDP; what they have no row for is said.
int write_profile(const ExportCommand& command, const events::Casebook& casebook,
                  const events::ExportSelection& selection, events::ExportProfile profile,
                  CommandContext& context) {
    const auto written =
        events::export_profile(casebook, selection, profile, command.output, command.overwrite);
    if (!written)
        return complain(context, written.error().message);
    for (const geo::Problem& problem : *written)
        fmt::print(context.err, "{}\n", geo::to_string(problem));
    return kDone;
}

/// The layer of places is GeoJSON only.
int write_places(const ExportCommand& command, const events::Casebook& casebook,
                 const std::vector<std::size_t>& shown, CommandContext& context) {
    const bool geojson = command.output == "-" || command.output.ends_with(".geojson") ||
                         command.output.ends_with(".json");
    if (!geojson) {
        return complain(context, command.output + ": the layer of places is written as .geojson",
                        kWrongArguments);
    }
    const std::string text = events::places_to_geojson(casebook, shown);
    if (const auto written = geo::write_output_file(command.output, text, command.overwrite);
        !written) {
        return complain(context, written.error().message);
    }
    fmt::print(context.err, "{}: the places of {} events\n", command.output, shown.size());
    return kDone;
}

}  // namespace

int run(const ExportCommand& command, CommandContext& context) {
    auto filter = filter_of(command);
    if (!filter)
        return complain(context, filter.error().message, kWrongArguments);
    if (!events::is_known_output(command.output)) {
        return complain(context,
                        command.output +
                            ": cannot tell what to write from this ending; use .geojson, .csv, "
                            ".kml, .fgb or .gpkg",
                        kWrongArguments);
    }
    const auto casebook = load_for_output(command.casebook, command.output, command.overwrite);
    if (!casebook)
        return complain(context, casebook.error().message);
    keep_reviewed_only(*filter, *casebook, context);

    events::ExportSelection selection;
    if (command.layer != "flows")
        selection.events = events::passing_events(*casebook, *filter);
    if (command.layer == "places")
        return write_places(command, *casebook, selection.events, context);
    if (command.layer == "flows" || command.layer == "all")
        selection.flows = events::passing_flows(*casebook, *filter);
    if (const auto profile = events::parse_profile(command.profile))
        return write_profile(command, *casebook, selection, *profile, context);
    for (const geo::Problem& problem : events::export_losses(*casebook, selection, command.output))
        fmt::print(context.err, "{}\n", geo::to_string(problem));
    const auto written =
        events::export_features(*casebook, selection, command.output, command.overwrite);
    if (!written)
        return complain(context, written.error().message);
    fmt::print(context.err, "{}: {} events, {} flows\n", command.output, selection.events.size(),
               selection.flows.size());
    return kDone;
}

}  // namespace app
