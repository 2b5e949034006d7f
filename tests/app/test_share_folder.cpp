// The data folder is found from where the program stands.
#include <doctest/doctest.h>

#include "app/share_folder.hpp"

TEST_CASE("the share folder is found beside a program of the build folder") {
    const auto folder = app::find_share_folder();
    REQUIRE(folder);
    CHECK(folder->ends_with("share/toposcope"));
}
