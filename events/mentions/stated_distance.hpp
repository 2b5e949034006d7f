// Distances and directions said before a place name: "some 460 miles north-east of X".
#pragma once

#include <optional>
#include <vector>

#include "events/mentions/place_finder.hpp"

namespace events {

/// "south of X", "à l'est de X", "40 km from X": the name at `first` is what others are measured
/// from.
bool is_direction_reference(const ReadingWords& words, const std::vector<Token>& tokens,
                            std::size_t first);

/// Fills distance, direction and outer_first of `place` from the words before it. The place is a
/// reference where the words tell of the place before it ("X, 400 km north of Y"; `before_end` is
/// where that one ends, 0 when there is none), else an offset: the words mean a spot of their own.
void read_stated_distance(const ReadingWords& words, const std::vector<Token>& tokens,
                          std::size_t before_end, PlaceInText& place);

}  // namespace events
