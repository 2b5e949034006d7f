// toposcope edit: decisions, each on disk for good before it is said to be.
#include <fmt/chrono.h>
#include <fmt/ostream.h>

#include <chrono>
#include <sstream>

#include "app/commands/commands.hpp"
#include "app/commands/open_places.hpp"
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

/// A point of the user's lies in some country and region: the gazetteer says which.
void name_areas(events::Command& command, const gazetteer::Gazetteer& gazetteer) {
    auto* move = std::get_if<events::MovePlace>(&command);
    if (move == nullptr || !move->place.point)
        return;
    const gazetteer::Containing areas = gazetteer.containing(*move->place.point);
    move->place.country = areas.country;
    move->place.admin1 = areas.admin1;
    move->place.admin2 = areas.admin2;
}

/// What the line asks for, as a decision. The casebook is not changed.
geo::Result<events::Decision> plan_line(const std::string& line, const std::string& person,
                                        const events::Casebook& casebook,
                                        const gazetteer::Gazetteer& gazetteer) {
    auto command = events::parse_command(line);
    if (!command)
        return tl::unexpected(command.error());
    name_areas(*command, gazetteer);
    return casebook.plan(*command, utc_now(), person);
}

int run_script(std::istream& script, const EditCommand& command, events::Casebook& casebook,
               events::CasebookFile& file, const gazetteer::Gazetteer& gazetteer,
               CommandContext& context) {
    int number = 0;
    int refused = 0;
    for (std::string line; std::getline(script, line);) {
        ++number;
        if (line.ends_with('\r'))
            line.pop_back();
        if (line.find_first_not_of(" \t") == std::string::npos || line.starts_with('#'))
            continue;
        const auto decision = plan_line(line, command.person, casebook, gazetteer);
        if (!decision) {
            fmt::print(context.err, "{}:{}: {}; line skipped\n", command.script, number,
                       decision.error().message);
            ++refused;
            continue;
        }
        // Once it is carried out in memory but not on disk the two differ: no further line is
        // taken.
        auto done = casebook.carry_out(*decision);
        if (done)
            done = file.commit(casebook, *decision);
        if (!done)
            return complain(context, done.error().message);
        fmt::print(context.out, "committed {}\n", decision->sequence);
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
    const auto gazetteer = open_places(context, {});
    if (!gazetteer)
        return complain(context, gazetteer.error().message);
    if (command.script == "-")
        return run_script(context.in, command, *casebook, *file, *gazetteer, context);
    const auto script = geo::read_input_file(command.script);
    if (!script)
        return complain(context, script.error().message);
    std::istringstream lines{script->bytes};
    return run_script(lines, command, *casebook, *file, *gazetteer, context);
}

}  // namespace app
