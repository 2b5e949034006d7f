// The command line as values: one struct per subcommand, parsed and checked in one place.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/gazetteer_choice.hpp"
#include "events/day.hpp"
#include "events/documents/text_table.hpp"
#include "events/event.hpp"
#include "gazetteer/index_builder.hpp"
#include "gazetteer/place.hpp"
#include "geo/lon_lat.hpp"
#include "geo/output_file.hpp"

namespace app {

struct WindowCommand {
    std::vector<std::string> files;  ///< empty: the shipped corpus
    GazetteerChoice gazetteers;
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
    GazetteerChoice gazetteers;
    unsigned jobs = 0;  ///< 0: one per core
    geo::Overwrite overwrite = geo::Overwrite::refuse;
    bool mentions = false;
    events::TextColumns columns;  ///< with a text column the files are tables, a report a row
};

/// The columns of a table whose names are looked up: by their names in its header.
struct GeocodeTable {
    std::string input;   ///< "-": standard input; empty: no table, names are given
    std::string output;  ///< "-": standard output
    std::string column;
    std::string country_column;              ///< ISO codes or names of countries
    std::vector<std::string> admin_columns;  ///< areas that hold the place, smallest first
    std::string prefix = "place_";           ///< of the names of the columns that are added
    unsigned jobs = 0;                       ///< 0: one per core
    geo::Overwrite overwrite = geo::Overwrite::refuse;
};

struct GeocodeCommand {
    std::vector<std::string> names;  ///< "-" or none: standard input, a name a line
    std::vector<std::string> countries;
    bool only = false;  ///< no place outside the countries
    std::vector<std::string> admin_names;
    std::optional<geo::LonLat> near;
    std::size_t limit = 5;
    std::optional<gazetteer::PlaceKind> kind;
    bool exact = false;
    GazetteerChoice gazetteers;
    GeocodeTable table;
};

struct ReverseCommand {
    std::vector<std::string> numbers;  ///< LON LAT, or "-": pairs from standard input
    std::size_t limit = 5;
    GazetteerChoice gazetteers;
};

struct MentionsCommand {
    std::string file;
    std::vector<std::string> countries;
    GazetteerChoice gazetteers;
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

/// What `gazetteer build` and `gazetteer add` make indexes from.
struct GazetteerSources {
    std::vector<std::string> files;
    gazetteer::TableColumns columns;
    std::vector<std::string> alternate_names;
    std::vector<std::string> areas;
    std::string country;
    std::string vintage;
};

struct GazetteerBuildCommand {
    GazetteerSources sources;
    std::string output;
    geo::Overwrite overwrite = geo::Overwrite::refuse;
};

struct GazetteerAddCommand {
    GazetteerSources sources;  ///< files, or two-letter codes of countries to fetch
    std::string name;
    std::string from;                    ///< address to fetch from; empty: see transfer_address
    bool fetch_alternate_names = false;  ///< of each country that is fetched
    geo::Overwrite overwrite = geo::Overwrite::refuse;
};

struct GazetteerInfoCommand {
    std::vector<std::string> indexes;  ///< names or paths; none: all that commands open
    bool verify = false;
    GazetteerChoice gazetteers;
};

struct GazetteerRemoveCommand {
    std::vector<std::string> names;
};

struct GazetteerExportCommand {
    std::vector<std::string> indexes;  ///< names or paths; none: all that commands open
    std::string output;
    std::vector<std::string> countries;
    std::vector<gazetteer::PlaceKind> kinds;
    GazetteerChoice gazetteers;
    geo::Overwrite overwrite = geo::Overwrite::refuse;
};

struct BenchCommand {
    std::string names;  ///< a table of places; empty: the shipped towns
    std::size_t queries = 10000;
    std::uint64_t seed = 1;
    double seconds_per_pass = 1;
    GazetteerChoice gazetteers;
    std::vector<std::string> truths;  ///< tables to compare with, in place of measuring speed
    std::string write_queries;
    std::string write_names;
};

using AnyCommand =
    std::variant<WindowCommand, ReadCommand, GeocodeCommand, ReverseCommand, MentionsCommand,
                 ExportCommand, BriefCommand, ShotCommand, EditCommand, VerifyCommand,
                 GazetteerBuildCommand, GazetteerAddCommand, GazetteerInfoCommand,
                 GazetteerRemoveCommand, GazetteerExportCommand, BenchCommand>;

struct CommandLine {
    AnyCommand command;
    bool verbose = false;
    bool json = false;
};

/// What to do, or the exit code after help, version or a mistake was printed (0, or 2 for wrong
/// arguments with one sentence on stderr and a hint).
std::variant<CommandLine, int> parse_command_line(int argc, const char* const* argv);

}  // namespace app
