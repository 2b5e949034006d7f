// Reads the nouns after numbers.
#include "events/language/counted_noun.hpp"

#include "events/language/counts.hpp"
#include "events/language/phrases.hpp"

namespace events {

namespace {

/// A noun may stand this many words after its number: "15 young Fulani civilian men".
constexpr std::size_t kNounReach = 5;

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

}  // namespace

NounReader::NounReader(std::span<const Token> tokens, const Lexicon& lexicon,
                       const std::vector<bool>& is_time)
    : m_tokens(tokens),
      m_lexicon(lexicon),
      m_is_time(is_time),
      m_people(lexicon.table("people_nouns")),
      m_parts(lexicon.table("figure_parts")),
      m_glue(lexicon.table("date_glue")),
      m_function_words(lexicon.table("function_words")) {}

bool NounReader::is_function_word(const Token& token) const {
    return m_function_words.find_word(token.folded).has_value();
}

std::size_t NounReader::skip_of(std::size_t at) const {
    const auto glue = match_phrase(m_glue, m_tokens, at);
    if (!glue || glue->length != 1 || m_glue.cell(glue->row, "role") != "of")
        return at;
    return m_tokens[at].folded == "in" ? at : at + 1;
}

CountedNoun NounReader::read_noun(std::size_t at, bool after_of) const {
    CountedNoun noun;
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

bool NounReader::joins_nouns(const Token& token) const {
    static constexpr std::array<std::string_view, 10> kJoiners{"/", "-", "'",  "‘", "’",
                                                               "“", "”", "\"", "«", "»"};
    return std::find(kJoiners.begin(), kJoiners.end(), token.folded) != kJoiners.end();
}

bool NounReader::is_thing_named(std::size_t at) const {
    if (at >= m_tokens.size() || m_is_time[at])
        return false;
    const Token& token = m_tokens[at];
    if (token.kind != TokenKind::word || is_function_word(token))
        return false;
    const bool adverb = token.folded.ends_with("ment") || token.folded.ends_with("ly");
    return !adverb && !(is_verb_like(token) && m_people.find_word(token.folded));
}

bool NounReader::is_verb_like(const Token& token) const {
    return m_lexicon.language == Language::en && token.folded.size() > 3 &&
           token.folded.ends_with("ed");
}

CountedNoun NounReader::read_whole(std::size_t at) const {
    CountedNoun noun;
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

void NounReader::name_thing(std::size_t at, bool only_after_of, CountedNoun& noun) const {
    if (noun.is_others && at < m_tokens.size())
        ++at;
    const std::size_t of = skip_of(at);
    if (only_after_of && of == at)
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

}  // namespace events
