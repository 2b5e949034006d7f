// The window: opens it, runs its frames, closes it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "app/gazetteer_choice.hpp"
#include "geo/result.hpp"

namespace app {

struct WindowOptions {
    std::string share_folder;
    std::vector<std::string> files;  ///< a casebook or reports; empty: the shipped corpus
    GazetteerChoice gazetteers;
    std::string language;      ///< "en", "fr"; empty: by the environment
    bool print_trace = false;  ///< for tests: see window_trace.hpp
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
};

/// Until the user closes it. Fails when there is no display, no OpenGL 3.3 or no font.
geo::Result<void> run_window(const WindowOptions& options);

}  // namespace app
