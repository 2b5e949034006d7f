// What typed errors cost: how unlikely each is, so that the likelier slip comes first.
#pragma once

#include <cstdint>
#include <span>

namespace gazetteer {

/// The least cost of turning a name of the index into the name typed, by errors as in
/// EditAutomaton. A letter in place of another, of the kind that is typed or read by chance, costs
/// 1; what can happen in fewer ways, or happens more often, costs less: a cost of 1 stands for
/// kNatsPerEdit.
/// `stored` and `typed` have at most kMaxEditLetters letters and differ by at most two errors.
float edit_cost(std::span<const char16_t> stored, std::span<const char16_t> typed);

/// Of names with one sound key: a spelling by rule, between the cheap slips and the dear ones; more
/// for each byte by which the two differ in length.
inline constexpr float kSoundCost = 0.75F;
inline constexpr float kSoundLengthCost = 0.06F;

/// What a cost of 1 stands for: ln(10 letters * 25 others), and that a slip happens at all.
inline constexpr float kNatsPerEdit = 8.0F;

}  // namespace gazetteer
