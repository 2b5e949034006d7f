// toposcope brief: a casebook to a briefing page.
#include <fmt/ostream.h>

#include "app/briefing/briefing.hpp"
#include "app/commands/casebook_input.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/open_places.hpp"
#include "geo/input_file.hpp"

namespace app {
namespace {

geo::Result<Recipe> load_recipe(const std::string& path) {
    if (path.empty())
        return Recipe{};
    const auto file = geo::read_input_file(path);
    if (!file)
        return tl::unexpected(file.error());
    return parse_recipe(file->bytes, file->name);
}

}  // namespace

int run(const BriefCommand& command, CommandContext& context) {
    auto recipe = load_recipe(command.recipe);
    if (!recipe)
        return complain(context, recipe.error().message);
    BriefingOptions options;
    options.output = command.output;
    options.overwrite = command.overwrite;
    options.dpi = command.dpi != 0 ? command.dpi : recipe->dpi;
    options.language = command.language == "fr" ? PageLanguage::fr : PageLanguage::en;
    if (!command.size.empty()) {
        const auto size = parse_page_size(command.size);
        if (!size)
            return complain(context, size.error().message, kWrongArguments);
        options.size = *size;
    }
    const auto casebook = load_for_output(command.casebook, command.output, command.overwrite);
    if (!casebook)
        return complain(context, casebook.error().message);
    keep_reviewed_only(recipe->filter, *casebook, context);
    const auto gazetteer = open_places(context, {});
    if (!gazetteer)
        return complain(context, gazetteer.error().message);
    const auto briefing =
        write_briefing(*casebook, *recipe, *gazetteer, context.share_folder, options);
    if (!briefing)
        return complain(context, briefing.error().message);
    for (const std::string& what : briefing->missing)
        fmt::print(context.err, "{}: {}\n", command.output, what);
    fmt::print(context.err, "{}: written; OCHA's convention would name it {}\n", command.output,
               briefing->standard_name);
    return kDone;
}

}  // namespace app
