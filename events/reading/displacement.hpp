// People on the move: from where, to where, how many.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "events/event.hpp"
#include "events/reading/document_places.hpp"
#include "events/reading/sentence_facts.hpp"
#include "events/reading/story.hpp"

namespace events {

/// What one sentence says of a movement: all its destinations share the figure and the origin.
struct MovementDraft {
    std::optional<std::size_t> from;  ///< index in facts.places
    std::vector<std::size_t> to;      ///< indexes in facts.places
    bool to_neighbours = false;       ///< "neighbouring countries", unnamed
    std::optional<std::size_t> figure;
    std::optional<std::size_t> whole;  ///< the figure that `figure` is a part of
    FlowKind kind = FlowKind::movement;
    FlowCategory category = FlowCategory::unknown;
    std::size_t trigger_first = 0;  ///< token
    std::size_t trigger_end = 0;
    bool strong = false;
    bool hosted = false;      ///< "X hosts 300 refugees": where they are stands before the verb
    bool arrives_in = false;  ///< "in X" after it is where they go
};

/// The movements of a sentence: one, or one for each figure with destinations of its own.
std::vector<MovementDraft> draft_movements(const SentenceFacts& facts);

/// The flows of a movement: one per destination; none when no destination is known. A movement that
/// names no origin has that of the one told before it in its paragraph, when there is one.
std::vector<Flow> make_flows(std::string_view text, const SentenceFacts& facts,
                             const MovementDraft& draft, const DocumentPlaces& places,
                             const Story& story, const Report& report,
                             const std::optional<EventPlace>& origin_before = {});

}  // namespace events
