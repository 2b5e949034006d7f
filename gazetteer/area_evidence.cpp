// Finds the areas that words name, and compares places with their paths, polygons and labels.
#include "gazetteer/area_evidence.hpp"

#include <algorithm>
#include <cmath>

#include "gazetteer/area_shapes.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/resolver.hpp"
#include "geo/polygon_ops.hpp"

namespace gazetteer {
namespace {

constexpr double kCloseKm = 30;
constexpr double kNearKm = 80;
constexpr double kFarKm = 200;

bool is_division(PlaceKind kind) {
    return kind == PlaceKind::admin1 || kind == PlaceKind::admin2 || kind == PlaceKind::admin3 ||
           kind == PlaceKind::area;
}

std::string core_of(std::string_view name) {
    return fold_name(parse_place_phrase(name).name);
}

}  // namespace

double rough_km(geo::LonLat a, geo::LonLat b) {
    constexpr double kRadians = 3.14159265358979323846 / 180.0;
    constexpr double kDiameterKm = 12742.0176;
    const double up = std::sin((b.lat_deg - a.lat_deg) * kRadians / 2);
    const double across = std::sin((b.lon_deg - a.lon_deg) * kRadians / 2);
    const double half =
        up * up + std::cos(a.lat_deg * kRadians) * std::cos(b.lat_deg * kRadians) * across * across;
    return kDiameterKm * std::asin(std::sqrt(std::min(1.0, half)));
}

NamedArea::NamedArea(const Gazetteer& gazetteer, const OpenIndexes& indexes, std::string words,
                     const std::vector<std::uint16_t>& countries)
    : m_gazetteer(&gazetteer), m_indexes(&indexes), m_words(std::move(words)) {
    const PlacePhrase phrase = parse_place_phrase(m_words);
    const std::string folded = fold_name(phrase.name);
    m_folded.insert(folded);
    m_is_part = phrase.part.has_value();
    if (const auto code = gazetteer.country_code(phrase.name); code && !m_is_part)
        m_countries.push_back(pack_country(*code));
    std::vector<PlaceId> seats;
    for (std::size_t f = 0; f < indexes.file_count(); ++f) {
        const NameIndex index(indexes.file(f));
        const auto key = index.find(folded);
        if (!key)
            continue;
        for (const std::uint32_t posting : index.postings(*key)) {
            const std::uint32_t local = posting & ~kAlternateBit;
            if (local >= indexes.file(f).place_count())
                continue;
            const PlaceId id = indexes.id(f, local);
            const auto kind = indexes.kind(id);
            if (is_division(kind) || (kind == PlaceKind::country && m_is_part))
                add_area(id, kind, phrase.part);
            else if (kind == PlaceKind::town && std::find(countries.begin(), countries.end(),
                                                          indexes.country(id)) != countries.end())
                seats.push_back(id);
        }
    }
    if (m_extents.empty()) {
        for (const PlaceId seat : seats)
            m_extents.push_back({seat, indexes.point(seat), 0, false, {}});
    }
}

void NamedArea::add_area(PlaceId id, PlaceKind kind, std::optional<Compass> part) {
    Extent extent;
    extent.id = id;
    if (part) {
        RelativePlace relative = part_of(*m_gazetteer, id, *part);
        extent.point = relative.point;
        extent.radius_km = relative.radius_km;
        extent.has_polygon = !relative.area.empty();
        extent.part = std::move(relative.area);
    } else {
        const auto [file, local] = m_indexes->local(id);
        extent.point = m_indexes->point(id);
        extent.radius_km = file->value<std::uint16_t>(Section::radius, local);
        extent.has_polygon = AreaShapes(*file).has(local);
    }
    m_extents.push_back(std::move(extent));
    if (kind == PlaceKind::country)
        return;
    for (const auto& name : m_indexes->names(id))
        m_folded.insert(core_of(name));
}

bool NamedArea::is_in_path(PlaceId id) {
    const auto [file, local] = m_indexes->local(id);
    const auto path = file->value<std::uint32_t>(Section::admin_path, local);
    const auto first_of_file = static_cast<std::uint64_t>(static_cast<std::uint32_t>(id) - local);
    const auto [known, is_new] = m_path_fits.try_emplace(first_of_file << 32U | path, false);
    if (!is_new)
        return known->second;
    const auto record = file->value<AdminPathRecord>(Section::admin_paths, path);
    for (const auto offset : {record.admin1, record.admin2, record.admin3}) {
        const auto name = file->string_at(offset);
        if (!name.empty() && m_folded.contains(core_of(name)))
            known->second = true;
    }
    return known->second;
}

AreaFit NamedArea::fit_extent(const Extent& extent, geo::LonLat at) const {
    if (extent.has_polygon) {
        if (!extent.part.empty())
            return geo::contains(extent.part, at) ? AreaFit::polygon : AreaFit::none;
        const auto [file, local] = m_indexes->local(extent.id);
        return AreaShapes(*file).holds(local, at) ? AreaFit::polygon : AreaFit::none;
    }
    const double km = rough_km(extent.point, at);
    if (extent.radius_km > 0)
        return km <= extent.radius_km ? AreaFit::circle : AreaFit::none;
    if (km <= kCloseKm)
        return AreaFit::label_close;
    if (km <= kNearKm)
        return AreaFit::label_near;
    return km <= kFarKm ? AreaFit::label_far : AreaFit::none;
}

AreaFit NamedArea::fit(PlaceId id) {
    const std::uint16_t country = m_indexes->country(id);
    if (std::find(m_countries.begin(), m_countries.end(), country) != m_countries.end())
        return AreaFit::path;
    if (!m_is_part && is_in_path(id))
        return AreaFit::path;
    if (m_extents.empty() && m_countries.empty())
        return AreaFit::unknown;
    AreaFit best = AreaFit::none;
    const geo::LonLat at = m_indexes->point(id);
    for (const Extent& extent : m_extents)
        best = std::max(best, fit_extent(extent, at));
    return best;
}

}  // namespace gazetteer
