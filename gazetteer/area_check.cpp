// Point in polygon for every row; what is stated against what is found.
#include "gazetteer/area_check.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "gazetteer/area_lookup.hpp"
#include "gazetteer/index_rows.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/place_phrase.hpp"
#include "geo/polygon_distance.hpp"
#include "geo/polygon_ops.hpp"

namespace gazetteer {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;
constexpr std::uint32_t kSeveral = 0xFFFFFFFEU;

struct KnownArea {
    std::uint32_t row = kNone;  ///< none for the outline of a country
    std::size_t level = 0;      ///< 0 for a country
    const geo::MultiPolygon* shape = nullptr;
};

bool is_settled(PlaceKind kind) {
    return kind == PlaceKind::town || kind == PlaceKind::camp || kind == PlaceKind::site;
}

std::size_t level_of(PlaceKind kind) {
    if (kind == PlaceKind::admin1)
        return 1;
    if (kind == PlaceKind::admin2)
        return 2;
    return kind == PlaceKind::admin3 ? 3 : 0;
}

std::string key_of_name(std::string_view name) {
    return fold_name(parse_place_phrase(name).name);
}

/// The areas that a path states, as numbers of known areas.
struct Stated {
    std::uint32_t areas[3] = {kNone, kNone, kNone};
    bool contradicts = false;
};

class AreaChecker {
  public:
    explicit AreaChecker(IndexBuilder::Impl& rows) : m_d(rows), m_areas(known_areas(rows)) {
        name_areas();
    }
    bool has_areas() const { return !m_areas.empty(); }
    /// True when areas were filled in.
    bool check(std::uint32_t row);

  private:
    static std::vector<KnownArea> known_areas(const IndexBuilder::Impl& d);
    static std::vector<const geo::MultiPolygon*> shapes_of(const std::vector<KnownArea>& areas);
    void name_areas();
    std::uint32_t stated_area(const AdminPath& path, std::size_t level, std::uint16_t country);
    const Stated& stated(const IndexRow& row);
    bool fill(IndexRow& row, const Stated& said, const std::uint32_t (&inside)[4]);
    void mark_outside(std::uint32_t row, std::uint32_t area, double limit_m);
    void mark_mirrored(std::uint32_t row, const geo::MultiPolygon& area);
    std::string words_of(const KnownArea& area, std::uint16_t country) const;
    geo::LonLat point(const IndexRow& row) const { return {row.lon * 1e-7, row.lat * 1e-7}; }

    IndexBuilder::Impl& m_d;
    std::vector<KnownArea> m_areas;
    AreaLookup m_lookup{shapes_of(m_areas)};
    std::unordered_map<std::uint32_t, std::uint32_t> m_by_code;  ///< offset of the code in the pool
    std::unordered_map<std::string, std::uint32_t> m_by_name;
    std::unordered_map<std::uint16_t, std::uint32_t> m_country;
    std::unordered_map<std::uint64_t, Stated> m_stated;  ///< by path and country
};

std::vector<KnownArea> AreaChecker::known_areas(const IndexBuilder::Impl& d) {
    std::vector<KnownArea> areas;
    for (const auto& [row, shape] : d.shapes) {
        if (const std::size_t level = level_of(d.rows[row].kind); level > 0 && !shape.empty())
            areas.push_back({row, level, &shape});
    }
    for (const auto& [country, shape] : d.outlines) {
        if (!shape.empty())
            areas.push_back({kNone, 0, &shape});
    }
    return areas;
}

std::vector<const geo::MultiPolygon*> AreaChecker::shapes_of(const std::vector<KnownArea>& areas) {
    std::vector<const geo::MultiPolygon*> shapes;
    for (const KnownArea& area : areas)
        shapes.push_back(area.shape);
    return shapes;
}

std::string name_key(std::size_t level, std::uint16_t country, std::string_view folded) {
    return std::to_string(level) + unpack_country(country) + ":" + std::string(folded);
}

void AreaChecker::name_areas() {
    for (std::uint32_t i = 0; i < m_areas.size(); ++i) {
        const KnownArea& area = m_areas[i];
        if (area.row == kNone)
            continue;
        const IndexRow& row = m_d.rows[area.row];
        if (const auto note = m_d.area_notes.find(area.row);
            note != m_d.area_notes.end() && note->second.code != 0)
            m_by_code.emplace(note->second.code, i);
        m_d.for_each_name(row, [&](const NameLink& name) {
            const std::string key = key_of_name(m_d.pool.at(name.text));
            const auto [found, is_new] =
                m_by_name.try_emplace(name_key(area.level, row.country, key), i);
            if (!is_new && found->second != i)
                found->second = kSeveral;
        });
    }
    auto number = static_cast<std::uint32_t>(m_areas.size() - m_d.outlines.size());
    for (const auto& [country, shape] : m_d.outlines) {
        if (!shape.empty())
            m_country.emplace(country, number++);
    }
}

std::uint32_t AreaChecker::stated_area(const AdminPath& path, std::size_t level,
                                       std::uint16_t country) {
    if (const std::uint32_t code = path.codes[level - 1]; code != 0) {
        if (const auto found = m_by_code.find(code); found != m_by_code.end())
            return found->second;
    }
    if (path.names[level - 1] == 0)
        return kNone;
    const auto found =
        m_by_name.find(name_key(level, country, key_of_name(m_d.pool.at(path.names[level - 1]))));
    return found == m_by_name.end() || found->second == kSeveral ? kNone : found->second;
}

const Stated& AreaChecker::stated(const IndexRow& row) {
    const std::uint64_t key = std::uint64_t{row.admin_path} << 16U | row.country;
    const auto [found, is_new] = m_stated.try_emplace(key);
    Stated& said = found->second;
    if (!is_new)
        return said;
    const AdminPath path = m_d.paths[row.admin_path];
    for (std::size_t level = 1; level <= 3; ++level)
        said.areas[level - 1] = stated_area(path, level, row.country);
    for (std::size_t level = 2; level <= 3; ++level) {
        const std::uint32_t area = said.areas[level - 1];
        if (area == kNone || path.codes[level - 1] == 0)
            continue;
        const AdminPath& own = m_d.paths[m_d.rows[m_areas[area].row].admin_path];
        for (std::size_t above = 0; above + 1 < level; ++above) {
            const bool differs = own.codes[above] != 0 && path.codes[above] != 0 &&
                                 own.codes[above] != path.codes[above];
            said.contradicts = said.contradicts || differs;
        }
    }
    return said;
}

/// A level is filled where nothing stated above it contradicts the polygons.
bool AreaChecker::fill(IndexRow& row, const Stated& said, const std::uint32_t (&inside)[4]) {
    AdminPath path = m_d.paths[row.admin_path];
    bool filled = false;
    for (std::size_t level = 1; level <= 3; ++level) {
        if (inside[level] == kNone)
            continue;
        const IndexRow& area = m_d.rows[m_areas[inside[level]].row];
        if (path.names[level - 1] == 0) {
            path.names[level - 1] = m_d.names[area.first_name].text;
            if (const auto note = m_d.area_notes.find(m_areas[inside[level]].row);
                note != m_d.area_notes.end())
                path.codes[level - 1] = note->second.code;
            filled = true;
        } else if (const auto own = said.areas[level - 1]; own != kNone && own != inside[level]) {
            break;
        }
    }
    if (filled)
        row.admin_path = m_d.path_number(path);
    return filled;
}

std::string AreaChecker::words_of(const KnownArea& area, std::uint16_t country) const {
    static constexpr std::string_view kLevels[] = {"country", "region", "district", "commune"};
    const std::string_view name = area.row == kNone
                                      ? std::string_view()
                                      : m_d.pool.at(m_d.names[m_d.rows[area.row].first_name].text);
    return std::string(kLevels[area.level]) + ": " +
           (area.row == kNone ? unpack_country(country) : std::string(name));
}

/// Whether the point fits its own area when it is mirrored or turned.
void AreaChecker::mark_mirrored(std::uint32_t row, const geo::MultiPolygon& area) {
    const geo::LonLat p = point(m_d.rows[row]);
    struct Guess {
        geo::LonLat point;
        Doubt doubt;
        const char* words;
    };
    const Guess guesses[] = {
        {{-p.lon_deg, p.lat_deg}, Doubt::wrong_sign, "longitude seems to have the wrong sign"},
        {{p.lon_deg, -p.lat_deg}, Doubt::wrong_sign, "latitude seems to have the wrong sign"},
        {{p.lat_deg, p.lon_deg}, Doubt::swapped, "longitude and latitude seem to be swapped"},
        {{-p.lon_deg, -p.lat_deg},
         Doubt::wrong_sign,
         "longitude and latitude seem to have the wrong sign"},
    };
    for (const Guess& guess : guesses) {
        if (!geo::is_on_earth(guess.point) || !geo::contains(area, guess.point))
            continue;
        m_d.doubt(row, guess.doubt, guess.words);
        m_d.doubts[row].likely = guess.point;
        return;
    }
}

void AreaChecker::mark_outside(std::uint32_t row, std::uint32_t area, double limit_m) {
    const KnownArea& own = m_areas[area];
    const double metres = geo::distance_outside_m(*own.shape, point(m_d.rows[row]));
    if (metres <= limit_m)
        return;
    const Doubt flag = own.level == 0 ? Doubt::outside_country : Doubt::outside_area;
    m_d.doubt(row, flag,
              std::to_string(std::lround(metres / 1000)) + " km outside its own " +
                  words_of(own, m_d.rows[row].country));
    // Some mirrored point lies in a large area by chance where the area is near the meridian.
    constexpr double kSurelyFarMetres = 50000;
    if (own.level >= 2 || metres > kSurelyFarMetres)
        mark_mirrored(row, *own.shape);
}

bool AreaChecker::check(std::uint32_t number) {
    IndexRow& row = m_d.rows[number];
    const bool is_area =
        !is_settled(row.kind) && row.kind != PlaceKind::water && row.kind != PlaceKind::terrain;
    if (is_area || row.radius_km > 0)
        return false;
    std::uint32_t inside[4] = {kNone, kNone, kNone, kNone};
    for (const std::uint32_t area : m_lookup.holding(point(row)))
        inside[m_areas[area].level] = area;
    const Stated said = stated(row);
    if (said.contradicts)
        m_d.doubt(number, Doubt::path_contradicts, "the areas it states do not lie in each other");
    std::uint32_t deepest = kNone;
    for (const std::uint32_t area : said.areas)
        deepest = area == kNone ? deepest : area;
    const bool is_far = row.lon == 0 && row.lat == 0;
    if (is_far)
        m_d.doubt(number, Doubt::zero, "longitude 0, latitude 0");
    else if (deepest != kNone && inside[m_areas[deepest].level] != deepest)
        mark_outside(number, deepest, kOutsideAreaMetres);
    const auto country = m_country.find(row.country);
    if (!is_far && country != m_country.end() && is_settled(row.kind) &&
        inside[0] != country->second && !m_d.doubts.contains(number))
        mark_outside(number, country->second, kOutsideCountryMetres);
    const auto doubt = m_d.doubts.find(number);
    if (doubt != m_d.doubts.end() && is_point_doubtful(doubt->second.flags))
        return false;
    return fill(m_d.rows[number], said, inside);
}

}  // namespace

std::size_t check_areas(IndexBuilder& builder,
                        const std::function<void(std::string_view, double)>& progress) {
    IndexBuilder::Impl& d = builder.impl();
    AreaChecker checker(d);
    if (!checker.has_areas())
        return 0;
    std::size_t filled = 0;
    for (std::uint32_t row = 0; row < d.rows.size(); ++row) {
        if (progress && row % 65536 == 0)
            progress("checking areas",
                     static_cast<double>(row) / static_cast<double>(d.rows.size()));
        filled += checker.check(row) ? 1 : 0;
    }
    return filled;
}

}  // namespace gazetteer
