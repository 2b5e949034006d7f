// toposcope edit: decisions, each on disk for good before it is said to be.
#include <fmt/chrono.h>
#include <fmt/ostream.h>

#include <chrono>
#include <sstream>

#include "app/commands/commands.hpp"
#include "events/casebook_file.hpp"
#include "events/decisions/decision.hpp"
#include "geo/input_file.hpp"

namespace app {
namespace {

std::string utc_now() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

/// Plans, stores, then applies one line's decision. Nothing changes when any of it fails.
geo::Result<void> decide(const std::string& line, const std::string& person,
                         events::Casebook& casebook, events::CasebookFile& file) {
    const auto command = events::parse_command(line);
    if (!command)
        return tl::unexpected(command.error());
    const auto decision = casebook.plan(*command, utc_now(), person);
    if (!decision)
        return tl::unexpected(decision.error());
    casebook.carry_out(*decision);
    return file.commit(casebook, *decision);
}

int run_script(std::istream& script, const EditCommand& command, events::Casebook& casebook,
               events::CasebookFile& file, CommandContext& context) {
    int number = 0;
    int refused = 0;
    for (std::string line; std::getline(script, line);) {
        ++number;
        if (line.ends_with('\r'))
            line.pop_back();
        if (line.find_first_not_of(" \t") == std::string::npos || line.starts_with('#'))
            continue;
        if (const auto done = decide(line, command.person, casebook, file); !done) {
            fmt::print(context.err, "{}:{}: {}; line skipped\n", command.script, number,
                       done.error().message);
            ++refused;
            continue;
        }
        fmt::print(context.out, "committed {}\n", casebook.decisions().back().sequence);
        context.out.flush();
    }
    return refused == 0 ? kDone : kFailed;
}

}  // namespace

int run(const EditCommand& command, CommandContext& context) {
    auto file =
        events::CasebookFile::open(command.casebook, events::CasebookFile::Mode::read_write);
    if (!file)
        return complain(context, file.error().message);
    if (!file->writable())
        return complain(context, command.casebook + ": cannot be written; decisions are not taken");
    auto casebook = file->load();
    if (!casebook)
        return complain(context, casebook.error().message);
    if (command.script == "-")
        return run_script(context.in, command, *casebook, *file, context);
    const auto script = geo::read_input_file(command.script);
    if (!script)
        return complain(context, script.error().message);
    std::istringstream lines{script->bytes};
    return run_script(lines, command, *casebook, *file, context);
}

}  // namespace app
