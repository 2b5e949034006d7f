// toposcope geocode, reverse and mentions: names to places and back, as JSON Lines.
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/commands/commands.hpp"
#include "app/knowledge.hpp"
#include "app/read_reports.hpp"
#include "events/reading/read_report.hpp"
#include "geo/geodesic.hpp"
#include "geo/input_file.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

/// Seven decimals are a centimetre; more is noise.
double rounded(double degrees) {
    return std::round(degrees * 1e7) / 1e7;
}
double rounded_score(double score) {
    return std::round(score * 1000) / 1000;
}

std::string to_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json to_json(const gazetteer::Place& place) {
    return {{"id", place.source_id},
            {"name", place.name},
            {"country", place.country},
            {"admin1", place.admin1},
            {"admin2", place.admin2},
            {"kind", gazetteer::to_string(place.kind)},
            {"lon", rounded(place.point.lon_deg)},
            {"lat", rounded(place.point.lat_deg)}};
}

void geocode_one(const std::string& name, const GeocodeCommand& command,
                 const gazetteer::Gazetteer& gazetteer, std::ostream& out) {
    gazetteer::LookupContext lookup;
    lookup.countries = command.countries;
    lookup.home_countries = {kCorpusCountry};
    lookup.near = command.near;
    lookup.kind = command.kind;
    lookup.limit = command.limit;
    Json candidates = Json::array();
    for (const gazetteer::Candidate& candidate : gazetteer.find(name, lookup)) {
        Json json = to_json(candidate.place);
        json["score"] = rounded_score(candidate.score);
        json["reasons"] = candidate.reasons;
        candidates.push_back(std::move(json));
    }
    out << to_line({{"name", name}, {"candidates", std::move(candidates)}});
}

}  // namespace

int run(const GeocodeCommand& command, CommandContext& context) {
    const auto gazetteer = open_gazetteer(context.share_folder, command.gazetteers);
    if (!gazetteer)
        return complain(context, gazetteer.error().message);
    if (const auto known = check_countries(*gazetteer, command.countries); !known) {
        return complain(context, known.error().message, kWrongArguments);
    }
    const bool from_input = command.names.empty() || command.names == std::vector<std::string>{"-"};
    if (!from_input) {
        for (const std::string& name : command.names)
            geocode_one(name, command, *gazetteer, context.out);
        return kDone;
    }
    for (std::string line; std::getline(context.in, line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        geocode_one(line, command, *gazetteer, context.out);
    }
    return kDone;
}

int run(const ReverseCommand& command, CommandContext& context) {
    const auto gazetteer = open_gazetteer(context.share_folder, command.gazetteers);
    if (!gazetteer)
        return complain(context, gazetteer.error().message);
    const gazetteer::Containing areas = gazetteer->containing(command.at);
    Json nearest = Json::array();
    for (const auto& [id, metres] : gazetteer->nearest(command.at, command.limit)) {
        Json place = to_json(gazetteer->place(id));
        place["distance_km"] = std::round(metres / 10) / 100;
        nearest.push_back(std::move(place));
    }
    context.out << to_line({{"lon", rounded(command.at.lon_deg)},
                            {"lat", rounded(command.at.lat_deg)},
                            {"country", areas.country},
                            {"country_name", areas.country_name},
                            {"admin1", areas.admin1},
                            {"admin2", areas.admin2},
                            {"nearest", std::move(nearest)}});
    return kDone;
}

int run(const MentionsCommand& command, CommandContext& context) {
    const auto knowledge = load_knowledge(context.share_folder, command.gazetteers);
    if (!knowledge)
        return complain(context, knowledge.error().message);
    if (const auto known = check_countries(knowledge->gazetteer, command.countries); !known) {
        return complain(context, known.error().message, kWrongArguments);
    }
    events::ReadOptions options;
    options.countries = command.countries;
    const auto results = read_reports({command.file}, *knowledge, options, 1);
    if (!results.front())
        return complain(context, results.front().error().message);
    for (const events::PlaceMention& mention : results.front()->mentions) {
        Json line{
            {"start", mention.span.begin}, {"end", mention.span.end}, {"text", mention.words}};
        if (mention.choice) {
            line["id"] = mention.choice->place_id;
            line["name"] = mention.choice->name;
            line["country"] = mention.choice->country;
            line["lon"] = rounded(mention.choice->point.lon_deg);
            line["lat"] = rounded(mention.choice->point.lat_deg);
            line["score"] = rounded_score(mention.choice->score);
        } else {
            for (const char* key : {"id", "name", "country", "lon", "lat", "score"})
                line[key] = nullptr;
        }
        context.out << to_line(line);
    }
    return kDone;
}

}  // namespace app
