// The filter language of `export --where`: conditions joined by "and".
#pragma once

#include <string_view>

#include "events/filter.hpp"
#include "geo/result.hpp"

namespace app {

/// "kind=battle and country=ML and text=Wagner". Fields: kind, status, precision, report (its id),
/// country, place, actor, text; kind, status and precision take several values:
/// kind=battle|killing. Values may stand in double quotes. Fails naming the part that it does not
/// understand.
geo::Result<events::Filter> parse_where(std::string_view expression);

}  // namespace app
