// What export, brief and shot share: a casebook to read, an output that may be written, and which
// of its events may go out.
#pragma once

#include <string>

#include "app/commands/commands.hpp"
#include "events/casebook.hpp"
#include "events/filter.hpp"
#include "geo/output_file.hpp"
#include "geo/result.hpp"

namespace app {

/// Loads the casebook once it is sure that the output may be written.
geo::Result<events::Casebook> load_for_output(const std::string& casebook,
                                              const std::string& output, geo::Overwrite overwrite);

/// From a casebook in which a person has decided something only accepted events go out, unless the
/// filter names statuses. Says how many are withheld.
void keep_reviewed_only(events::Filter& filter, const events::Casebook& casebook,
                        CommandContext& context);

}  // namespace app
