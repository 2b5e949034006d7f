// Moves symbols apart that would hide one another.
#pragma once

#include <vector>

#include "app/map/scene.hpp"

namespace app {

/// Sets `at` of each mark from its `true_at`: those at one place spread around it in a sunflower
/// pattern, then all that overlap push each other away while their true place pulls them back.
/// Deterministic; past kMostDispersed marks only the first step is done.
void disperse(std::vector<SymbolMark>& marks, double metres_per_px);
inline constexpr std::size_t kMostDispersed = 20000;

}  // namespace app
