// Parses the command line with CLI11.
#include "app/commands/command_line.hpp"

#include <CLI/CLI.hpp>

#include "app/commands/arguments.hpp"
#include "app/commands/command_options.hpp"

namespace app {
namespace {

geo::Result<events::Day> parse_day(std::string_view text) {
    if (const auto day = events::parse_iso_day(text))
        return *day;
    return geo::fail("\"" + std::string{text} + "\" is no day: wanted YYYY-MM-DD");
}

geo::Result<events::Language> parse_report_language(std::string_view text) {
    const auto language = events::parse_language(text);
    if (language && *language != events::Language::unknown)
        return *language;
    return geo::fail("\"" + std::string{text} +
                     "\" is no language that reports are read in: en or fr");
}

geo::Result<std::vector<events::ReviewStatus>> parse_statuses(std::string_view text) {
    std::vector<events::ReviewStatus> statuses;
    for (const std::string& word : split(text, ',')) {
        const auto status = events::parse_status(word);
        if (!status)
            return geo::fail("\"" + word +
                             "\" is no status: proposed, accepted, edited, disputed, rejected");
        statuses.push_back(*status);
    }
    return statuses;
}

/// Everything that parsing fills; the subcommand that was named is picked from it afterwards.
struct Parsed {
    WindowCommand window;
    ReadCommand read;
    PlaceCommands places;
    ExportCommand exporting;
    BriefCommand brief;
    ShotCommand shot;
    EditCommand edit;
    VerifyCommand verify;
    GazetteerCommands gazetteer;
    BenchCommand bench;
    bool overwrite = false;
};

void add_read(CLI::App& app, Parsed& p) {
    CLI::App* c = app.add_subcommand("read", "Read reports and tables to events and flows");
    c->add_option(
         "FILE", p.read.files,
         "Reports (.txt .md .html .pdf .docx .odt .epub .eml .zip), folders, - for standard input")
        ->required();
    add_output(c, p.read.output, p.overwrite,
               "By its ending: .gpkg (casebook) .geojson .csv .kml .fgb; - for GeoJSON on standard "
               "output");
    add_parsed(c, "--published", p.read.published, parse_day, "The day the reports were published",
               "YYYY-MM-DD");
    add_parsed(c, "--period", p.read.period, parse_period, "The period that the reports are about",
               "START/END");
    add_parsed(c, "--country", p.read.countries, parse_countries,
               "Countries that the reports are about", "ML,NE");
    add_parsed(c, "--language", p.read.language, parse_report_language, "Language of the reports",
               "en|fr");
    add_gazetteers(c, p.read.gazetteers);
    c->add_option("--jobs", p.read.jobs, "Reports read at the same time (default: one per core)")
        ->check(CLI::Range(1, 256));
    c->add_flag("--mentions", p.read.mentions, "Add every place mention to a GeoJSON output");
    auto* text = c->add_option("--text-column", p.read.columns.text,
                               "The files are tables (.csv .xlsx): a report a row, in this column")
                     ->type_name("NAME");
    const std::pair<const char*, std::string*> columns[] = {
        {"--date-column", &p.read.columns.date},
        {"--place-column", &p.read.columns.place},
        {"--id-column", &p.read.columns.id}};
    for (const auto& [name, column] : columns) {
        c->add_option(name, *column, "The same for the day, the place and the title of a row")
            ->needs(text)
            ->type_name("NAME");
    }
}

void add_outputs(CLI::App& app, Parsed& p) {
    CLI::App* e = app.add_subcommand("export", "Write a casebook's events and flows to a file");
    e->add_option("CASEBOOK", p.exporting.casebook, "A casebook (.gpkg)")->required();
    add_output(e, p.exporting.output, p.overwrite, "By its ending: .geojson .csv .kml .fgb .gpkg");
    e->add_option("--layer", p.exporting.layer, "events, flows, places or all")
        ->check(CLI::IsMember({"events", "flows", "places", "all"}));
    e->add_option(
         "--where", p.exporting.where,
         "\"kind=battle and country=ML\": kind, country, place, precision, status, report, text")
        ->type_name("EXPR");
    add_parsed(e, "--from", p.exporting.from, parse_day,
               "Only what may have happened on or after this day", "DAY");
    add_parsed(e, "--to", p.exporting.to, parse_day,
               "Only what may have happened on or before this day", "DAY");
    add_parsed(e, "--status", p.exporting.statuses, parse_statuses,
               "Only these: proposed,accepted,edited,disputed,rejected", "LIST");
    e->add_option("--profile", p.exporting.profile, "Columns of a CSV: acled or ucdp")
        ->check(CLI::IsMember({"acled", "ucdp"}));

    CLI::App* b = app.add_subcommand("brief", "A briefing page from a casebook");
    b->add_option("CASEBOOK", p.brief.casebook, "A casebook (.gpkg)")->required();
    add_output(b, p.brief.output, p.overwrite, "By its ending: .png .pdf .svg");
    b->add_option("--recipe", p.brief.recipe, "Title, period, layers and texts (JSON)")
        ->type_name("FILE");
    b->add_option("--size", p.brief.size, "A4, A3 or WIDTHxHEIGHT in pixels")->type_name("SIZE");
    b->add_option("--dpi", p.brief.dpi, "Dots per inch of a PNG")->check(CLI::Range(36, 1200));
    b->add_option("--lang", p.brief.language, "Language of the page")
        ->check(CLI::IsMember({"en", "fr"}));

    CLI::App* s = app.add_subcommand("shot", "The map itself as an image, without a display");
    s->add_option("CASEBOOK", p.shot.casebook, "A casebook (.gpkg)")->required();
    add_output(s, p.shot.output, p.overwrite, "A .png file");
    s->add_option_function<std::string>(
         "--size",
         [&p](const std::string& text) {
             const auto size = parse_size_px(text);
             if (!size)
                 throw CLI::ValidationError("--size", size.error().message);
             p.shot.width_px = size->first;
             p.shot.height_px = size->second;
         },
         "Pixels (default 1920x1080)")
        ->type_name("WxH");
    add_parsed(s, "--at", p.shot.at, parse_day,
               "The day that the clock shows: what had happened by then", "DAY");
    add_parsed(s, "--view", p.shot.view, parse_box, "The part of the world to show", "W,S,E,N");
}

void add_decisions(CLI::App& app, Parsed& p) {
    CLI::App* edit = app.add_subcommand(
        "edit", "Decisions, one a line; prints \"committed N\" when N is on disk for good");
    edit->add_option("CASEBOOK", p.edit.casebook, "A casebook (.gpkg)")->required();
    edit->add_option("--script", p.edit.script,
                     "accept ID, reject ID, place ID LON LAT, date ID FIRST [LAST], kind ID KIND, "
                     "undo, redo; - for standard input")
        ->required()
        ->type_name("FILE");
    edit->add_option("--person", p.edit.person, "Who decides, for the log (default: not recorded)");

    CLI::App* verify =
        app.add_subcommand("verify", "Check a casebook's records and sources against their hashes");
    verify->add_option("CASEBOOK", p.verify.casebook, "A casebook (.gpkg)")->required();
    verify->add_option("SOURCE", p.verify.sources,
                       "Source files to compare with the hashes taken when they were read");
}

void add_bench(CLI::App& app, Parsed& p) {
    CLI::App* bench = app.add_subcommand("bench", "Measure the program on this machine");
    bench->require_subcommand(1);
    CLI::App* g = bench->add_subcommand(
        "gazetteer",
        "Opening, memory, questions a second on one core and how often the first answer is right:\n"
        "an index of the names of towns alone, the shipped index, and each --gazetteer");
    g->add_option("--names", p.bench.names, "Draw names from this table (default: shipped towns)")
        ->type_name("TABLE");
    g->add_option("--queries", p.bench.queries, "Questions of each kind (default 10000)")
        ->check(CLI::Range(1, 10000000));
    g->add_option("--seed", p.bench.seed, "Other questions, equally distributed (default 1)");
    g->add_option("--seconds", p.bench.seconds_per_pass, "Longest pass over a kind (default 1)")
        ->check(CLI::Range(0.001, 3600.0));
    g->add_option("--write-queries", p.bench.write_queries, "Keep the questions (tab separated)")
        ->type_name("FILE");
    g->add_option("--write-names", p.bench.write_names, "Keep the table of shipped towns")
        ->type_name("FILE");
    g->add_option("--truth", p.bench.truths,
                  "Compare with a table of names and positions instead (repeatable)")
        ->type_name("TABLE")
        ->take_all();
    add_gazetteers(g, p.bench.gazetteers);
}

void add_common(CLI::App& app, CommandLine& line) {
    app.add_flag("-v,--verbose", line.verbose, "Say more on standard error");
    app.add_flag("--json", line.json, "The result as JSON on standard output");
}

AnyCommand named_command(CLI::App& app, Parsed& p) {
    const geo::Overwrite overwrite = p.overwrite ? geo::Overwrite::allow : geo::Overwrite::refuse;
    p.read.overwrite = p.exporting.overwrite = p.brief.overwrite = overwrite;
    p.shot.overwrite = p.places.geocode.table.overwrite = overwrite;
    p.gazetteer.build.overwrite = p.gazetteer.add.overwrite = overwrite;
    p.gazetteer.exporting.overwrite = overwrite;
    if (app.got_subcommand("read"))
        return std::move(p.read);
    if (app.got_subcommand("geocode"))
        return std::move(p.places.geocode);
    if (app.got_subcommand("reverse"))
        return std::move(p.places.reverse);
    if (app.got_subcommand("mentions"))
        return std::move(p.places.mentions);
    if (app.got_subcommand("gazetteer"))
        return named_gazetteer_command(*app.get_subcommand("gazetteer"), p.gazetteer);
    if (app.got_subcommand("export"))
        return std::move(p.exporting);
    if (app.got_subcommand("brief"))
        return std::move(p.brief);
    if (app.got_subcommand("shot"))
        return std::move(p.shot);
    if (app.got_subcommand("edit"))
        return std::move(p.edit);
    if (app.got_subcommand("verify"))
        return std::move(p.verify);
    if (app.got_subcommand("bench"))
        return std::move(p.bench);
    return std::move(p.window);
}

}  // namespace

std::variant<CommandLine, int> parse_command_line(int argc, const char* const* argv) {
    CLI::App app{
        "Toposcope: reports in, sourced map out. Without a command it opens the map on FILE,\n"
        "or on the shipped corpus.",
        "toposcope"};
    Parsed parsed;
    CommandLine result;
    app.set_version_flag("--version", "toposcope " TOPOSCOPE_VERSION);
    add_common(app, result);
    app.add_option("FILE", parsed.window.files, "Casebooks and reports to open in the window");
    app.add_option("--lang", parsed.window.language, "Language of the window")
        ->check(CLI::IsMember({"en", "fr"}));
    app.add_flag("--print-selection", parsed.window.print_selection,
                 "Print on standard output what is selected and where symbols stand (for tests)");
    add_gazetteers(&app, parsed.window.gazetteers);
    app.require_subcommand(0, 1);
    add_read(app, parsed);
    add_place_commands(app, parsed.places, parsed.overwrite);
    add_gazetteer_commands(app, parsed.gazetteer, parsed.overwrite);
    add_outputs(app, parsed);
    add_decisions(app, parsed);
    add_bench(app, parsed);
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
        add_common(*command, result);
        for (CLI::App* inner : command->get_subcommands([](CLI::App*) { return true; }))
            add_common(*inner, result);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : 2;
    }
    result.command = named_command(app, parsed);
    return result;
}

}  // namespace app
