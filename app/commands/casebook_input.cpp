// Loads what goes out.
#include "app/commands/casebook_input.hpp"

#include <fmt/ostream.h>

#include "events/casebook_file.hpp"

namespace app {

geo::Result<events::Casebook> load_for_output(const std::string& casebook,
                                              const std::string& output, geo::Overwrite overwrite) {
    if (const auto writable = geo::check_output_path(output, overwrite); !writable)
        return tl::unexpected(writable.error());
    const auto file = events::CasebookFile::open(casebook, events::CasebookFile::Mode::read_only);
    if (!file)
        return tl::unexpected(file.error());
    return file->load();
}

void keep_reviewed_only(events::Filter& filter, const events::Casebook& casebook,
                        CommandContext& context) {
    if (!filter.statuses.empty() || casebook.decisions().empty())
        return;
    filter.statuses = {events::ReviewStatus::accepted, events::ReviewStatus::edited};
    const std::size_t kept = events::passing_events(casebook, filter).size();
    fmt::print(context.err,
               "{} of {} events are accepted and go out; {} withheld (--status "
               "proposed,accepted,edited for more)\n",
               kept, casebook.events().size(), casebook.events().size() - kept);
}

}  // namespace app
