// What one sentence claims, before claims are joined to events.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/event.hpp"
#include "events/reading/document_places.hpp"
#include "events/reading/sentence_facts.hpp"

namespace events {

struct ClaimDraft {
    EventKind kind = EventKind::other;
    bool kind_is_open = false;  ///< only harm is told: the event it belongs to says what happened
    std::optional<std::size_t> place;   ///< index in facts.places; empty: none of its own
    std::optional<std::size_t> time;    ///< index in facts.times; empty: none of its own
    std::vector<std::size_t> triggers;  ///< indexes in facts.scan.triggers
    Tally tally;
    bool partitive = false;  ///< its figures are parts of numbers told before
    bool has_figure = false;
    bool vague_figure = false;  ///< "thousands of", with no digit
    bool single_victim = false;
    bool named_victim = false;  ///< people by name, one or several
    bool verbal = false;        ///< a verb says it, not only a noun
    bool strong = false;
    bool settled = false;   ///< not only going on: "have been clashing"
    bool anterior = false;  ///< "having executed": before what the sentence tells
    std::string rule;       ///< "verb:killed+place+time"
};

/// Whether a claim names a place finer than a whole country.
bool has_fine_place(const SentenceFacts& facts, const ClaimDraft& draft);

/// The claims of a sentence: one per what, where and when. Empty for commentary, law, appeals.
/// Whether a claim without a place or time of its own becomes an event is decided with its story.
std::vector<ClaimDraft> draft_claims(std::string_view text, const SentenceFacts& facts);

/// Chooses one kind from what the triggers, actors and targets of a claim say.
EventKind choose_kind(const SentenceFacts& facts, const ClaimDraft& draft);

/// Who did it and who suffered it, by the grammar of the claim's triggers.
std::vector<Actor> find_roles(const SentenceFacts& facts, const ClaimDraft& draft);

/// The place (index in facts.places) where the words of tokens [first, end) put a trigger.
std::optional<std::size_t> attach_place(const SentenceFacts& facts, const TriggerMention& trigger);
std::optional<std::size_t> attach_time(const SentenceFacts& facts, const TriggerMention& trigger);

}  // namespace events
