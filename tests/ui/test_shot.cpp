// The shot: a PNG without a display, or one sentence why not.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "app/render/shot.hpp"
#include "geo/input_file.hpp"
#include "mali_casebook.hpp"

using namespace test_map;

namespace {

struct Shot {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("toposcope_shot_" + std::to_string(::getpid()));
    events::Casebook casebook;
    gazetteer::Gazetteer gazetteer;
    app::ShotOptions options;

    Shot() : gazetteer(*gazetteer::Gazetteer::open({TEST_SHARE_DIR "/gazetteer/world.idx"})) {
        std::filesystem::create_directories(folder);
        CasebookBuilder builder;
        builder.event(events::EventKind::killing, place("Moura", kMoura), 500);
        builder.event(events::EventKind::battle, place("Kidal", kKidal));
        builder.flow(place("Timbuktu", kTimbuktu), place("Niger", kNiger), 33100,
                     events::FlowSplit::together, 3);
        casebook = builder.build();
        options.output = (folder / "map.png").string();
    }
    ~Shot() { std::filesystem::remove_all(folder); }

    std::string message() {
        const auto done = app::render_shot(casebook, gazetteer, TEST_SHARE_DIR, options);
        return done ? "" : done.error().message;
    }
    std::string bytes() { return geo::read_input_file(options.output)->bytes; }
};

}  // namespace

TEST_CASE("a shot is a PNG of the size asked for, the same bytes each time") {
    Shot shot;
    shot.options.width_px = 640;
    shot.options.height_px = 360;
    REQUIRE(shot.message() == "");
    const std::string first = shot.bytes();
    CHECK(first.substr(1, 3) == "PNG");
    CHECK(first.substr(16, 8) == std::string("\0\0\x02\x80\0\0\x01\x68", 8));
    shot.options.overwrite = geo::Overwrite::allow;
    REQUIRE(shot.message() == "");
    CHECK(shot.bytes() == first);
}

TEST_CASE("an empty casebook and a day without events give a map too") {
    Shot shot;
    shot.options.width_px = 200;
    shot.options.height_px = 120;
    shot.casebook = CasebookBuilder().build();
    CHECK(shot.message() == "");
    shot.options.overwrite = geo::Overwrite::allow;
    shot.options.at = *events::parse_iso_day("1990-01-01");
    CHECK(shot.message() == "");
}

TEST_CASE("what cannot be done is said and leaves no file") {
    Shot shot;
    shot.options.width_px = 3;
    CHECK(shot.message() == "3x720: a picture has 16 to 16384 pixels a side");
    shot.options.width_px = 320;
    shot.options.style = "sepia";
    CHECK(shot.message() != "");
    CHECK_FALSE(std::filesystem::exists(shot.options.output));
    shot.options.style = "light";
    shot.options.height_px = 200;
    CHECK(shot.message() == "");
    CHECK(shot.message().find("exists") != std::string::npos);
    shot.options.output = (shot.folder / "none" / "map.png").string();
    CHECK(shot.message() != "");
}
