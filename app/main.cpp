// The program: closes the doors, finds its data, runs a command or opens the window.
#include <exception>
#include <iostream>

#include "app/commands/command_line.hpp"
#include "app/commands/commands.hpp"
#include "app/sandbox.hpp"
#include "app/share_folder.hpp"

namespace {

int run_program(int argc, char** argv) {
    const auto parsed = app::parse_command_line(argc, argv);
    if (const int* code = std::get_if<int>(&parsed))
        return *code;
    const auto& line = std::get<app::CommandLine>(parsed);
    if (!app::opens_network(line.command)) {
        if (const auto closed = app::refuse_network(); !closed) {
            std::cerr << "toposcope: " << closed.error().message << '\n';
            return app::kFailed;
        }
    }
    const auto share = app::find_share_folder();
    if (!share) {
        std::cerr << "toposcope: " << share.error().message << '\n';
        return app::kFailed;
    }
    app::CommandContext context{*share, line.verbose, line.json, std::cin, std::cout, std::cerr};
    const int code = std::visit(
        [&context](const auto& command) { return app::run(command, context); }, line.command);
    std::cout.flush();
    if (!std::cout) {
        std::cerr << "toposcope: standard output could not be written\n";
        return app::kFailed;
    }
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    app::keep_traces_private();
    app::turn_write_signals_into_errors();
    app::scrub_environment();
    try {
        return run_program(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "toposcope: cannot continue: " << error.what() << '\n';
        return app::kFailed;
    }
}
