// Build-time program: makes the shipped index from the tables in gazetteer/data.
#include <cstdio>

#include "gazetteer/index_builder.hpp"

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: build_world_index OUT SOURCE...\n", stderr);
        return 2;
    }
    const std::vector<std::string> sources(argv + 2, argv + argc);
    // The tables are merged by hand already, by id.
    const auto built = gazetteer::build_index(
        sources, argv[1],
        {.overwrite = geo::Overwrite::allow, .check_points = false, .merge_near = false});
    if (!built) {
        std::fprintf(stderr, "%s\n", built.error().message.c_str());
        return 1;
    }
    for (const auto& problem : built->problems) {
        std::fprintf(stderr, "%s\n", geo::to_string(problem).c_str());
    }
    // The shipped tables are ours: a row that cannot be read is a defect of the build.
    return built->problems.empty() ? 0 : 1;
}
