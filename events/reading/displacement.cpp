// Reads movements of people by their verbs, prepositions and figures.
#include "events/reading/displacement.hpp"

#include "events/reading/flow_lists.hpp"

namespace events {

namespace {

constexpr std::size_t kSubjectReach = 30;  // tokens from the counted people to their verb
constexpr std::size_t kGoalReach = 24;     // tokens from the verb to where they go

struct MoveTrigger {
    PatternMatch match;
    std::string_view part;
    std::string_view to;
    FlowKind kind = FlowKind::movement;
    bool strong = false;
};

class MovementSearch {
  public:
    explicit MovementSearch(const SentenceFacts& facts) : m_facts(facts) {}

    std::vector<MovementDraft> run() {
        for (const PatternMatch& match : table().find_all(tokens())) {
            MoveTrigger trigger;
            trigger.match = match;
            trigger.part = table().cell(match.row, "part");
            trigger.to = table().cell(match.row, "to");
            trigger.kind =
                parse_flow_kind(table().cell(match.row, "kind")).value_or(FlowKind::movement);
            trigger.strong = table().cell(match.row, "strength") == "strong";
            if (!is_denied(match))
                m_triggers.push_back(trigger);
        }
        std::vector<MovementDraft> drafts;
        for (const MoveTrigger& trigger : m_triggers) {
            std::optional<MovementDraft> draft = read(trigger);
            if (!draft)
                continue;
            // "flee X, with many seeking refuge in Y": one movement told with two verbs.
            MovementDraft* same = drafts.empty() ? nullptr : &drafts.back();
            if (same != nullptr && goes_with(*same, *draft))
                join(*same, *draft);
            else
                drafts.push_back(std::move(*draft));
        }
        pass_on_origins(drafts);
        split_by_figures(m_facts, drafts);
        std::erase_if(drafts, [](const MovementDraft& draft) {
            const bool whither = !draft.to.empty() || draft.to_neighbours;
            return (!whither && !draft.figure) || (!draft.strong && !draft.figure) ||
                   (!whither && !draft.strong);
        });
        return drafts;
    }

  private:
    const PatternTable& table() const { return m_facts.words->displacement; }
    const std::vector<Token>& tokens() const { return m_facts.tokens(); }

    bool is_denied(const PatternMatch& match) const {
        for (std::size_t n = 1; n <= 5 && n <= match.first; ++n) {
            const std::size_t at = match.first - n;
            const std::string& word = tokens()[at].folded;
            if (word == "," || word == ";" || word == "had" || word == "have" || word == "ont")
                return false;
            for (const std::string_view role : {"modal", "negation"}) {
                if (word != "ne" &&
                    ReadingWords::has_role(m_facts.words->auxiliaries, tokens(), at, role))
                    return true;
            }
        }
        return false;
    }

    std::optional<MovementDraft> read(const MoveTrigger& trigger) const {
        MovementDraft draft;
        draft.kind = trigger.kind;
        draft.strong = trigger.strong;
        draft.trigger_first = trigger.match.first;
        draft.trigger_end = trigger.match.end;
        draft.hosted = trigger.to == "host";
        draft.arrives_in = trigger.to == "to" || (trigger.to == "prep" && trigger.part == "verb");
        draft.figure = people_of(trigger);
        draft.category = category_of(draft);
        find_ends(trigger, draft);
        if (trigger.to == "host") {
            // "X hosts 12,000 refugees from Y": where they are stands before the verb.
            for (std::size_t p = 0; p < m_facts.places.size(); ++p) {
                if (m_facts.places[p].outer_end <= trigger.match.first)
                    draft.to = {p};
            }
        }
        if (!draft.figure && !draft.strong)
            return std::nullopt;
        return draft;
    }

    bool is_people(const FigureMention& figure) const {
        return figure.unit == FigureUnit::people || figure.unit == FigureUnit::households ||
               figure.is_others || (figure.unit == FigureUnit::none && figure.noun.empty());
    }

    std::optional<std::size_t> people_of(const MoveTrigger& trigger) const {
        std::optional<std::size_t> before;
        std::optional<std::size_t> part;  // "1,200 of them": counts when no whole is told
        for (std::size_t f = 0; f < m_facts.figures.size(); ++f) {
            const FigureMention& figure = m_facts.figures[f];
            if (figure.is_part && figure.end_token <= trigger.match.first)
                part = f;
            if (figure.is_part || !is_people(figure))
                continue;
            // "12,700 arrivals from X": the counted noun may be the trigger itself.
            if (figure.first_token < trigger.match.first &&
                trigger.match.first <= figure.end_token + kSubjectReach)
                before = f;
            const bool takes_object = trigger.part != "verb" || trigger.to == "host" ||
                                      table().cell(trigger.match.row, "part") == "passive";
            if (takes_object && figure.first_token >= trigger.match.end &&
                figure.first_token - trigger.match.end <= 3)
                return f;
        }
        return before ? before : part;
    }

    FlowCategory category_of(const MovementDraft& draft) const {
        if (draft.kind == FlowKind::return_)
            return FlowCategory::returnees;
        for (const Token& token : tokens()) {
            const std::string& word = token.folded;
            if (word == "refugees" || word == "réfugiés")
                return FlowCategory::refugees;
            if (word == "asylum-seekers" || word == "asylum")
                return FlowCategory::asylum_seekers;
            if (word == "idps" || word == "internally" || word == "déplacés")
                return FlowCategory::idps;
            if (word == "returnees" || word == "retournés")
                return FlowCategory::returnees;
        }
        return FlowCategory::unknown;
    }

    void find_ends(const MoveTrigger& trigger, MovementDraft& draft) const {
        const std::size_t end = trigger.match.end;
        for (std::size_t p = 0; p < m_facts.places.size(); ++p) {
            const PlaceInText& place = m_facts.places[p];
            if (place.reference || place.attributive || is_container(p))
                continue;
            if (place.outer_end <= trigger.match.first) {
                // "people from X had moved": the counted people's own place.
                const bool of_people = place.link == PlaceLink::from && draft.figure &&
                                       place.first >= m_facts.figures[*draft.figure].end_token;
                if (of_people)
                    draft.from = p;
                continue;
            }
            if (place.outer_first < end || place.outer_first - end > kGoalReach ||
                cut_off(end, place.outer_first))
                continue;
            take_end(trigger, p, draft);
        }
        for (std::size_t at = end; at < tokens().size() && at < end + kGoalReach; ++at) {
            if (ReadingWords::has_role(m_facts.words->place_words, tokens(), at, "neighbours"))
                draft.to_neighbours = true;
        }
    }

    void take_end(const MoveTrigger& trigger, std::size_t index, MovementDraft& draft) const {
        const PlaceInText& place = m_facts.places[index];
        PlaceLink link = place.link;
        const bool listed = !draft.to.empty() && is_listed(draft.to.back(), index);
        if (listed) {
            draft.to.push_back(index);
            return;
        }
        const bool object = place.outer_first <= trigger.match.end + 1;
        if (link == PlaceLink::none)
            link = trigger.to == "from"           ? PlaceLink::from
                   : object || trigger.to == "to" ? PlaceLink::to
                                                  : PlaceLink::none;
        if (link == PlaceLink::from || (link == PlaceLink::of && trigger.to == "from")) {
            if (!draft.from)
                draft.from = index;
            return;
        }
        const bool goal =
            link == PlaceLink::to || ((link == PlaceLink::in || link == PlaceLink::near) &&
                                      (trigger.to == "to" || trigger.to == "prep"));
        if (!goal) {
            if (trigger.part == "passive" && link == PlaceLink::in && !draft.from)
                draft.from = index;
            return;
        }
        // "displaced in X" says where it happened, "registered in X" where they went.
        if (trigger.part == "passive" && link != PlaceLink::to && trigger.to != "to") {
            if (!draft.from)
                draft.from = index;
            return;
        }
        if (draft.to.empty())
            draft.to.push_back(index);
    }

    bool is_listed(std::size_t a, std::size_t b) const {
        const std::vector<std::size_t>& list = m_facts.places[a].coordinated;
        return std::find(list.begin(), list.end(), b) != list.end();
    }

    bool is_container(std::size_t index) const {
        return std::any_of(m_facts.places.begin(), m_facts.places.end(),
                           [&](const PlaceInText& p) { return p.container == index; });
    }

    bool cut_off(std::size_t from, std::size_t to) const {
        for (std::size_t at = from; at < to; ++at) {
            if (tokens()[at].folded == ";" || tokens()[at].folded == "while")
                return true;
        }
        return false;
    }

    bool goes_with(const MovementDraft& a, const MovementDraft& b) const {
        const bool same_people = a.figure == b.figure || !b.figure || !a.figure;
        // "500 returnees left X to go back to Y": a return told with two verbs.
        if (a.kind != b.kind)
            return a.figure && a.figure == b.figure &&
                   (a.to.empty() || b.to.empty() || a.to == b.to) && !a.hosted && !b.hosted;
        // "3,000 fled X: 2,000 reached Y": the part has its own destination.
        if (!same_people && a.to.empty())
            return false;
        const bool missing = a.to.empty() || b.to.empty() || a.to == b.to;
        return same_people || (missing && !a.to_neighbours);
    }

    void join(MovementDraft& into, const MovementDraft& other) const {
        if (!into.from)
            into.from = other.from;
        if (into.to.empty())
            into.to = other.to;
        // "crossed into the country X, where they were registered in the town Y".
        else if (into.to.size() == 1 && !other.to.empty() &&
                 m_facts.places[into.to.front()].is_country &&
                 !m_facts.places[other.to.front()].is_country)
            into.to = other.to;
        if (other.kind == FlowKind::return_)
            into.kind = other.kind;
        into.to_neighbours = into.to_neighbours || other.to_neighbours;
        if (!into.figure)
            into.figure = other.figure;
        into.strong = into.strong || other.strong;
        if (into.category == FlowCategory::unknown)
            into.category = other.category;
    }

    /// "3,000 fled X: 2,000 reached Y" and "fighting around X drove 3,000 to Y".
    void pass_on_origins(std::vector<MovementDraft>& drafts) const {
        for (std::size_t d = 0; d < drafts.size(); ++d) {
            MovementDraft& draft = drafts[d];
            for (std::size_t before = d; before > 0 && !draft.from; --before) {
                if (drafts[before - 1].kind == draft.kind)
                    draft.from = drafts[before - 1].from;
            }
            if (!draft.from && draft.kind == FlowKind::movement && !draft.hosted)
                draft.from = scene_before(draft);
        }
    }

    /// The last place before the verb where something is said to be; never who reports it.
    std::optional<std::size_t> scene_before(const MovementDraft& draft) const {
        std::optional<std::size_t> scene;
        for (std::size_t p = 0; p < m_facts.places.size(); ++p) {
            const PlaceInText& place = m_facts.places[p];
            const bool located = place.link == PlaceLink::in || place.link == PlaceLink::near;
            const bool usable = located && !place.reference && !place.attributive &&
                                !place.is_country && !is_container(p) &&
                                place.outer_end <= draft.trigger_first &&
                                std::find(draft.to.begin(), draft.to.end(), p) == draft.to.end();
            if (usable && !speaks_between(place.outer_end, draft.trigger_first))
                scene = p;
        }
        return scene;
    }

    bool speaks_between(std::size_t from, std::size_t to) const {
        for (std::size_t at = from; at < to; ++at) {
            if (m_facts.words->attribution.match_at(tokens(), at) || tokens()[at].folded == ";")
                return true;
        }
        return false;
    }

    const SentenceFacts& m_facts;
    std::vector<MoveTrigger> m_triggers;
};

std::optional<std::size_t> time_near(const SentenceFacts& facts, const MovementDraft& draft) {
    TriggerMention trigger;
    trigger.first = draft.trigger_first;
    trigger.end = draft.trigger_end;
    return attach_time(facts, trigger);
}

}  // namespace

std::vector<MovementDraft> draft_movements(const SentenceFacts& facts) {
    return MovementSearch(facts).run();
}

std::vector<Flow> make_flows(std::string_view text, const SentenceFacts& facts,
                             const MovementDraft& draft, const DocumentPlaces& places,
                             const Story& story, const Report& report,
                             const std::optional<EventPlace>& origin_before) {
    Flow flow;
    if (draft.from) {
        flow.from = places.describe(text, facts, *draft.from);
    } else if (origin_before && draft.kind == FlowKind::movement) {
        flow.from = *origin_before;
    } else if (const auto running = story.running_place(facts)) {
        flow.from = *running;
    } else {
        flow.from = places.country(places.focus());
    }
    if (draft.figure)
        flow.people = facts.figures[*draft.figure].figure;
    flow.kind = draft.kind;
    flow.category = draft.category;
    if (const auto time = time_near(facts, draft)) {
        flow.time = story.span_of(facts, facts.times[*time]);
    } else if (const auto before = story.told_before(facts)) {
        flow.time = *before;
        flow.time.inferred = true;
        flow.time.words.clear();
    } else {
        flow.time = story.frame_time(facts);
    }
    Claim claim;
    claim.span = {report.id, facts.sentence.range.begin, facts.sentence.range.end};
    claim.quote = std::string(text.substr(claim.span.begin, claim.span.end - claim.span.begin));
    claim.attribution = facts.attribution;
    if (flow.people)
        claim.tally[Harm::displaced] = flow.people;
    claim.rule =
        "displacement:" + words_of(text, facts.sentence, draft.trigger_first, draft.trigger_end);
    claim.confidence =
        0.4 + (draft.figure ? 0.2 : 0) + (draft.from ? 0.2 : 0) + (draft.strong ? 0.1 : 0);
    flow.claims.push_back(std::move(claim));

    std::vector<EventPlace> goals;
    for (const std::size_t to : draft.to)
        goals.push_back(places.describe(text, facts, to));
    if (goals.empty() && draft.to_neighbours) {
        const std::string& origin = flow.from.country.empty() ? places.focus() : flow.from.country;
        for (const std::string& iso : places.neighbours(origin))
            goals.push_back(places.country(iso));
    }
    std::vector<Flow> flows;
    for (const EventPlace& goal : goals) {
        const bool nowhere = goal.name == flow.from.name && goal.place_id == flow.from.place_id;
        if (nowhere)
            continue;
        flows.push_back(flow);
        flows.back().to = goal;
        flows.back().split = goals.size() > 1 ? FlowSplit::together : FlowSplit::stated;
    }
    return flows;
}

}  // namespace events
