// Finds numbers of people and things in a sentence.
#include "events/language/figures.hpp"

#include <charconv>

#include "events/language/counted_noun.hpp"
#include "events/language/counts.hpp"
#include "events/language/dates.hpp"
#include "events/language/phrases.hpp"

namespace events {

namespace {

using Tokens = std::span<const Token>;

/// A number, exact or vague, before its noun is known.
struct Quantity {
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;
    bool approximate = false;
    bool in_words = false;
    std::size_t end = 0;
};

std::optional<std::int64_t> cell_value(const LexiconTable& table, std::size_t row,
                                       std::string_view column) {
    const std::string_view cell = table.cell(row, column);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && !cell.empty() ? std::optional(value) : std::nullopt;
}

class FigureFinder {
  public:
    FigureFinder(std::string_view text, const Sentence& sentence, const Lexicon& lexicon)
        : m_text(text),
          m_tokens(sentence.tokens),
          m_lexicon(lexicon),
          m_modifiers(lexicon.table("figure_modifiers")),
          m_vague(lexicon.table("vague_counts")),
          m_parts(lexicon.table("figure_parts")),
          m_contexts(lexicon.table("number_contexts")),
          m_people(lexicon.table("people_nouns")),
          m_glue(lexicon.table("date_glue")),
          m_numbers(lexicon.table("numbers")),
          m_months(lexicon.table("months")),
          m_is_time(sentence.tokens.size(), false),
          m_nouns(m_tokens, lexicon, m_is_time) {
        for (const TimeMention& time : find_times(text, sentence, lexicon, {})) {
            for (std::size_t i = time.first_token; i < time.end_token; ++i)
                m_is_time[i] = true;
        }
    }

    std::vector<FigureMention> run() {
        std::vector<FigureMention> found;
        for (std::size_t at = 0; at < m_tokens.size();) {
            auto mention = m_is_time[at] ? std::nullopt : read_at(at);
            if (!mention)
                mention = m_is_time[at] ? std::nullopt : read_single(at);
            if (mention) {
                // "dont 4 femmes et 3 enfants": the part goes on.
                if (!found.empty() && found.back().is_part && follows_on(found.back(), *mention)) {
                    mention->is_part = true;
                }
                at = mention->end_token;
                found.push_back(std::move(*mention));
            } else {
                at = std::max(skip_numbers(at), m_resume);
            }
        }
        return found;
    }

  private:
    /// Only commas and "and" stand between the two, and the first named its noun.
    bool follows_on(const FigureMention& before, const FigureMention& mention) const {
        if (before.noun.empty())
            return false;
        std::size_t at = before.end_token;
        while (at < mention.first_token) {
            const auto glue = match_phrase(m_glue, m_tokens, at);
            if (glue && m_glue.cell(glue->row, "role") == "and") {
                at += glue->length;
            } else if (m_tokens[at].folded == ",") {
                ++at;
            } else {
                return false;
            }
        }
        return true;
    }

    /// A rejected number is left whole: neither "416-363-9933" nor "XOF 1 million" in parts.
    std::size_t skip_numbers(std::size_t at) const {
        if (m_tokens[at].kind != TokenKind::number)
            return at + 1;
        std::size_t end = at + 1;
        while (end + 1 < m_tokens.size() && m_tokens[end].kind == TokenKind::punctuation &&
               !m_tokens[end].space_before && !m_tokens[end + 1].space_before &&
               m_tokens[end + 1].kind == TokenKind::number) {
            end += 2;
        }
        if (const auto count = read_count(m_tokens, at, m_lexicon))
            end = std::max(end, count->end);
        return end;
    }

    std::optional<FigureMention> read_at(std::size_t at) {
        const auto modifier = match_phrase(m_modifiers, m_tokens, at);
        const bool before = modifier && m_modifiers.cell(modifier->row, "place") == "before";
        const std::string_view kind = before ? m_modifiers.cell(modifier->row, "kind") : "";
        std::size_t start = before ? at + modifier->length : at;
        // "killing an estimated 30", "at least some 500": a second modifier adds nothing.
        if (before) {
            const auto second = match_phrase(m_modifiers, m_tokens, start);
            if (second && m_modifiers.cell(second->row, "kind") == "about")
                start += second->length;
        }
        auto quantity = read_quantity(start, kind == "between" || kind == "from");
        if (!quantity)
            return std::nullopt;
        if (kind == "between" && quantity->low == quantity->high)
            return std::nullopt;
        apply(kind, *quantity);
        const bool ranged =
            kind == "between" || (kind == "from" && quantity->low != quantity->high);
        const std::size_t first = kind == "from" && !ranged ? start : at;
        if (is_in_context(first, start, quantity->end)) {
            m_resume = with_second_number(quantity->end);
            return std::nullopt;
        }
        auto mention = finish(first, *quantity, kind.empty());
        if (mention && kind == "others")
            mention->is_others = true;
        return mention;
    }

    void apply(std::string_view kind, Quantity& quantity) const {
        if (kind == "at_least" || kind == "more_than")
            quantity.high.reset();
        if (kind == "up_to" || kind == "fewer_than") {
            if (kind == "fewer_than" && quantity.high)
                --*quantity.high;
            quantity.low.reset();
        }
        if (kind == "about")
            quantity.approximate = true;
    }

    std::optional<Quantity> read_quantity(std::size_t at, bool ranged) const {
        auto first = read_number(at);
        if (!first)
            return std::nullopt;
        const auto to = match_phrase(m_glue, m_tokens, first->end);
        if (!to || first->end + to->length >= m_tokens.size())
            return first;
        const std::string_view role = m_glue.cell(to->row, "role");
        if (role != "to" && !(ranged && role == "and"))
            return first;
        const auto last = read_number(first->end + to->length);
        if (!last || m_is_time[last->end - 1] || !first->low || !last->high)
            return first;
        if (*last->high <= *first->low)
            return first;
        Quantity range = *last;
        range.low = first->low;
        range.approximate = first->approximate || last->approximate;
        return range;
    }

    std::optional<Quantity> read_number(std::size_t at) const {
        if (at >= m_tokens.size() || m_is_time[at])
            return std::nullopt;
        const auto vague = match_phrase(m_vague, m_tokens, at);
        const auto count = read_count(m_tokens, at, m_lexicon);
        if (vague && (!count || at + vague->length > count->end)) {
            Quantity quantity;
            quantity.low = cell_value(m_vague, vague->row, "low");
            quantity.high = cell_value(m_vague, vague->row, "high");
            quantity.approximate = m_vague.cell(vague->row, "approximate") == "yes";
            quantity.in_words = true;
            quantity.end = at + vague->length;
            return quantity;
        }
        if (!count || count->value <= 0 || is_code_number(m_tokens, at))
            return std::nullopt;
        Quantity quantity{count->value, count->value, false, count->in_words, count->end};
        const auto unit = match_phrase(m_vague, m_tokens, count->end);
        const auto multiple = unit ? cell_value(m_vague, unit->row, "multiple") : std::nullopt;
        if (multiple && count->value < 1000) {
            quantity.low = quantity.high = count->value * *multiple;
            quantity.approximate = true;
            quantity.end += unit->length;
        }
        return quantity;
    }

    /// Ages, articles of law, money, shares, distances, times of day.
    bool is_in_context(std::size_t first, std::size_t start, std::size_t end) const {
        for (const std::size_t before : {first, start}) {
            const auto match = match_phrase_before(m_contexts, m_tokens, before);
            if (match && m_contexts.cell(match->row, "place") != "after")
                return true;
            if (before >= 2 && m_tokens[before - 1].folded == ".") {
                const auto stop = m_contexts.find_word(m_tokens[before - 2].folded);
                if (stop && m_contexts.cell(*stop, "place") != "after")
                    return true;
            }
        }
        if (is_age_of_someone(start))
            return true;
        const auto match = match_phrase(m_contexts, m_tokens, end);
        if (match && m_contexts.cell(match->row, "place") != "before")
            return true;
        // A year that no time words claimed: "(2013)", "Resolution 2100/2013".
        const auto year = plain_digits(m_tokens[start]);
        const bool year_like =
            year && *year >= 1900 && *year <= 2099 && m_tokens[start].folded.size() == 4;
        if (year_like)
            return !m_nouns.read_noun(end, false).listed;
        return end < m_tokens.size() && m_months.find_word(m_tokens[end].folded).has_value() &&
               m_tokens[end].capitalised;
    }

    /// "a boy of six": the number after "of" and one person.
    bool is_age_of_someone(std::size_t start) const {
        if (start < 2 || m_nouns.skip_of(start - 1) != start)
            return false;
        const auto row = m_people.find_word(m_tokens[start - 2].folded);
        return row && m_people.cell(*row, "number") == "one";
    }

    /// "the ages of 15 and 17": the second number is no figure either.
    std::size_t with_second_number(std::size_t end) const {
        const auto glue = match_phrase(m_glue, m_tokens, end);
        if (!glue)
            return end;
        const auto count = read_count(m_tokens, end + glue->length, m_lexicon);
        return count && !m_is_time[count->end - 1] ? count->end : end;
    }

    std::optional<FigureMention> finish(std::size_t first, const Quantity& quantity,
                                        bool unmodified) const {
        FigureMention mention;
        mention.first_token = first;
        mention.figure.low = quantity.low;
        mention.figure.high = quantity.high;
        mention.figure.approximate = quantity.approximate;
        CountedNoun noun = m_nouns.read_whole(quantity.end);
        if (!noun.is_part && !noun.listed) {
            const std::size_t of = m_nouns.skip_of(quantity.end);
            noun = m_nouns.read_noun(of, of > quantity.end);
            if (!noun.listed)
                noun.end = quantity.end;
        }
        // A bare "one" or "un" is an article or a pronoun.
        // So are "both" and "several" alone.
        const bool small = quantity.in_words && quantity.low && *quantity.low <= 3 &&
                           (*quantity.low == 1 || quantity.low != quantity.high || unmodified);
        if (!noun.listed && !noun.is_part) {
            if (small && is_article_like(first))
                return std::nullopt;
            m_nouns.name_thing(quantity.end, quantity.in_words && quantity.low != quantity.high,
                               noun);
        }
        mention.end_token = std::max(noun.end, quantity.end);
        apply_after(mention);
        mention.unit = noun.unit;
        mention.noun = noun.folded;
        mention.is_part = noun.is_part || has_part_lead(first);
        mention.is_others = noun.is_others || follows_other(first);
        write_words(mention);
        return mention;
    }

    /// "one", "un", "both", "several": too common to be a figure without a noun.
    bool is_article_like(std::size_t first) const {
        return m_numbers.find_word(m_tokens[first].folded)
                   ? is_single_article(first)
                   : match_phrase(m_vague, m_tokens, first).has_value();
    }

    bool has_part_lead(std::size_t first) const {
        const auto part = match_phrase_before(m_parts, m_tokens, first);
        return part && m_parts.cell(part->row, "kind") == "lead";
    }

    /// "the other four", "les trois autres" has it behind.
    bool follows_other(std::size_t first) const {
        if (first == 0)
            return false;
        const auto row = m_people.find_word(m_tokens[first - 1].folded);
        return row && m_people.cell(*row, "others") == "yes";
    }

    /// "17 people or more", "30 morts au moins".
    void apply_after(FigureMention& mention) const {
        const auto after = match_phrase(m_modifiers, m_tokens, mention.end_token);
        if (!after || m_modifiers.cell(after->row, "place") != "after")
            return;
        const std::string_view kind = m_modifiers.cell(after->row, "kind");
        if (kind == "at_least")
            mention.figure.high.reset();
        if (kind == "about")
            mention.figure.approximate = true;
        mention.end_token += after->length;
    }

    void write_words(FigureMention& mention) const {
        const std::uint32_t begin = m_tokens[mention.first_token].range.begin;
        const std::uint32_t end = m_tokens[mention.end_token - 1].range.end;
        mention.figure.words = m_text.substr(begin, end - begin);
    }

    /// "a shepherd", "une femme", "a 15-year-old boy": one, when the noun is the head.
    std::optional<FigureMention> read_single(std::size_t at) const {
        if (!is_single_article(at))
            return std::nullopt;
        const CountedNoun noun = m_nouns.read_noun(at + 1, true);
        if (!noun.listed || noun.is_others || noun.unit == FigureUnit::incidents) {
            return std::nullopt;
        }
        const auto row = m_people.find_word(noun.folded);
        const std::string_view number = m_people.cell(*row, "number");
        if ((number != "one" && number != "both") || !is_head(noun.end))
            return std::nullopt;
        FigureMention mention;
        mention.first_token = at;
        mention.end_token = noun.end;
        mention.figure.low = mention.figure.high = 1;
        mention.unit = noun.unit;
        mention.noun = noun.folded;
        mention.is_part = has_part_lead(at);
        write_words(mention);
        return mention;
    }

    bool is_single_article(std::size_t at) const {
        const auto row = m_numbers.find_word(m_tokens[at].folded);
        if (!row)
            return false;
        const std::string_view value = m_numbers.cell(*row, "value");
        return value == "article" || value == "1";
    }

    /// Not the first half of another noun: "a refugee camp", "a passenger boat".
    bool is_head(std::size_t end) const {
        if (end >= m_tokens.size())
            return true;
        const Token& next = m_tokens[end];
        if (next.kind != TokenKind::word || next.capitalised || m_is_time[end])
            return true;
        if (m_lexicon.language == Language::fr)
            return true;  // adjectives follow the noun
        return m_nouns.is_function_word(next) || m_nouns.is_verb_like(next);
    }

    std::string_view m_text;
    Tokens m_tokens;
    const Lexicon& m_lexicon;
    const LexiconTable& m_modifiers;
    const LexiconTable& m_vague;
    const LexiconTable& m_parts;
    const LexiconTable& m_contexts;
    const LexiconTable& m_people;
    const LexiconTable& m_glue;
    const LexiconTable& m_numbers;
    const LexiconTable& m_months;
    std::vector<bool> m_is_time;
    NounReader m_nouns;
    std::size_t m_resume = 0;  ///< tokens before it belong to a rejected number
};

}  // namespace

std::vector<FigureMention> find_figures(std::string_view text, const Sentence& sentence,
                                        const Lexicon& lexicon) {
    return FigureFinder(text, sentence, lexicon).run();
}

}  // namespace events
