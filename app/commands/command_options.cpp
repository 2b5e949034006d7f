// The options that several commands have.
#include "app/commands/command_options.hpp"

namespace app {

void add_gazetteers(CLI::App* command, GazetteerChoice& gazetteers) {
    command
        ->add_option("--gazetteer", gazetteers.indexes,
                     "Add the places of an index file (repeatable; the last one is the strongest)")
        ->type_name("INDEX")
        ->take_all();
    command->add_flag(
        "--only-shipped", gazetteers.only_shipped,
        "Leave out the gazetteers that you have added, so that another computer gives "
        "the same result");
}

CLI::Option* add_output(CLI::App* command, std::string& output, bool& overwrite,
                        const std::string& help) {
    command->add_flag("--overwrite", overwrite, "Replace an existing output file");
    return command->add_option("-o,--output", output, help)->required()->type_name("OUT");
}

}  // namespace app
