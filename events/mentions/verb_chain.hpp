// The auxiliaries and adverbs left of a verb form: who its subject is and whether it happened.
#pragma once

#include <cstddef>
#include <vector>

#include "events/mentions/reading_words.hpp"

namespace events {

/// "have reportedly been", "must not be", "forced to".
struct VerbChain {
    bool passive = false;
    bool perfect = false;
    bool anterior = false;  ///< "had", "having": before what is told
    bool modal = false;
    bool negated = false;
    bool infinitive = false;
    bool implicative = false;  ///< an infinitive that did happen: "forced to flee"
    bool reflexive = false;
    bool singular = false;
    std::size_t first = 0;  ///< the token where the chain begins
};

/// Tokens marked in `in_time` ("May") are no auxiliaries.
VerbChain read_verb_chain(const std::vector<Token>& tokens, const std::vector<bool>& in_time,
                          const ReadingWords& words, std::size_t verb);

}  // namespace events
