// toposcope gazetteer build: sources of places to one index file.
#include "app/commands/gazetteer_build.hpp"

#include <fmt/ostream.h>

#include <nlohmann/json.hpp>

#include "app/commands/terminal_progress.hpp"
#include "gazetteer/index_builder.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
using Counted = std::vector<std::pair<std::string, std::size_t>>;

/// "12 no name, 3 no position on the earth"
std::string in_words(const Counted& counts) {
    std::string words;
    for (const auto& [what, count] : counts)
        words += fmt::format("{}{} {}", words.empty() ? "" : ", ", count, what);
    return words;
}

Json to_json(const Counted& counts) {
    Json json = Json::object();
    for (const auto& [what, count] : counts)
        json[what] = count;
    return json;
}

void report(const std::string& index_path, const gazetteer::BuildSummary& summary,
            CommandContext& context) {
    const std::string refused = in_words(summary.refused);
    const std::string doubts = in_words(summary.doubts);
    fmt::print(context.err,
               "{}: {} places; rows read {}, merged with another {}, refused {}{}; in doubt {}{}; "
               "areas filled from polygons {}\n",
               index_path, summary.places, summary.rows_read, summary.rows_merged,
               summary.rows_skipped, refused.empty() ? "" : " (" + refused + ")", summary.flagged,
               doubts.empty() ? "" : " (" + doubts + ")", summary.filled);
    if (!context.json)
        return;
    context.out << Json{{"index", index_path},
                        {"places", summary.places},
                        {"rows_read", summary.rows_read},
                        {"rows_merged", summary.rows_merged},
                        {"rows_refused", summary.rows_skipped},
                        {"refused", to_json(summary.refused)},
                        {"in_doubt", summary.flagged},
                        {"doubts", to_json(summary.doubts)},
                        {"areas", summary.areas},
                        {"areas_filled", summary.filled}}
                       .dump(-1, ' ', false, Json::error_handler_t::replace)
                << '\n';
}

}  // namespace

int build_and_report(const std::vector<std::string>& files, const GazetteerSources& sources,
                     const std::string& index_path, geo::Overwrite overwrite,
                     CommandContext& context) {
    gazetteer::BuildOptions options;
    options.overwrite = overwrite;
    options.columns = sources.columns;
    options.alternate_names = sources.alternate_names;
    options.areas = sources.areas;
    options.country = sources.country;
    options.vintage = sources.vintage;
    options.base_map = context.share_folder + "/basemap";
    const auto built = [&] {
        TerminalProgress progress(context);
        options.progress = [&](std::string_view step, double share) { progress.show(step, share); };
        return gazetteer::build_index(files, index_path, options);
    }();
    if (!built)
        return complain(context, built.error().message);
    for (const geo::Problem& problem : built->problems)
        fmt::print(context.err, "{}\n", geo::to_string(problem));
    report(index_path, built->value, context);
    return kDone;
}

int run(const GazetteerBuildCommand& command, CommandContext& context) {
    return build_and_report(command.sources.files, command.sources, command.output,
                            command.overwrite, context);
}

}  // namespace app
