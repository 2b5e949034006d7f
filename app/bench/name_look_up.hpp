// The questions about names in the form that is measured: ids out, nothing put into words.
#pragma once

#include <vector>

#include "gazetteer/gazetteer.hpp"

namespace app {

using PlaceIds = std::vector<gazetteer::PlaceId>;

inline void take_ids(const std::vector<gazetteer::Candidate>& candidates, PlaceIds& ids) {
    for (const auto& candidate : candidates)
        ids.push_back(candidate.id);
}

/// Every place with exactly this name.
inline void look_up(const gazetteer::Gazetteer& gazetteer, std::string_view name, PlaceIds& ids) {
    gazetteer::LookupContext context;
    context.tolerant = false;
    ids.clear();
    take_ids(gazetteer.find(name, context), ids);
}

inline void complete(const gazetteer::Gazetteer& gazetteer, std::string_view prefix,
                     std::size_t limit, PlaceIds& ids) {
    gazetteer::LookupContext context;
    context.limit = limit;
    ids.clear();
    for (const auto& completion : gazetteer.complete(prefix, context))
        ids.push_back(completion.id);
}

/// The places whose names differ least, best first.
inline void look_alike(const gazetteer::Gazetteer& gazetteer, std::string_view name, int max_edits,
                       std::size_t limit, PlaceIds& ids) {
    gazetteer::LookupContext context;
    context.limit = limit;
    context.tolerant = max_edits > 0;
    ids.clear();
    take_ids(gazetteer.find(name, context), ids);
}

}  // namespace app
