// PDF files to text and blocks, through the program pdftotext in a child process.
#pragma once

#include "events/documents/child_process.hpp"
#include "events/documents/extracted_text.hpp"

namespace events {

/// Which program reads PDF files, and how much it may use.
struct PdfProgram {
    std::string path = find_program("pdftotext");  ///< empty: not installed
    ChildLimits limits;
};

bool looks_like_pdf(std::string_view bytes);

/// Fails with one sentence when pdftotext is missing or passes its limits (more of them for larger
/// files), when the file is encrypted or no PDF that can be read, and when no page holds text (a
/// scan). Pages without text among others are a problem, and so is damage.
geo::Result<ExtractedText> read_pdf(const geo::InputFile& file, const Lexicons& lexicons,
                                    const PdfProgram& program = {});

}  // namespace events
