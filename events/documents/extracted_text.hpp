// What a reader of one file format hands on: text in blocks, and what the file says about itself.
#pragma once

#include "events/documents/document.hpp"

namespace events {

struct ExtractedText {
    std::string text;  ///< a block a paragraph, an empty line between
    std::vector<Block> blocks;
    bool in_lines = false;   ///< the text is lines still to be cut into blocks, as a text file is
    std::string extraction;  ///< how, in words: "PDF, 12 pages"
    std::string title;
    std::string publisher;
    std::string author;
    std::string address;
    std::string language;        ///< "en", "fr-FR"
    std::string published;       ///< as written: "2019-05-03T10:00:00Z"
    std::string published_from;  ///< where: "article:published_time"
    std::string created;         ///< when the file was made, as written: weaker than `published`
    std::string created_from;    ///< where: "creation date of the PDF"
    std::vector<geo::Problem> problems;

    /// Appends a block of its own; `words` must be UTF-8. Nothing happens when they are empty.
    void add_block(BlockKind kind, std::string_view words, std::uint32_t page = 0);
    /// Appends the blocks of another text, and its problems.
    void append(const ExtractedText& other);
    /// A row of a table: one block, its cells side by side as "Gao | 3 May | 12 killed", so that
    /// what they say together stays together; cells of running text are blocks of their own.
    void add_row(const std::vector<std::string>& cells);
};

/// Appends `words` with every run of white space as one space, none at either end.
std::string collapse_spaces(std::string_view words);

/// The file's own name of a text ("Untitled", "report_v3.docx", "Microsoft Word - x") is no title.
bool is_file_title(std::string_view title);

}  // namespace events
