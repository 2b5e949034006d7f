// toposcope read: reports to a casebook, GeoJSON or a table.
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <nlohmann/json.hpp>

#include "app/commands/commands.hpp"
#include "app/commands/open_places.hpp"
#include "app/read_reports.hpp"
#include "events/casebook.hpp"
#include "events/casebook_file.hpp"
#include "events/tables/features.hpp"

namespace app {
namespace {

struct Counts {
    std::size_t read = 0;
    std::size_t refused = 0;
    std::size_t problems = 0;
};

/// Puts what was read into the casebook and says what was not.
Counts collect(std::vector<geo::Result<events::ReadReport>>& results, events::Casebook& casebook,
               std::vector<events::PlaceMention>& mentions, std::ostream& err) {
    Counts counts;
    for (auto& result : results) {
        if (!result) {
            fmt::print(err, "{}\n", result.error().message);
            ++counts.refused;
            continue;
        }
        for (const geo::Problem& problem : result->problems)
            fmt::print(err, "{}\n", geo::to_string(problem));
        counts.problems += result->problems.size();
        mentions.insert(mentions.end(), result->mentions.begin(), result->mentions.end());
        casebook.add(std::move(*result));
        ++counts.read;
    }
    return counts;
}

geo::Result<void> write_result(const ReadCommand& command, const events::Casebook& casebook,
                               const std::vector<events::PlaceMention>& mentions) {
    if (command.output.ends_with(".gpkg")) {
        const auto file = events::CasebookFile::create(command.output, casebook, command.overwrite);
        if (!file)
            return tl::unexpected(file.error());
        return {};
    }
    const auto everything = events::ExportSelection::all_of(casebook);
    const bool geojson = command.output == "-" || command.output.ends_with(".geojson") ||
                         command.output.ends_with(".json");
    if (geojson) {
        const std::string text =
            command.mentions ? events::to_geojson_with_mentions(casebook, everything, mentions)
                             : events::to_geojson(casebook, everything);
        return geo::write_output_file(command.output, text, command.overwrite);
    }
    return events::export_features(casebook, everything, command.output, command.overwrite);
}

void report_counts(const ReadCommand& command, const Counts& counts,
                   const events::Casebook& casebook, CommandContext& context) {
    const std::size_t unplaced = static_cast<std::size_t>(
        std::count_if(casebook.events().begin(), casebook.events().end(),
                      [](const auto& event) { return !event.place.point; }));
    if (context.json && command.output != "-") {
        context.out << nlohmann::ordered_json{{"output", command.output},
                                              {"reports_read", counts.read},
                                              {"reports_refused", counts.refused},
                                              {"events", casebook.events().size()},
                                              {"events_without_place", unplaced},
                                              {"flows", casebook.flows().size()},
                                              {"problems", counts.problems}}
                           .dump()
                    << '\n';
        return;
    }
    fmt::print(context.err,
               "{}: {} report{} read, {} refused; {} events ({} without a place), {} flows; {} "
               "problem{} named above\n",
               command.output, counts.read, counts.read == 1 ? "" : "s", counts.refused,
               casebook.events().size(), unplaced, casebook.flows().size(), counts.problems,
               counts.problems == 1 ? "" : "s");
}

}  // namespace

int run(const ReadCommand& command, CommandContext& context) {
    if (!events::is_known_output(command.output)) {
        return complain(context,
                        command.output +
                            ": cannot tell what to write from this ending; use .gpkg, .geojson, "
                            ".csv, .kml or .fgb",
                        kWrongArguments);
    }
    if (const auto writable = geo::check_output_path(command.output, command.overwrite);
        !writable) {
        return complain(context, writable.error().message);
    }
    const auto knowledge = open_knowledge(context, command.gazetteers);
    if (!knowledge)
        return complain(context, knowledge.error().message);
    if (const auto known = check_countries(knowledge->gazetteer, command.countries); !known) {
        return complain(context, known.error().message, kWrongArguments);
    }
    const bool tables = !command.columns.text.empty();
    const auto paths = tables ? command.files : expand_inputs(command.files);
    if (paths.empty())
        return complain(context, command.files.front() +
                                     ": no reports in this folder (.txt, .md, .html, .pdf, .docx, "
                                     ".odt, .epub, .eml, .zip)");
    const events::ReadOptions options{command.published, command.period, command.countries,
                                      command.language};
    auto results = tables
                       ? read_table_rows(paths, command.columns, *knowledge, options, command.jobs)
                       : read_reports(paths, *knowledge, options, command.jobs);

    events::Casebook casebook;
    std::vector<events::PlaceMention> mentions;
    const Counts counts = collect(results, casebook, mentions, context.err);
    if (counts.read == 0)
        return complain(context, "nothing could be read; " + command.output + " not written");
    if (const auto written = write_result(command, casebook, mentions); !written) {
        return complain(context, written.error().message);
    }
    report_counts(command, counts, casebook, context);
    return counts.refused == 0 ? kDone : kFailed;
}

}  // namespace app
