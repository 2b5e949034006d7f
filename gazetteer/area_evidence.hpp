// Areas named beside a place, and whether a candidate lies in them.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "gazetteer/open_indexes.hpp"
#include "gazetteer/place_phrase.hpp"
#include "geo/polygon.hpp"

namespace gazetteer {

/// The strongest thing that says that a place lies in a named area.
enum class AreaFit : std::uint8_t {
    none,         ///< it lies elsewhere
    unknown,      ///< no index knows the area
    label_far,    ///< 200 km from its label or seat, no extent being known
    label_near,   ///< within 80 km
    label_close,  ///< within 30 km
    circle,       ///< in its circle
    polygon,      ///< in its polygon
    path,         ///< the place's own areas name it
};

/// Great-circle distance on a sphere: within 0.5 % of the ellipsoid's, for choosing among many.
double rough_km(geo::LonLat a, geo::LonLat b);

/// One area named beside a place: all its spellings, and where areas of that name lie.
class NamedArea {
  public:
    /// `countries`: where seats without an extent count.
    NamedArea(const Gazetteer& gazetteer, const OpenIndexes& indexes, std::string words,
              const std::vector<std::uint16_t>& countries);

    const std::string& words() const { return m_words; }
    AreaFit fit(PlaceId id);

  private:
    struct Extent {
        PlaceId id{};
        geo::LonLat point;
        double radius_km = 0;
        bool has_polygon = false;
        geo::MultiPolygon part;  ///< of a part of the area; then the polygon is this
    };

    void add_area(PlaceId id, PlaceKind kind, std::optional<Compass> part);
    bool is_in_path(PlaceId id);
    AreaFit fit_extent(const Extent& extent, geo::LonLat at) const;

    const Gazetteer* m_gazetteer;
    const OpenIndexes* m_indexes;
    std::string m_words;
    std::unordered_set<std::string> m_folded;
    std::vector<std::uint16_t> m_countries;
    std::vector<Extent> m_extents;
    std::unordered_map<std::uint64_t, bool> m_path_fits;  ///< by file and path
    bool m_is_part = false;
};

}  // namespace gazetteer
