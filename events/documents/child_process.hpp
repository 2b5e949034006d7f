// Runs another program on some bytes, with limits on what it may use.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "geo/result.hpp"

namespace events {

struct ChildLimits {
    std::size_t memory_bytes = std::size_t{768} << 20;  ///< of address space
    unsigned cpu_s = 6;
    unsigned wall_s = 30;
    std::size_t output_bytes = std::size_t{128} << 20;
};

enum class ChildEnd {
    exited,       ///< by itself, with exit_code
    crashed,      ///< by a signal that was not ours: mostly the memory limit
    over_time,    ///< processor or wall time
    over_output,  ///< it wrote more than it may
};

struct ChildRun {
    ChildEnd end = ChildEnd::exited;
    int exit_code = 0;
    std::string output;
    std::string messages;  ///< the first 16 KiB of its standard error
};

/// The absolute path of a program in the folders of PATH; empty when there is none.
std::string find_program(std::string_view name);

/// Runs `command` (its first part an absolute path) with `input` as a file that is its standard
/// input, in a process group of its own that is killed whole when a limit is passed. It gets no
/// other open file, a bare environment, may write no file and leaves no core; a network filter of
/// this process holds for it too. Fails when it could not be started.
geo::Result<ChildRun> run_child(const std::vector<std::string>& command, std::string_view input,
                                const ChildLimits& limits);

}  // namespace events
