// toposcope geocode: place names to ranked candidates, as JSON Lines or as columns of a table.
#include "app/commands/geocode_table.hpp"
#include "app/commands/open_places.hpp"
#include "app/commands/place_json.hpp"

namespace app {
namespace {

void geocode_one(const std::string& name, const gazetteer::LookupContext& lookup,
                 const gazetteer::Gazetteer& gazetteer, std::ostream& out) {
    PlaceJson candidates = PlaceJson::array();
    for (const gazetteer::Candidate& candidate : gazetteer.find(name, lookup)) {
        PlaceJson json = to_json(gazetteer, candidate.id, candidate.place);
        for (const auto& id : candidate.same_spot_ids)
            json["other_ids"].push_back(id);
        json["score"] = rounded_score(candidate.score);
        json["reasons"] = candidate.reasons;
        candidates.push_back(std::move(json));
    }
    out << to_line({{"name", name}, {"candidates", std::move(candidates)}});
}

gazetteer::LookupContext lookup_of(const GeocodeCommand& command) {
    gazetteer::LookupContext lookup;
    lookup.countries = command.countries;
    lookup.home_countries = {kCorpusCountry};
    lookup.only_these_countries = command.only;
    lookup.admin_names = command.admin_names;
    lookup.near = command.near;
    lookup.kind = command.kind;
    lookup.tolerant = !command.exact;
    lookup.limit = command.limit;
    return lookup;
}

}  // namespace

int run(const GeocodeCommand& command, CommandContext& context) {
    const auto gazetteer = open_places(context, command.gazetteers);
    if (!gazetteer)
        return complain(context, gazetteer.error().message);
    if (const auto known = check_countries(*gazetteer, command.countries); !known)
        return complain(context, known.error().message, kWrongArguments);
    const gazetteer::LookupContext lookup = lookup_of(command);
    if (!command.table.input.empty())
        return geocode_table(command.table, lookup, *gazetteer, context);
    const bool from_input = command.names.empty() || command.names == std::vector<std::string>{"-"};
    if (!from_input) {
        for (const std::string& name : command.names)
            geocode_one(name, lookup, *gazetteer, context.out);
        return kDone;
    }
    for (std::string line; std::getline(context.in, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        if (line.find_first_not_of(" \t") == std::string::npos)
            continue;
        geocode_one(line, lookup, *gazetteer, context.out);
    }
    return kDone;
}

}  // namespace app
