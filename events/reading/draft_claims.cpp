// Puts triggers, figures, places and times of one sentence together to claims.
#include <algorithm>

#include "events/reading/claim_draft.hpp"
#include "events/reading/harm_figures.hpp"

namespace events {

namespace {

constexpr std::size_t kCarrierReach = 9;  // tokens from "carried out", "took place" to its noun
constexpr std::size_t kBesideReach = 8;   // tokens to the place that "captured", "besieged" need

std::size_t gap(std::size_t a_first, std::size_t a_end, std::size_t b_first, std::size_t b_end) {
    if (b_first >= a_end)
        return b_first - a_end;
    return a_first >= b_end ? a_first - b_end : 0;
}

class Drafting {
  public:
    Drafting(std::string_view text, const SentenceFacts& facts)
        : m_text(text), m_facts(facts), m_figures(assign_figures(facts)) {}

    std::vector<ClaimDraft> run() {
        std::vector<std::size_t> heads;
        for (std::size_t t = 0; t < triggers().size(); ++t) {
            if (is_head(t))
                heads.push_back(t);
        }
        drop_background(heads);
        for (const std::size_t t : heads)
            place_trigger(t);
        for (ClaimDraft& draft : m_drafts)
            finish(draft);
        return std::move(m_drafts);
    }

  private:
    const std::vector<TriggerMention>& triggers() const { return m_facts.scan.triggers; }
    const std::vector<Token>& tokens() const { return m_facts.tokens(); }

    bool has_figure(std::size_t trigger) const {
        return std::any_of(m_figures.begin(), m_figures.end(),
                           [&](const HarmFigure& f) { return f.trigger == trigger; });
    }

    bool has_carrier(const TriggerMention& noun) const {
        for (const TriggerMention& other : triggers()) {
            if (other.part == TriggerPart::carrier && other.strong && other.asserted &&
                gap(noun.first, noun.end, other.first, other.end) <= kCarrierReach)
                return true;
        }
        return false;
    }

    bool place_beside(const TriggerMention& trigger) const {
        // "a ferry was seized in X": what was taken stands before a passive.
        const bool object_before =
            trigger.voice == Voice::passive && trigger.kind == EventKind::takeover;
        for (const PlaceInText& place : m_facts.places) {
            const bool sided = !object_before || place.outer_first < trigger.first ||
                               target_beside(trigger, EventKind::battle) ||
                               target_beside(trigger, EventKind::property_destruction);
            if (!place.reference && sided &&
                gap(trigger.first, trigger.end, place.outer_first, place.outer_end) <= kBesideReach)
                return true;
        }
        return false;
    }

    bool target_beside(const TriggerMention& trigger, EventKind kind) const {
        for (std::size_t at = trigger.end; at < tokens().size() && at < trigger.end + 8; ++at) {
            const auto match = m_facts.words->targets.match_at(tokens(), at);
            if (match && parse_kind(m_facts.words->targets.cell(match->row, "kind")) == kind)
                return true;
        }
        const std::size_t from = trigger.first > 12 ? trigger.first - 12 : 0;
        for (std::size_t at = from; trigger.voice == Voice::passive && at < trigger.first; ++at) {
            const auto match = m_facts.words->targets.match_at(tokens(), at);
            if (match && parse_kind(m_facts.words->targets.cell(match->row, "kind")) == kind)
                return true;
        }
        return false;
    }

    bool is_auxiliary(std::size_t at) const {
        return ReadingWords::has_role(m_facts.words->auxiliaries, tokens(), at, "passive") ||
               ReadingWords::has_role(m_facts.words->auxiliaries, tokens(), at, "perfect") ||
               ReadingWords::has_role(m_facts.words->auxiliaries, tokens(), at, "adverb");
    }

    /// "X, a town near Y, fell": the subject is a place, told apart at most by an aside.
    bool place_falls(const TriggerMention& trigger) const {
        std::size_t verb = trigger.first;  // with its auxiliaries: "est tombée", "has fallen"
        while (verb > 0 && is_auxiliary(verb - 1))
            --verb;
        for (const PlaceInText& place : m_facts.places) {
            if (place.link != PlaceLink::none || place.reference || place.attributive ||
                place.outer_end > verb)
                continue;
            const std::string& next = tokens()[place.outer_end].folded;
            const bool aside = next == "," && tokens()[verb - 1].folded == ",";
            if (aside || place.outer_end == verb)
                return true;
        }
        return false;
    }

    bool located_and_dated(const TriggerMention& trigger) const {
        const auto place = attach_place(m_facts, trigger);
        const auto time = attach_time(m_facts, trigger);
        return place && time && !m_facts.places[*place].is_country;
    }

    /// "after the attack carried out on 9 May against X": the news stands in the clause of time.
    bool tells_all(const TriggerMention& trigger) const {
        if (!has_carrier(trigger))
            return false;
        const auto place = attach_place(m_facts, trigger);
        const auto time = attach_time(m_facts, trigger);
        return place && time && m_facts.places[*place].outer_first >= trigger.end &&
               m_facts.times[*time].first_token >= trigger.end;
    }

    /// Whether a trigger can be an event by itself; else it only colours others.
    bool is_head(std::size_t index) const {
        const TriggerMention& trigger = triggers()[index];
        if (!trigger.asserted || trigger.part == TriggerPart::carrier ||
            trigger.part == TriggerPart::modifier)
            return trigger.asserted && trigger.part == TriggerPart::modifier &&
                   trigger.kind == EventKind::killing && has_figure(index);
        const bool counted = has_figure(index);
        switch (trigger.object) {
            case TriggerObject::place:
                if (!place_beside(trigger))
                    return false;
                break;
            case TriggerObject::fallen_place:
                if (!place_falls(trigger))
                    return false;
                break;
            case TriggerObject::building:
                if (!counted && !target_beside(trigger, EventKind::property_destruction) &&
                    !target_beside(trigger, EventKind::heritage_destruction) &&
                    !target_beside(trigger, EventKind::attack_on_health) &&
                    !target_beside(trigger, EventKind::attack_on_education))
                    return false;
                break;
            case TriggerObject::child:
                if (!mentions_children())
                    return false;
                break;
            case TriggerObject::any:
            case TriggerObject::person:
                break;
        }
        if (trigger.part == TriggerPart::noun) {
            if (m_facts.scan.stance.trend && !counted && !located_and_dated(trigger))
                return false;
            const bool event_noun = counted || located_and_dated(trigger) ||
                                    (has_carrier(trigger) && !trigger.subordinate);
            return event_noun && (!trigger.subordinate || counted || tells_all(trigger));
        }
        if (trigger.strong)
            return true;
        return counted || located_and_dated(trigger) ||
               (has_named_subject(m_facts, trigger) && attach_time(m_facts, trigger));
    }

    bool mentions_children() const {
        static constexpr std::array<std::string_view, 9> kChildren{"child",  "children", "minors",
                                                                   "boys",   "girls",    "enfants",
                                                                   "enfant", "mineurs",  "garçons"};
        return std::any_of(tokens().begin(), tokens().end(), [](const Token& token) {
            return std::find(kChildren.begin(), kChildren.end(), token.folded) != kChildren.end();
        });
    }

    /// "after the army retook X": beside a main statement it only tells when.
    void drop_background(std::vector<std::size_t>& heads) const {
        const auto is_aside = [&](std::size_t t) {
            // "people who protested came under fire": says only who they are.
            return triggers()[t].subordinate ||
                   (triggers()[t].relative && triggers()[t].kind == EventKind::protest);
        };
        const bool has_main =
            std::any_of(heads.begin(), heads.end(), [&](std::size_t t) { return !is_aside(t); });
        // "carried out raids in X province, killing 8 in Y and 13 in Z": the raids are the
        // killings.
        const auto counted_at = [&](std::optional<std::size_t> time) {
            return std::any_of(heads.begin(), heads.end(), [&](std::size_t t) {
                return has_figure(t) && triggers()[t].part == TriggerPart::verb &&
                       attach_time(m_facts, triggers()[t]) == time;
            });
        };
        std::erase_if(heads, [&](std::size_t t) {
            const TriggerMention& trigger = triggers()[t];
            return trigger.part == TriggerPart::noun && !has_figure(t) &&
                   trigger.kind != EventKind::mass_grave && trigger.kind != EventKind::protest &&
                   counted_at(attach_time(m_facts, trigger));
        });
        if (!has_main)
            return;
        std::erase_if(heads, [&](std::size_t t) {
            return is_aside(t) && !has_figure(t) && (triggers()[t].relative || !has_own_time(t));
        });
    }

    /// A time that stands nearer to this trigger than to any other.
    bool has_own_time(std::size_t index) const {
        const TriggerMention& trigger = triggers()[index];
        const auto time = attach_time(m_facts, trigger);
        if (!time)
            return false;
        const TimeMention& words = m_facts.times[*time];
        if (words.first_token < trigger.end)
            return false;
        for (std::size_t other = 0; other < triggers().size(); ++other) {
            const TriggerMention& head = triggers()[other];
            if (other != index && !head.subordinate && attach_time(m_facts, head) == time)
                return false;
        }
        return true;
    }

    /// The place that directly follows a figure: "15 civilians in X and 22 others in Y".
    std::optional<std::size_t> place_of_figure(std::size_t figure) const {
        const std::size_t end = m_facts.figures[figure].end_token;
        for (std::size_t p = 0; p < m_facts.places.size(); ++p) {
            const PlaceInText& place = m_facts.places[p];
            if (place.outer_first >= end && place.outer_first <= end + 2 &&
                (place.link == PlaceLink::in || place.link == PlaceLink::near))
                return p;
        }
        return std::nullopt;
    }

    void place_trigger(std::size_t index) {
        const TriggerMention& trigger = triggers()[index];
        std::vector<std::size_t> counted;
        std::size_t placed = 0;
        for (const HarmFigure& figure : m_figures) {
            if (figure.trigger != index)
                continue;
            counted.push_back(figure.figure);
            placed += place_of_figure(figure.figure) ? 1 : 0;
        }
        const auto time = attach_time(m_facts, trigger);
        if (placed >= 2) {
            for (const std::size_t figure : counted) {
                if (const auto place = place_of_figure(figure))
                    add(index, place, time, {figure});
            }
            return;
        }
        add(index, attach_place(m_facts, trigger), time, counted);
    }

    void add(std::size_t index, std::optional<std::size_t> place, std::optional<std::size_t> time,
             const std::vector<std::size_t>& figures) {
        ClaimDraft* draft = matching(index, place, time, !figures.empty());
        if (draft == nullptr) {
            m_drafts.emplace_back();
            draft = &m_drafts.back();
            draft->place = place;
            draft->time = time;
        }
        if (!draft->place)
            draft->place = place;
        if (!draft->time)
            draft->time = time;
        draft->triggers.push_back(index);
        const TriggerMention& trigger = triggers()[index];
        if (!trigger.harm)
            return;
        std::optional<Figure>& slot = draft->tally[*trigger.harm];
        if (const auto sum = sum_figures(m_text, m_facts, figures))
            slot = slot ? add_figures(*slot, *sum) : *sum;
        for (const HarmFigure& figure : m_figures) {
            if (figure.trigger == index && figure.partitive)
                draft->partitive = true;
        }
        if (!slot && figures.empty()) {
            slot = single_victim(m_text, m_facts, trigger);
            draft->single_victim = draft->single_victim || slot.has_value();
        }
        const bool one = figures.size() == 1 && is_one(m_facts.figures[figures.front()]);
        draft->single_victim = draft->single_victim || one;
        draft->has_figure = draft->has_figure || (!figures.empty() && !one);
        for (const std::size_t figure : figures)
            draft->vague_figure = draft->vague_figure || is_vague(m_facts.figures[figure]);
    }

    /// "a journalist", "one person": a victim, but no count that makes an event by itself.
    static bool is_one(const FigureMention& figure) {
        return figure.figure.low == 1 && figure.figure.high == 1;
    }

    static bool is_vague(const FigureMention& figure) {
        if (figure.figure.low == figure.figure.high)
            return false;
        const bool digit = figure.figure.words.find_first_of("0123456789") != std::string::npos;
        return !digit && figure.figure.low.value_or(0) >= 10;
    }

    /// Claims of one sentence at the same place and time are one.
    ClaimDraft* matching(std::size_t index, std::optional<std::size_t> place,
                         std::optional<std::size_t> time, bool counted) {
        const EventKind kind = triggers()[index].kind;
        for (ClaimDraft& draft : m_drafts) {
            const bool same_place = !place || !draft.place || *place == *draft.place ||
                                    listed_together(*place, *draft.place);
            const bool same_time = !time || !draft.time || *time == *draft.time;
            if (!same_place || !same_time)
                continue;
            const EventKind first = triggers()[draft.triggers.front()].kind;
            const bool protest = kind == EventKind::protest || first == EventKind::protest;
            if (protest && kind != first && !counted && !draft.has_figure)
                continue;
            return &draft;
        }
        return nullptr;
    }

    bool listed_together(std::size_t a, std::size_t b) const {
        const std::vector<std::size_t>& list = m_facts.places[a].coordinated;
        return std::find(list.begin(), list.end(), b) != list.end() ||
               m_facts.places[a].container == b || m_facts.places[b].container == a;
    }

    void finish(ClaimDraft& draft) const {
        for (const std::size_t t : draft.triggers) {
            const TriggerMention& trigger = triggers()[t];
            draft.verbal = draft.verbal || trigger.part == TriggerPart::verb ||
                           trigger.part == TriggerPart::victim_verb;
            draft.strong = draft.strong || trigger.strong;
            draft.named_victim =
                draft.named_victim || (trigger.harm && has_named_subject(m_facts, trigger));
            draft.settled = draft.settled || !trigger.progressive;
            draft.anterior = draft.anterior || trigger.anterior;
        }
        const TriggerMention& first = triggers()[draft.triggers.front()];
        draft.rule = first.part == TriggerPart::noun ? "noun:" : "verb:";
        draft.rule += words_of(m_text, m_facts.sentence, first.first, first.end);
        if (draft.place)
            draft.rule += "+place";
        if (draft.time)
            draft.rule += "+time";
        if (draft.has_figure)
            draft.rule += "+figure";
        draft.kind = choose_kind(m_facts, draft);
        draft.kind_is_open =
            draft.kind == EventKind::killing ||
            (draft.kind == EventKind::attack_on_civilians && first.harm == Harm::injured);
    }

    std::string_view m_text;
    const SentenceFacts& m_facts;
    std::vector<HarmFigure> m_figures;
    std::vector<ClaimDraft> m_drafts;
};

}  // namespace

bool has_fine_place(const SentenceFacts& facts, const ClaimDraft& draft) {
    if (!draft.place)
        return false;
    const PlaceInText& place = facts.places[*draft.place];
    return !place.is_country || place.part.has_value();
}

std::vector<ClaimDraft> draft_claims(std::string_view text, const SentenceFacts& facts) {
    return Drafting(text, facts).run();
}

}  // namespace events
