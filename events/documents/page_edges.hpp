// What stands at the edges of pages: running heads, page numbers, footnotes, columns.
#pragma once

#include <cstdint>
#include <vector>

#include "events/documents/pdf_layout.hpp"

namespace events {

/// Looks at all pages at once: only what several pages repeat is a running head.
class PageEdges {
  public:
    explicit PageEdges(const PdfLayout& layout);
    /// A line among the outermost of its page whose words, page numbers apart, stand at the same
    /// height on at least two pages and a quarter of all, no more than two pages apart.
    bool is_running(std::size_t page, std::size_t line) const {
        return m_roles[page][line] == Role::running;
    }
    /// A line in smaller type in the lower part of a page, from the first such line that begins
    /// with a number or mark down.
    bool is_footnote(std::size_t page, std::size_t line) const {
        return m_roles[page][line] == Role::footnote;
    }
    /// The height of most of the text's type, in points.
    float body_height() const { return m_body_height; }
    /// How far the lines beside this one that stand in the same column reach, in points.
    float right_of_column(std::size_t page, std::size_t line) const;

  private:
    enum class Role : std::uint8_t { text, running, footnote };
    void find_body_height();
    void find_running();
    void keep_inner_lines(std::size_t page);
    void find_footnotes(std::size_t page);

    const PdfLayout& m_layout;
    std::vector<std::vector<Role>> m_roles;
    float m_body_height = 0;
};

}  // namespace events
