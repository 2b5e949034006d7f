// What an event's place becomes when one of its candidates is chosen. Pure.
#pragma once

#include "events/event.hpp"

namespace app {

/// Keeps the report's words and the candidates. A settlement is exact, a district, region or
/// country is known as such.
events::EventPlace place_of(const events::EventPlace& now, const events::PlaceChoice& choice);

}  // namespace app
