// Events as tables with the columns of ACLED or UCDP GED, for tools that read those.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/casebook.hpp"
#include "events/tables/features.hpp"
#include "geo/result.hpp"

namespace events {

enum class ExportProfile : unsigned char { acled, ucdp };
std::optional<ExportProfile> parse_profile(std::string_view name);  ///< "acled", "ucdp"

/// ACLED's 31 columns of March 2023. A row for each event with a day; a month stands on its middle
/// day, as the codebook has it. Fatalities are the lowest number said, 0 when none is. What reports
/// do not tell (inter codes, region, source scale) stays empty. Events left out are the problems.
geo::Loaded<std::string> to_acled_csv(const Casebook& casebook, const ExportSelection& selection);

/// UCDP GED's 49 columns. A row for each dated event in which someone was killed: low and high as
/// said, best the lowest number said, high the best one when no upper number is known. Dyads and
/// conflicts stay empty: they are UCDP's to assign. Events left out are the problems.
geo::Loaded<std::string> to_ucdp_csv(const Casebook& casebook, const ExportSelection& selection);

/// Writes either to a file; what was left out and why.
geo::Result<std::vector<geo::Problem>> export_profile(const Casebook& casebook,
                                                      const ExportSelection& selection,
                                                      ExportProfile profile,
                                                      const std::string& path,
                                                      geo::Overwrite overwrite);

}  // namespace events
