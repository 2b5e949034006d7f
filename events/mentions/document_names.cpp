// Looks names up and keeps the answers for the document.
#include "events/mentions/document_names.hpp"

namespace events {

const NameFacts& DocumentNames::look_up(const std::string& name,
                                        const gazetteer::Gazetteer& gazetteer) {
    const auto found = facts.find(name);
    if (found != facts.end())
        return found->second;
    NameFacts result;
    // "Malian" may be one of the names that a source gives the country.
    result.known = gazetteer.has_name(name) && !gazetteer.is_demonym(name);
    if (result.known) {
        gazetteer::LookupContext context;
        context.tolerant = false;
        context.limit = 4;
        bool first = true;
        for (const gazetteer::Candidate& candidate : gazetteer.find(name, context)) {
            const gazetteer::PlaceKind kind = candidate.place.kind;
            result.country = result.country || kind == gazetteer::PlaceKind::country;
            result.capital = result.capital || candidate.place.is_capital;
            if (first) {
                result.continent = kind == gazetteer::PlaceKind::continent_part;
                result.admin =
                    kind == gazetteer::PlaceKind::admin1 || kind == gazetteer::PlaceKind::admin2;
            }
            result.population = std::max(result.population, candidate.place.population);
            first = false;
        }
    }
    return facts.emplace(name, result).first->second;
}

}  // namespace events
