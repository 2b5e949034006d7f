// What the words around a capitalised run say about its being a place.
#pragma once

#include <optional>
#include <vector>

#include "events/mentions/place_finder.hpp"
#include "events/mentions/place_scan.hpp"

namespace events {

/// "X, a town ...", "X, a small village": what is said of the name that ends at `end`.
std::optional<gazetteer::PlaceKind> kind_in_apposition(const ReadingWords& words,
                                                       const std::vector<Token>& tokens,
                                                       std::size_t end);

/// The words around tokens [first, end) show a place, whether or not a gazetteer knows it: kind
/// words, "in X", "12 km south of X", "between A and X", "from X in Y", "attacked X, Y", a town
/// that people flee to. `before` is the place found last in the sentence, null when none.
bool is_shown_to_be_place(const PlaceScan& scan, std::size_t first, std::size_t end,
                          const PlaceInText* before);

/// A known or shown name that is a place here: not a person's, a people's or a body's name.
bool is_accepted_place(const PlaceScan& scan, const PlaceInText& place, const PlaceInText* before);

/// "Minsk agreements", "the Treaty of X", "the University of X", "the Mission in X": a thing is
/// called after the place, and nothing is said of the place.
bool is_named_after(const PlaceScan& scan, const PlaceInText& place);

/// "Paris condemned", "Kigali a démenti": a capital that acts stands for its government.
bool stands_for_government(const PlaceScan& scan, const PlaceInText& place);

/// "the Bamako government", "Mali's army".
bool says_whose(const PlaceScan& scan, const PlaceInText& place);

}  // namespace events
