// Cuts text into words, numbers and marks.
#include "events/language/tokens.hpp"

#include "events/language/code_points.hpp"

namespace events {

namespace {

constexpr std::int32_t kNoBreakSpace = 0x00A0;
constexpr std::int32_t kThinSpace = 0x2009;
constexpr std::int32_t kNarrowNoBreakSpace = 0x202F;

bool is_group_separator(std::int32_t c) {
    return c == ' ' || c == ',' || c == '.' || c == '\'' || c == 0x2019 || c == kNoBreakSpace ||
           c == kThinSpace || c == kNarrowNoBreakSpace;
}

class Tokenizer {
  public:
    Tokenizer(std::string_view text, TextRange range, Language language)
        : m_text(text.substr(0, std::min<std::size_t>(range.end, text.size()))),
          m_begin(range.begin),
          m_language(language) {}

    std::vector<Token> run() {
        bool space = true;
        for (std::size_t at = m_begin; at < m_text.size();) {
            const CodePoint c = code_point_at(m_text, at);
            if (is_white_space(c.value)) {
                space = true;
                at += c.length;
                continue;
            }
            std::size_t end = at + c.length;
            TokenKind kind = TokenKind::punctuation;
            if (is_digit(c.value)) {
                end = number_end(at);
                kind = TokenKind::number;
                if (const std::size_t word = word_end(at); word > end) {
                    end = word;
                    kind = TokenKind::word;
                }
            } else if (is_letter(c.value)) {
                end = word_end(at);
                kind = TokenKind::word;
            } else if (!space && is_possessive(at)) {
                end = at + c.length + 1;
                kind = TokenKind::word;
            }
            add(at, end, kind, space);
            space = false;
            at = end;
        }
        return std::move(m_tokens);
    }

  private:
    std::int32_t peek(std::size_t at) const {
        return at < m_text.size() ? code_point_at(m_text, at).value : -1;
    }
    std::size_t after(std::size_t at) const { return at + code_point_at(m_text, at).length; }

    std::size_t digits_end(std::size_t at) const {
        while (at < m_text.size() && is_digit(static_cast<unsigned char>(m_text[at])))
            ++at;
        return at;
    }

    /// "'s" with nothing of a word after it.
    bool is_possessive(std::size_t at) const {
        if (!is_apostrophe(peek(at)))
            return false;
        const std::size_t s = after(at);
        if (peek(s) != 's' && peek(s) != 'S')
            return false;
        return !is_letter(peek(s + 1)) && !is_digit(peek(s + 1));
    }

    /// "1 200", "1,200", "33.100", "1.5", "12,5"; groups have three digits and one separator.
    std::size_t number_end(std::size_t at) const {
        const std::size_t digits = digits_end(at);
        std::size_t end = digits;
        if (digits - at <= 3 && m_text[at] != '0') {
            const std::int32_t separator = peek(digits);
            while (is_group_separator(separator) && peek(end) == separator) {
                const std::size_t group = after(end);
                if (digits_end(group) - group != 3)
                    break;
                end = group + 3;
            }
            // "416 363 9933" is no number: a further run of digits follows the last group.
            if (end > digits && is_white_space(separator) && peek(end) == separator &&
                is_digit(peek(after(end)))) {
                return digits;
            }
        }
        const std::int32_t point = peek(end);
        if ((point == '.' || point == ',') && is_digit(peek(end + 1))) {
            const std::size_t decimals = digits_end(end + 1);
            const bool date_like =
                (peek(decimals) == point && is_digit(peek(decimals + 1))) ||
                (at >= m_begin + 2 && peek(at - 1) == point && is_digit(peek(at - 2)));
            const bool list_like = point == ',' && decimals - end - 1 > 2;
            if (!date_like && !list_like)
                return decimals;
        }
        return end;
    }

    /// "U.N." whole, with its last stop; 0 when there is none at `at`.
    std::size_t initialism_end(std::size_t at) const {
        std::size_t end = 0;
        int letters = 0;
        while (is_letter(peek(at)) && peek(after(at)) == '.') {
            at = after(at) + 1;
            end = at;
            ++letters;
        }
        return letters >= 2 ? end : 0;
    }

    std::size_t word_end(std::size_t begin) const {
        if (const std::size_t end = initialism_end(begin); end > 0)
            return end;
        std::size_t at = begin;
        while (at < m_text.size()) {
            const std::int32_t c = peek(at);
            if (is_letter(c) || is_digit(c)) {
                at = after(at);
                continue;
            }
            if (at == begin)
                break;
            const std::size_t next = after(at);
            // Word tables end phrases with an elision: "au mois d'".
            if (is_apostrophe(c) && next == m_text.size() && is_elision(begin, at, 'a'))
                return next;
            if (is_apostrophe(c) && (is_letter(peek(next)) || is_digit(peek(next)))) {
                if (is_possessive(at))
                    break;
                if (is_elision(begin, at, peek(next)))
                    return next;
                if (is_digit(peek(next)))
                    break;
                at = next;
                continue;
            }
            // A hyphen joins words; between two numbers it is a range or a date.
            const bool joins =
                is_letter(peek(next)) || (is_digit(peek(next)) && !is_digit(peek(begin)));
            if (!is_hyphen(c) || !joins)
                break;
            at = next;
        }
        return at;
    }

    /// "l'", "d'", "qu'", "jusqu'" before a vowel or h; in English text only "l'" and "d'".
    bool is_elision(std::size_t begin, std::size_t apostrophe, std::int32_t next) const {
        constexpr std::size_t kLongestHead = 12;  // "quelqu'", "lorsqu'"
        if (apostrophe - begin > kLongestHead)
            return false;
        const std::string head = fold_word(m_text.substr(begin, apostrophe - begin));
        const std::string_view one_letter = m_language == Language::en ? "dl" : "cdjlmnst";
        const bool clitic = head.size() == 1 && one_letter.find(head[0]) != std::string_view::npos;
        const bool que = m_language != Language::en && head.ends_with("qu");
        if (!clitic && !que)
            return false;
        if (is_digit(next))
            return true;
        if (next >= 0xC0)
            return true;  // accented letters after an elision are vowels
        const auto lower = static_cast<char>(next | 0x20);
        return std::string_view("aeiouyh").find(lower) != std::string_view::npos;
    }

    void add(std::size_t begin, std::size_t end, TokenKind kind, bool space) {
        Token token;
        token.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        token.kind = kind;
        token.space_before = space;
        const std::string_view word = m_text.substr(begin, end - begin);
        token.folded = fold_word(word);
        if (kind == TokenKind::word) {
            token.capitalised = is_upper_case(peek(begin));
            token.all_capitals = token.capitalised && all_capitals(word);
        }
        m_tokens.push_back(std::move(token));
    }

    static bool all_capitals(std::string_view word) {
        int letters = 0;
        for (std::size_t at = 0; at < word.size();) {
            const CodePoint c = code_point_at(word, at);
            if (is_letter(c.value)) {
                if (!is_upper_case(c.value))
                    return false;
                ++letters;
            }
            at += c.length;
        }
        return letters >= 2;
    }

    std::string_view m_text;
    std::size_t m_begin;
    Language m_language;
    std::vector<Token> m_tokens;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, TextRange range, Language language) {
    return Tokenizer(text, range, language).run();
}

}  // namespace events
