// What the words of a place say beside its name: "the Gao region", "cercle de Bourem",
// "northern Mali", "village of Dogo".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "gazetteer/place.hpp"

namespace gazetteer {

enum class Compass : std::uint8_t { n, ne, e, se, s, sw, w, nw, centre };

/// Degrees clockwise from north; 0 for the centre.
double bearing_of(Compass direction);
/// "northern", "central": for reasons and names of parts.
std::string_view part_word(Compass direction);
/// "north", "south-west", "in the centre".
std::string_view direction_word(Compass direction);

struct PlacePhrase {
    std::string name;               ///< without article, kind word and direction: "Gao"
    std::optional<PlaceKind> kind;  ///< of "region", "cercle", "village" ...
    std::optional<Compass> part;    ///< of "northern", "le centre du"
};

/// Words of English and French before and after the name. A phrase without any comes back as it is.
PlacePhrase parse_place_phrase(std::string_view words);

}  // namespace gazetteer
