// Puts the lines of a PDF together again.
#include "events/documents/pdf_text.hpp"

#include <cmath>

#include "events/documents/line_ends.hpp"
#include "events/documents/page_edges.hpp"
#include "events/documents/text_blocks.hpp"
#include "events/language/code_points.hpp"

namespace events {

namespace {

constexpr float kHeadingHeight = 1.12F;  ///< of the body's type
constexpr float kTitleHeight = 1.3F;
constexpr float kSameHeight = 0.12F;    ///< lines of one paragraph differ by less
constexpr float kIndent = 0.7F;         ///< of the type's height: a first line that is set in
constexpr float kParagraphGap = 0.75F;  ///< of the type's height between two lines
constexpr std::size_t kLongestHeading = 200;
constexpr std::size_t kLongestLabel = 60;

bool ends_sentence(std::string_view words) {
    static constexpr std::array<std::string_view, 8> kClosing{"”", "»", "\"", "’",
                                                              "'", ")", "]",  "\u00A0"};
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::string_view mark : kClosing) {
            if (!words.ends_with(mark))
                continue;
            words.remove_suffix(mark.size());
            cut = true;
        }
    }
    static constexpr std::array<std::string_view, 6> kEnds{".", "!", "?", ":", ";", "…"};
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return words.ends_with(end); });
}

bool opens_small(std::string_view words) {
    if (words.empty())
        return false;
    const std::int32_t first = code_point_at(words, 0).value;
    return is_letter(first) && !is_upper_case(first);
}

bool ends_with_hyphen(std::string_view words) {
    return words.ends_with('-') || words.ends_with("\u2010") || words.ends_with("\u00AD");
}

bool is_bullet_alone(std::string_view words) {
    const std::string with_text = std::string(words) + " x";
    return words.find(' ') == std::string_view::npos &&
           bullet_length(with_text) == words.size() + 1 && !is_digit(code_point_at(words, 0).value);
}

/// "Publisher: ...": a line of a head is one by itself.
bool opens_with_label(std::string_view words) {
    const std::size_t end = words.find(' ');
    return end != std::string_view::npos && end > 1 && words[end - 1] == ':' &&
           !opens_small(words) && !is_digit(static_cast<unsigned char>(words.front()));
}

/// Lines that make one block of text.
struct Paragraph {
    std::string words;
    std::uint32_t page = 0;
    float height = 0;
    std::size_t lines = 0;
    bool bullet = false;
    float room = 0;  ///< left over on its last line, in points
};

class PdfText {
  public:
    PdfText(const PdfLayout& layout, const Lexicons& lexicons, ExtractedText& out)
        : m_layout(layout), m_line_ends(lexicons), m_out(out), m_edges(layout) {}

    void run() {
        for (const PdfPage& page : m_layout.pages) {
            for (const PdfLine& line : page.lines)
                m_line_ends.learn(line.words);
        }
        for (std::size_t p = 0; p < m_layout.pages.size(); ++p)
            add_page(p);
        write(m_paragraphs, false);
        write(m_footnotes, true);
    }

    std::size_t left_out() const { return m_left_out; }

  private:
    void add_page(std::size_t page) {
        const std::vector<PdfLine>& lines = m_layout.pages[page].lines;
        const PdfLine* before = nullptr;
        const PdfLine* note_before = nullptr;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const PdfLine& line = lines[i];
            if (m_edges.is_running(page, i)) {
                ++m_left_out;
                continue;
            }
            if (m_edges.is_footnote(page, i)) {
                add_line(m_footnotes, page, i, note_before);
                note_before = &line;
                continue;
            }
            add_line(m_paragraphs, page, i, before);
            before = &line;
        }
    }

    void add_line(std::vector<Paragraph>& paragraphs, std::size_t page, std::size_t line_at,
                  const PdfLine* before) {
        const PdfLine& line = m_layout.pages[page].lines[line_at];
        const std::size_t bullet = bullet_length(line.words);
        if (is_bullet_alone(line.words)) {
            m_bullet_waits = true;
            return;
        }
        const bool item = bullet > 0 || std::exchange(m_bullet_waits, false);
        const bool goes_on =
            !paragraphs.empty() && !item && continues(paragraphs.back(), line, before);
        if (!goes_on) {
            Paragraph fresh;
            fresh.page = static_cast<std::uint32_t>(page + 1);
            fresh.height = line.height;
            fresh.bullet = item;
            paragraphs.push_back(std::move(fresh));
        }
        Paragraph& paragraph = paragraphs.back();
        m_line_ends.append(paragraph.words, std::string_view(line.words).substr(bullet));
        ++paragraph.lines;
        paragraph.room = m_edges.right_of_column(page, line_at) - line.box.right;
    }

    /// Does a line go on with the paragraph that ends with the line `before` (null on a new page)?
    bool continues(const Paragraph& paragraph, const PdfLine& line, const PdfLine* before) const {
        const float height = std::max(paragraph.height, 1.0F);
        if (opens_with_label(line.words) && opens_with_label(paragraph.words))
            return false;
        if (std::abs(line.height - height) > kSameHeight * height)
            return false;
        const bool hyphen = ends_with_hyphen(paragraph.words);
        const bool moved = before == nullptr || line.box.top < before->box.top - height;
        // The page wrapped the line before when this one's first word did not fit on it.
        const bool wrapped = line.first_word_width + 0.2F * height > paragraph.room;
        const bool open = hyphen || !ends_sentence(paragraph.words);
        if (moved)  // another column or page
            return open &&
                   (opens_small(line.words) || (wrapped && paragraph.words.size() > kLongestLabel));
        const float gap = line.box.top - before->box.bottom;
        if (gap > kParagraphGap * height && !(hyphen && opens_small(line.words)))
            return false;
        if (line.block != before->block)
            return open && (opens_small(line.words) || wrapped);
        const bool set_in = line.box.left > before->box.left + kIndent * height;
        if (set_in && paragraph.lines > 1)
            return false;
        return wrapped || (open && opens_small(line.words));
    }

    void write(std::vector<Paragraph>& paragraphs, bool footnotes) {
        const float body = m_edges.body_height();
        float largest = 0;
        for (const Paragraph& paragraph : paragraphs) {
            if (paragraph.page == 1 && paragraph.words.size() < kLongestHeading)
                largest = std::max(largest, paragraph.height);
        }
        bool titled = footnotes;
        for (const Paragraph& paragraph : paragraphs) {
            BlockKind kind = footnotes          ? BlockKind::footnote
                             : paragraph.bullet ? BlockKind::list_item
                                                : BlockKind::paragraph;
            const bool large = !footnotes && paragraph.words.size() < kLongestHeading &&
                               paragraph.height > kHeadingHeight * body;
            if (large)
                kind = BlockKind::heading;
            const bool title = large && !titled && paragraph.page == 1 &&
                               paragraph.height > kTitleHeight * body &&
                               paragraph.height > 0.98F * largest;
            if (title) {
                kind = BlockKind::title;
                titled = true;
            }
            m_out.add_block(kind, paragraph.words, paragraph.page);
        }
    }

    const PdfLayout& m_layout;
    LineEndWords m_line_ends;
    ExtractedText& m_out;
    PageEdges m_edges;
    std::vector<Paragraph> m_paragraphs;
    std::vector<Paragraph> m_footnotes;
    bool m_bullet_waits = false;  ///< a bullet stood so far from its text that it was a line
    std::size_t m_left_out = 0;
};

}  // namespace

void add_pdf_text(const PdfLayout& layout, const Lexicons& lexicons, ExtractedText& out) {
    PdfText text(layout, lexicons, out);
    text.run();
    if (text.left_out() > 0) {
        out.extraction += "; " + std::to_string(text.left_out()) +
                          " lines of running heads and page numbers left out";
    }
}

}  // namespace events
