// Rewrites one line of the terminal.
#include "app/commands/terminal_progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

namespace app {
namespace {

constexpr const char* kEraseLine = "\x1b[K";  ///< from here to its end

}  // namespace

TerminalProgress::TerminalProgress(CommandContext& context) {
    if (&context.err == &std::cerr && ::isatty(STDERR_FILENO) == 1)
        m_out = &context.err;
}

TerminalProgress::~TerminalProgress() {
    // A child process may have written the line, so whether there is one is not known here.
    if (m_out != nullptr)
        *m_out << '\r' << kEraseLine << std::flush;
}

void TerminalProgress::show(std::string_view step, double share) {
    using namespace std::chrono_literals;
    const auto now = std::chrono::steady_clock::now();
    if (m_out == nullptr || now - m_last < 100ms)
        return;
    m_last = now;
    const std::string line =
        share < 0 ? std::string(step) : fmt::format("{} {:3.0f} %", step, share * 100);
    *m_out << '\r' << line << kEraseLine << std::flush;
}

std::string bytes_in_words(std::uint64_t bytes) {
    if (bytes < 1000)
        return fmt::format("{} bytes", bytes);
    if (bytes < 1'000'000)
        return fmt::format("{:.1f} kB", static_cast<double>(bytes) / 1e3);
    if (bytes < 1'000'000'000)
        return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
    return fmt::format("{:.2f} GB", static_cast<double>(bytes) / 1e9);
}

}  // namespace app
