// Entries of different sources for one place become one.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "gazetteer/index_builder.hpp"

namespace gazetteer {

/// How near two settlements of different sources must be to be one place, by how their names are
/// alike: equal when folded; of equal sound; one letter apart (five letters and up).
inline constexpr double kSameNameMetres = 5000;
inline constexpr double kSameSoundMetres = 3000;
inline constexpr double kOneEditMetres = 2000;

/// Makes one place of two rows of different id schemes and files when they are of one country and
/// kind, have names alike and are near; areas of a kind when one's point lies in the other's
/// polygon or, without polygons, within 60, 30 or 15 km by level. Each is the other's best partner:
/// a name that stands twice nearby is left alone where none is clearly the nearer. The row of the
/// later file stays, with the names and ids of both. The point is that of the row which nothing
/// puts in doubt, else the one written with more decimals (up to four), else the later file's. A
/// point that lost by more than 5 km is told in the doubts. Returns how many rows went into others.
std::size_t merge_near_places(IndexBuilder& builder,
                              const std::function<void(std::string_view, double)>& progress);

}  // namespace gazetteer
