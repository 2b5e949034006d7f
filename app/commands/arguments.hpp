// Argument texts to values: positions, boxes, sizes, periods. Each says what it wanted.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "events/day.hpp"
#include "gazetteer/index_builder.hpp"
#include "gazetteer/place.hpp"
#include "geo/lon_lat.hpp"
#include "geo/result.hpp"

namespace app {

geo::Result<double> parse_number(std::string_view text);
/// "LON,LAT" in degrees.
geo::Result<geo::LonLat> parse_lon_lat(std::string_view text);
/// "W,S,E,N" in degrees; W greater than E crosses the 180th meridian.
geo::Result<geo::LonLatBox> parse_box(std::string_view text);
/// "1920x1080", each side 16 to 16384.
geo::Result<std::pair<int, int>> parse_size_px(std::string_view text);
/// "2023-01-01/2023-12-31", or a year or month alone: "2023", "2023-05".
geo::Result<events::DayRange> parse_period(std::string_view text);
/// "ML,NE": ISO 3166-1 alpha-2 codes, upper-cased.
geo::Result<std::vector<std::string>> parse_countries(std::string_view text);

/// A kind of place: its own word (admin2, town, site) or one that texts use (cercle, village,
/// airport, river).
geo::Result<gazetteer::PlaceKind> parse_place_kind(std::string_view text);
/// The same, several between commas.
geo::Result<std::vector<gazetteer::PlaceKind>> parse_place_kinds(std::string_view text);
/// "name=Village,lon=X,lat=Y": which column holds what, for the importers of places.
geo::Result<void> read_columns(std::string_view text, gazetteer::TableColumns& columns);
/// "--country ML" of a table that says no country itself: one code.
geo::Result<std::string> parse_country(std::string_view text);

std::vector<std::string> split(std::string_view text, char separator);

}  // namespace app
