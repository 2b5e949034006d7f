// Gathers the paragraphs, rows and notes of a word processor's file while its XML goes by.
#pragma once

#include "events/documents/extracted_text.hpp"

namespace events {

/// Calls must nest as the elements do; a paragraph may hold a note with paragraphs of its own.
class WordBlocks {
  public:
    explicit WordBlocks(ExtractedText& out) : m_out(out) {}

    void open_paragraph();
    /// What the paragraph is, when it is no plain one; outside of tables only.
    void set_kind(BlockKind kind);
    void add_words(std::string_view words);
    void close_paragraph();

    void open_cell();
    void close_cell();
    void open_row();
    void close_row();

    void open_note();
    void close_note();
    /// Writes the notes after the text.
    void finish();

  private:
    struct Open {
        std::string words;
        BlockKind kind = BlockKind::paragraph;
    };
    std::vector<Open> m_open;
    std::vector<std::string> m_cells;  ///< of the row that is open
    std::vector<std::string> m_notes;
    int m_cell_depth = 0;  ///< tables inside tables are read as words of the outer cell
    int m_note_depth = 0;
    int m_row_depth = 0;
    ExtractedText& m_out;
};

}  // namespace events
