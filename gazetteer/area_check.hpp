// Completes rows by the polygons of areas and marks those whose point contradicts their own words.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "gazetteer/index_builder.hpp"

namespace gazetteer {

/// A point farther than this outside the area that its own source states is in doubt.
inline constexpr double kOutsideAreaMetres = 10000;
/// The same for its country, whose outline is drawn for maps.
inline constexpr double kOutsideCountryMetres = 25000;

/// Fills the areas that a row does not state from the polygons that hold its point, and marks rows
/// (Doubt) whose point lies outside the area or country that they state, or whose codes of areas do
/// not lie in each other. An area is found by its code, else by its name where the country has one
/// area of that name and level. Returns how many rows were filled.
std::size_t check_areas(IndexBuilder& builder,
                        const std::function<void(std::string_view, double)>& progress);

}  // namespace gazetteer
