// Where the data that the program reads at run time lies.
#pragma once

#include <string>

#include "geo/result.hpp"

namespace app {

/// share/toposcope beside the program (a build folder), or ../share/toposcope (an installation).
/// Holds basemap/, gazetteer/, lexicon/, shaders/, styles/, lang/, seeds/.
geo::Result<std::string> find_share_folder();

}  // namespace app
