// Finds numbers of people and things in a sentence.
#include "events/language/figures.hpp"

#include <charconv>

#include "events/language/counts.hpp"
#include "events/language/dates.hpp"
#include "events/language/phrases.hpp"

namespace events {

namespace {

using Tokens = std::span<const Token>;

/// A noun may stand this many words after its number: "15 young Fulani civilian men".
constexpr std::size_t kNounReach = 5;

/// A number, exact or vague, before its noun is known.
struct Quantity {
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;
    bool approximate = false;
    bool in_words = false;
    std::size_t end = 0;
};

struct Noun {
    std::string folded;
    FigureUnit unit = FigureUnit::none;
    bool is_others = false;
    bool listed = false;  ///< stands in the table
    bool is_part = false;
    std::size_t end = 0;
};

std::optional<std::int64_t> cell_value(const LexiconTable& table, std::size_t row,
                                       std::string_view column) {
    const std::string_view cell = table.cell(row, column);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && !cell.empty() ? std::optional(value) : std::nullopt;
}

FigureUnit unit_named(std::string_view name) {
    if (name == "people")
        return FigureUnit::people;
    if (name == "households")
        return FigureUnit::households;
    if (name == "buildings")
        return FigureUnit::buildings;
    if (name == "incidents")
        return FigureUnit::incidents;
    return FigureUnit::none;
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
          m_function_words(lexicon.table("function_words")),
          m_glue(lexicon.table("date_glue")),
          m_numbers(lexicon.table("numbers")),
          m_months(lexicon.table("months")),
          m_is_time(sentence.tokens.size(), false) {
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
                at = mention->end_token;
                found.push_back(std::move(*mention));
            } else {
                at = std::max(skip_numbers(at), m_resume);
            }
        }
        return found;
    }

  private:
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
        if (!count || count->value <= 0 || is_code(at))
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

    /// "0001", "11:00", "416-363-9933", "2/3", "soldiers.1": digits that count nothing.
    bool is_code(std::size_t at) const {
        if (m_tokens[at].kind != TokenKind::number)
            return false;
        if (m_tokens[at].folded.size() > 1 && m_tokens[at].folded.front() == '0')
            return true;
        const auto joined = [&](std::size_t mark) {
            return mark > 0 && mark + 1 < m_tokens.size() &&
                   m_tokens[mark].kind == TokenKind::punctuation && !m_tokens[mark].space_before &&
                   !m_tokens[mark + 1].space_before &&
                   m_tokens[mark - 1].kind == TokenKind::number &&
                   m_tokens[mark + 1].kind == TokenKind::number;
        };
        const auto is_dash = [&](std::size_t mark) {
            return m_tokens[mark].folded == "-" || m_tokens[mark].folded == "–";
        };
        const bool after = joined(at + 1);
        const bool before = at > 0 && joined(at - 1);
        if (after && (!is_dash(at + 1) || joined(at + 3) || before))
            return true;
        if (before && (!is_dash(at - 1) || (at > 2 && joined(at - 3))))
            return true;
        return at > 0 && !m_tokens[at].space_before && m_tokens[at - 1].folded == ".";
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
            return !read_noun(end, false).listed;
        return end < m_tokens.size() && m_months.find_word(m_tokens[end].folded).has_value() &&
               m_tokens[end].capitalised;
    }

    /// "a boy of six": the number after "of" and one person.
    bool is_age_of_someone(std::size_t start) const {
        if (start < 2 || skip_of(start - 1) != start)
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

    bool is_function_word(const Token& token) const {
        return m_function_words.find_word(token.folded).has_value();
    }

    /// "of soldiers", "d'habitants": what joins a vague number or a million to its noun.
    std::size_t skip_of(std::size_t at) const {
        const auto glue = match_phrase(m_glue, m_tokens, at);
        if (!glue || glue->length != 1 || m_glue.cell(glue->row, "role") != "of")
            return at;
        return m_tokens[at].folded == "in" ? at : at + 1;
    }

    /// The noun after a number, within its phrase; the last listed noun in a row is its head.
    Noun read_noun(std::size_t at, bool after_of) const {
        Noun noun;
        noun.end = at;
        bool state = false;  // "killed", "wounded": a noun only right after the number
        bool compound = true;
        for (std::size_t i = at; i < m_tokens.size() && i < at + kNounReach; ++i) {
            const Token& token = m_tokens[i];
            if (m_is_time[i] || token.kind == TokenKind::number)
                break;
            if (token.kind == TokenKind::punctuation) {
                if (!joins_nouns(token))
                    break;
                continue;
            }
            const auto row = m_people.find_word(token.folded);
            const std::string_view number = row ? m_people.cell(*row, "number") : "";
            if (row && m_people.cell(*row, "others") == "yes") {
                noun.is_others = true;
                if (number == "both" && is_thing_named(i + 1))
                    continue;
            } else if (row && (!compound || (number == "state" && i > at))) {
                break;
            }
            if (row) {
                noun.folded = token.folded;
                noun.unit = unit_named(m_people.cell(*row, "unit"));
                noun.listed = true;
                noun.end = i + 1;
                state = number == "state";
                compound = state || number != "many";
                continue;
            }
            if (noun.listed || is_function_word(token) || token.folded == "'s")
                break;
            if (is_verb_like(token) && !after_of && i == at)
                break;
        }
        return noun;
    }

    bool joins_nouns(const Token& token) const {
        static constexpr std::array<std::string_view, 10> kJoiners{"/", "-", "'",  "‘", "’",
                                                                   "“", "”", "\"", "«", "»"};
        return std::find(kJoiners.begin(), kJoiners.end(), token.folded) != kJoiners.end();
    }

    /// "other institutions", "autres villages": the word after "other" is what is counted.
    bool is_thing_named(std::size_t at) const {
        if (at >= m_tokens.size() || m_is_time[at])
            return false;
        const Token& token = m_tokens[at];
        if (token.kind != TokenKind::word || is_function_word(token))
            return false;
        const bool adverb = token.folded.ends_with("ment") || token.folded.ends_with("ly");
        return !adverb && !(is_verb_like(token) && m_people.find_word(token.folded));
    }

    /// "killed 15 wounded", "at least five died": English past forms are no nouns.
    bool is_verb_like(const Token& token) const {
        return m_lexicon.language == Language::en && token.folded.size() > 3 &&
               token.folded.ends_with("ed");
    }

    std::optional<FigureMention> finish(std::size_t first, const Quantity& quantity,
                                        bool unmodified) const {
        FigureMention mention;
        mention.first_token = first;
        mention.figure.low = quantity.low;
        mention.figure.high = quantity.high;
        mention.figure.approximate = quantity.approximate;
        Noun noun = read_whole(quantity.end);
        if (!noun.is_part && !noun.listed) {
            const std::size_t of = skip_of(quantity.end);
            noun = read_noun(of, of > quantity.end);
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
            name_thing(quantity, noun);
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

    /// "five of them", "15 of the bodies", "deux d'entre elles".
    Noun read_whole(std::size_t at) const {
        Noun noun;
        noun.end = at;
        const auto part = match_phrase(m_parts, m_tokens, at);
        if (!part)
            return noun;
        const std::string_view kind = m_parts.cell(part->row, "kind");
        if (kind == "pronoun") {
            noun.unit = unit_named(m_parts.cell(part->row, "unit"));
            noun.is_part = true;
            noun.end = at + part->length;
        } else if (kind == "noun") {
            std::size_t from = at + part->length;
            if (const auto count = read_count(m_tokens, from, m_lexicon))
                from = count->end;
            noun = read_noun(from, true);
            const bool pronoun = from >= m_tokens.size() || !is_thing_named(from);
            noun.is_part = noun.listed || pronoun;
            if (!noun.listed)
                noun.end = at + part->length;
        }
        return noun;
    }

    /// "159 countries": a noun of no table, so that nobody takes the number for people.
    void name_thing(const Quantity& quantity, Noun& noun) const {
        std::size_t at = quantity.end;
        if (noun.is_others && at < m_tokens.size())
            ++at;
        const std::size_t of = skip_of(at);
        if (quantity.low != quantity.high && quantity.in_words && of == at)
            return;
        if (of >= m_tokens.size())
            return;
        const Token& token = m_tokens[of];
        if (token.kind != TokenKind::word || m_is_time[of] || is_function_word(token))
            return;
        if ((token.capitalised && of == at) || is_verb_like(token))
            return;
        noun.folded = token.folded;
        noun.end = of + 1;
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
        const Noun noun = read_noun(at + 1, true);
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
        return is_function_word(next) || is_verb_like(next);
    }

    std::string_view m_text;
    Tokens m_tokens;
    const Lexicon& m_lexicon;
    const LexiconTable& m_modifiers;
    const LexiconTable& m_vague;
    const LexiconTable& m_parts;
    const LexiconTable& m_contexts;
    const LexiconTable& m_people;
    const LexiconTable& m_function_words;
    const LexiconTable& m_glue;
    const LexiconTable& m_numbers;
    const LexiconTable& m_months;
    std::vector<bool> m_is_time;
    std::size_t m_resume = 0;  ///< tokens before it belong to a rejected number
};

}  // namespace

std::vector<FigureMention> find_figures(std::string_view text, const Sentence& sentence,
                                        const Lexicon& lexicon) {
    return FigureFinder(text, sentence, lexicon).run();
}

}  // namespace events
