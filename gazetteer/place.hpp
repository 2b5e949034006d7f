// An entry of the gazetteer: a place, what it is, where it is and who says so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/lon_lat.hpp"

namespace gazetteer {

/// Position of a place within one opened Gazetteer; never stored. `Place::source_id` is stored.
enum class PlaceId : std::uint32_t {};

enum class PlaceKind : std::uint8_t {
    continent_part,  ///< "the Sahel", "West Africa"
    country,
    admin1,
    admin2,
    admin3,
    area,  ///< a part of a country or region: "northern Mali"
    town,  ///< any populated place, from hamlet to capital
    camp,  ///< of refugees or displaced people
    site,  ///< airport, military base, mine, market, bridge
    water,
    terrain,
    other,
};

std::string_view to_string(PlaceKind kind);

struct Place {
    std::string source_id;  ///< "geonames:2449067", "pcode:ML06", "iso:ML", "user:..."; stable
    std::string name;       ///< the name to show
    std::string country;    ///< ISO 3166-1 alpha-2; empty when none
    std::string admin1;     ///< name of the first-order area that holds it, when known
    std::string admin2;
    PlaceKind kind = PlaceKind::other;
    geo::LonLat point;             ///< label point
    double radius_km = 0;          ///< 0 for a settlement; of the circle that holds an area
    std::uint32_t population = 0;  ///< 0 when unknown
    bool is_capital = false;
};

/// A place that a name may mean, with why.
struct Candidate {
    PlaceId id{};
    Place place;
    double score = 0;                  ///< 0 to 1
    std::vector<std::string> reasons;  ///< in words: "same name", "region named: Gao"
};

}  // namespace gazetteer
