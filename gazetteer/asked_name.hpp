// What is asked for, taken apart: the name and other ways to write it, its kind, areas beside it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/place_phrase.hpp"

namespace gazetteer {

struct AskedName {
    /// Folded spellings to look for; typed errors are looked for in the first.
    std::vector<std::string> spellings;
    /// Folded, without the number at its end ("Daba 2", "Darsalam II"); empty when it has none.
    std::string without_number;
    std::optional<PlaceKind> kind;
    std::optional<Compass> part;
    std::vector<std::string> areas;  ///< said in the name itself, smallest first
};

/// Reads "the village of Dogo", "Ersane, Bourem, Gao", "Mali, Gao" (a country first), "Netherlands
/// (Kingdom of the)", "Syrian Arab Rep.", "Dahiet Elasad/Al Assad". `is_country` tells whether
/// words name a country.
AskedName read_asked_name(std::string_view words,
                          const std::function<bool(std::string_view)>& is_country);

}  // namespace gazetteer
