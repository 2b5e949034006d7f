// The members of a ZIP archive, with limits on how many there are and what they unfold to.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "geo/input_file.hpp"
#include "geo/result.hpp"

namespace events {

struct ArchiveMember {
    std::string name;  ///< only a name: nothing is ever written under it
    std::string bytes;
    std::string problem;  ///< why there are no bytes: "is encrypted ..."; else empty
};

struct ArchiveLimits {
    std::size_t members = 10'000;
    std::size_t member_bytes = geo::kMaxReportBytes;
    std::size_t all_bytes = std::size_t{256} << 20;
    std::size_t ratio = 200;  ///< of unfolded bytes to those of the archive
};

struct Archive {
    std::vector<ArchiveMember> members;  ///< those wanted, in the archive's order
    std::vector<std::string> others;     ///< names of the rest, folders not counted
    std::string broken;  ///< what was wrong after the last of them: cut off, too many, too large
};

bool looks_like_zip(std::string_view bytes);

/// Unpacks the members whose names are wanted into memory. Small archives may unfold to more than
/// the ratio says. Fails when nothing can be read.
geo::Result<Archive> read_archive(const geo::InputFile& file,
                                  const std::function<bool(const std::string&)>& wanted,
                                  const ArchiveLimits& limits = {});

}  // namespace events
