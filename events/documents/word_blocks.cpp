// Sorts paragraphs into the text, the open row or the notes.
#include "events/documents/word_blocks.hpp"

namespace events {

void WordBlocks::open_paragraph() {
    m_open.emplace_back();
}

void WordBlocks::set_kind(BlockKind kind) {
    if (!m_open.empty())
        m_open.back().kind = kind;
}

void WordBlocks::add_words(std::string_view words) {
    if (!m_open.empty())
        m_open.back().words += words;
}

void WordBlocks::close_paragraph() {
    if (m_open.empty())
        return;
    const Open paragraph = std::move(m_open.back());
    m_open.pop_back();
    const std::string words = collapse_spaces(paragraph.words);
    if (words.empty())
        return;
    std::string* into = nullptr;
    if (m_note_depth > 0 && !m_notes.empty())
        into = &m_notes.back();
    else if (m_cell_depth > 0 && !m_cells.empty())
        into = &m_cells.back();
    if (into == nullptr) {
        m_out.add_block(paragraph.kind, words);
        return;
    }
    if (!into->empty())
        *into += ' ';
    *into += words;
}

void WordBlocks::open_row() {
    if (m_row_depth++ == 0)
        m_cells.clear();
}

void WordBlocks::open_cell() {
    if (m_cell_depth++ == 0)
        m_cells.emplace_back();
}

void WordBlocks::close_cell() {
    m_cell_depth = std::max(0, m_cell_depth - 1);
}

void WordBlocks::close_row() {
    m_row_depth = std::max(0, m_row_depth - 1);
    if (m_row_depth > 0)
        return;
    m_out.add_row(m_cells);
    m_cells.clear();
}

void WordBlocks::open_note() {
    if (m_note_depth++ == 0)
        m_notes.emplace_back();
}

void WordBlocks::close_note() {
    m_note_depth = std::max(0, m_note_depth - 1);
}

void WordBlocks::finish() {
    while (!m_open.empty())  // the XML was cut off
        close_paragraph();
    for (const std::string& note : m_notes)
        m_out.add_block(BlockKind::footnote, note);
    m_notes.clear();
}

}  // namespace events
