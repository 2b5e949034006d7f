// How place mentions hang together: prepositions, lists, containers, distances.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "events/mentions/place_finder.hpp"

namespace events {

std::optional<gazetteer::Compass> parse_compass(std::string_view text);
std::optional<gazetteer::PlaceKind> parse_place_kind(std::string_view text);
bool is_area(gazetteer::PlaceKind kind);  ///< an administrative area

bool is_article(const Token& token);
bool is_of(const Token& token);
bool is_join(const Token& token);  ///< "and", "et", "or", "ou"

/// The preposition before token `first`, articles and adjectives of direction passed over.
PlaceLink link_before(const ReadingWords& words, const std::vector<Token>& tokens,
                      std::size_t first);

/// Whether a word for a person stands right before ("journalist X", "General Y").
bool is_title_before(const ReadingWords& words, const std::vector<Token>& tokens,
                     std::size_t first);

/// Fills container, coordinated, kind of lists ("A and B villages"), reference and distance.
void link_places(const ReadingWords& words, const std::vector<Token>& tokens,
                 std::vector<PlaceInText>& places);

}  // namespace events
