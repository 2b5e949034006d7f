// Opens the gazetteers for a command, which says on stderr what was left out.
#pragma once

#include "app/commands/commands.hpp"
#include "app/knowledge.hpp"

namespace app {

geo::Result<gazetteer::Gazetteer> open_places(CommandContext& context,
                                              const GazetteerChoice& choice);
geo::Result<Knowledge> open_knowledge(CommandContext& context, const GazetteerChoice& choice);

}  // namespace app
