// Finds running heads by repetition, footnotes by type and place.
#include "events/documents/page_edges.hpp"

#include <cmath>
#include <limits>
#include <map>

#include "events/language/code_points.hpp"

namespace events {

namespace {

constexpr std::size_t kOutermost = 4;        ///< lines at the top and at the bottom of a page
constexpr float kEdge = 0.16F;               ///< of the page's height
constexpr float kSameHeightOnPage = 0.008F;  ///< of the page's height
constexpr float kFewestPages = 0.25F;        ///< that repeat a running head
constexpr std::size_t kPagesBetween = 2;     ///< left and right pages may differ
constexpr float kFootnoteHeight = 0.93F;     ///< of the body's type
constexpr float kFootnotesBelow = 0.45F;     ///< of the page's height

/// Words with the page number as '#': a number at either end, and every number of a short line
/// ("Page 3 of 12").
std::string without_page_number(std::string_view words) {
    constexpr std::ptrdiff_t kMostSpaces = 4;
    const std::string folded = fold_word(words);
    const bool is_short = std::count(folded.begin(), folded.end(), ' ') <= kMostSpaces;
    std::string out;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size() && is_digit(static_cast<unsigned char>(folded[end])))
            ++end;
        const bool number = end > at;
        end = std::max(end, at + 1);
        if (number && (is_short || at == 0 || end == folded.size()))
            out += '#';
        else
            out.append(folded, at, end - at);
        at = end;
    }
    return out;
}

/// "1 See ...", "12. Ibid.", "* Figures", "[3] ..."
bool opens_note(std::string_view words) {
    if (words.starts_with('*') || words.starts_with("†"))
        return true;
    if (words.starts_with('['))
        words.remove_prefix(1);
    const std::size_t end = words.find_first_not_of("0123456789");
    return end != std::string_view::npos && end > 0 && end <= 3;
}

}  // namespace

PageEdges::PageEdges(const PdfLayout& layout) : m_layout(layout) {
    for (const PdfPage& page : layout.pages)
        m_roles.emplace_back(page.lines.size(), Role::text);
    find_body_height();
    find_running();
    for (std::size_t page = 0; page < layout.pages.size(); ++page)
        find_footnotes(page);
}

void PageEdges::find_body_height() {
    std::map<int, std::size_t> bytes;  // by height in tenths of a point
    for (const PdfPage& page : m_layout.pages) {
        for (const PdfLine& line : page.lines)
            bytes[static_cast<int>(std::lround(line.height * 10))] += line.words.size();
    }
    std::size_t most = 0;
    for (const auto& [height, size] : bytes) {
        if (size > most) {
            most = size;
            m_body_height = static_cast<float>(height) / 10;
        }
    }
}

void PageEdges::find_running() {
    struct Seen {
        std::size_t page;
        std::size_t line;
        float at;  // the line's middle, of the page's height
    };
    std::map<std::string, std::vector<Seen>> by_words;
    for (std::size_t p = 0; p < m_layout.pages.size(); ++p) {
        const PdfPage& page = m_layout.pages[p];
        std::vector<std::size_t> order(page.lines.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(page.lines[a].box.top, a) < std::pair(page.lines[b].box.top, b);
        });
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i >= kOutermost && i + kOutermost < order.size())
                continue;
            const PdfLine& line = page.lines[order[i]];
            const float at = (line.box.top + line.box.bottom) / 2 / std::max(page.height, 1.0F);
            if (at < kEdge || at > 1 - kEdge)
                by_words[without_page_number(line.words)].push_back({p, order[i], at});
        }
    }
    const auto pages = static_cast<float>(m_layout.pages.size());
    const std::size_t fewest =
        std::max<std::size_t>(2, static_cast<std::size_t>(std::ceil(pages * kFewestPages)));
    for (const auto& [words, places] : by_words) {
        for (const Seen& seen : places) {
            std::size_t last_page = m_layout.pages.size();
            std::size_t count = 0;
            for (const Seen& other : places) {
                if (count >= fewest)
                    break;
                const bool same = std::abs(other.at - seen.at) < kSameHeightOnPage &&
                                  (count == 0 || other.page - last_page <= kPagesBetween);
                count += same && other.page != last_page ? 1 : 0;
                last_page = same ? other.page : last_page;
            }
            if (count >= fewest)
                m_roles[seen.page][seen.line] = Role::running;
        }
    }
    for (std::size_t page = 0; page < m_layout.pages.size(); ++page)
        keep_inner_lines(page);
}

/// Behind a line of the text, seen from the page's edge, no running head follows.
void PageEdges::keep_inner_lines(std::size_t page) {
    std::vector<Role>& roles = m_roles[page];
    const std::vector<PdfLine>& lines = m_layout.pages[page].lines;
    float first = std::numeric_limits<float>::max();
    float last = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (roles[i] != Role::running) {
            first = std::min(first, lines[i].box.top);
            last = std::max(last, lines[i].box.bottom);
        }
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool upper = lines[i].box.top < m_layout.pages[page].height / 2;
        const bool inside = upper ? lines[i].box.bottom > first + 1 : lines[i].box.top < last - 1;
        if (inside && roles[i] == Role::running)
            roles[i] = Role::text;
    }
}

void PageEdges::find_footnotes(std::size_t page_at) {
    const PdfPage& page = m_layout.pages[page_at];
    const auto is_small = [&](const PdfLine& line) {
        return line.height < kFootnoteHeight * m_body_height &&
               line.box.top > kFootnotesBelow * page.height;
    };
    // Nothing in the body's type may follow below a note in its column.
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        if (!is_small(page.lines[i]) || !opens_note(page.lines[i].words))
            continue;
        std::size_t end = i;
        while (end < page.lines.size() &&
               (m_roles[page_at][end] == Role::running || is_small(page.lines[end])))
            ++end;
        const bool at_foot =
            end == page.lines.size() || page.lines[end].box.top < page.lines[i].box.top;
        for (std::size_t at = i; at_foot && at < end; ++at) {
            if (m_roles[page_at][at] == Role::text)
                m_roles[page_at][at] = Role::footnote;
        }
        i = std::max(i, end - 1);
    }
}

float PageEdges::right_of_column(std::size_t page, std::size_t line_at) const {
    constexpr std::size_t kLinesAround = 25;
    const std::vector<PdfLine>& lines = m_layout.pages[page].lines;
    const PdfLine& line = lines[line_at];
    const float slack = 3 * std::max(line.height, 1.0F);
    float right = line.box.right;
    const std::size_t first = line_at < kLinesAround ? 0 : line_at - kLinesAround;
    for (std::size_t i = first; i < std::min(lines.size(), line_at + kLinesAround); ++i) {
        const bool same_column = std::abs(lines[i].box.left - line.box.left) < slack;
        if (same_column && std::abs(lines[i].height - line.height) < 1)
            right = std::max(right, lines[i].box.right);
    }
    return right;
}

}  // namespace events
