// One line on the terminal that says how far a command is; silent when stderr is no terminal.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "app/commands/commands.hpp"

namespace app {

/// The line is wiped when it goes out of scope. Not for several threads at once.
class TerminalProgress {
  public:
    explicit TerminalProgress(CommandContext& context);
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;
    ~TerminalProgress();

    /// At most ten times a second. `share` is 0 to 1; below 0 when it is not known.
    void show(std::string_view step, double share);

  private:
    std::ostream* m_out = nullptr;
    std::chrono::steady_clock::time_point m_last;
};

/// "3.4 MB": bytes as people say them, thousands of 1000.
std::string bytes_in_words(std::uint64_t bytes);

}  // namespace app
