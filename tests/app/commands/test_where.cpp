// The conditions of `export --where`.
#include <doctest/doctest.h>

#include "app/commands/where.hpp"

using events::EventKind;

TEST_CASE("conditions joined by and all hold") {
    const auto filter =
        app::parse_where("kind=battle|killing and country=ML and text=\"sand and gravel\"");
    REQUIRE(filter);
    CHECK(filter->kinds == std::set{EventKind::battle, EventKind::killing});
    CHECK(filter->country == "ML");
    CHECK(filter->text == "sand and gravel");
}

TEST_CASE("no condition lets everything pass") {
    const auto filter = app::parse_where("  ");
    REQUIRE(filter);
    CHECK(filter->kinds.empty());
}

TEST_CASE("a condition that is not understood is named") {
    CHECK(app::parse_where("kind=war").error().message == "--where: \"war\" is no kind");
    CHECK(
        app::parse_where("colour=red").error().message.starts_with("--where: no field \"colour\""));
    CHECK(app::parse_where("battle").error().message ==
          "--where: \"battle\" is no condition; wanted FIELD=VALUE");
}
