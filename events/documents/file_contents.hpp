// The reports inside a file that holds several: members of archives, attachments of mails.
#pragma once

#include <vector>

#include "geo/input_file.hpp"
#include "geo/result.hpp"

namespace events {

struct FileContents {
    bool is_report = true;                             ///< the file has a text of its own
    std::vector<geo::Result<geo::InputFile>> members;  ///< each to be read as a file; hashed
    std::vector<geo::Problem> problems;                ///< what was passed over
};

/// For a ZIP archive that is no document its members, for a mail its attachments, each named
/// "archive.zip/member.txt" (only a name: nothing is written under it). Pictures, programs and the
/// like are passed over in one problem; what is encrypted, damaged or over the limits is an error
/// of its own. Other files have no members. `inside_archive`: an archive in an archive is refused.
FileContents open_file_contents(const geo::InputFile& file, bool inside_archive = false);

}  // namespace events
