// A truth table: names of real sources with the positions that those sources give them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/lon_lat.hpp"
#include "geo/result.hpp"

namespace app {

/// What a source says a name stands for.
enum class TruthClass : std::uint8_t {
    place,    ///< a settlement or spot
    camp,     ///< of refugees
    admin1,   ///< a first-order area; the position is somewhere in it
    admin2,   ///< an area below that
    country,  ///< the position is somewhere in it
};

struct TruthRow {
    std::string name;
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string admin1;   ///< as the source spells it; may be empty
    std::string admin2;
    geo::LonLat at;
    TruthClass what = TruthClass::place;
    std::string table;  ///< the source that the row comes from: "ucdp-car"
    /// Why the source's own position is not to be trusted; empty when nothing speaks against it.
    std::string doubt;
};

/// Reads a CSV with the header name,country,admin1,admin2,lon,lat,class,table,doubt (any order; the
/// last two may be missing). Rows that cannot be read are problems with `file:line`.
geo::Result<geo::Loaded<std::vector<TruthRow>>> read_truth_table(const std::string& path);

}  // namespace app
