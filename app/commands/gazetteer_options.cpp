// The options of the gazetteer commands.
#include "app/commands/arguments.hpp"
#include "app/commands/command_options.hpp"

namespace app {
namespace {

constexpr const char* kSourceKinds =
    "A source is a GeoNames dump (ML.txt, ML.zip, allCountries.zip), a GNS country file, a table "
    "with\n"
    "a header (.csv, .tsv) or a vector layer (.gpkg, .geojson, .kml ...). The content says "
    "which.\n\n";

constexpr const char* kBuildExamples =
    "Examples:\n"
    "  toposcope gazetteer build ML.zip villages.csv -o mali.idx --areas communes.geojson\n"
    "  toposcope gazetteer build list.csv -o list.idx --columns name=Localite,lon=X,lat=Y "
    "--country ML";

constexpr const char* kAddExamples =
    "A country's code fetches its dump from GeoNames (CC BY 4.0): the one command that opens a\n"
    "connection. A broken transfer goes on where it stopped when the command is given again. The\n"
    "address is --from, else the variable TOPOSCOPE_GEONAMES_URL, else\n"
    "https://download.geonames.org/export/dump; {country} in it stands for the code, and without "
    "it\n"
    "/{country}.zip is added.\n\n"
    "Examples:\n"
    "  toposcope gazetteer add ML NE\n"
    "  toposcope gazetteer add ML.zip\n"
    "  toposcope gazetteer add villages.csv --name villages --areas communes.geojson --country ML";

void add_source_options(CLI::App* c, GazetteerSources& sources) {
    c->add_option_function<std::vector<std::string>>(
         "--columns",
         [&sources](const std::vector<std::string>& texts) {
             for (const std::string& text : texts) {
                 if (const auto read = read_columns(text, sources.columns); !read)
                     throw CLI::ValidationError("--columns", read.error().message);
             }
         },
         "Which columns of a table or layer hold what: name, names, lon, lat, country, admin1, "
         "admin2, admin3, id, kind, population (usual names are found without it)")
        ->type_name("FIELD=COLUMN,...")
        ->take_all();
    c->add_option("--areas", sources.areas,
                  "A vector layer of admin areas, to say in which one each place lies (repeatable)")
        ->type_name("LAYER")
        ->take_all();
    add_parsed(c, "--country", sources.country, parse_country, "The country of rows that name none",
               "ML");
    c->add_option("--vintage", sources.vintage, "The day from which the areas hold")
        ->type_name("YYYY-MM-DD");
}

void add_build(CLI::App* gazetteer, GazetteerBuildCommand& command, bool& overwrite) {
    CLI::App* c = gazetteer->add_subcommand("build", "Sources of places to one index file");
    c->add_option("SOURCE", command.sources.files, "Dumps, tables, layers; packed or not")
        ->required();
    add_output(c, command.output, overwrite, "The index file");
    c->add_option("--alternate-names", command.sources.alternate_names,
                  "A GeoNames alternateNamesV2 file: names with languages (repeatable)")
        ->type_name("FILE")
        ->take_all();
    add_source_options(c, command.sources);
    c->footer(std::string{kSourceKinds} + kBuildExamples);
}

void add_add(CLI::App* gazetteer, GazetteerAddCommand& command, bool& overwrite) {
    CLI::App* c = gazetteer->add_subcommand(
        "add", "Countries or files to the gazetteers that every command and the window open");
    c->add_option("COUNTRY|FILE", command.sources.files,
                  "Two-letter codes of countries to fetch, or files")
        ->required();
    c->add_option("--name", command.name, "The gazetteer's name (default: the file's)");
    c->add_option("--from", command.from, "Fetch from this address (https or http)")
        ->type_name("URL");
    c->add_flag("--alternate-names", command.fetch_alternate_names,
                "Fetch the country's alternate names too: more spellings, with their languages");
    c->add_option("--alternate-names-file", command.sources.alternate_names,
                  "A GeoNames alternateNamesV2 file for the files given (repeatable)")
        ->type_name("FILE")
        ->take_all();
    add_source_options(c, command.sources);
    c->add_flag(
        "--overwrite", overwrite,
        "Replace a gazetteer of the user's own of this name (a country's is always renewed)");
    c->footer(std::string{kSourceKinds} + kAddExamples);
}

}  // namespace

void add_gazetteer_commands(CLI::App& app, GazetteerCommands& commands, bool& overwrite) {
    CLI::App* gazetteer = app.add_subcommand(
        "gazetteer", "Add, build, inspect and export the gazetteers that names are looked up in");
    gazetteer->require_subcommand(1);
    add_build(gazetteer, commands.build, overwrite);
    add_add(gazetteer, commands.add, overwrite);

    CLI::App* info = gazetteer->add_subcommand(
        "info", "What each gazetteer holds: places, names, countries, sources, size");
    info->add_option("NAME|INDEX", commands.info.indexes,
                     "Names of gazetteers (\"shipped\", \"ML\") or index files; none: all that are "
                     "open");
    info->add_flag("--verify", commands.info.verify,
                   "Read all of each and compare the checksums (done for those named without it)");
    add_gazetteers(info, commands.info.gazetteers);

    CLI::App* remove = gazetteer->add_subcommand("remove", "Drop gazetteers that you have added");
    remove->add_option("NAME", commands.remove.names, "Their names, as info prints them")
        ->required();

    GazetteerExportCommand& exporting = commands.exporting;
    CLI::App* e = gazetteer->add_subcommand("export", "All places with all their ids and names");
    e->add_option("NAME|INDEX", exporting.indexes,
                  "Names of gazetteers or index files; none: all that are open");
    add_output(e, exporting.output, overwrite, "By its ending: .csv .tsv .geojson .gpkg");
    add_parsed(e, "--country", exporting.countries, parse_countries, "Only these countries",
               "ML,NE");
    add_parsed(e, "--kind", exporting.kinds, parse_place_kinds, "Only these kinds of place",
               "KIND,...");
    add_gazetteers(e, exporting.gazetteers);
    e->footer("\"toposcope gazetteer build\" reads each of these files back to the same places.");
}

AnyCommand named_gazetteer_command(const CLI::App& gazetteer, GazetteerCommands& commands) {
    if (gazetteer.got_subcommand("build"))
        return std::move(commands.build);
    if (gazetteer.got_subcommand("add"))
        return std::move(commands.add);
    if (gazetteer.got_subcommand("info"))
        return std::move(commands.info);
    if (gazetteer.got_subcommand("remove"))
        return std::move(commands.remove);
    return std::move(commands.exporting);
}

}  // namespace app
