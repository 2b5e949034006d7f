// Build-time program: makes the shipped index from the tables in gazetteer/data.
#include <cstdio>

#include "gazetteer/index_builder.hpp"
#include "geo/input_file.hpp"

namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fputs("usage: build_world_index OUT ABOUT.txt SOURCE...\n", stderr);
        return 2;
    }
    const auto about = geo::read_input_file(argv[2], geo::kMaxTableBytes);
    if (!about) {
        std::fprintf(stderr, "%s\n", about.error().message.c_str());
        return 1;
    }
    const std::vector<std::string> sources(argv + 3, argv + argc);
    // The tables are merged by hand already, by id.
    const auto built = gazetteer::build_index(
        sources, argv[1],
        {.overwrite = geo::Overwrite::allow,
         .about = lines_of(about->bytes),
         .check_points = false,
         .merge_near = false});
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
