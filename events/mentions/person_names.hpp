// Names of people that look like names of places.
#pragma once

#include "events/mentions/place_scan.hpp"

namespace events {

/// "Georgia Petrova": the words behind a country's name in the run [country_end, end) are no word
/// of an office or a body, so the whole is a person.
bool is_person_after_country(const PlaceScan& scan, std::size_t country_end, std::size_t end);

/// "Santiago Cali", "Moussa Gao": a first name and a name, and the whole is no known place.
bool is_given_and_family_name(const PlaceScan& scan, std::size_t first, std::size_t end);

/// "X said", "X, 34,", "X, a lawyer": what follows tokens that end at `end` tells of a person.
bool is_person_by_what_follows(const PlaceScan& scan, std::size_t end);

/// Remembers the last word of the refused run [first, end) as a person's name, when it is one.
void learn_person(const PlaceScan& scan, std::size_t first, std::size_t end);

}  // namespace events
