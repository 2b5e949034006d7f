// Writes a file whole or not at all: temporary file in the same folder, fsync, read back, rename.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "geo/result.hpp"

namespace geo {

enum class Overwrite { refuse, allow };

/// Writes the bytes, flushes them to disk, reads them back and compares, then renames over `path`
/// and syncs the folder. On any failure the old file is untouched and no temporary file stays.
/// Refuses to replace anything but a regular file, and an existing one unless allowed:
/// "out.geojson: exists; give --overwrite to replace it". "-" writes to standard output.
/// The file's mode is 0600.
Result<void> write_output_file(const std::string& path, std::string_view bytes,
                               Overwrite overwrite = Overwrite::refuse);

/// The same for writers that need a path (GDAL, Cairo): `write` fills the temporary file it is
/// given, `check` re-opens it and says whether it is whole; only then does it become `path`.
Result<void> replace_file(const std::string& path, Overwrite overwrite,
                          const std::function<Result<void>(const std::string& temp_path)>& write,
                          const std::function<Result<void>(const std::string& temp_path)>& check);

/// What write_output_file would refuse, before the work is done: existing output, missing or
/// read-only folder, not a regular file.
Result<void> check_output_path(const std::string& path, Overwrite overwrite);

}  // namespace geo
