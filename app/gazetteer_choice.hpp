// Which gazetteers answer.
#pragma once

#include <string>
#include <vector>

namespace app {

/// The shipped gazetteer always answers; then, each stronger than those before it, the country
/// dumps that the user added, the user's own tables, and the index files named here.
struct GazetteerChoice {
    std::vector<std::string> indexes = {};  ///< --gazetteer, in their order
    bool only_shipped = false;  ///< leaves out the user's: results can be repeated elsewhere
};

}  // namespace app
