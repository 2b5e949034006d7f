// From a name and what is known around it to scored candidates.
#pragma once

#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/open_indexes.hpp"
#include "gazetteer/scoring.hpp"

namespace gazetteer {

/// A candidate with its points, so that a resolver can add hints before the shares are taken.
struct Scored {
    Candidate candidate;
    double points = 0;
    double quality = 1;        ///< name_quality
    NameMatch how;             ///< how the name matched
    bool area_agrees = false;  ///< an area named beside it holds it
};

/// The index files behind a Gazetteer, for those who search with hints of their own.
const OpenIndexes& open_indexes_of(const Gazetteer& gazetteer);

/// Candidates with all hints of the context, best first, scores not yet set.
std::vector<Scored> search_candidates(const Gazetteer& gazetteer, const OpenIndexes& indexes,
                                      std::string_view name, const LookupContext& context);

/// Turns points into scores: the share of each candidate among all and the unknown place, times
/// its quality; entries of several sources for one spot count once. Sorts best first.
void set_scores(std::vector<Scored>& scored);

}  // namespace gazetteer
