// What kind of file some bytes are, by the bytes alone.
#pragma once

#include <cstdint>
#include <string_view>

#include "geo/input_file.hpp"

namespace events {

enum class FileFormat : std::uint8_t {
    text,  ///< also Markdown and everything that is nothing else; may turn out to be binary
    html,
    pdf,
    docx,
    odt,
    epub,
    mail,
    spreadsheet,  ///< XLSX or ODS: read as a table, not as a report
    archive,      ///< a ZIP archive of files
    foreign,      ///< known, and not read
};

struct FoundFormat {
    FileFormat format = FileFormat::text;
    std::string_view words;  ///< of a foreign one: "an RTF file"
};

FoundFormat find_format(const geo::InputFile& file);

}  // namespace events
