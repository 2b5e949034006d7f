// The user's gazetteers that cannot be opened are told, and the command goes on without them.
#include "app/commands/open_places.hpp"

namespace app {
namespace {

void tell(CommandContext& context, const std::vector<geo::Problem>& problems) {
    for (const geo::Problem& problem : problems)
        context.err << geo::to_string(problem) << '\n';
}

}  // namespace

geo::Result<gazetteer::Gazetteer> open_places(CommandContext& context,
                                              const GazetteerChoice& choice) {
    auto opened = open_gazetteer(context.share_folder, choice);
    if (!opened)
        return tl::unexpected(opened.error());
    tell(context, opened->problems);
    return std::move(opened->value);
}

geo::Result<Knowledge> open_knowledge(CommandContext& context, const GazetteerChoice& choice) {
    auto knowledge = load_knowledge(context.share_folder, choice);
    if (knowledge)
        tell(context, knowledge->problems);
    return knowledge;
}

}  // namespace app
