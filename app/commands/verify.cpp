// toposcope verify: whether a casebook and its sources are what they were when they were read.
#include <fmt/ostream.h>

#include <nlohmann/json.hpp>

#include "app/commands/commands.hpp"
#include "events/casebook_file.hpp"
#include "geo/input_file.hpp"

namespace app {
namespace {

/// Empty when the file is one that the casebook's reports were read from.
std::string difference(const events::Casebook& casebook, const std::string& path) {
    const auto file = geo::read_input_file(path);
    if (!file)
        return file.error().message;
    const events::Report* same_name = nullptr;
    for (const events::Report& report : casebook.reports()) {
        if (report.sha256 == file->sha256)
            return "";
        if (report.file_name == file->name)
            same_name = &report;
    }
    if (same_name != nullptr) {
        return fmt::format("{}: changed since it was read: SHA-256 is {}, was {}", path,
                           file->sha256, same_name->sha256);
    }
    return path + ": no report of this casebook was read from this file";
}

}  // namespace

int run(const VerifyCommand& command, CommandContext& context) {
    // Opening and loading compare the schema, every record and the chain of decisions.
    const auto file =
        events::CasebookFile::open(command.casebook, events::CasebookFile::Mode::read_only);
    if (!file)
        return complain(context, file.error().message);
    const auto casebook = file->load();
    if (!casebook)
        return complain(context, casebook.error().message);
    std::vector<std::string> differences;
    for (const std::string& source : command.sources) {
        if (const std::string words = difference(*casebook, source); !words.empty())
            differences.push_back(words);
    }
    for (const std::string& words : differences)
        fmt::print(context.err, "{}\n", words);
    if (context.json) {
        context.out << nlohmann::ordered_json{{"casebook", command.casebook},
                                              {"reports", casebook->reports().size()},
                                              {"events", casebook->events().size()},
                                              {"flows", casebook->flows().size()},
                                              {"decisions", casebook->decisions().size()},
                                              {"sources_checked", command.sources.size()},
                                              {"differences", differences}}
                           .dump()
                    << '\n';
    } else if (differences.empty()) {
        fmt::print(context.out,
                   "{}: whole; {} reports, {} events, {} flows, {} decisions; {} source files as "
                   "they were read\n",
                   command.casebook, casebook->reports().size(), casebook->events().size(),
                   casebook->flows().size(), casebook->decisions().size(), command.sources.size());
    }
    return differences.empty() ? kDone : kFailed;
}

}  // namespace app
