// Goes through the towns of a gazetteer.
#include "app/bench/town_names.hpp"

#include <fmt/format.h>

#include "gazetteer/name_key.hpp"
#include "geo/output_file.hpp"

namespace app {
namespace {

/// Calls `use` with each populated place that has a name of one line.
void for_each_town(const gazetteer::Gazetteer& gazetteer,
                   const std::function<void(const gazetteer::Place&)>& use) {
    for (std::size_t i = 0; i < gazetteer.size(); ++i) {
        const auto place = gazetteer.place(gazetteer::PlaceId{static_cast<std::uint32_t>(i)});
        if (place.kind == gazetteer::PlaceKind::town && !place.name.empty() &&
            place.name.find_first_of("\t\r\n") == std::string::npos) {
            use(place);
        }
    }
}

}  // namespace

TownNames town_names(const gazetteer::Gazetteer& gazetteer) {
    TownNames towns;
    for_each_town(gazetteer, [&](const gazetteer::Place& place) {
        towns.names.push_back(place.name);
        towns.points.push_back(place.point);
    });
    return towns;
}

geo::Result<void> write_town_table(const gazetteer::Gazetteer& gazetteer, const std::string& path) {
    std::string table = "id\tname\tcountry\tadmin1\tlon\tlat\tpopulation\tfolded\n";
    for_each_town(gazetteer, [&](const gazetteer::Place& place) {
        table +=
            fmt::format("{}\t{}\t{}\t{}\t{:.5f}\t{:.5f}\t{}\t{}\n", place.source_id, place.name,
                        place.country, place.admin1, place.point.lon_deg, place.point.lat_deg,
                        place.population, gazetteer::fold_name(place.name));
    });
    return geo::write_output_file(path, table, geo::Overwrite::allow);
}

}  // namespace app
