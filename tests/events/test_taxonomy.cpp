// Kinds of event and their ACLED types.
#include "events/taxonomy.hpp"

#include <doctest/doctest.h>

TEST_CASE("each kind stands at its own place in the table and is found by its key") {
    for (const auto& kind : events::all_kinds()) {
        CAPTURE(kind.key);
        CHECK(events::info(kind.kind).key == kind.key);
        CHECK(events::parse_kind(kind.key) == kind.kind);
        CHECK_FALSE(kind.acled_event_type.empty());
        CHECK_FALSE(kind.acled_sub_event_type.empty());
    }
    CHECK_FALSE(events::parse_kind("war"));
}
