// Opens the shipped data.
#include "app/knowledge.hpp"

namespace app {

geo::Result<gazetteer::Gazetteer> open_gazetteer(const std::string& share_folder,
                                                 const std::vector<std::string>& extra_indices) {
    std::vector<std::string> paths{share_folder + "/gazetteer/world.idx"};
    paths.insert(paths.end(), extra_indices.begin(), extra_indices.end());
    return gazetteer::Gazetteer::open(paths);
}

geo::Result<Knowledge> load_knowledge(const std::string& share_folder,
                                      const std::vector<std::string>& extra_indices) {
    auto places = open_gazetteer(share_folder, extra_indices);
    if (!places)
        return tl::unexpected(places.error());
    auto lexicons = events::load_lexicons(share_folder + "/lexicon");
    if (!lexicons)
        return tl::unexpected(lexicons.error());
    return Knowledge{std::move(*places), std::move(*lexicons)};
}

geo::Result<void> check_countries(const gazetteer::Gazetteer& gazetteer,
                                  const std::vector<std::string>& codes) {
    for (const std::string& code : codes) {
        if (!gazetteer.country(code)) {
            return geo::fail("--country: no country has the code " + code +
                             " (ISO 3166-1 alpha-2, such as ML for Mali)");
        }
    }
    return {};
}

}  // namespace app
