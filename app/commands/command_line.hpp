// The command line as values: one struct per subcommand, parsed and checked in one place.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "events/day.hpp"
#include "events/documents/text_table.hpp"
#include "events/event.hpp"
#include "gazetteer/place.hpp"
#include "geo/lon_lat.hpp"
#include "geo/output_file.hpp"

namespace app {

struct WindowCommand {
    std::vector<std::string> files;  ///< empty: the shipped corpus
    std::vector<std::string> gazetteers;
    std::string language;
    bool print_selection = false;  ///< prints what is selected, and where symbols are, for tests
};

struct ReadCommand {
    std::vector<std::string> files;
    std::string output;
    std::optional<events::Day> published;
    std::optional<events::DayRange> period;
    std::vector<std::string> countries;
    std::optional<events::Language> language;
    std::vector<std::string> gazetteers;
    unsigned jobs = 0;  ///< 0: one per core
    geo::Overwrite overwrite = geo::Overwrite::refuse;
    bool mentions = false;
    events::TextColumns columns;  ///< with a text column the files are tables, a report a row
};

struct GeocodeCommand {
    std::vector<std::string> names;  ///< "-" or none: standard input, a name a line
    std::vector<std::string> countries;
    std::optional<geo::LonLat> near;
    std::size_t limit = 5;
    std::optional<gazetteer::PlaceKind> kind;
    std::vector<std::string> gazetteers;
};

struct ReverseCommand {
    geo::LonLat at;
    std::size_t limit = 5;
    std::vector<std::string> gazetteers;
};

struct MentionsCommand {
    std::string file;
    std::vector<std::string> countries;
    std::vector<std::string> gazetteers;
};

struct ExportCommand {
    std::string casebook;
    std::string output;
    std::string layer = "all";
    std::string where;  ///< words joined by "and": kind=battle, status=accepted, country=ML, ...
    std::optional<events::Day> from;
    std::optional<events::Day> to;
    std::vector<events::ReviewStatus> statuses;
    std::string profile;
    geo::Overwrite overwrite = geo::Overwrite::refuse;
};

struct BriefCommand {
    std::string casebook;
    std::string output;
    std::string recipe;
    std::string size;
    int dpi = 0;  ///< 0: the recipe's, else 150
    std::string language = "en";
    geo::Overwrite overwrite = geo::Overwrite::refuse;
};

struct ShotCommand {
    std::string casebook;
    std::string output;
    int width_px = 1920;
    int height_px = 1080;
    std::optional<events::Day> at;
    std::optional<geo::LonLatBox> view;
    geo::Overwrite overwrite = geo::Overwrite::refuse;
};

struct EditCommand {
    std::string casebook;
    std::string script;  ///< "-": standard input
    std::string person;
};

struct VerifyCommand {
    std::string casebook;
    std::vector<std::string> sources;
};

struct GazetteerCommand {
    std::string action;  ///< "build", "info"
    std::vector<std::string> sources;
    std::string output;
    geo::Overwrite overwrite = geo::Overwrite::refuse;
};

struct BenchCommand {
    std::string names;  ///< a table of places; empty: the shipped towns
    std::size_t queries = 10000;
    std::uint64_t seed = 1;
    double seconds_per_pass = 1;
    std::vector<std::string> gazetteers;
    std::vector<std::string> truths;  ///< tables to compare with, in place of measuring speed
    std::string write_queries;
    std::string write_names;
};

using AnyCommand = std::variant<WindowCommand, ReadCommand, GeocodeCommand, ReverseCommand,
                                MentionsCommand, ExportCommand, BriefCommand, ShotCommand,
                                EditCommand, VerifyCommand, GazetteerCommand, BenchCommand>;

struct CommandLine {
    AnyCommand command;
    bool verbose = false;
    bool json = false;
};

/// What to do, or the exit code after help, version or a mistake was printed (0, or 2 for wrong
/// arguments with one sentence on stderr and a hint).
std::variant<CommandLine, int> parse_command_line(int argc, const char* const* argv);

}  // namespace app
