// Finds where sentences end.
#include "events/language/code_points.hpp"
#include "events/language/tokens.hpp"

namespace events {

namespace {

using Mark = std::string_view;

template <std::size_t N>
bool is_one_of(const Token& token, const std::array<Mark, N>& marks) {
    return token.kind == TokenKind::punctuation &&
           std::find(marks.begin(), marks.end(), token.folded) != marks.end();
}

bool is_stop(const Token& token) {
    static constexpr std::array<Mark, 4> kStops{".", "!", "?", "…"};
    return is_one_of(token, kStops);
}

bool is_closer(const Token& token) {
    static constexpr std::array<Mark, 4> kAlways{"”", "»", ")", "]"};
    static constexpr std::array<Mark, 3> kTouching{"\"", "'", "›"};
    return is_one_of(token, kAlways) || (!token.space_before && is_one_of(token, kTouching));
}

bool is_bullet(const Token& token) {
    static constexpr std::array<Mark, 12> kBullets{"•", "-", "–", "—", "*", "·",
                                                   "▪", "◦", "‣", "●", "■", "►"};
    return is_one_of(token, kBullets);
}

bool is_superscript(const Token& token) {
    static constexpr std::array<Mark, 10> kSuperscripts{"¹", "²", "³", "⁴", "⁵",
                                                        "⁶", "⁷", "⁸", "⁹", "⁰"};
    return is_one_of(token, kSuperscripts);
}

class SentenceSplitter {
  public:
    SentenceSplitter(std::string_view text, TextRange block, const Lexicon& lexicon)
        : m_text(text),
          m_tokens(tokenize(text, block, lexicon.language)),
          m_abbreviations(lexicon.table("abbreviations")),
          m_function_words(lexicon.table("function_words")) {}

    std::vector<Sentence> run() {
        std::size_t at = m_start = skip_bullets(0);
        while (at < m_tokens.size()) {
            if (at > m_start && is_hard_break(at))
                close(at, at);
            if (at < m_start)
                at = m_start;
            if (at >= m_tokens.size())
                break;
            const Token& token = m_tokens[at];
            const bool initialism = token.kind == TokenKind::word && token.folded.ends_with('.');
            if (!is_stop(token) && !initialism) {
                ++at;
                continue;
            }
            const std::size_t end = tail_end(at);
            const std::size_t next = footnotes_end(end);
            if (ends(at, end, next))
                close(end, next);
            at = std::max(next, m_start);
        }
        close(m_tokens.size(), m_tokens.size());
        return std::move(m_sentences);
    }

  private:
    /// The stop with the stops and closing quotes that follow it.
    std::size_t tail_end(std::size_t stop) const {
        std::size_t end = stop + 1;
        while (end < m_tokens.size() &&
               (is_closer(m_tokens[end]) ||
                (is_stop(m_tokens[end]) && !m_tokens[end].space_before) || (is_spaced_stop(end)))) {
            ++end;
        }
        return end;
    }

    /// French sets "!" and "?" after a space.
    bool is_spaced_stop(std::size_t at) const {
        return m_tokens[at].folded == "!" || m_tokens[at].folded == "?";
    }

    /// "soldiers.1", "soldiers.¹", "soldiers.[1]": the marks after the stop.
    std::size_t footnotes_end(std::size_t end) const {
        std::size_t at = end;
        while (at < m_tokens.size() && !m_tokens[at].space_before) {
            if (is_superscript(m_tokens[at])) {
                ++at;
            } else if (m_tokens[at].kind == TokenKind::number && m_tokens[at].folded.size() <= 3 &&
                       (at + 1 == m_tokens.size() || m_tokens[at + 1].space_before)) {
                ++at;
            } else if (m_tokens[at].folded == "[" && at + 2 < m_tokens.size() &&
                       m_tokens[at + 1].kind == TokenKind::number &&
                       m_tokens[at + 2].folded == "]") {
                at += 3;
            } else {
                break;
            }
        }
        return at;
    }

    bool is_function_word(const Token& token) const {
        return m_function_words.find_word(token.folded).has_value();
    }

    bool ends(std::size_t stop, std::size_t end, std::size_t next) const {
        if (next >= m_tokens.size())
            return true;
        const Token& after = m_tokens[next];
        if (after.kind == TokenKind::word && !after.capitalised) {
            return false;
        }
        const bool sentence_like = after.kind == TokenKind::word && is_function_word(after);
        if (m_tokens[stop].kind == TokenKind::word) {  // an initialism
            if (end > stop + 1)
                return true;
            return sentence_like && abbreviation_kind(m_tokens[stop].folded) != "never";
        }
        if (!after.space_before && next == end)
            return starts_without_space(stop, after);
        const bool dots = m_tokens[stop].folded == "…" ||
                          (stop + 1 < m_tokens.size() && m_tokens[stop + 1].folded == ".");
        if (dots)
            return after.kind != TokenKind::number;
        if (m_tokens[stop].folded != "." || stop == 0 || end > stop + 1)
            return true;
        return ends_after(m_tokens[stop - 1], stop, after, sentence_like);
    }

    /// What the word before a full stop says about it.
    bool ends_after(const Token& before, std::size_t stop, const Token& after,
                    bool sentence_like) const {
        if (before.kind == TokenKind::number)
            return stop - 1 != m_start;  // "1. Title"
        if (before.kind != TokenKind::word)
            return true;
        const std::string_view kind = abbreviation_kind(before.folded);
        if (kind == "title" && !is_lower_case_noun(before))
            return false;
        if (kind == "never")
            return false;
        if (kind == "number" && after.kind == TokenKind::number)
            return false;
        const bool initial = before.capitalised && before.range.end - before.range.begin <= 2 &&
                             code_point_at(m_text, before.range.begin).length ==
                                 before.range.end - before.range.begin;
        return !initial || sentence_like;
    }

    /// "st", "me", "col" are words of their own when written small.
    bool is_lower_case_noun(const Token& before) const {
        return !before.capitalised && is_function_word(before);
    }

    /// "insecurity.Mass": a space got lost between two sentences. "amnesty.org" is none.
    bool starts_without_space(std::size_t stop, const Token& after) const {
        if (stop == 0 || m_tokens[stop].folded != ".")
            return false;
        const Token& before = m_tokens[stop - 1];
        return before.kind == TokenKind::word && !before.all_capitals &&
               before.folded.size() >= 3 && after.kind == TokenKind::word &&
               after.folded.size() >= 2 && abbreviation_kind(before.folded).empty();
    }

    std::string_view abbreviation_kind(std::string_view word) const {
        const auto row = m_abbreviations.find_word(word);
        return row ? m_abbreviations.cell(*row, "kind") : std::string_view();
    }

    /// An empty line, or a new line that starts with a bullet.
    bool is_hard_break(std::size_t at) const {
        const std::size_t from = m_tokens[at - 1].range.end;
        const std::string_view gap = m_text.substr(from, m_tokens[at].range.begin - from);
        const auto newlines = std::count(gap.begin(), gap.end(), '\n');
        return newlines >= 2 || (newlines == 1 && is_bullet(m_tokens[at]));
    }

    std::size_t skip_bullets(std::size_t at) const {
        while (at + 1 < m_tokens.size() && is_bullet(m_tokens[at]) &&
               m_tokens[at + 1].space_before) {
            ++at;
        }
        if (at + 2 < m_tokens.size() && m_tokens[at].kind == TokenKind::number &&
            m_tokens[at].folded.size() <= 3 && m_tokens[at + 1].folded == "." &&
            !m_tokens[at + 1].space_before && m_tokens[at + 2].space_before) {
            at += 2;
        }
        return at;
    }

    /// Tokens [m_start, end) are a sentence; the next may start at `next`.
    void close(std::size_t end, std::size_t next) {
        const auto begin = m_tokens.begin() + static_cast<std::ptrdiff_t>(m_start);
        const auto last = m_tokens.begin() + static_cast<std::ptrdiff_t>(end);
        const auto is_word = [](const Token& t) { return t.kind != TokenKind::punctuation; };
        if (m_start < end && std::any_of(begin, last, is_word)) {
            Sentence sentence;
            sentence.range = {begin->range.begin, (last - 1)->range.end};
            sentence.tokens.assign(std::make_move_iterator(begin), std::make_move_iterator(last));
            // The ends of moved tokens are still read by is_hard_break; ranges survive the move.
            m_sentences.push_back(std::move(sentence));
        }
        m_start = skip_bullets(next);
    }

    std::string_view m_text;
    std::vector<Token> m_tokens;
    const LexiconTable& m_abbreviations;
    const LexiconTable& m_function_words;
    std::vector<Sentence> m_sentences;
    std::size_t m_start = 0;
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text, TextRange block,
                                      const Lexicon& lexicon) {
    return SentenceSplitter(text, block, lexicon).run();
}

}  // namespace events
