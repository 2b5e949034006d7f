// The shipped base map: land, water, borders and areas of the world at three scales.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/lon_lat.hpp"
#include "geo/polygon.hpp"
#include "geo/result.hpp"

namespace geo {

/// Natural Earth's 1:10m, and two scales thinned from it, so that lines do not jump when zooming.
enum class BaseScale : std::uint8_t { world, continent, country };

enum class BaseLayer : std::uint8_t {
    land,             ///< areas with triangles; cut along a grid, so that pieces can be left out
    coast,            ///< lines: the shores of `land`, without the cuts of the grid
    lake,             ///< areas with triangles; rank 1 (largest) to 4
    river,            ///< lines; rank 1 (largest) to 6
    country,          ///< areas with info
    country_border,   ///< lines between two countries that agree on them; info says which
    disputed_border,  ///< lines to draw dashed; info when the two sides are known
    admin1,           ///< areas with info; scale `country` only
    admin1_border,  ///< lines inside countries; scales `continent` (large countries) and `country`
};

/// Which country or area a feature is, or which two it lies between.
struct BaseInfo {
    std::string id;       ///< "ML", "ML-7" (ISO 3166-2), "ML|NE" for a border; empty when unknown
    std::string country;  ///< ISO 3166-1 alpha-2; empty for areas that have none
    std::string name_en, name_fr, name_local;
    std::string name_ar;                  ///< countries only
    LonLat label;                         ///< inside the area, where a label fits best
    double area_km2 = 0;                  ///< 0 for lines
    std::vector<std::string> neighbours;  ///< countries: ISO codes of those it shares a border with
};

/// One ring or line: positions[first] to positions[first + count - 1]. Rings are not closed.
struct BasePart {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    bool is_hole = false;  ///< a hole of the last ring before it that is none
};

struct BaseFeature {
    LonLatBox box;  ///< never crosses the date line: features are cut there
    std::uint32_t first_part = 0;
    std::uint32_t part_count = 0;
    std::uint32_t first_triangle = 0;  ///< in triangles: 3 * first_triangle
    std::uint32_t triangle_count = 0;
    std::uint8_t rank = 0;   ///< 1 is drawn first when zooming in; 0 has no rank
    std::int32_t info = -1;  ///< in infos; -1 for none
};

/// One layer at one scale, in flat arrays that can go to the GPU as they are once projected.
struct BaseLayerData {
    std::vector<BaseFeature> features;
    std::vector<BasePart> parts;
    std::vector<LonLat> positions;
    std::vector<std::uint32_t> triangles;  ///< indices into positions; land and lake only
    std::vector<BaseInfo> infos;

    std::span<const LonLat> part(std::size_t index) const {
        return std::span(positions).subspan(parts[index].first, parts[index].count);
    }
    std::span<const BasePart> parts_of(const BaseFeature& feature) const {
        return std::span(parts).subspan(feature.first_part, feature.part_count);
    }
    std::span<const std::uint32_t> triangles_of(const BaseFeature& feature) const {
        return std::span(triangles).subspan(std::size_t{3} * feature.first_triangle,
                                            std::size_t{3} * feature.triangle_count);
    }
    /// The areas of a feature as values (copies).
    MultiPolygon polygons(const BaseFeature& feature) const;
    /// Features whose box overlaps the given one, which may cross the date line.
    std::vector<std::uint32_t> visible(const LonLatBox& box) const;
};

/// The opened base map. Immutable; may be used from several threads at once.
class BaseMap {
  public:
    /// Reads share/toposcope/basemap (the folder itself is given). Nothing is decoded yet.
    static Result<BaseMap> open(const std::string& folder);

    BaseMap(BaseMap&&) noexcept;
    BaseMap& operator=(BaseMap&&) noexcept;
    ~BaseMap();

    /// Decoded at the first call and kept (all of scale `world`: under 5 ms; of `continent`: under
    /// 50 ms). Empty where the base map has no such layer at that scale. The reference stays good
    /// for the life of the BaseMap.
    const BaseLayerData& layer(BaseLayer layer, BaseScale scale) const;

    /// Sources and licences, one a line, for the map's margin and the about box.
    const std::string& attribution() const;

  private:
    struct Impl;
    explicit BaseMap(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The scale whose detail fits a view: `world` above 12 km of ground per pixel, `continent` above
/// 1.5 km, else `country`.
BaseScale base_scale_for(double ground_metres_per_px);

/// "land", "coast", ... as in the files of the base map.
std::string_view to_string(BaseLayer layer);

}  // namespace geo
