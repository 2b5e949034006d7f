// The one way in which a command says that it failed.
#include "app/commands/commands.hpp"

namespace app {

int complain(CommandContext& context, const std::string& message, int code) {
    context.err << "toposcope: " << message << '\n';
    return code;
}

}  // namespace app
