// Names of place kinds.
#include "gazetteer/place.hpp"

#include <doctest/doctest.h>

TEST_CASE("a kind of place has a word") {
    CHECK(gazetteer::to_string(gazetteer::PlaceKind::admin1) == "admin1");
}
