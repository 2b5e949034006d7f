// What reading needs to know beforehand: the places and the words.
#pragma once

#include <string>
#include <vector>

#include "app/gazetteer_choice.hpp"
#include "events/language/lexicon.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geo/result.hpp"

namespace app {

/// What the shipped corpus and the curated places are about: where a name that stands alone is
/// looked for first.
inline constexpr const char* kCorpusCountry = "ML";

/// The file of the shipped gazetteer.
std::string shipped_index(const std::string& share_folder);

/// The index files of a choice in the order in which they are opened. One of the user's that cannot
/// be opened (damaged, of an older version) is left out; its problem names it and what to do.
geo::Loaded<std::vector<std::string>> gazetteer_paths(const std::string& share_folder,
                                                      const GazetteerChoice& choice);

/// Opens them together. Fails when the shipped one or one named in the choice cannot be opened.
geo::Result<geo::Loaded<gazetteer::Gazetteer>> open_gazetteer(const std::string& share_folder,
                                                              const GazetteerChoice& choice);

struct Knowledge {
    gazetteer::Gazetteer gazetteer;
    events::Lexicons lexicons;
    std::vector<geo::Problem> problems = {};  ///< gazetteers that were left out
};

geo::Result<Knowledge> load_knowledge(const std::string& share_folder,
                                      const GazetteerChoice& choice);

/// Fails naming the first code that no country of the gazetteer has.
geo::Result<void> check_countries(const gazetteer::Gazetteer& gazetteer,
                                  const std::vector<std::string>& codes);

}  // namespace app
