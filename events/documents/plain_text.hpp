// Bytes of a file to UTF-8 text.
#pragma once

#include <string>
#include <vector>

#include "geo/input_file.hpp"
#include "geo/result.hpp"

namespace events {

struct DecodedText {
    std::string text;                    ///< valid UTF-8; the file's own bytes when they are
    std::string encoding;                ///< "UTF-8", "UTF-16", "Windows-1252"
    std::vector<geo::Problem> problems;  ///< says when bytes were taken for something else
};

/// Fails with one sentence when the file is empty or no text (NUL bytes, many control characters).
/// Bytes that are no UTF-8 are read as UTF-16 by their byte order mark or their zeros, as UTF-8
/// with a few bad bytes replaced when most of it is good, in the encoding that the file declares,
/// else in the one of Windows-1252, 1251 and 1256 that its letters suggest. A guess is a problem.
geo::Result<DecodedText> decode_text(const geo::InputFile& file, std::string_view declared = {});

bool is_utf8(std::string_view bytes);

}  // namespace events
