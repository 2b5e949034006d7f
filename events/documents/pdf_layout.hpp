// Where the words of a PDF stand on its pages, as "pdftotext -bbox-layout" writes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace events {

/// In points; x to the right, y down from the top of the page.
struct PdfBox {
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
    float height() const { return bottom - top; }
    float width() const { return right - left; }
};

struct PdfLine {
    PdfBox box;
    float first_word_width = 0;
    float height = 0;         ///< of most of its words: stands for the size of the type
    std::uint32_t block = 0;  ///< counts the blocks of the page
    std::string words;        ///< one space between; footnote marks left out
};

struct PdfPage {
    float width = 0;
    float height = 0;
    std::vector<PdfLine> lines;  ///< in reading order: column by column
};

struct PdfLayout {
    std::string title;
    std::string author;
    std::string created;
    std::vector<PdfPage> pages;
};

/// Reads as far as the text goes; what it does not know it passes over.
PdfLayout read_pdf_layout(std::string_view xhtml);

}  // namespace events
