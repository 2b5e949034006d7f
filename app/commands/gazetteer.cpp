// toposcope gazetteer: builds and inspects index files.
#include "gazetteer/gazetteer.hpp"

#include <fmt/ostream.h>

#include "app/commands/commands.hpp"
#include "gazetteer/index_builder.hpp"

namespace app {
namespace {

int build(const GazetteerCommand& command, CommandContext& context) {
    const auto built =
        gazetteer::build_index(command.sources, command.output, {.overwrite = command.overwrite});
    if (!built)
        return complain(context, built.error().message);
    for (const geo::Problem& problem : built->problems)
        fmt::print(context.err, "{}\n", geo::to_string(problem));
    fmt::print(context.err, "{}: {} places from {} rows, {} skipped\n", command.output,
               built->value.places, built->value.rows_read, built->value.rows_skipped);
    return kDone;
}

int info(const GazetteerCommand& command, CommandContext& context) {
    std::vector<std::string> paths = command.sources;
    if (paths.empty())
        paths.push_back(context.share_folder + "/gazetteer/world.idx");
    for (const std::string& path : paths) {
        const auto index = gazetteer::Gazetteer::open({path});
        if (!index)
            return complain(context, index.error().message);
        if (const auto whole = index->verify(); !whole)
            return complain(context, whole.error().message);
        fmt::print(context.out, "{}: {} places, whole\n", path, index->size());
    }
    return kDone;
}

}  // namespace

int run(const GazetteerCommand& command, CommandContext& context) {
    return command.action == "build" ? build(command, context) : info(command, context);
}

}  // namespace app
