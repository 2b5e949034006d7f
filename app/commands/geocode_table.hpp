// A table whose column of names is looked up: the same table with the places in new columns.
#pragma once

#include "app/commands/commands.hpp"
#include "gazetteer/gazetteer.hpp"

namespace app {

/// Names that occur again with the same country and areas are looked up once. Prints the counts on
/// stderr, with --json on stdout. Returns the exit code.
int geocode_table(const GeocodeTable& table, const gazetteer::LookupContext& lookup,
                  const gazetteer::Gazetteer& gazetteer, CommandContext& context);

}  // namespace app
