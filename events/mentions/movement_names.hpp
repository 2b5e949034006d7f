// Names that no gazetteer knows, shown to be places by people who go there or come from there.
#pragma once

#include <vector>

#include "events/mentions/place_finder.hpp"

namespace events {

/// Whether the name of tokens [first, end) is where counted people move to or from: "fled X",
/// "from X to Y", "to X (300), Y (200)". Needs a word of movement and a number in the sentence.
bool is_end_of_movement(const ReadingWords& words, const std::vector<Token>& tokens,
                        std::size_t first, std::size_t end);

}  // namespace events
