// Where a sentence names places: names known to the gazetteer, and unknown ones that the words
// around them show to be places.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/language/dates.hpp"
#include "events/mentions/actor_finder.hpp"
#include "events/mentions/document_names.hpp"
#include "events/mentions/reading_words.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/resolver.hpp"

namespace events {

/// How the words before a place name join it to the sentence.
enum class PlaceLink : std::uint8_t { none, in, near, from, to, of };

struct PlaceInText {
    std::size_t first = 0;  ///< tokens [first, end) of the name itself
    std::size_t end = 0;
    std::size_t outer_first = 0;  ///< with its kind word and part word
    std::size_t outer_end = 0;
    std::string name;  ///< bytes of the text; empty for "the capital", "the north"
    std::optional<gazetteer::PlaceKind> kind;  ///< from a kind word beside it
    PlaceLink link = PlaceLink::none;
    std::optional<gazetteer::Compass> part;  ///< "northern Mali", "the north of the country"
    std::optional<std::size_t> container;    ///< the mention in this sentence that holds it
    std::vector<std::size_t> coordinated;    ///< the mentions listed with it, itself left out
    bool attributive = false;                ///< only says whose: "the Bamako government"
    bool metonym = false;                    ///< "Paris condemned": stands for its government
    bool reference = false;                  ///< only says how far: "X, 400 km north of Bamako"
    bool offset = false;                     ///< a spot of its own: "30 km north of Kidal"
    std::optional<double> distance_km;       ///< of a reference or an offset
    std::optional<gazetteer::Compass> direction;  ///< of a reference or an offset
    std::optional<std::size_t> pair;              ///< "between A and B": the other end
    bool border = false;                          ///< of a country: "the border with Niger"
    std::optional<std::size_t> border_other;      ///< the country on the other side, when named
    /// ISO code from a demonym beside it: "the Nigerian town of X"; of a border without a name its
    /// other side ("the Malian border").
    std::optional<std::string> said_country;
    bool of_focus = false;  ///< no name: the country that the report is about, or a part of it
    bool capital = false;   ///< "the capital"
    bool is_country = false;
    bool is_admin = false;  ///< an area, by its kind word or by its only meaning
};

/// In order, not overlapping. Learns the names of people that it meets.
std::vector<PlaceInText> find_places(std::string_view text, const Sentence& sentence,
                                     const ReadingWords& words,
                                     const std::vector<ActorMention>& actors,
                                     const std::vector<TimeMention>& times,
                                     const gazetteer::Gazetteer& gazetteer, DocumentNames& names);

}  // namespace events
