// Finds event words and reads the grammar around them.
#include "events/mentions/trigger_finder.hpp"

#include "events/mentions/trigger_clause.hpp"
#include "events/mentions/verb_chain.hpp"

namespace events {

namespace {

constexpr std::size_t kStanceReach = 8;  // tokens over which "prevent", "threat of" reach
constexpr std::size_t kObjectReach = 3;  // tokens between a verb and its object's figure

TriggerPart parse_part(std::string_view text) {
    if (text == "victim_verb")
        return TriggerPart::victim_verb;
    if (text == "noun")
        return TriggerPart::noun;
    if (text == "carrier")
        return TriggerPart::carrier;
    if (text == "modifier")
        return TriggerPart::modifier;
    return TriggerPart::verb;
}

TriggerObject parse_object(std::string_view text) {
    if (text == "person")
        return TriggerObject::person;
    if (text == "place")
        return TriggerObject::place;
    if (text == "fallen_place")
        return TriggerObject::fallen_place;
    if (text == "building")
        return TriggerObject::building;
    if (text == "child")
        return TriggerObject::child;
    return TriggerObject::any;
}

class TriggerSearch {
  public:
    TriggerSearch(const Sentence& sentence, const ReadingWords& words,
                  const std::vector<FigureMention>& figures,
                  const std::vector<ActorMention>& actors, const std::vector<TimeMention>& times)
        : m_tokens(sentence.tokens),
          m_words(words),
          m_figures(figures),
          m_actors(actors),
          m_in_time(sentence.tokens.size(), false),
          m_marks{m_tokens, m_words, words.stance.find_all(m_tokens),
                  words.clauses.find_all(m_tokens)} {
        for (const TimeMention& time : times) {
            // "spent seven months in detention": what opens a length of time may be a verb.
            const std::size_t lead = time.role == TimeRole::duration ? 1 : 0;
            for (std::size_t at = time.first_token + lead; at < time.end_token; ++at)
                m_in_time[at] = true;
        }
        // "since September the town ...": a date opens no clause.
        std::erase_if(m_marks.openers,
                      [&](const PatternMatch& opener) { return m_in_time[opener.first]; });
    }

    TriggerScan run() {
        TriggerScan scan;
        for (std::size_t at = 0; at < m_tokens.size();) {
            const std::optional<TriggerMention> trigger = take(at);
            if (trigger) {
                m_found.push_back(*trigger);
                at = trigger->end;
            } else {
                ++at;
            }
        }
        scan.stance = read_stance(m_marks, m_figures, m_actors);
        scan.triggers = std::move(m_found);
        return scan;
    }

  private:
    bool aux(std::size_t at, std::string_view role) const {
        return !m_in_time[at] && ReadingWords::has_role(m_words.auxiliaries, m_tokens, at, role);
    }

    /// "were tortured, killed and disappeared": the later forms share the auxiliaries of the first.
    const TriggerMention* coordinated_before(std::size_t first) const {
        if (m_found.empty() || first == 0)
            return nullptr;
        const TriggerMention& last = m_found.back();
        const bool verb = last.part == TriggerPart::verb || last.part == TriggerPart::victim_verb;
        if (!verb || last.voice != Voice::passive || last.end >= first || first - last.end > 3)
            return nullptr;
        for (std::size_t at = last.end; at < first; ++at) {
            const std::string& word = m_tokens[at].folded;
            const bool joins = word == "," || word == "and" || word == "or" || word == "et" ||
                               word == "ou" || aux(at, "adverb");
            if (!joins)
                return nullptr;
        }
        return &last;
    }

    bool figure_or_actor_at(std::size_t at, std::size_t reach) const {
        for (const FigureMention& figure : m_figures) {
            if (!figure.is_part && figure.first_token >= at && figure.first_token < at + reach)
                return true;
        }
        for (const ActorMention& actor : m_actors) {
            if (actor.first >= at && actor.first < at + reach)
                return true;
        }
        return false;
    }

    bool noun_ends_before(std::size_t at) const {
        for (const FigureMention& figure : m_figures) {
            if (figure.end_token == at)
                return true;
        }
        for (const ActorMention& actor : m_actors) {
            if (actor.end == at)
                return true;
        }
        return false;
    }

    /// "14 détenus ont été battus": whom it befell, no arrest.
    bool counts_detainees(const TriggerMention& trigger) const {
        if (trigger.kind != EventKind::arrest || trigger.end >= m_tokens.size() ||
            !(aux(trigger.end, "perfect") || aux(trigger.end, "passive")))
            return false;
        return std::any_of(m_figures.begin(), m_figures.end(), [&](const FigureMention& figure) {
            return figure.end_token == trigger.end && figure.first_token < trigger.first;
        });
    }

    bool by_follows(std::size_t end) const {
        for (std::size_t at = end; at < m_tokens.size() && at < end + 4; ++at) {
            const std::string& word = m_tokens[at].folded;
            if (word == "by" || word == "par")
                return true;
            if (word == "," || word == "and" || word == "et")
                return false;
        }
        return false;
    }

    bool object_follows(std::size_t end) const {
        if (end >= m_tokens.size())
            return false;
        static constexpr std::array<std::string_view, 14> kDeterminers{
            "the",     "a",    "an",   "his", "her",  "their", "its",
            "several", "many", "some", "him", "them", "all",   "civilians"};
        const Token& next = m_tokens[end];
        if (std::find(kDeterminers.begin(), kDeterminers.end(), next.folded) != kDeterminers.end())
            return true;
        return (next.capitalised && next.kind == TokenKind::word) ||
               figure_or_actor_at(end, kObjectReach);
    }

    Voice voice_of(const PatternMatch& match, const VerbChain& chain) const {
        const bool past = match.form == WordForm::past || match.form == WordForm::participle;
        if (chain.passive && !chain.reflexive)
            return past || match.form == WordForm::plain ? Voice::passive : Voice::active;
        if (!past)
            return Voice::active;
        if (chain.perfect)
            return Voice::active;
        if (coordinated_before(match.first) != nullptr && !object_follows(match.end))
            return Voice::passive;
        if (by_follows(match.end))
            return Voice::passive;
        if (match.form == WordForm::participle)
            return Voice::passive;
        if (object_follows(match.end) || match.end > match.first + 1)
            return Voice::active;
        // "20 people killed in ..." against "the army bombed positions".
        const bool open_object = match.end < m_tokens.size() &&
                                 m_tokens[match.end].kind == TokenKind::word &&
                                 !m_in_time[match.end] && !is_preposition(m_tokens[match.end]);
        return noun_ends_before(match.first) && !open_object ? Voice::passive : Voice::active;
    }

    /// Whether a form that may be verb or noun ("attack", "raids", "fighting") is the noun here.
    bool reads_as_noun(const PatternMatch& verb) const {
        if (verb.form == WordForm::past || verb.form == WordForm::participle)
            return false;
        const bool first = verb.first == 0;
        const std::size_t left = first ? 0 : verb.first - 1;
        if (verb.form == WordForm::gerund) {
            if (verb.end < m_tokens.size()) {
                const std::string& next = m_tokens[verb.end].folded;
                if (next == "of" || next == "by" || next == "in" || next == "between")
                    return true;
            }
            if (first || m_tokens[left].folded == ",")
                return !figure_or_actor_at(verb.end, kObjectReach) && !object_follows(verb.end);
            return !aux(left, "passive") && !figure_or_actor_at(verb.end, 2);
        }
        if (first)
            return true;
        const bool verbal = aux(left, "infinitive") || aux(left, "modal") ||
                            ReadingWords::has_role(m_words.clauses, m_tokens, left, "relative") ||
                            m_tokens[left].folded == "they" || m_tokens[left].folded == "ils";
        return !verbal;
    }

    std::optional<TriggerMention> take(std::size_t at) {
        if (m_in_time[at])
            return std::nullopt;
        const std::vector<PatternMatch> matches = m_words.triggers.matches_at(m_tokens, at);
        if (matches.empty())
            return std::nullopt;
        const PatternMatch* chosen = &matches.front();
        const auto is_noun = [&](const PatternMatch& match) {
            const TriggerPart part = parse_part(m_words.triggers.cell(match.row, "part"));
            return part == TriggerPart::noun || part == TriggerPart::modifier;
        };
        if (!is_noun(*chosen)) {
            for (const PatternMatch& other : matches) {
                if (other.end == chosen->end && is_noun(other) && reads_as_noun(*chosen)) {
                    chosen = &other;
                    break;
                }
            }
        }
        return describe(*chosen);
    }

    TriggerMention describe(const PatternMatch& match) const {
        const PatternTable& table = m_words.triggers;
        TriggerMention trigger;
        trigger.first = match.first;
        trigger.end = match.end;
        trigger.part = parse_part(table.cell(match.row, "part"));
        trigger.kind = parse_kind(table.cell(match.row, "kind")).value_or(EventKind::other);
        trigger.harm = parse_harm(table.cell(match.row, "harm"));
        trigger.object = parse_object(table.cell(match.row, "object"));
        trigger.strong = table.cell(match.row, "strength") == "strong";
        trigger.form = match.form;
        if (trigger.part == TriggerPart::noun || trigger.part == TriggerPart::modifier) {
            judge_noun(trigger);
        } else {
            judge_verb(trigger, match);
        }
        if (is_scare_quoted(m_tokens, trigger.first, trigger.end)) {
            trigger.alleged = true;
            trigger.asserted = trigger.asserted && trigger.part == TriggerPart::noun;
        }
        m_marks.judge_clause(trigger);
        return trigger;
    }

    /// "No civilians were killed", "Aucun civil n'a été tué".
    bool no_subject(std::size_t first) const {
        for (std::size_t at = first; at > 0 && first - at < 4; --at) {
            const std::string& word = m_tokens[at - 1].folded;
            if (word == "no" || word == "none" || word == "nobody" || word == "aucun" ||
                word == "aucune" || word == "personne")
                return word != "personne" || at == 1;
        }
        return false;
    }

    void judge_verb(TriggerMention& trigger, const PatternMatch& match) const {
        const VerbChain chain = read_verb_chain(m_tokens, m_in_time, m_words, match.first);
        trigger.voice = voice_of(match, chain);
        trigger.singular = chain.singular;
        trigger.lasting = chain.perfect && !chain.anterior;
        trigger.anterior = chain.anterior;
        trigger.progressive = match.form == WordForm::gerund && chain.passive;
        trigger.plural = !chain.singular && (chain.passive || chain.perfect);
        const TriggerMention* before = coordinated_before(match.first);
        if (trigger.voice == Voice::passive && no_subject(chain.first))
            trigger.asserted = false;
        if (chain.negated || chain.modal || counts_detainees(trigger))
            trigger.asserted = false;
        if (chain.infinitive && !chain.implicative)
            trigger.asserted = false;
        if (match.form == WordForm::base && !chain.infinitive && !chain.perfect && !chain.passive)
            trigger.asserted = trigger.asserted && noun_ends_before(match.first);
        if (before != nullptr && !before->asserted && chain.first == match.first)
            trigger.asserted = false;
        const bool past = match.form == WordForm::past || match.form == WordForm::participle;
        if (past && !chain.passive && !chain.perfect)
            return apply_stance(trigger, chain.first, false);
        apply_stance(trigger, chain.first, match.form == WordForm::gerund);
    }

    void judge_noun(TriggerMention& trigger) const {
        for (std::size_t at = trigger.first; at > 0 && trigger.first - at < 3; --at) {
            const std::string& word = m_tokens[at - 1].folded;
            if (word == "no" || word == "without" || word == "aucun" || word == "aucune" ||
                word == "sans")
                trigger.asserted = false;
        }
        // Bodies and graves that authorities are asked to identify are there.
        const bool is_found =
            trigger.kind == EventKind::mass_grave ||
            std::any_of(m_figures.begin(), m_figures.end(), [&](const FigureMention& figure) {
                return figure.first_token < trigger.first && figure.end_token == trigger.end;
            });
        apply_stance(trigger, trigger.first, !is_found);
    }

    /// Marks left of the trigger in its own part of the sentence.
    void apply_stance(TriggerMention& trigger, std::size_t first, bool reached_by_appeal) const {
        bool prevented = false;
        bool failed = false;
        for (const PatternMatch& stance : m_marks.stances) {
            if (stance.first >= trigger.first)
                break;
            if (stance.end + kStanceReach < first || m_marks.broken_between(stance.end, first))
                continue;
            const std::string_view effect = m_words.stance.cell(stance.row, "effect");
            if (effect == "hypothetical" || (effect == "appeal" && reached_by_appeal))
                trigger.asserted = false;
            if (effect == "prevents")
                prevented = true;
            if (effect == "fails")
                failed = true;
            if (effect == "alleged")
                trigger.alleged = true;
        }
        if (prevented && !failed)
            trigger.asserted = false;
    }

    const std::vector<Token>& m_tokens;
    const ReadingWords& m_words;
    const std::vector<FigureMention>& m_figures;
    const std::vector<ActorMention>& m_actors;
    std::vector<bool> m_in_time;
    ClauseMarks m_marks;
    std::vector<TriggerMention> m_found;
};

}  // namespace

TriggerScan find_triggers(const Sentence& sentence, const ReadingWords& words,
                          const std::vector<FigureMention>& figures,
                          const std::vector<ActorMention>& actors,
                          const std::vector<TimeMention>& times) {
    return TriggerSearch(sentence, words, figures, actors, times).run();
}

}  // namespace events
