// What main() does before anything else: closes the doors that this program never needs.
#pragma once

#include "geo/result.hpp"

namespace app {

/// Drops every GDAL_*, OGR_*, CPL_*, OSR_*, GML_* and PROJ_* variable and points GDAL's
/// configuration file at nothing, so that the machine's settings cannot change what a file means.
void scrub_environment();

/// No core files (they would hold report text), new files readable by their owner only.
void keep_traces_private();

/// A full disk, a size limit or a closed pipe ends in an error from the call, not in a killed process.
void turn_write_signals_into_errors();

/// From here on the kernel refuses every socket but local ones (AF_UNIX: the window system), in
/// this process and all its children. Cannot be undone. Fails when the kernel has no seccomp.
geo::Result<void> refuse_network();

}  // namespace app
