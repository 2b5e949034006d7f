// Chooses the kind of a claim when its words name several.
#include <set>

#include "events/reading/claim_draft.hpp"

namespace events {

namespace {

struct Evidence {
    std::set<EventKind> heads;    ///< of the claim's own triggers
    std::set<EventKind> colours;  ///< of other words in the sentence that are no background
    bool killed = false;
    bool civilians = false;   ///< counted or suffering
    bool combatants = false;  ///< counted or suffering
    bool armed_actor = false;
    bool mob = false;
    std::set<EventKind> targets;  ///< what an attack or destruction aimed at

    bool head(EventKind kind) const { return heads.contains(kind); }
    bool any(EventKind kind) const { return heads.contains(kind) || colours.contains(kind); }
};

void read_targets(const SentenceFacts& facts, const ClaimDraft& draft, Evidence& evidence) {
    for (const std::size_t t : draft.triggers) {
        const TriggerMention& trigger = facts.scan.triggers[t];
        const bool hits =
            trigger.kind == EventKind::attack_on_civilians ||
            trigger.kind == EventKind::property_destruction || trigger.kind == EventKind::looting ||
            trigger.kind == EventKind::air_strike || trigger.kind == EventKind::shelling;
        if (!hits || trigger.harm == Harm::injured)
            continue;
        const bool passive = trigger.voice == Voice::passive;
        const std::size_t from =
            passive ? (trigger.first > 10 ? trigger.first - 10 : 0) : trigger.end;
        const std::size_t to =
            passive ? trigger.first : std::min(facts.tokens().size(), trigger.end + 7);
        for (std::size_t at = from; at < to; ++at) {
            if (facts.tokens()[at].folded == "," && !passive)
                break;
            const auto match = facts.words->targets.match_at(facts.tokens(), at);
            if (!match)
                continue;
            if (const auto kind = parse_kind(facts.words->targets.cell(match->row, "kind")))
                evidence.targets.insert(*kind);
        }
    }
}

bool is_combatant_noun(const SentenceFacts& facts, std::size_t at, bool& known) {
    const auto match = facts.words->actors.match_at(facts.tokens(), at);
    known = match.has_value();
    if (!match)
        return false;
    const std::string_view name = facts.words->actors.cell(match->row, "class");
    known = name != "adjective";
    return name == "state" || name == "armed_group" || name == "militia" || name == "foreign" ||
           name == "unknown_armed";
}

void read_victims(const SentenceFacts& facts, const ClaimDraft& draft, Evidence& evidence) {
    evidence.killed = draft.tally[Harm::killed].has_value();
    for (const FigureMention& figure : facts.figures) {
        for (std::size_t at = figure.first_token; at < figure.end_token; ++at) {
            bool known = false;
            const bool combatant = is_combatant_noun(facts, at, known);
            if (!known)
                continue;
            evidence.combatants = evidence.combatants || combatant;
            evidence.civilians = evidence.civilians || !combatant;
        }
    }
    for (const Actor& actor : find_roles(facts, draft)) {
        for (const ActorMention& mention : facts.actors) {
            if (mention.name != actor.name)
                continue;
            const bool armed = is_armed(mention.actor_class);
            if (actor.role == ActorRole::target) {
                evidence.combatants = evidence.combatants || armed;
                evidence.civilians = evidence.civilians || !armed;
            } else {
                evidence.armed_actor = evidence.armed_actor || armed;
                evidence.mob = evidence.mob || mention.actor_class == ActorClass::mob;
            }
        }
    }
}

/// "seven were arrested; they were beaten": what a second statement adds is not the kind of the
/// first.
bool is_told_aside(const SentenceFacts& facts, const ClaimDraft& draft, std::size_t trigger) {
    const TriggerMention& first = facts.scan.triggers[draft.triggers.front()];
    const TriggerMention& other = facts.scan.triggers[trigger];
    for (std::size_t at = first.end; at < other.first; ++at) {
        if (facts.tokens()[at].folded == ";")
            return true;
    }
    return false;
}

Evidence gather(const SentenceFacts& facts, const ClaimDraft& draft) {
    Evidence evidence;
    // "the disappearance of 21 men, whose bodies were found in ...": what the relative says is told
    // beside the statement.
    for (const std::size_t t : draft.triggers) {
        if (!facts.scan.triggers[t].relative && !is_told_aside(facts, draft, t))
            evidence.heads.insert(facts.scan.triggers[t].kind);
    }
    if (evidence.heads.empty()) {
        for (const std::size_t t : draft.triggers)
            evidence.heads.insert(facts.scan.triggers[t].kind);
    }
    for (const TriggerMention& trigger : facts.scan.triggers) {
        if (trigger.asserted && !trigger.subordinate && trigger.part != TriggerPart::carrier)
            evidence.colours.insert(trigger.kind);
    }
    read_targets(facts, draft, evidence);
    read_victims(facts, draft, evidence);
    return evidence;
}

EventKind lethal_kind(const Evidence& e) {
    if (e.any(EventKind::summary_execution))
        return EventKind::summary_execution;
    if (e.any(EventKind::battle) && !(e.head(EventKind::attack_on_civilians) && e.civilians))
        return EventKind::battle;
    if (e.head(EventKind::riot) || e.mob)
        return EventKind::riot;
    if (e.head(EventKind::attack_on_civilians)) {
        if (e.targets.contains(EventKind::heritage_destruction))
            return EventKind::heritage_destruction;
        if (e.targets.contains(EventKind::attack_on_aid))
            return EventKind::attack_on_aid;
        if (e.targets.contains(EventKind::attack_on_health))
            return EventKind::attack_on_health;
        if (e.targets.contains(EventKind::attack_on_education))
            return EventKind::attack_on_education;
        if (e.targets.contains(EventKind::battle) || (e.combatants && !e.civilians))
            return EventKind::battle;
        return EventKind::attack_on_civilians;
    }
    if (e.combatants && !e.civilians && e.armed_actor && e.killed)
        return EventKind::battle;
    if (e.any(EventKind::attack_on_civilians))
        return EventKind::attack_on_civilians;
    return EventKind::killing;
}

}  // namespace

EventKind choose_kind(const SentenceFacts& facts, const ClaimDraft& draft) {
    const Evidence e = gather(facts, draft);
    if (e.head(EventKind::mass_grave))
        return EventKind::mass_grave;
    const bool struck = e.killed || e.head(EventKind::attack_on_civilians) ||
                        e.head(EventKind::killing) || e.head(EventKind::property_destruction);
    for (const EventKind weapon : {EventKind::suicide_attack, EventKind::explosive_device,
                                   EventKind::air_strike, EventKind::shelling}) {
        if (e.head(weapon) || (struck && e.colours.contains(weapon)))
            return weapon;
    }
    if (e.head(EventKind::takeover) && !e.killed)
        return EventKind::takeover;
    const bool lethal = e.head(EventKind::killing) || e.head(EventKind::summary_execution) ||
                        e.head(EventKind::attack_on_civilians) || e.head(EventKind::battle);
    if (e.head(EventKind::riot) && !e.killed)
        return EventKind::riot;
    const bool on_property = e.head(EventKind::property_destruction) || e.head(EventKind::looting);
    if (e.mob && on_property && !e.killed)
        return EventKind::riot;
    if (lethal)
        return lethal_kind(e);
    if ((e.head(EventKind::property_destruction) || e.head(EventKind::looting)) &&
        e.targets.contains(EventKind::heritage_destruction))
        return EventKind::heritage_destruction;
    if (e.head(EventKind::property_destruction)) {
        if (e.targets.contains(EventKind::attack_on_health))
            return EventKind::attack_on_health;
        if (e.targets.contains(EventKind::attack_on_education))
            return EventKind::attack_on_education;
    }
    // Arrests at a protest are how it was met.
    if (e.head(EventKind::protest) && !e.killed)
        return EventKind::protest;
    for (const EventKind kind :
         {EventKind::sexual_violence, EventKind::enforced_disappearance, EventKind::abduction,
          EventKind::child_recruitment, EventKind::torture, EventKind::arrest, EventKind::siege,
          EventKind::takeover, EventKind::riot, EventKind::property_destruction, EventKind::looting,
          EventKind::protest, EventKind::displacement}) {
        if (e.head(kind))
            return kind;
    }
    return EventKind::other;
}

}  // namespace events
