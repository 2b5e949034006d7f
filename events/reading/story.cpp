// Joins the claims of a document to events.
#include "events/reading/story.hpp"

#include "events/reading/same_event.hpp"

namespace events {

namespace {

constexpr std::size_t kStoryReach = 3;  // sentences over which "the attack" points back

/// "A few days later", "the same day", "in the following days": the story goes on.
bool goes_on(const SentenceFacts& facts) {
    return std::any_of(facts.times.begin(), facts.times.end(), [&](const TimeMention& time) {
        return time.role == TimeRole::at && is_story_time(facts, time);
    });
}

/// "the soldiers", "ces enfants": with an article, those who were told of before.
bool names_again(const SentenceFacts& facts, const Event& told) {
    static constexpr std::array<std::string_view, 4> kArticles{"the", "these", "les", "ces"};
    for (std::size_t at = 0; at + 1 < facts.tokens().size(); ++at) {
        if (std::find(kArticles.begin(), kArticles.end(), facts.tokens()[at].folded) ==
            kArticles.end())
            continue;
        const std::string& noun = facts.tokens()[at + 1].folded;
        for (const Actor& actor : told.actors) {
            if (actor.role == ActorRole::target && actor.name == noun)
                return true;
        }
        for (const std::optional<Figure>& figure : told.tally.figures) {
            if (figure && noun.size() > 3 && figure->words.ends_with(noun))
                return true;
        }
    }
    return false;
}

double confidence_of(const SentenceFacts& facts, const ClaimDraft& draft) {
    // A sum of plain evidence; each part is worth about what it adds on the development reports.
    double confidence = 0.35;
    if (draft.verbal)
        confidence += 0.15;
    if (draft.place)
        confidence += 0.15;
    if (draft.time)
        confidence += 0.15;
    if (draft.has_figure || draft.single_victim)
        confidence += 0.1;
    if (draft.strong)
        confidence += 0.05;
    const SentenceStance& stance = facts.scan.stance;
    if (stance.legal || stance.appeal || stance.hypothetical)
        confidence -= 0.15;
    if (stance.denied || stance.trend)
        confidence -= 0.05;
    return std::clamp(confidence, 0.05, 0.95);
}

}  // namespace

std::optional<EventPlace> Story::running_place(const SentenceFacts& facts) const {
    if (!m_place || m_place_anchor != facts.anchor_day)
        return std::nullopt;
    const bool same_block = m_place_block == facts.block;
    if (!same_block && !goes_on(facts) && !facts.scan.stance.refers_back)
        return std::nullopt;
    return m_place;
}

bool Story::is_enough(const SentenceFacts& facts, const ClaimDraft& draft) const {
    const SentenceStance& stance = facts.scan.stance;
    const bool counted = draft.has_figure && !draft.partitive;
    const bool placed = draft.place && !facts.places[*draft.place].is_country &&
                        !(facts.places[*draft.place].of_focus && !facts.places[*draft.place].part &&
                          !facts.places[*draft.place].capital);
    if (goes_on_here(facts, draft))
        return true;
    if (stance.hypothetical && !draft.time && !counted)
        return false;
    if (stance.legal && !draft.strong)
        return draft.time && (placed || counted);
    if (counted && !draft.vague_figure)
        return true;
    if (counted)
        return draft.time || draft.place;
    // "detained 23 of them": the scene of its paragraph says when and where.
    const bool in_scene = m_place && m_place_block == facts.block &&
                          m_place_anchor == facts.anchor_day && told_before(facts);
    if (draft.single_victim || draft.named_victim)
        return draft.time || placed || (in_scene && draft.verbal && draft.strong);
    if (draft.partitive && draft.has_figure && draft.verbal && draft.strong && in_scene)
        return true;
    if (stance.trend)
        return draft.time && placed && draft.verbal;
    if (draft.time && placed)
        return true;
    if (draft.time)
        return draft.strong;
    return placed && draft.verbal && draft.strong && draft.settled && !stance.appeal;
}

Event Story::make_event(const SentenceFacts& facts, const ClaimDraft& draft) const {
    Event event;
    event.kind = draft.kind;
    event.tally = draft.tally;
    event.actors = find_roles(facts, draft);
    if (draft.time) {
        const TimeMention& time = facts.times[*draft.time];
        event.time = span_of(facts, time);
        // "Days later they were accused of having executed ...": the deed came before those days.
        if (draft.anterior && is_story_time(facts, time) && narrow(event.time))
            event.time = whole_month(event.time);
    } else if (const auto lasting = lasting_time(facts, draft)) {
        event.time = *lasting;
    }
    if (draft.place) {
        event.place = m_frame.places->describe(text(), facts, *draft.place);
    }
    Claim claim;
    claim.span = {m_frame.report->id, facts.sentence.range.begin, facts.sentence.range.end};
    claim.quote = std::string(text().substr(claim.span.begin, claim.span.end - claim.span.begin));
    claim.attribution = facts.attribution;
    claim.tally = draft.tally;
    claim.rule = draft.rule;
    claim.confidence = confidence_of(facts, draft);
    event.claims.push_back(std::move(claim));
    return event;
}

bool Story::differ(const ClaimDraft& draft, const Event& event, const Told& told) {
    if (told_apart(event.kind, told.event.kind) && !figures_agree(event.tally, told.event.tally))
        return true;
    if (!draft.partitive && figures_differ(event.tally, told.event.tally))
        return true;
    if (perpetrators_differ(event, told.event))
        return true;
    // Months of "since ..." and one day are two statements, whatever they share.
    return draft.time && told.own_time && narrow(event.time) != narrow(told.event.time) &&
           !figures_agree(event.tally, told.event.tally) && draft.has_figure;
}

bool Story::continues(const SentenceFacts& facts, const ClaimDraft& draft, const Event& event,
                      const Told& told) const {
    if (told.anchor_day != facts.anchor_day || m_sentence - told.sentence > kStoryReach)
        return false;
    if (!can_be_one(draft.kind, told.event.kind) || differ(draft, event, told))
        return false;
    const bool linked = draft.partitive || facts.scan.stance.refers_back ||
                        figures_agree(event.tally, told.event.tally);
    if (another_deed(event.kind, told.event.kind, linked))
        return false;
    const bool same_block = told.block == facts.block;
    const bool back = facts.scan.stance.refers_back ||
                      ((event.kind == told.event.kind ||
                        (is_custody(event.kind) && is_custody(told.event.kind))) &&
                       names_again(facts, told.event));
    if (!same_block && !back)
        return false;
    if (draft.time && told.own_time) {
        if (!days_meet(event.time, told.event.time))
            return false;
        if (!back && !goes_on(facts) && draft.place)
            return false;
    }
    if (draft.time && !told.own_time && !back)
        return false;
    // The paragraph has moved on to another place.
    if (!draft.place && !same_block && m_place && m_place_block == facts.block &&
        m_place_anchor == facts.anchor_day && !places_meet(*m_place, told.event.place))
        return false;
    if (draft.place) {
        if (!places_meet(event.place, told.event.place) &&
            !(back && named_in(event.place, told.event.place)))
            return false;
    }
    return true;
}

bool Story::retells(const SentenceFacts& facts, const ClaimDraft& draft, const Event& event,
                    const Told& told) const {
    if (!can_be_one(event.kind, told.event.kind) || differ(draft, event, told))
        return false;
    const bool same_figure = figures_agree(event.tally, told.event.tally);
    const bool both_timed = draft.time && told.own_time;
    if (both_timed && !days_meet(event.time, told.event.time))
        return false;
    const bool both_placed = has_fine_place(facts, draft) && told.own_place;
    if (both_placed && !places_meet(event.place, told.event.place))
        return false;
    const bool same_kind = event.kind == told.event.kind;
    const bool same_entry = told.anchor_day == facts.anchor_day;
    // The same place and days, and nothing against it.
    if (both_timed && both_placed && same_place(event.place, told.event.place))
        return same_kind || same_figure || event.time.days == told.event.time.days;
    // The same number of the same harm, at days that meet.
    if (same_figure && (both_timed || same_entry))
        return true;
    // A harm without number at days that meet those of a told one, with no place of its own.
    if (both_timed && !both_placed && is_custody(event.kind) && is_custody(told.event.kind) &&
        narrow(event.time) && narrow(told.event.time) && event.tally.empty() &&
        !has_fine_place(facts, draft))
        return true;
    // A summary and its detail under one entry: one has no date, one place lies in the other.
    return same_kind && same_entry && both_placed && !both_timed &&
           event.kind != EventKind::arrest && event.kind != EventKind::battle &&
           m_sentence - told.sentence <= 2 * kStoryReach;
}

Story::Told* Story::told_already(const SentenceFacts& facts, const ClaimDraft& draft,
                                 const Event& event) {
    for (auto told = m_told.rbegin(); told != m_told.rend(); ++told) {
        if (told->sentence == m_sentence)
            continue;
        if (m_sentence - told->sentence > kStoryReach)
            continue;
        if (continues(facts, draft, event, *told))
            return &*told;
    }
    for (Told& told : m_told) {
        if (told.sentence != m_sentence && retells(facts, draft, event, told))
            return &told;
    }
    return nullptr;
}

void Story::merge(Told& told, Event event, const ClaimDraft& draft, const SentenceFacts& facts) {
    Event& into = told.event;
    // "X was targeted. Fighters attacked the military post": only the second says at whom it aimed.
    const bool unaimed = into.kind == EventKind::attack_on_civilians && into.tally.empty();
    for (std::size_t h = 0; h < kHarmCount; ++h) {
        std::optional<Figure>& mine = into.tally.figures[h];
        const std::optional<Figure>& other = event.tally.figures[h];
        if (!mine)
            mine = other;
        else if (other && !draft.partitive)
            mine = widest(*mine, *other);
    }
    for (const Actor& actor : event.actors) {
        const bool known = std::any_of(into.actors.begin(), into.actors.end(),
                                       [&](const Actor& a) { return a.name == actor.name; });
        if (!known)
            into.actors.push_back(actor);
    }
    if (!told.own_time && draft.time) {
        into.time = event.time;
        told.own_time = true;
    }
    if (has_fine_place(facts, draft) && (!told.own_place || is_finer(event.place, into.place))) {
        into.place = event.place;
        told.own_place = true;
    }
    into.kind = unaimed && event.kind == EventKind::battle ? event.kind
                                                           : more_telling(into.kind, event.kind);
    into.claims.push_back(std::move(event.claims.front()));
    told.sentence = m_sentence;
    told.block = facts.block;
    told.anchor_day = facts.anchor_day;
}

void Story::remember(const SentenceFacts& facts, const Event& event, const ClaimDraft& draft) {
    if (draft.time && event.time.days) {
        m_time = event.time;
        m_time_anchor = facts.anchor_day;
        m_time_block = facts.block;
    }
    if (event.place.point || !event.place.words.empty()) {
        m_place = event.place;
        m_place_block = facts.block;
        m_place_anchor = facts.anchor_day;
    }
}

void Story::set_scene(const SentenceFacts& facts) {
    if (m_time_block != facts.block) {
        for (const TimeMention& time : facts.times) {
            if (time.role != TimeRole::at || !time.span.days || !narrow(time.span))
                continue;
            m_time = time.span;
            m_time_anchor = facts.anchor_day;
            m_time_block = facts.block;
        }
    }
    if (m_place && m_place_block == facts.block)
        return;
    for (std::size_t p = 0; p < facts.places.size(); ++p) {
        const PlaceInText& place = facts.places[p];
        const bool goal = std::find(facts.goals.begin(), facts.goals.end(), p) != facts.goals.end();
        if (place.link != PlaceLink::in || place.is_country || place.attributive || goal)
            continue;
        m_place = m_frame.places->describe(text(), facts, p);
        m_place_block = facts.block;
        m_place_anchor = facts.anchor_day;
        return;
    }
}

void Story::tell(const SentenceFacts& facts, std::vector<ClaimDraft> drafts) {
    ++m_sentence;
    open_entry(facts);
    if (drafts.empty())
        follow_up(facts);
    for (const ClaimDraft& draft : drafts) {
        Event event = make_event(facts, draft);
        if (Told* told = told_already(facts, draft, event)) {
            const TimeSpan own = event.time;
            merge(*told, std::move(event), draft, facts);
            remember(facts, told->event, draft);
            if (draft.time && own.days)
                m_time = own;
            continue;
        }
        if (!is_enough(facts, draft))
            continue;
        if (!draft.place) {
            const bool on = goes_on(facts) || !draft.time || facts.scan.stance.refers_back;
            const std::optional<EventPlace> running =
                on ? running_place(facts) : std::optional<EventPlace>();
            event.place = running ? *running : m_frame.places->country(m_frame.places->focus());
        }
        if (!draft.time && !event.time.days) {
            const std::optional<TimeSpan> before = told_before(facts);
            const bool on = m_time_block == facts.block || facts.scan.stance.refers_back;
            event.time = on && before ? *before : frame_time(facts);
            event.time.inferred = true;
            event.time.words.clear();
        }
        remember(facts, event, draft);
        m_told.push_back({std::move(event), facts.block, m_sentence, facts.anchor_day,
                          has_fine_place(facts, draft), draft.time.has_value(),
                          draft.kind_is_open});
    }
    const bool told_here = std::any_of(m_told.begin(), m_told.end(), [&](const Told& told) {
        return told.sentence == m_sentence;
    });
    if (!told_here)
        set_scene(facts);
}

void Story::tell_movement(const SentenceFacts& facts, std::optional<std::size_t> from,
                          std::optional<std::size_t> figure, const std::string& rule) {
    const bool told_here =
        !m_told.empty() && std::any_of(m_told.begin(), m_told.end(), [&](const Told& told) {
            return told.sentence == m_sentence;
        });
    if (told_here || !figure)
        return;
    ClaimDraft draft;
    draft.kind = EventKind::displacement;
    draft.place = from;
    if (!from || !has_fine_place(facts, draft)) {
        if (from || !running_place(facts) || m_place_block != facts.block)
            return;
    }
    draft.tally[Harm::displaced] = facts.figures[*figure].figure;
    draft.has_figure = draft.verbal = draft.strong = true;
    draft.rule = rule;
    TriggerMention trigger;
    trigger.first = facts.figures[*figure].first_token;
    trigger.end = facts.figures[*figure].end_token;
    draft.time = attach_time(facts, trigger);
    --m_sentence;
    tell(facts, {draft});
}

std::vector<Event> Story::take_events() {
    std::vector<Event> events;
    for (Told& told : m_told)
        events.push_back(std::move(told.event));
    m_told.clear();
    return events;
}

}  // namespace events
