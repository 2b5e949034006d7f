// toposcope export: a casebook's events and flows to a file.
#include <fmt/ostream.h>

#include "app/commands/commands.hpp"
#include "app/commands/where.hpp"
#include "events/casebook_file.hpp"
#include "events/filter.hpp"
#include "events/tables/features.hpp"
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

/// A casebook in which a person has decided something goes out as accepted unless asked otherwise.
void keep_reviewed_only(events::Filter& filter, const events::Casebook& casebook,
                        CommandContext& context) {
    if (!filter.statuses.empty() || casebook.decisions().empty())
        return;
    filter.statuses = {events::ReviewStatus::accepted, events::ReviewStatus::edited};
    const std::size_t kept = events::passing_events(casebook, filter).size();
    fmt::print(context.err,
               "{} of {} events are accepted and go out; {} withheld (--status "
               "proposed,accepted,edited for more)\n",
               kept, casebook.events().size(), casebook.events().size() - kept);
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
    keep_reviewed_only(*filter, *casebook, context);

    events::ExportSelection selection;
    if (command.layer != "flows")
        selection.events = events::passing_events(*casebook, *filter);
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
