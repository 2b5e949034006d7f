// Lists of destinations with a figure each: "for A (4,100), B (1,500)", "2,000 to A and 300 to B".
#pragma once

#include <vector>

#include "events/reading/displacement.hpp"

namespace events {

/// Splits each movement whose destinations have figures of their own into one movement per
/// destination; the sum they are part of is dropped when every destination has its part.
void split_by_figures(const SentenceFacts& facts, std::vector<MovementDraft>& drafts);

}  // namespace events
