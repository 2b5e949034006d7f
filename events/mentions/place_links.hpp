// How place mentions hang together: prepositions, lists, containers, pairs, borders.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "events/mentions/place_finder.hpp"

namespace events {

std::optional<gazetteer::Compass> parse_compass(std::string_view text);
std::optional<gazetteer::PlaceKind> parse_place_kind(std::string_view text);
bool is_area(gazetteer::PlaceKind kind);  ///< an administrative area

bool is_article(const ReadingWords& words, const std::vector<Token>& tokens, std::size_t at);
bool is_of(const ReadingWords& words, const std::vector<Token>& tokens, std::size_t at);
bool is_join(const ReadingWords& words, const std::vector<Token>& tokens, std::size_t at);

/// The preposition before token `first`, articles and adjectives of direction passed over.
PlaceLink link_before(const ReadingWords& words, const std::vector<Token>& tokens,
                      std::size_t first);

/// Fills container, coordinated, kind of lists ("A and B villages"), pairs ("between A and B"),
/// borders, reference, offset and distance.
void link_places(const ReadingWords& words, const std::vector<Token>& tokens,
                 const gazetteer::Gazetteer& gazetteer, std::vector<PlaceInText>& places);

}  // namespace events
