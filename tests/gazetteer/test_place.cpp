// Names of place kinds.
#include <doctest/doctest.h>

#include "gazetteer/place.hpp"

TEST_CASE("a kind of place has a word") {
    CHECK(gazetteer::to_string(gazetteer::PlaceKind::admin1) == "admin1");
}
