// What a person calls a gazetteer on the command line.
#pragma once

#include <string>

#include "app/commands/commands.hpp"
#include "app/knowledge.hpp"

namespace app {

/// "shipped", the name of one that the user has added, or the path of an index file, to its path.
std::string gazetteer_path(const CommandContext& context, const std::string& name_or_path);

/// Paths of those named; without any, of all that commands open. Of the user's own the damaged ones
/// stand among the problems.
geo::Loaded<std::vector<std::string>> gazetteer_paths_named(const CommandContext& context,
                                                            const std::vector<std::string>& named,
                                                            const GazetteerChoice& choice);

}  // namespace app
