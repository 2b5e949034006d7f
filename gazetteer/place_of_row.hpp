// The place that a row of a table or a feature of a layer tells of.
#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "gazetteer/column_roles.hpp"
#include "gazetteer/index_builder.hpp"

namespace gazetteer {

/// A row with a position of its own, in its columns or `at`. The error says why there is no place:
/// "no name". `own_scheme` and `number` make the id of a row that has none.
tl::expected<SourcePlace, std::string> place_of_row(const RowView& row, const BuildOptions& options,
                                                    const std::string& own_scheme,
                                                    const std::string& number,
                                                    std::optional<geo::LonLat> at = {});

/// An area, without its position and size. `level` 1 to 3 says its kind; empty when the row names
/// no level: then it is a place by its own name.
tl::expected<SourcePlace, std::string> area_of_row(const RowView& row, const BuildOptions& options,
                                                   std::optional<std::size_t> level,
                                                   const std::string& own_scheme,
                                                   const std::string& number);

/// The level of an area: from "ADM2" in its own column, else the deepest that the row names.
std::optional<std::size_t> level_of_row(const RowView& row);

}  // namespace gazetteer
