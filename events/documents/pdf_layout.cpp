// Reads the XHTML of "pdftotext -bbox-layout": pages, blocks, lines and words with their boxes.
#include "events/documents/pdf_layout.hpp"

#include <charconv>

#include "events/documents/extracted_text.hpp"
#include "events/language/code_points.hpp"

namespace events {

namespace {

/// Of the height of a line's words: a smaller number above the line is a footnote mark.
constexpr float kMarkHeight = 0.8F;
/// Gap between two parts of one word, of the height of its line.
constexpr float kNoGap = 0.06F;

struct Word {
    PdfBox box;
    std::string text;
};

std::string_view attribute(std::string_view tag, std::string_view name) {
    for (std::size_t at = 0; (at = tag.find(name, at)) != std::string_view::npos; ++at) {
        const std::size_t begin = at + name.size() + 2;
        if (at == 0 || tag[at - 1] != ' ' || tag.substr(at + name.size(), 2) != "=\"")
            continue;
        const std::size_t end = tag.find('"', begin);
        return end == std::string_view::npos ? std::string_view() : tag.substr(begin, end - begin);
    }
    return {};
}

float number(std::string_view tag, std::string_view name) {
    const std::string_view digits = attribute(tag, name);
    float value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

PdfBox box_of(std::string_view tag) {
    return {number(tag, "xMin"), number(tag, "yMin"), number(tag, "xMax"), number(tag, "yMax")};
}

/// The five entities of XML; control characters, which a font without names may give, are dropped.
std::string unescape(std::string_view escaped) {
    static constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
    std::string out;
    for (std::size_t at = 0; at < escaped.size();) {
        const auto* entity = std::find_if(
            kEntities.begin(), kEntities.end(),
            [&](const auto& candidate) { return escaped.substr(at).starts_with(candidate.first); });
        if (entity != kEntities.end()) {
            out += entity->second;
            at += entity->first.size();
            continue;
        }
        const CodePoint c = code_point_at(escaped, at);
        const bool control = c.value >= 0 && c.value < 0x20;
        if (c.value < 0)
            out += "\xEF\xBF\xBD";
        else if (!control)
            out += escaped.substr(at, c.length);
        at += c.length;
    }
    return out;
}

float middle_height(const std::vector<Word>& words) {
    std::vector<float> heights;
    for (const Word& word : words)
        heights.insert(heights.end(), std::min<std::size_t>(word.text.size(), 40),
                       word.box.height());
    if (heights.empty())
        return 0;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

bool is_number(std::string_view word) {
    return word.size() <= 3 && !word.empty() &&
           std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c); });
}

/// A raised small number after a word is the mark of a footnote and not part of the sentence.
bool is_footnote_mark(const Word& word, std::string_view before, float height) {
    if (before.size() < 3 || !is_number(word.text))
        return false;
    return word.box.height() < kMarkHeight * height;
}

void finish_line(PdfPage& page, PdfLine line, const std::vector<Word>& words) {
    line.height = middle_height(words);
    float end = line.box.left;
    for (const Word& word : words) {
        if (is_footnote_mark(word, line.words, line.height)) {
            end = word.box.right;
            continue;
        }
        if (!line.words.empty() && word.box.left - end > kNoGap * line.height)
            line.words += ' ';
        line.words += word.text;
        end = word.box.right;
    }
    line.first_word_width = words.empty() ? 0 : words.front().box.width();
    line.words = collapse_spaces(line.words);
    if (!line.words.empty())
        page.lines.push_back(std::move(line));
}

class LayoutReader {
  public:
    PdfLayout read(std::string_view xhtml) {
        for (std::size_t at = 0; (at = xhtml.find('<', at)) != std::string_view::npos;) {
            const std::size_t close = xhtml.find('>', at);
            if (close == std::string_view::npos)
                break;
            const std::string_view tag = xhtml.substr(at + 1, close - at - 1);
            const std::size_t next = std::min(xhtml.find('<', close), xhtml.size());
            see(tag, xhtml.substr(close + 1, next - close - 1));
            at = next;
        }
        return std::move(m_layout);
    }

  private:
    void see(std::string_view tag, std::string_view content) {
        const std::string_view name = tag.substr(0, tag.find(' '));
        if (name == "title")
            m_layout.title = collapse_spaces(unescape(content));
        if (name == "meta")
            see_meta(tag);
        if (name == "page") {
            m_layout.pages.push_back({number(tag, "width"), number(tag, "height"), {}});
            m_block = 0;
        }
        if (name == "block")
            ++m_block;
        if (name == "line") {
            m_line = PdfLine{};
            m_line.box = box_of(tag);
            m_line.block = m_block;
            m_words.clear();
        }
        if (name == "word")
            m_words.push_back({box_of(tag), unescape(content)});
        if (name == "/line" && !m_layout.pages.empty())
            finish_line(m_layout.pages.back(), std::move(m_line), m_words);
    }

    void see_meta(std::string_view tag) {
        const std::string_view name = attribute(tag, "name");
        if (name == "Author")
            m_layout.author = collapse_spaces(unescape(attribute(tag, "content")));
        if (name == "CreationDate")
            m_layout.created = attribute(tag, "content");
    }

    PdfLayout m_layout;
    PdfLine m_line;
    std::vector<Word> m_words;
    std::uint32_t m_block = 0;
};

}  // namespace

PdfLayout read_pdf_layout(std::string_view xhtml) {
    return LayoutReader().read(xhtml);
}

}  // namespace events
