// Builds an index and says what became of its sources: shared by `gazetteer build` and `add`.
#pragma once

#include <string>
#include <vector>

#include "app/commands/commands.hpp"

namespace app {

/// Writes one index from the files; problems and counts go to stderr, with --json the counts to
/// stdout. Returns the exit code.
int build_and_report(const std::vector<std::string>& files, const GazetteerSources& sources,
                     const std::string& index_path, geo::Overwrite overwrite,
                     CommandContext& context);

}  // namespace app
