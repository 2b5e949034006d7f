// Which country and areas hold a position, and the polygons of areas.
#include "gazetteer/area_shapes.hpp"
#include "gazetteer/open_indexes.hpp"

namespace gazetteer {
namespace {

/// Where no polygon says which second-order area holds a position, the nearest place within this
/// distance does.
constexpr double kSameAdmin2Metres = 15000;
/// At the coast, where polygons are simplified, the nearest place within this distance says the
/// country.
constexpr double kCoastMetres = 3000;

void take_area(const Place& area, Containing& areas) {
    if (area.kind == PlaceKind::country) {
        areas.country = area.country;
        areas.country_name = area.name;
    }
    if (area.kind == PlaceKind::admin1)
        areas.admin1 = area.name;
    if (area.kind == PlaceKind::admin2)
        areas.admin2 = area.name;
    if (area.kind == PlaceKind::admin3)
        areas.admin3 = area.name;
}

}  // namespace

Containing Gazetteer::containing(geo::LonLat at) const {
    Containing areas;
    if (!geo::is_on_earth(at))
        return areas;
    for (std::size_t f = 0; f < m_impl->indexes.file_count(); ++f) {
        const AreaShapes shapes(m_impl->indexes.file(f));
        for (const std::uint32_t local : shapes.holding(at)) {
            if (local >= m_impl->indexes.file(f).place_count())
                continue;
            const PlaceId id = m_impl->indexes.id(f, local);
            take_area(place(id), areas);
            areas.areas.push_back(id);
        }
    }
    std::stable_sort(areas.areas.begin(), areas.areas.end(),
                     [&](PlaceId a, PlaceId b) { return place(a).kind < place(b).kind; });
    const auto towns = nearest(at, 1);
    if (towns.empty())
        return areas;
    const Place town = place(towns.front().first);
    const double metres = towns.front().second;
    if (areas.country.empty() && metres <= kCoastMetres) {
        areas.country = town.country;
        areas.admin1 = town.admin1;
        if (const auto id = country(town.country))
            areas.country_name = place(*id).name;
    }
    if (areas.admin2.empty() && metres <= kSameAdmin2Metres && town.country == areas.country)
        areas.admin2 = town.admin2;
    return areas;
}

geo::MultiPolygon Gazetteer::area(PlaceId id) const {
    const auto [file, local] = m_impl->indexes.local(id);
    return AreaShapes(*file).polygons(local);
}

std::vector<geo::Line> Gazetteer::border(std::string_view iso_a, std::string_view iso_b) const {
    std::vector<geo::Line> lines;
    for (std::size_t f = 0; f < m_impl->indexes.file_count(); ++f) {
        for (auto& line :
             AreaShapes(m_impl->indexes.file(f)).border(pack_country(iso_a), pack_country(iso_b)))
            lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace gazetteer
