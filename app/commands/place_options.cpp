// The options of geocode, reverse and mentions.
#include "app/commands/arguments.hpp"
#include "app/commands/command_options.hpp"

namespace app {
namespace {

constexpr const char* kGeocodeExamples =
    "Each line of the result is one name: {\"name\", \"candidates\": [{\"id\", \"name\", "
    "\"names\",\n"
    "\"country\", \"admin1\", \"admin2\", \"kind\", \"lon\", \"lat\", \"score\", \"reasons\"}]}, "
    "the best\n"
    "candidate first, scores from 0 to 1.\n\n"
    "Examples:\n"
    "  toposcope geocode Tombouctou --country ML\n"
    "  toposcope geocode \"Ersane, Bourem, Gao\" \"the village of Moura\" --country ML,NE --only\n"
    "  toposcope geocode --csv events.csv --column location --country-column iso \\\n"
    "      --admin-column adm_2 --admin-column adm_1 -o placed.csv\n\n"
    "With --csv every row stays as it is, byte for byte, and gets the columns place_id, "
    "place_name,\n"
    "place_country, place_admin1, place_kind, place_lon, place_lat, place_score, place_reasons "
    "and\n"
    "place_candidates (how many there were); they are empty where no place was found.";

constexpr const char* kReverseExamples =
    "Prints one line of JSON for each position: the country and the areas that hold it with their\n"
    "ids, and the nearest places with distance and direction.\n\n"
    "Examples:\n"
    "  toposcope reverse -3.0 16.77\n"
    "  printf '%s\\n' '-3.0 16.77' '0.1,12.5' | toposcope reverse - --limit 1";

constexpr const char* kMentionsExamples =
    "Prints one line of JSON for each mention: \"start\" and \"end\" are byte offsets into the "
    "text of\n"
    "the report; id, name, country, lon, lat and score are null where no place is known.\n\n"
    "Example:\n"
    "  toposcope mentions report.txt --country ML";

void add_geocode_table(CLI::App* c, GeocodeTable& table, bool& overwrite) {
    const char* group = "A table of names";
    CLI::Option* csv =
        c->add_option("--csv", table.input,
                      "Look up a column of this table; separator and quotes as found; - for "
                      "standard input")
            ->type_name("IN.csv")
            ->group(group);
    c->add_option("--column", table.column, "The column of names")
        ->type_name("NAME")
        ->needs(csv)
        ->group(group);
    c->add_option("--country-column", table.country_column,
                  "A column with the country of each row: code or name")
        ->type_name("NAME")
        ->needs(csv)
        ->group(group);
    c->add_option("--admin-column", table.admin_columns,
                  "A column with an area that holds the place (repeatable, smallest first)")
        ->type_name("NAME")
        ->take_all()
        ->needs(csv)
        ->group(group);
    c->add_option("-o,--output", table.output, "The table with the places; - for standard output")
        ->type_name("OUT.csv")
        ->needs(csv)
        ->group(group);
    c->add_option("--prefix", table.prefix, "Before the names of the columns that are added")
        ->type_name("TEXT")
        ->capture_default_str()
        ->needs(csv)
        ->group(group);
    c->add_option("--jobs", table.jobs, "Names looked up at the same time (default: one per core)")
        ->check(CLI::Range(1, 256))
        ->needs(csv)
        ->group(group);
    c->add_flag("--overwrite", overwrite, "Replace an existing output file")->group(group);
}

void check_geocode(const GeocodeCommand& command) {
    const GeocodeTable& table = command.table;
    if (command.only && command.countries.empty())
        throw CLI::ValidationError("--only", "needs --country: the countries to keep to");
    if (table.input.empty())
        return;
    if (table.column.empty())
        throw CLI::ValidationError("--csv", "needs --column: the column of names");
    if (table.output.empty())
        throw CLI::ValidationError("--csv", "needs -o: where to write, - for standard output");
    if (!command.names.empty())
        throw CLI::ValidationError("--csv", "give a table or names, not both");
}

void add_geocode(CLI::App& app, GeocodeCommand& command, bool& overwrite) {
    CLI::App* c = app.add_subcommand("geocode", "Place names to ranked candidates, JSON Lines");
    c->add_option(
        "NAME", command.names,
        "Names, also with what holds them: \"Ersane, Bourem, Gao\"; - or none: one a line "
        "on standard input");
    add_parsed(c, "--country", command.countries, parse_countries, "Prefer these countries",
               "ML,NE");
    c->add_flag("--only", command.only, "No place outside the countries of --country");
    c->add_option("--admin", command.admin_names,
                  "An area that holds the place (repeatable, smallest first)")
        ->type_name("NAME")
        ->take_all();
    add_parsed(c, "--near", command.near, parse_lon_lat, "Prefer places near a position",
               "LON,LAT");
    add_parsed(c, "--kind", command.kind, parse_place_kind,
               "Prefer a kind of place: town, admin1, site ... or village, cercle, airport ...",
               "KIND");
    c->add_flag("--exact", command.exact,
                "Same letters only (case and accents apart): no other spellings");
    c->add_option("--limit", command.limit, "Candidates for each name")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    add_gazetteers(c, command.gazetteers);
    add_geocode_table(c, command.table, overwrite);
    c->footer(kGeocodeExamples);
    c->callback([&command] { check_geocode(command); });
}

}  // namespace

void add_place_commands(CLI::App& app, PlaceCommands& commands, bool& overwrite) {
    add_geocode(app, commands.geocode, overwrite);

    CLI::App* reverse =
        app.add_subcommand("reverse", "Nearest places and the areas that hold a position");
    reverse
        ->add_option("LON LAT", commands.reverse.numbers,
                     "Degrees, longitude first; - for pairs on standard input, one a line")
        ->required()
        ->expected(1, 2);
    reverse->add_option("--limit", commands.reverse.limit, "Nearest places")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    add_gazetteers(reverse, commands.reverse.gazetteers);
    reverse->footer(kReverseExamples);

    CLI::App* mentions =
        app.add_subcommand("mentions", "Every place named in a report, JSON Lines");
    mentions->add_option("FILE", commands.mentions.file, "A report; - for standard input")
        ->required();
    add_parsed(mentions, "--country", commands.mentions.countries, parse_countries,
               "Countries that the report is about", "ML,NE");
    add_gazetteers(mentions, commands.mentions.gazetteers);
    mentions->footer(kMentionsExamples);
}

}  // namespace app
