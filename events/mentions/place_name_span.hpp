// Where the words of a name begin and end.
#pragma once

#include <optional>

#include "events/mentions/place_scan.hpp"

namespace events {

/// The end of the run of capitalised words at `first`, small joining words inside included
/// ("Petite Rivière de l'Artibonite", "Bay of Bengal"); taken words end it.
std::size_t name_run_end(const PlaceScan& scan, std::size_t first);

/// The end of the longest name of the gazetteer that begins at `first` and goes on over small
/// words: "République centrafricaine", "Cox's Bazar", "Bosnia and Herzegovina". Empty when no
/// name of two words or more begins there.
std::optional<std::size_t> known_phrase_end(const PlaceScan& scan, std::size_t first);

/// Whether a name may begin at `at` of the run that ends at `end`: not "In", "The", "Northern" of
/// a sentence's start, unless the whole is a known name.
bool name_starts_at(const PlaceScan& scan, std::size_t at, std::size_t end);

/// The run of [first, end) without the kind words at its end: "Gao Region" is "Gao".
std::size_t without_kind_words(const PlaceScan& scan, std::size_t first, std::size_t end);

/// The end of the longest known name from `first` that stands for itself: the whole run, or a
/// country's name with more behind it. `first` when there is none.
std::size_t known_name_end(const PlaceScan& scan, std::size_t first, std::size_t end,
                           std::size_t without_kind);

}  // namespace events
