// Places that a sentence means without a name: "the capital", "the north of the country".
#pragma once

#include <optional>

#include "events/mentions/place_finder.hpp"
#include "events/mentions/place_scan.hpp"

namespace events {

struct NamelessPlace {
    /// Empty when the words are only a direction of the name that begins at `end`.
    std::optional<PlaceInText> place;
    std::optional<gazetteer::Compass> part;  ///< of the name that follows
    std::size_t end = 0;
};

/// "the capital", "the north of the country", "in the north", "the Malian border"; "the north of"
/// before a known name.
std::optional<NamelessPlace> nameless_place_at(const PlaceScan& scan, std::size_t at);

}  // namespace events
