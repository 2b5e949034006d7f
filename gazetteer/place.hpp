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

/// Why the point of a place is not to be trusted as it stands: bits of Place::doubt.
enum class Doubt : std::uint16_t {
    none = 0,
    outside_area = 1,       ///< more than 10 km outside the area that its own source states
    wrong_sign = 2,         ///< longitude or latitude fits with the other sign
    swapped = 4,            ///< longitude and latitude fit the other way round
    zero = 8,               ///< longitude 0, latitude 0
    outside_country = 16,   ///< far outside the country that its own source states
    path_contradicts = 32,  ///< the stated areas do not lie in each other
    sources_disagree = 64,  ///< another source puts the place more than 5 km away
};

struct Place {
    std::string source_id;  ///< "geonames:2449067", "pcode:ML06", "iso:ML", "user:..."; stable
    std::string name;       ///< the name to show
    std::string country;    ///< ISO 3166-1 alpha-2; empty when none
    std::string admin1;     ///< name of the first-order area that holds it, when known
    std::string admin2;
    std::string admin3;
    PlaceKind kind = PlaceKind::other;
    geo::LonLat point;             ///< label point
    double radius_km = 0;          ///< 0 for a settlement; of the circle that holds an area
    std::uint32_t population = 0;  ///< 0 when unknown
    bool is_capital = false;
    std::uint16_t doubt = 0;  ///< bits of Doubt; 0 for a point that nothing contradicts
    std::vector<std::string> doubt_reasons;  ///< in words: "10 km outside its own commune: Tessit"
    std::string area_code;  ///< of an area: P-code, ISO 3166-2, HASC; empty when none is known
    std::string vintage;    ///< of an area: the day from which its code and outline hold
};

/// Doubts that make the point itself unlikely, unlike two sources a few kilometres apart.
constexpr bool is_point_doubtful(std::uint16_t doubt) {
    return (doubt & ~static_cast<unsigned>(Doubt::sources_disagree)) != 0;
}

/// A place that a name may mean, with why.
struct Candidate {
    PlaceId id{};
    Place place;
    double score = 0;                  ///< 0 to 1
    std::vector<std::string> reasons;  ///< in words: "same name", "region named: Gao"
    /// Of entries of other sources for the same spot and name, which are no candidates of their own.
    std::vector<std::string> same_spot_ids{};
};

}  // namespace gazetteer
