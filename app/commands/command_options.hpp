// How options are bound to the values of a command: the pieces that several commands share, and the
// options of the commands on places.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/commands/command_line.hpp"

namespace app {

/// Binds an option whose text is turned into a value by a parser that returns a Result.
template <typename Parser, typename Target>
CLI::Option* add_parsed(CLI::App* app, const std::string& name, Target& target, Parser parse,
                        const std::string& help, const std::string& type) {
    return app
        ->add_option_function<std::string>(
            name,
            [&target, parse, name](const std::string& text) {
                const auto value = parse(text);
                if (!value)
                    throw CLI::ValidationError(name, value.error().message);
                target = *value;
            },
            help)
        ->type_name(type);
}

/// --gazetteer and --only-shipped.
void add_gazetteers(CLI::App* command, GazetteerChoice& gazetteers);
/// -o and --overwrite.
CLI::Option* add_output(CLI::App* command, std::string& output, bool& overwrite,
                        const std::string& help);

struct PlaceCommands {
    GeocodeCommand geocode;
    ReverseCommand reverse;
    MentionsCommand mentions;
};
/// geocode, reverse and mentions.
void add_place_commands(CLI::App& app, PlaceCommands& commands, bool& overwrite);

struct GazetteerCommands {
    GazetteerBuildCommand build;
    GazetteerAddCommand add;
    GazetteerInfoCommand info;
    GazetteerRemoveCommand remove;
    GazetteerExportCommand exporting;
};
/// gazetteer and what stands behind it.
void add_gazetteer_commands(CLI::App& app, GazetteerCommands& commands, bool& overwrite);
/// The one that was given on the command line.
AnyCommand named_gazetteer_command(const CLI::App& gazetteer, GazetteerCommands& commands);

}  // namespace app
