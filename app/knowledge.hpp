// What reading needs to know beforehand: the places and the words.
#pragma once

#include <string>
#include <vector>

#include "events/language/lexicon.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geo/result.hpp"

namespace app {

/// What the shipped corpus and the curated places are about: where a name that stands alone is
/// looked for first.
inline constexpr const char* kCorpusCountry = "ML";

struct Knowledge {
    gazetteer::Gazetteer gazetteer;
    events::Lexicons lexicons;
};

/// The shipped gazetteer with the user's indices after it.
geo::Result<gazetteer::Gazetteer> open_gazetteer(const std::string& share_folder,
                                                 const std::vector<std::string>& extra_indices);

geo::Result<Knowledge> load_knowledge(const std::string& share_folder,
                                      const std::vector<std::string>& extra_indices);

/// Fails naming the first code that no country of the gazetteer has.
geo::Result<void> check_countries(const gazetteer::Gazetteer& gazetteer,
                                  const std::vector<std::string>& codes);

}  // namespace app
