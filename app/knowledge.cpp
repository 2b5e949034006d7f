// Opens the shipped data and the user's gazetteers.
#include "app/knowledge.hpp"

#include <filesystem>

#include "app/user_gazetteers.hpp"

namespace app {
namespace {

/// What to do about a gazetteer that cannot be opened.
geo::Problem left_out(const UserGazetteer& damaged, const std::string& why) {
    const std::string again =
        damaged.is_country ? "toposcope gazetteer add " + damaged.name
                           : "toposcope gazetteer add FILE --name " + damaged.name + " --overwrite";
    // Messages of index files start with their path; it is the place of the problem here.
    const std::string_view said = why;
    const std::string_view what =
        said.starts_with(damaged.path + ": ") ? said.substr(damaged.path.size() + 2) : said;
    return {damaged.path, std::string(what) + "; left out. Make it again with \"" + again +
                              "\", or drop it with \"toposcope gazetteer remove " + damaged.name +
                              "\""};
}

bool same_file(const std::string& a, const std::string& b) {
    std::error_code error;
    return a == b || std::filesystem::equivalent(a, b, error);
}

}  // namespace

std::string shipped_index(const std::string& share_folder) {
    return share_folder + "/gazetteer/world.idx";
}

geo::Loaded<std::vector<std::string>> gazetteer_paths(const std::string& share_folder,
                                                      const GazetteerChoice& choice) {
    geo::Loaded<std::vector<std::string>> paths{{shipped_index(share_folder)}, {}};
    const auto named = [&](const std::string& path) {
        return std::any_of(choice.indexes.begin(), choice.indexes.end(),
                           [&](const std::string& other) { return same_file(path, other); });
    };
    if (!choice.only_shipped) {
        for (const UserGazetteer& own : list_user_gazetteers(user_gazetteer_folder())) {
            if (named(own.path))
                continue;  // stands among the named ones, which are stronger
            if (const auto opened = gazetteer::Gazetteer::open({own.path}); opened)
                paths.value.push_back(own.path);
            else
                paths.problems.push_back(left_out(own, opened.error().message));
        }
    }
    paths.value.insert(paths.value.end(), choice.indexes.begin(), choice.indexes.end());
    return paths;
}

geo::Result<geo::Loaded<gazetteer::Gazetteer>> open_gazetteer(const std::string& share_folder,
                                                              const GazetteerChoice& choice) {
    auto paths = gazetteer_paths(share_folder, choice);
    auto opened = gazetteer::Gazetteer::open(paths.value);
    if (!opened)
        return tl::unexpected(opened.error());
    return geo::Loaded<gazetteer::Gazetteer>{std::move(*opened), std::move(paths.problems)};
}

geo::Result<Knowledge> load_knowledge(const std::string& share_folder,
                                      const GazetteerChoice& choice) {
    auto places = open_gazetteer(share_folder, choice);
    if (!places)
        return tl::unexpected(places.error());
    auto lexicons = events::load_lexicons(share_folder + "/lexicon");
    if (!lexicons)
        return tl::unexpected(lexicons.error());
    return Knowledge{std::move(places->value), std::move(*lexicons), std::move(places->problems)};
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
