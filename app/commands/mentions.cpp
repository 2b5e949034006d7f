// toposcope mentions: every place named in a report, as JSON Lines.
#include "app/commands/open_places.hpp"
#include "app/commands/place_json.hpp"
#include "app/read_reports.hpp"
#include "events/reading/read_report.hpp"

namespace app {
namespace {

PlaceJson mention_json(const events::PlaceMention& mention) {
    PlaceJson line{
        {"start", mention.span.begin}, {"end", mention.span.end}, {"text", mention.words}};
    if (mention.choice) {
        line["id"] = mention.choice->place_id;
        line["name"] = mention.choice->name;
        line["country"] = mention.choice->country;
        line["lon"] = rounded_degrees(mention.choice->point.lon_deg);
        line["lat"] = rounded_degrees(mention.choice->point.lat_deg);
        line["score"] = rounded_score(mention.choice->score);
        line["reasons"] = mention.choice->reasons;
    } else {
        for (const char* key : {"id", "name", "country", "lon", "lat", "score"})
            line[key] = nullptr;
    }
    return line;
}

}  // namespace

int run(const MentionsCommand& command, CommandContext& context) {
    const auto knowledge = open_knowledge(context, command.gazetteers);
    if (!knowledge)
        return complain(context, knowledge.error().message);
    if (const auto known = check_countries(knowledge->gazetteer, command.countries); !known)
        return complain(context, known.error().message, kWrongArguments);
    events::ReadOptions options;
    options.countries = command.countries;
    const auto results = read_reports({command.file}, *knowledge, options, 1);
    if (!results.front())
        return complain(context, results.front().error().message);
    for (const events::PlaceMention& mention : results.front()->mentions)
        context.out << to_line(mention_json(mention));
    return kDone;
}

}  // namespace app
