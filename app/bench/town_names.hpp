// The main names of towns: what the benchmark asks for, and an index of them alone.
#pragma once

#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "geo/result.hpp"

namespace app {

/// The shown names of all towns, and where they are; the vectors run in step.
struct TownNames {
    std::vector<std::string> names;
    std::vector<geo::LonLat> points;
};

TownNames town_names(const gazetteer::Gazetteer& gazetteer);

/// A table of the towns with id, name, country, admin1, lon, lat, population and the folded name: a
/// source for build_index, and for other programs that are measured beside this one.
geo::Result<void> write_town_table(const gazetteer::Gazetteer& gazetteer, const std::string& path);

}  // namespace app
