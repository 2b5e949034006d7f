// Words that tell of an event, with their grammar: who can be its subject, and whether it happened.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "events/language/dates.hpp"
#include "events/language/figures.hpp"
#include "events/mentions/actor_finder.hpp"
#include "events/mentions/reading_words.hpp"
#include "events/tally.hpp"
#include "events/taxonomy.hpp"

namespace events {

enum class TriggerPart : std::uint8_t {
    verb,         ///< its subject does it: "killed", "attacked"
    victim_verb,  ///< its subject suffers it: "died", "went missing"
    noun,         ///< "attack", "killings"
    carrier,      ///< makes a noun happen: "took place", "launched"
    modifier,     ///< colours other words: "drone", "bodies"
};

/// What must stand beside a trigger before it counts.
enum class TriggerObject : std::uint8_t {
    any,
    person,
    place,
    fallen_place,  ///< a place must be its subject: "X fell"
    building,
    child
};

enum class Voice : std::uint8_t { none, active, passive };

struct TriggerMention {
    std::size_t first = 0;  ///< tokens [first, end) of the sentence
    std::size_t end = 0;
    TriggerPart part = TriggerPart::verb;
    EventKind kind = EventKind::other;
    std::optional<Harm> harm;
    TriggerObject object = TriggerObject::any;
    bool strong = false;
    WordForm form = WordForm::plain;
    Voice voice = Voice::none;
    bool singular = false;     ///< its auxiliary is singular: "was arrested"
    bool plural = false;       ///< its auxiliary is plural: "were arrested"
    bool asserted = true;      ///< false: negated, planned, feared, asked for, prevented
    bool alleged = false;      ///< "allegedly", "accused of"
    bool subordinate = false;  ///< stands in "after ...", "since ...": tells when, not what is new
    bool relative = false;     ///< stands in "who were arrested ..."
    bool lasting = false;      ///< present perfect: "have been held" until now
    bool anterior = false;     ///< "having executed", "had fled": before what the sentence tells
    bool progressive = false;  ///< "have been clashing": a state, unless it is dated
};

/// What the sentence as a whole says about its statements.
struct SentenceStance {
    bool appeal = false;  ///< "must", "calls on"
    bool legal = false;   ///< trials, charges, verdicts
    bool trend = false;   ///< "have increased", "wave of"
    bool denied = false;
    bool hypothetical = false;
    bool refers_back = false;  ///< "the attack", "these four people", "all of them"
};

struct TriggerScan {
    std::vector<TriggerMention> triggers;  ///< in order, not overlapping
    SentenceStance stance;
};

/// Words of a time ("March", "May") are neither triggers nor auxiliaries.
TriggerScan find_triggers(const Sentence& sentence, const ReadingWords& words,
                          const std::vector<FigureMention>& figures,
                          const std::vector<ActorMention>& actors,
                          const std::vector<TimeMention>& times);

}  // namespace events
