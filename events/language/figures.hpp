// Numbers of people and things in a sentence, as ranges.
#pragma once

#include <string_view>
#include <vector>

#include "events/language/lexicon.hpp"
#include "events/language/tokens.hpp"
#include "events/tally.hpp"

namespace events {

enum class FigureUnit : std::uint8_t {
    people,      ///< "civilians", "soldiers", "villagers", "others", "bodies", "children"
    households,  ///< families and households; never turned into people silently
    buildings,   ///< houses, homes, shelters, schools
    incidents,   ///< cases, attacks, incidents
    none,        ///< a bare number
};

struct FigureMention {
    std::size_t first_token = 0;  ///< tokens [first_token, end_token), modifier and noun included
    std::size_t end_token = 0;
    Figure figure;  ///< words: "at least 49 civilians"
    FigureUnit unit = FigureUnit::none;
    std::string noun;      ///< folded head noun: "civilians"; empty for a bare number
    bool is_part = false;  ///< "including three children", "dont 11 filles": inside the one before
    bool is_others = false;  ///< "61 others", "seven others"
};

/// Digits and words in the sentence's language, with "at least", "up to", "more than", "some",
/// "between .. and ..", "dozens of", "une cinquantaine de"; "one person", "a shepherd" count one.
/// Not dates, ages ("15-year-old"), percentages, money, distances, ordinals, law articles,
/// telephone numbers.
std::vector<FigureMention> find_figures(std::string_view text, const Sentence& sentence,
                                        const Lexicon& lexicon);

}  // namespace events
