// Countries beside a place: borders between them, and the people whose place it is.
#pragma once

#include <vector>

#include "events/mentions/place_finder.hpp"

namespace events {

/// Marks countries that only name a border ("the border with Niger", "the Niger-Mali border"), and
/// fills `said_country` of places with a demonym beside them ("the Nigerian town of X", "Sahel
/// burkinabè").
void read_borders(const ReadingWords& words, const std::vector<Token>& tokens,
                  const gazetteer::Gazetteer& gazetteer, std::vector<PlaceInText>& places);

/// "à la frontière nigérienne", "the Malian border", "the tri-border area" do not name a country:
/// the ISO code of the other side, where a word of the border and a demonym stand together.
std::optional<std::string> border_of_demonym(const ReadingWords& words,
                                             const std::vector<Token>& tokens, std::size_t at,
                                             const gazetteer::Gazetteer& gazetteer,
                                             std::size_t& end);

}  // namespace events
