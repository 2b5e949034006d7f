// Assigns numbers to the words that say what was done to the people counted.
#include "events/reading/harm_figures.hpp"

namespace events {

namespace {

constexpr std::size_t kObjectReach = 7;    // tokens from an active verb to the number it acts on
constexpr std::size_t kSubjectReach = 22;  // tokens from a subject's number to its passive verb
constexpr std::size_t kNounReach = 3;      // "killing of some 15"

bool counts_people(const FigureMention& figure) {
    return figure.unit == FigureUnit::people || figure.is_others ||
           (figure.unit == FigureUnit::none && figure.noun.empty());
}

bool counts_for(const FigureMention& figure, Harm harm) {
    return harm == Harm::houses ? figure.unit == FigureUnit::buildings : counts_people(figure);
}

class FigureAssignment {
  public:
    explicit FigureAssignment(const SentenceFacts& facts)
        : m_facts(facts), m_owner(facts.figures.size()) {}

    std::vector<HarmFigure> run() {
        for (std::size_t f = 0; f < m_facts.figures.size(); ++f)
            m_owner[f] = best_trigger(f);
        for (std::size_t f = 1; f < m_facts.figures.size(); ++f)
            follow_list(f);
        std::vector<HarmFigure> result;
        for (std::size_t f = 0; f < m_facts.figures.size(); ++f) {
            if (m_owner[f] && !counted_before(f))
                result.push_back({*m_owner[f], f, is_partitive(m_facts.figures[f])});
        }
        // "four people, two of them women": the part adds nothing to its whole.
        std::vector<HarmFigure> kept;
        for (const HarmFigure& figure : result) {
            const bool has_whole =
                std::any_of(result.begin(), result.end(), [&](const HarmFigure& other) {
                    return other.trigger == figure.trigger && !other.partitive;
                });
            if (!figure.partitive || !has_whole)
                kept.push_back(figure);
        }
        return kept;
    }

  private:
    /// "four people, two of them women, were arrested": the part adds nothing to its whole.
    bool counted_before(std::size_t f) const {
        if (!m_facts.figures[f].is_part && !is_partitive(m_facts.figures[f]))
            return false;
        for (std::size_t whole = 0; whole < f; ++whole) {
            if (m_owner[whole] == m_owner[f] && !is_partitive(m_facts.figures[whole]))
                return true;
        }
        return false;
    }

    const std::vector<Token>& tokens() const { return m_facts.tokens(); }
    const std::vector<TriggerMention>& triggers() const { return m_facts.scan.triggers; }

    bool is_partitive(const FigureMention& figure) const {
        if (figure.first_token >= 2 && tokens()[figure.first_token - 1].folded == "other" &&
            tokens()[figure.first_token - 2].folded == "the")
            return true;
        // "five of them" inside the figure's own words, or right after them.
        const std::size_t at = figure.end_token - figure.first_token >= 3 &&
                                       tokens()[figure.end_token - 2].folded == "of"
                                   ? figure.end_token - 2
                                   : figure.end_token;
        if (at + 1 >= tokens().size())
            return false;
        const std::string& of = tokens()[at].folded;
        const std::string& next = tokens()[at + 1].folded;
        return (of == "of" &&
                (next == "the" || next == "them" || next == "those" || next == "whom")) ||
               (of == "d'" && (next == "entre"));
    }

    std::optional<std::size_t> best_trigger(std::size_t f) const {
        const FigureMention& figure = m_facts.figures[f];
        if (figure.is_part && !is_partitive(figure))
            return std::nullopt;
        std::optional<std::size_t> best;
        std::size_t best_cost = 1000;
        for (std::size_t t = 0; t < triggers().size(); ++t) {
            const TriggerMention& trigger = triggers()[t];
            if (!trigger.harm || !trigger.asserted || !counts_for(figure, *trigger.harm))
                continue;
            const std::optional<std::size_t> cost = cost_of(trigger, figure);
            if (cost && *cost < best_cost) {
                best = t;
                best_cost = *cost;
            }
        }
        return best;
    }

    /// "the number of civilians killed as 15", "puts the death toll at 22", "le bilan à 15".
    bool is_stated_total(const TriggerMention& trigger, const FigureMention& figure) const {
        constexpr std::size_t kTotalReach = 6;  // tokens from "number" to its figure's harm
        if (figure.first_token == 0 || figure.first_token < trigger.end ||
            figure.first_token - trigger.end > 2)
            return false;
        static constexpr std::array<std::string_view, 5> kLinks{"as", "at", "to", "à", ":"};
        const std::string& link = tokens()[figure.first_token - 1].folded;
        if (std::find(kLinks.begin(), kLinks.end(), link) == kLinks.end())
            return false;
        static constexpr std::array<std::string_view, 6> kTotals{"number", "toll",   "total",
                                                                 "count",  "nombre", "bilan"};
        const std::size_t from = trigger.first - std::min(trigger.first, kTotalReach);
        for (std::size_t at = from; at < trigger.end; ++at) {
            if (std::find(kTotals.begin(), kTotals.end(), tokens()[at].folded) != kTotals.end())
                return true;
        }
        return false;
    }

    std::optional<std::size_t> cost_of(const TriggerMention& trigger,
                                       const FigureMention& figure) const {
        const bool inside = trigger.first >= figure.first_token && trigger.first < figure.end_token;
        if (inside || is_stated_total(trigger, figure))
            return 0;
        const bool after = figure.first_token >= trigger.end;
        const std::size_t gap = after ? figure.first_token - trigger.end
                                      : trigger.first - std::min(trigger.first, figure.end_token);
        switch (trigger.part) {
            case TriggerPart::noun:
                if (after)
                    return gap <= kNounReach && of_between(trigger.end, figure.first_token)
                               ? std::optional(gap)
                               : std::nullopt;
                return gap <= 1 ? std::optional(gap + 1) : std::nullopt;
            case TriggerPart::modifier:
                return !after && gap <= 1  ? std::optional(gap)
                       : after && gap <= 2 ? std::optional(gap + 2)
                                           : std::nullopt;
            case TriggerPart::carrier:
                return std::nullopt;
            case TriggerPart::verb:
                if (trigger.voice == Voice::active) {
                    return after && gap <= kObjectReach && clear_object(trigger.end, figure)
                               ? std::optional(gap)
                               : std::nullopt;
                }
                break;
            case TriggerPart::victim_verb:
                break;
        }
        if (after) {
            // French puts a passive's counted subject after it too: "ont été tuées 12 personnes".
            return gap <= 1 && m_facts.words->lexicon.language == Language::fr
                       ? std::optional(gap + 6)
                       : std::nullopt;
        }
        if (gap > kSubjectReach || !clear_subject(figure, trigger))
            return std::nullopt;
        return gap + 1;
    }

    bool of_between(std::size_t from, std::size_t to) const {
        for (std::size_t at = from; at < to; ++at) {
            const std::string& word = tokens()[at].folded;
            if (word == "of" || word == "de" || word == "d'" || word == "des")
                return true;
        }
        return false;
    }

    /// No mark or other verb between an active verb and its counted object.
    bool clear_object(std::size_t from, const FigureMention& figure) const {
        for (std::size_t at = from; at < figure.first_token; ++at) {
            const std::string& word = tokens()[at].folded;
            if (word == "," || word == ";" || word == "when" || word == "who" || word == "qui" ||
                word == "in" || word == "by" || word == "par")
                return false;
        }
        for (const FigureMention& other : m_facts.figures) {
            if (!other.is_part && other.first_token >= from &&
                other.end_token <= figure.first_token && !joined(other, figure))
                return false;
        }
        return true;
    }

    /// Between a counted subject and its passive only asides: "26 people, including a boy, were".
    bool clear_subject(const FigureMention& figure, const TriggerMention& trigger) const {
        std::size_t commas = 0;
        for (std::size_t at = figure.end_token; at < trigger.first; ++at) {
            const std::string& word = tokens()[at].folded;
            if (word == ";" || word == "." || word == "while")
                return false;
            commas += word == "," ? 1 : 0;
        }
        for (const FigureMention& other : m_facts.figures) {
            // A nearer number that is no part of this one is the subject.
            if (!other.is_part && other.first_token >= figure.end_token &&
                other.end_token <= trigger.first && counts_people(other) && !joined(figure, other))
                return false;
        }
        for (const TriggerMention& other : triggers()) {
            const bool between = other.first >= figure.end_token && other.end <= trigger.first;
            if (between && other.part == TriggerPart::verb && other.voice == Voice::active &&
                other.asserted && !other.relative)
                return false;
        }
        // "the 21 bodies ..., said to be of soldiers abducted": the soldiers were abducted.
        for (const ActorMention& actor : m_facts.actors) {
            if (actor.end == trigger.first && actor.first >= figure.end_token)
                return false;
        }
        const std::size_t gap = trigger.first - figure.end_token;
        return commas > 0 ? gap <= kSubjectReach : gap <= 12;
    }

    /// "49 civilians and 15 soldiers", "15 civilians in X and 22 others".
    bool joined(const FigureMention& a, const FigureMention& b) const {
        bool join = false;
        std::size_t words = 0;
        for (std::size_t at = a.end_token; at < b.first_token; ++at) {
            const std::string& word = tokens()[at].folded;
            if (word == "and" || word == "et" || word == ",") {
                join = true;
            } else if (!in_place(at) && word != "in" && word != "à" && word != "at" &&
                       word != "dans" && word != "the" && word != "le") {
                ++words;
            }
        }
        return join && words == 0;
    }

    bool in_place(std::size_t at) const {
        for (const PlaceInText& place : m_facts.places) {
            if (at >= place.outer_first && at < place.outer_end)
                return true;
        }
        return false;
    }

    void follow_list(std::size_t f) {
        if (m_owner[f] || !m_owner[f - 1] || m_facts.figures[f].is_part)
            return;
        const FigureMention& before = m_facts.figures[f - 1];
        const FigureMention& figure = m_facts.figures[f];
        const Harm harm = *triggers()[*m_owner[f - 1]].harm;
        if (counts_for(figure, harm) && joined(before, figure))
            m_owner[f] = m_owner[f - 1];
    }

    const SentenceFacts& m_facts;
    std::vector<std::optional<std::size_t>> m_owner;
};

}  // namespace

std::vector<HarmFigure> assign_figures(const SentenceFacts& facts) {
    return FigureAssignment(facts).run();
}

Figure add_figures(const Figure& a, const Figure& b) {
    Figure sum;
    sum.low = a.low && b.low ? std::optional(*a.low + *b.low) : (a.low ? a.low : b.low);
    sum.high = a.high && b.high ? std::optional(*a.high + *b.high) : std::nullopt;
    sum.approximate = a.approximate || b.approximate;
    sum.words = a.words + "; " + b.words;
    return sum;
}

std::optional<Figure> sum_figures(std::string_view text, const SentenceFacts& facts,
                                  const std::vector<std::size_t>& figures) {
    if (figures.empty())
        return std::nullopt;
    Figure sum = facts.figures[figures.front()].figure;
    if (figures.size() == 1)
        return sum;
    for (std::size_t i = 1; i < figures.size(); ++i)
        sum = add_figures(sum, facts.figures[figures[i]].figure);
    sum.words = words_of(text, facts.sentence, facts.figures[figures.front()].first_token,
                         facts.figures[figures.back()].end_token);
    return sum;
}

namespace {

/// The first run of two or more capitalised words before the verb that is no place, time or actor.
std::pair<std::size_t, std::size_t> name_before(const SentenceFacts& facts,
                                                const TriggerMention& trigger) {
    const std::vector<Token>& tokens = facts.tokens();
    const auto in_other = [&](std::size_t at) {
        for (const PlaceInText& place : facts.places) {
            if (at >= place.outer_first && at < place.outer_end)
                return true;
        }
        for (const TimeMention& time : facts.times) {
            if (at >= time.first_token && at < time.end_token)
                return true;
        }
        for (const ActorMention& actor : facts.actors) {
            if (actor.is_named && at >= actor.first && at < actor.end)
                return true;
        }
        return ReadingWords::has_role(facts.words->names, tokens, at, "function") ||
               ReadingWords::has_role(facts.words->names, tokens, at, "organisation");
    };
    std::size_t first = 0;
    std::size_t end = 0;
    for (std::size_t at = 0; at < trigger.first; ++at) {
        const bool name =
            tokens[at].kind == TokenKind::word && tokens[at].capitalised && !in_other(at);
        if (!name)
            continue;
        if (end == at && end > first) {
            end = at + 1;
        } else if (end - first < 2) {
            first = at;
            end = at + 1;
        }
    }
    // A sentence's first word is capitalised anyway: alone with one name it is a noun before it.
    return end - first >= 2 ? std::pair(first, end) : std::pair<std::size_t, std::size_t>(0, 0);
}

}  // namespace

bool has_named_subject(const SentenceFacts& facts, const TriggerMention& trigger) {
    const auto [first, end] = name_before(facts, trigger);
    return (trigger.voice == Voice::passive || trigger.part == TriggerPart::victim_verb) &&
           end > first;
}

std::optional<Figure> single_victim(std::string_view text, const SentenceFacts& facts,
                                    const TriggerMention& trigger) {
    if (!trigger.harm ||
        (trigger.voice != Voice::passive && trigger.part != TriggerPart::victim_verb))
        return std::nullopt;
    const auto [first, end] = name_before(facts, trigger);
    Figure one;
    one.low = one.high = 1;
    // "X, abducted in December": without an auxiliary a name alone tells the number.
    if (end > first && (trigger.singular || !trigger.plural)) {
        one.words = words_of(text, facts.sentence, first, end);
        return one;
    }
    if (!trigger.singular)
        return std::nullopt;
    for (const ActorMention& actor : facts.actors) {
        if (actor.end <= trigger.first && actor.actor_class == ActorClass::civilians &&
            !facts.tokens()[actor.end - 1].folded.ends_with('s')) {
            one.words = actor.name;
            return one;
        }
    }
    return std::nullopt;
}

}  // namespace events
