// toposcope verify: whether a casebook and its sources are what they were when they were read.
#include "events/verify.hpp"

#include <fmt/ostream.h>

#include <nlohmann/json.hpp>

#include "app/commands/commands.hpp"
#include "events/casebook_file.hpp"

namespace app {
namespace {

/// What differs among the sources, one sentence each. A casebook that does not load has been named
/// by its own check.
std::vector<std::string> source_differences(const VerifyCommand& command) {
    std::vector<std::string> differences;
    if (command.sources.empty())
        return differences;
    const auto file =
        events::CasebookFile::open(command.casebook, events::CasebookFile::Mode::read_only);
    if (!file)
        return differences;
    const auto casebook = file->load();
    if (!casebook)
        return differences;
    for (const events::SourceCheck& check : events::check_sources(*casebook, command.sources)) {
        if (check.state != events::SourceState::same)
            differences.push_back(check.path + ": " + check.detail);
    }
    return differences;
}

}  // namespace

int run(const VerifyCommand& command, CommandContext& context) {
    const auto check = events::check_casebook(command.casebook);
    if (!check)
        return complain(context, check.error().message);
    std::vector<std::string> differences;
    for (const geo::Problem& problem : check->damage)
        differences.push_back(geo::to_string(problem));
    for (const geo::Problem& problem : check->overwritten)
        differences.push_back(geo::to_string(problem));
    const auto sources = source_differences(command);
    differences.insert(differences.end(), sources.begin(), sources.end());

    for (const std::string& words : differences)
        fmt::print(context.err, "{}\n", words);
    if (context.json) {
        context.out << nlohmann::ordered_json{{"casebook", command.casebook},
                                              {"reports", check->reports},
                                              {"events", check->events},
                                              {"flows", check->flows},
                                              {"decisions", check->decisions},
                                              {"head", check->head},
                                              {"sources_checked", command.sources.size()},
                                              {"differences", differences}}
                           .dump()
                    << '\n';
    } else if (differences.empty()) {
        fmt::print(context.out,
                   "{}: whole; {} reports, {} events, {} flows, {} decisions; {} source files as "
                   "they were read\n",
                   command.casebook, check->reports, check->events, check->flows, check->decisions,
                   command.sources.size());
        if (!check->head.empty())
            fmt::print(context.out, "digest of the last decision: {}\n", check->head);
    }
    return differences.empty() ? kDone : kFailed;
}

}  // namespace app
