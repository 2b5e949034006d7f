// The subcommands. Each prints its result, says what went wrong on `err` and returns the exit code:
// 0 done, 1 failed, 2 wrong arguments.
#pragma once

#include <istream>
#include <ostream>
#include <string>

#include "app/commands/command_line.hpp"

namespace app {

struct CommandContext {
    std::string share_folder;
    bool verbose = false;
    bool json = false;
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
};

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kWrongArguments = 2;

int run(const ReadCommand& command, CommandContext& context);
int run(const GeocodeCommand& command, CommandContext& context);
int run(const ReverseCommand& command, CommandContext& context);
int run(const MentionsCommand& command, CommandContext& context);
int run(const ExportCommand& command, CommandContext& context);
int run(const BriefCommand& command, CommandContext& context);
int run(const ShotCommand& command, CommandContext& context);    // in app_render
int run(const WindowCommand& command, CommandContext& context);  // in app_render
int run(const EditCommand& command, CommandContext& context);
int run(const VerifyCommand& command, CommandContext& context);
int run(const GazetteerBuildCommand& command, CommandContext& context);
int run(const GazetteerAddCommand& command, CommandContext& context);
int run(const GazetteerInfoCommand& command, CommandContext& context);
int run(const GazetteerRemoveCommand& command, CommandContext& context);
int run(const GazetteerExportCommand& command, CommandContext& context);
int run(const BenchCommand& command, CommandContext& context);

/// Whether the command has to fetch something from an address that it names: all others run without
/// a network. One that does closes it for itself as soon as the transfer has a process of its own.
bool opens_network(const AnyCommand& command);

/// "toposcope: message" on err; returns `code`.
int complain(CommandContext& context, const std::string& message, int code = kFailed);

}  // namespace app
