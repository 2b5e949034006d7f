// The gazetteers that the user has added: index files in one folder of the user's data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/result.hpp"

namespace app {

struct UserGazetteer {
    std::string name;  ///< "ML", "villages": the file's name without .idx
    std::string path;
    bool is_country = false;  ///< a country dump: its name is a country's code
};

/// $XDG_DATA_HOME/toposcope/gazetteers, by default ~/.local/share/toposcope/gazetteers. Empty when
/// the environment names neither folder by an absolute path. Need not exist.
std::string user_gazetteer_folder();

/// Two capital letters: the names that are kept for country dumps.
bool is_country_name(std::string_view name);

/// In the order in which they are opened, the strongest last: country dumps, then the user's own
/// tables, each by name. Regular files whose name is a gazetteer's; empty when there is no folder.
std::vector<UserGazetteer> list_user_gazetteers(const std::string& folder);

/// A gazetteer's name is 1 to 64 letters (a-z, A-Z), digits, "-", "_" and ".", and does not start
/// with "." or "-": it names a file inside the folder whatever is done with it. The names "world"
/// and "shipped" mean the shipped gazetteer.
geo::Result<void> check_gazetteer_name(std::string_view name);

std::string user_gazetteer_path(const std::string& folder, std::string_view name);

/// Makes the folder, for its owner alone, if it is not there.
geo::Result<void> make_user_gazetteer_folder(const std::string& folder);

}  // namespace app
