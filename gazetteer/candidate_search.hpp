// From a name and what is known around it to scored candidates.
#pragma once

#include <array>
#include <string>
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
    double unknown_points = 0;  ///< of "a place that is in no index": the same for all of a search
    NameMatch how;              ///< how the name matched
    bool area_agrees = false;   ///< an area named beside it holds it
};

/// The index files behind a Gazetteer, for those who search with hints of their own.
const OpenIndexes& open_indexes_of(const Gazetteer& gazetteer);

/// The best candidates (at most 40) with all hints of the context, best first, scores set by the
/// context alone.
std::vector<Scored> search_candidates(const Gazetteer& gazetteer, const OpenIndexes& indexes,
                                      std::string_view name, const LookupContext& context);

/// Turns points into scores: the share of each candidate among all and the unknown place; entries
/// of several sources for one spot count once. Sorts best first.
void set_scores(std::vector<Scored>& scored);

/// Gazetteer::find: places and reasons are made for the kept candidates alone.
std::vector<Candidate> find_candidates(const Gazetteer& gazetteer, const OpenIndexes& indexes,
                                       std::string_view name, const LookupContext& context);

/// The signs found on each place whose name matches, for fitting their weights.
struct SignedMatch {
    PlaceId id{};
    std::array<float, kSignCount> signs{};
    std::size_t spot = 0;  ///< entries for one spot share a number
};
struct SignedSearch {
    std::vector<SignedMatch> matches;  ///< at most 40, the best by the present weights
    std::array<float, kSignCount> unknown{};
};
SignedSearch search_signs(const Gazetteer& gazetteer, std::string_view name,
                          const LookupContext& context);

}  // namespace gazetteer
