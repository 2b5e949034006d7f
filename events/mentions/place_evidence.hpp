// What the words around a capitalised run say about its being a place.
#pragma once

#include <optional>
#include <vector>

#include "events/mentions/place_finder.hpp"

namespace events {

/// The end of the run of capitalised words at `first`, small joining words inside included; words
/// that are `taken` (times, actors) end it.
std::size_t name_run_end(const std::vector<Token>& tokens, const std::vector<bool>& taken,
                         std::size_t first);

/// Most words begin with a capital: a headline tells nothing by its capitals.
bool is_title_case(const std::vector<Token>& tokens);

/// "X, a town ...", "X, a small village": what is said of the name that ends at `end`.
std::optional<gazetteer::PlaceKind> kind_in_apposition(const ReadingWords& words,
                                                       const std::vector<Token>& tokens,
                                                       std::size_t end);

/// "the Stabilization Mission in X": the body's name goes on.
bool is_part_of_organisation(const ReadingWords& words, const std::vector<Token>& tokens,
                             const PlaceInText& place);

}  // namespace events
