// Tells hyphens of the language from hyphens of the page.
#include "events/documents/line_ends.hpp"

#include "events/language/code_points.hpp"

namespace events {

namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

/// A word with its hyphens and apostrophes: bytes [begin, end) of the text.
bool is_word_part(std::int32_t c) {
    return is_letter(c) || is_hyphen(c) || is_digit(c);
}

std::string_view word_at_end(std::string_view text) {
    std::size_t begin = text.size();
    for (std::size_t at = text.size(); at > 0 && text.size() - at < 80;) {
        --at;
        if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
            continue;
        if (!is_word_part(code_point_at(text, at).value))
            break;
        begin = at;
    }
    return text.substr(begin);
}

std::string_view word_at_start(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size()) {
        const CodePoint c = code_point_at(text, end);
        if (!is_word_part(c.value))
            break;
        end += c.length;
    }
    return text.substr(0, end);
}

/// Bytes of the hyphen at the end of a line; 0 without one.
std::size_t hyphen_length(std::string_view line) {
    for (const std::string_view hyphen :
         {std::string_view("-"), std::string_view("\u2010"), kSoftHyphen}) {
        if (line.ends_with(hyphen))
            return hyphen.size();
    }
    return 0;
}

}  // namespace

void LineEndWords::learn(std::string_view line) {
    std::size_t at = 0;
    bool first = true;
    while (at < line.size()) {
        const std::string_view word = word_at_start(line.substr(at));
        if (word.empty()) {
            at += code_point_at(line, at).length;
            continue;
        }
        at += word.size();
        if (!first && at < line.size())
            m_words.insert(fold_word(word));
        first = false;
    }
}

bool LineEndWords::in_table(std::string_view word, std::string_view side) const {
    for (const Lexicon& lexicon : m_lexicons.languages) {
        const LexiconTable& table = lexicon.table("hyphens");
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            if (table.rows[row].front() == word && table.cell(row, "side") == side)
                return true;
        }
    }
    return false;
}

bool LineEndWords::keeps_hyphen(const std::string& left, const std::string& right) const {
    const std::size_t last = left.find_last_of('-');
    const std::string part = last == std::string::npos ? left : left.substr(last + 1);
    const std::string next = right.substr(0, right.find('-'));
    if (m_words.count(left + right) > 0 || m_words.count(part + next) > 0)
        return false;
    if (m_words.count(left + "-" + right) > 0 || m_words.count(part + "-" + next) > 0)
        return true;
    if (in_table(part, "before") || in_table(next, "after"))
        return true;
    constexpr std::size_t kShortestWhole = 4;
    return part.size() >= kShortestWhole && next.size() >= kShortestWhole &&
           m_words.count(part) > 0 && m_words.count(next) > 0;
}

void LineEndWords::append(std::string& paragraph, std::string_view line) const {
    if (paragraph.empty() || line.empty()) {
        paragraph += line;
        return;
    }
    const std::size_t hyphen = hyphen_length(paragraph);
    const std::string_view before =
        std::string_view(paragraph).substr(0, paragraph.size() - hyphen);
    const std::string_view left = word_at_end(before);
    const std::string_view right = word_at_start(line);
    if (hyphen == 0 || left.empty() || right.empty()) {
        paragraph += ' ';
        paragraph += line;
        return;
    }
    const bool soft = paragraph.ends_with(kSoftHyphen);
    const std::int32_t first = code_point_at(right, 0).value;
    const std::int32_t last = left.empty() ? 0 : static_cast<unsigned char>(left.back());
    const bool small = is_letter(first) && !is_upper_case(first) && !is_digit(last);
    const bool keep = !soft && (!small || keeps_hyphen(fold_word(left), fold_word(right)));
    if (!keep)
        paragraph.resize(paragraph.size() - hyphen);
    paragraph += line;
}

}  // namespace events
