// Finds pairs of rows for one place, joins them, and closes the gaps.
#include "gazetteer/place_merging.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "gazetteer/index_rows.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/place_phrase.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon_ops.hpp"

namespace gazetteer {
namespace {

constexpr double kCellDegrees = 0.1;
constexpr double kDisagreeMetres = 5000;
constexpr std::uint32_t kNone = 0xFFFFFFFFU;

enum class Group { settlement, site, water, terrain, admin1, admin2, admin3, none };

Group group_of(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::town:
        case PlaceKind::camp:
            return Group::settlement;
        case PlaceKind::site:
            return Group::site;
        case PlaceKind::water:
            return Group::water;
        case PlaceKind::terrain:
            return Group::terrain;
        case PlaceKind::admin1:
            return Group::admin1;
        case PlaceKind::admin2:
            return Group::admin2;
        case PlaceKind::admin3:
            return Group::admin3;
        default:
            return Group::none;
    }
}

bool is_area(Group group) {
    return group == Group::admin1 || group == Group::admin2 || group == Group::admin3;
}

double area_reach_m(Group group) {
    return group == Group::admin1 ? 60000 : group == Group::admin2 ? 30000 : 15000;
}

std::uint64_t cell_key(Group group, int column, int row) {
    const auto wrapped = static_cast<std::uint64_t>((column + 3600) % 3600);
    return static_cast<std::uint64_t>(group) << 48U | wrapped << 24U |
           static_cast<std::uint64_t>(row);
}

/// Areas of a country stand in one cell: they are few and far apart.
std::uint64_t area_key(Group group, std::uint16_t country) {
    return static_cast<std::uint64_t>(group) << 48U | country;
}

int column_of(geo::LonLat p) {
    return static_cast<int>((p.lon_deg + 180) / kCellDegrees);
}

int line_of(geo::LonLat p) {
    return static_cast<int>((p.lat_deg + 90) / kCellDegrees);
}

/// By latitude alone, and by longitude where the meridians are not close: saves most geodesics.
bool is_surely_far(geo::LonLat a, geo::LonLat b) {
    constexpr double kLeastMetresPerDegree = 110500;
    const double limit = kSameNameMetres / kLeastMetresPerDegree;
    if (std::abs(a.lat_deg - b.lat_deg) > limit)
        return true;
    const double east = std::abs(a.lon_deg - b.lon_deg);
    return std::abs(a.lat_deg) < 60 && east > 2.1 * limit && east < 350;
}

/// Folded names and their sounds.
struct Spellings {
    std::vector<std::string> folded;
    std::vector<std::string> sounds;
};

/// Whether one letter is left out, put in or changed.
bool one_edit_apart(std::string_view a, std::string_view b) {
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b)
        return false;
    std::size_t same = 0;
    while (same < a.size() && a[same] == b[same])
        ++same;
    const std::size_t skip_a = a.size() == b.size() ? 1 : 0;
    return a.substr(same + skip_a) == b.substr(same + 1);
}

template <typename Alike>
bool any_pair(const std::vector<std::string>& a, const std::vector<std::string>& b,
              const Alike& alike) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& x) {
        return std::any_of(b.begin(), b.end(), [&](const std::string& y) { return alike(x, y); });
    });
}

class PlaceMerger {
  public:
    explicit PlaceMerger(IndexBuilder& builder) : m_d(builder.impl()) {}
    std::size_t run(const std::function<void(std::string_view, double)>& progress);

  private:
    struct Partner {
        std::uint32_t row = kNone;
        double cost = 0;  ///< metres, more for names less alike
    };
    bool has_schemes() const;
    void fill_cells();
    geo::LonLat likely_point(std::uint32_t row) const;
    const Spellings& spellings(std::uint32_t row);
    /// How near the two must be; 0 when their names are not alike.
    double reach_m(std::uint32_t a, std::uint32_t b, Group group);
    bool may_be_one(std::uint32_t a, std::uint32_t b) const;
    Partner best_partner(std::uint32_t row, std::uint8_t scheme);
    void consider(std::uint32_t row, std::uint32_t other, Group group, Partner& best);
    void merge(std::uint32_t stays, std::uint32_t goes);
    void join_point(std::uint32_t stays, std::uint32_t goes);
    void remove_merged();

    IndexBuilder::Impl& m_d;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_cells;
    std::unordered_map<std::uint32_t, Spellings> m_spellings;
    std::vector<std::uint32_t> m_into;  ///< the row that a row went into; itself else
};

/// Only one source: nothing can be one place twice.
bool PlaceMerger::has_schemes() const {
    return std::any_of(m_d.rows.begin(), m_d.rows.end(), [&](const IndexRow& row) {
        return row.id_scheme != m_d.rows.front().id_scheme;
    });
}

geo::LonLat PlaceMerger::likely_point(std::uint32_t row) const {
    if (const auto doubt = m_d.doubts.find(row); doubt != m_d.doubts.end() && doubt->second.likely)
        return *doubt->second.likely;
    return {m_d.rows[row].lon * 1e-7, m_d.rows[row].lat * 1e-7};
}

void PlaceMerger::fill_cells() {
    for (std::uint32_t i = 0; i < m_d.rows.size(); ++i) {
        const Group group = group_of(m_d.rows[i].kind);
        if (group == Group::none)
            continue;
        const geo::LonLat p = likely_point(i);
        const auto key = is_area(group) ? area_key(group, m_d.rows[i].country)
                                        : cell_key(group, column_of(p), line_of(p));
        m_cells[key].push_back(i);
    }
}

const Spellings& PlaceMerger::spellings(std::uint32_t row) {
    const auto [found, is_new] = m_spellings.try_emplace(row);
    if (is_new) {
        const bool area = is_area(group_of(m_d.rows[row].kind));
        m_d.for_each_name(m_d.rows[row], [&](const NameLink& name) {
            const std::string_view text = m_d.pool.at(name.text);
            std::string folded = fold_name(area ? parse_place_phrase(text).name : text);
            if (folded.empty())
                return;
            found->second.sounds.push_back(sound_key(folded));
            found->second.folded.push_back(std::move(folded));
        });
    }
    return found->second;
}

double PlaceMerger::reach_m(std::uint32_t a, std::uint32_t b, Group group) {
    const Spellings& x = spellings(a);
    const Spellings& y = spellings(b);
    const auto equal = [](const std::string& s, const std::string& t) { return s == t; };
    if (any_pair(x.folded, y.folded, equal))
        return is_area(group) ? area_reach_m(group) : kSameNameMetres;
    constexpr std::size_t kShortest = 4;
    const auto sounds = [](const std::string& s, const std::string& t) {
        return s == t && s.size() >= kShortest - 1;
    };
    if (any_pair(x.sounds, y.sounds, sounds))
        return is_area(group) ? area_reach_m(group) : kSameSoundMetres;
    const auto edited = [](const std::string& s, const std::string& t) {
        return s.size() > kShortest && t.size() > kShortest && one_edit_apart(s, t);
    };
    if (any_pair(x.folded, y.folded, edited))
        return is_area(group) ? area_reach_m(group) / 2 : kOneEditMetres;
    return 0;
}

bool PlaceMerger::may_be_one(std::uint32_t a, std::uint32_t b) const {
    const IndexRow& x = m_d.rows[a];
    const IndexRow& y = m_d.rows[b];
    return x.id_scheme != y.id_scheme && x.source != y.source &&
           (x.country == y.country || x.country == 0 || y.country == 0);
}

void PlaceMerger::consider(std::uint32_t row, std::uint32_t other, Group group, Partner& best) {
    if (!is_area(group) && is_surely_far(likely_point(row), likely_point(other)))
        return;
    const double metres = geo::distance_m(likely_point(row), likely_point(other));
    const double farthest = is_area(group) ? area_reach_m(group) : kSameNameMetres;
    const auto shape_of = [&](std::uint32_t i) { return m_d.shapes.find(i); };
    const auto inside = [&](std::uint32_t area, std::uint32_t point) {
        const auto shape = shape_of(area);
        return shape != m_d.shapes.end() && geo::contains(shape->second, likely_point(point));
    };
    const bool holds = is_area(group) && (inside(row, other) || inside(other, row));
    if (metres > farthest && !holds)
        return;
    const double reach = reach_m(row, other, group);
    if (reach == 0 || (metres > reach && !holds))
        return;
    // A name that only sounds alike must be nearer to win over the same name.
    const double cost = metres + (kSameNameMetres - std::min(reach, kSameNameMetres));
    if (best.row == kNone || cost < best.cost)
        best = {other, cost};
}

/// Among the rows of another scheme.
PlaceMerger::Partner PlaceMerger::best_partner(std::uint32_t row, std::uint8_t scheme) {
    Partner best;
    const Group group = group_of(m_d.rows[row].kind);
    const auto look = [&](std::uint64_t key) {
        const auto cell = m_cells.find(key);
        if (cell == m_cells.end())
            return;
        for (const std::uint32_t other : cell->second) {
            if (m_d.rows[other].id_scheme == scheme && may_be_one(row, other))
                consider(row, other, group, best);
        }
    };
    if (is_area(group)) {
        look(area_key(group, m_d.rows[row].country));
        return best;
    }
    const geo::LonLat p = likely_point(row);
    const int column = column_of(p);
    const int line = line_of(p);
    // A cell is 11 km high, and as wide at the equator; toward the poles more columns are
    // needed.
    const double shrink = std::max(0.05, std::cos(p.lat_deg * 3.14159265358979 / 180.0));
    const int wide = static_cast<int>(std::ceil(0.5 / shrink));
    for (int r = std::max(0, line - 1); r <= line + 1; ++r) {
        for (int c = column - wide; c <= column + wide; ++c)
            look(cell_key(group, c, r));
    }
    return best;
}

/// The better point stays; the other one is told when it is far.
void PlaceMerger::join_point(std::uint32_t stays, std::uint32_t goes) {
    IndexRow& keeper = m_d.rows[stays];
    const IndexRow& leaver = m_d.rows[goes];
    const auto is_doubtful = [&](std::uint32_t row) {
        const auto doubt = m_d.doubts.find(row);
        return doubt != m_d.doubts.end() && is_point_doubtful(doubt->second.flags);
    };
    const geo::LonLat kept{keeper.lon * 1e-7, keeper.lat * 1e-7};
    const geo::LonLat left{leaver.lon * 1e-7, leaver.lat * 1e-7};
    constexpr std::uint8_t kPreciseDecimals = 4;
    const int keeper_decimals = std::min(keeper.decimals, kPreciseDecimals);
    const int leaver_decimals = std::min(leaver.decimals, kPreciseDecimals);
    const bool keeper_doubtful = is_doubtful(stays);
    const bool leaver_doubtful = is_doubtful(goes);
    const bool moves = keeper_doubtful != leaver_doubtful ? keeper_doubtful
                       : m_d.shapes.contains(stays) == m_d.shapes.contains(goes)
                           ? leaver_decimals > keeper_decimals
                           : m_d.shapes.contains(goes);
    if (moves) {
        keeper.lon = leaver.lon;
        keeper.lat = leaver.lat;
        keeper.decimals = leaver.decimals;
    }
    if (keeper_doubtful && !leaver_doubtful)
        m_d.doubts.erase(stays);
    else if (keeper_doubtful && leaver_doubtful)
        for (const auto& reason : m_d.doubts[goes].reasons)
            m_d.doubts[stays].reasons.push_back(reason);
    const double metres = geo::distance_m(kept, left);
    if (metres <= kDisagreeMetres || keeper.radius_km > 0 || leaver.radius_km > 0)
        return;
    m_d.doubt(stays, Doubt::sources_disagree,
              std::to_string(std::lround(metres / 1000)) + " km away in " +
                  m_d.id_text(m_d.id_of(moves ? keeper : leaver)));
}

void PlaceMerger::merge(std::uint32_t stays, std::uint32_t goes) {
    join_point(stays, goes);
    IndexRow& keeper = m_d.rows[stays];
    const IndexRow& leaver = m_d.rows[goes];
    std::vector<NameLink> links;
    m_d.for_each_name(leaver, [&](const NameLink& name) { links.push_back(name); });
    for (const NameLink& name : links)
        m_d.add_name(keeper, name, false);
    keeper.rank = std::max(keeper.rank, leaver.rank);
    keeper.country = keeper.country != 0 ? keeper.country : leaver.country;
    keeper.population = keeper.population != 0 ? keeper.population : leaver.population;
    keeper.radius_km = keeper.radius_km != 0 ? keeper.radius_km : leaver.radius_km;
    AdminPath path = m_d.paths[keeper.admin_path];
    const AdminPath& other = m_d.paths[leaver.admin_path];
    for (std::size_t level = 0; level < 3; ++level) {
        if (path.names[level] == 0)
            path.names[level] = other.names[level];
        if (path.codes[level] == 0)
            path.codes[level] = other.codes[level];
    }
    if (path != m_d.paths[keeper.admin_path])
        keeper.admin_path = m_d.path_number(path);
    m_d.other_ids.push_back({stays, m_d.id_of(leaver)});
    if (const auto shape = m_d.shapes.find(goes);
        shape != m_d.shapes.end() && !m_d.shapes.contains(stays))
        m_d.shapes[stays] = shape->second;
    if (const auto note = m_d.area_notes.find(goes);
        note != m_d.area_notes.end() && !m_d.area_notes.contains(stays))
        m_d.area_notes[stays] = note->second;
    m_into[goes] = stays;
}

void PlaceMerger::remove_merged() {
    std::vector<std::uint32_t> now(m_d.rows.size());
    std::vector<IndexRow> rows;
    for (std::uint32_t i = 0; i < m_d.rows.size(); ++i) {
        now[i] = static_cast<std::uint32_t>(rows.size());
        if (m_into[i] == i)
            rows.push_back(m_d.rows[i]);
    }
    const auto target = [&](std::uint32_t row) {
        while (m_into[row] != row)
            row = m_into[row];
        return now[row];
    };
    const auto move_keys = [&](auto& by_row) {
        std::remove_reference_t<decltype(by_row)> moved;
        for (auto& [row, value] : by_row) {
            if (m_into[row] == row)
                moved.emplace(now[row], std::move(value));
        }
        by_row = std::move(moved);
    };
    move_keys(m_d.shapes);
    move_keys(m_d.area_notes);
    move_keys(m_d.doubts);
    for (auto& other : m_d.other_ids)
        other.row = target(other.row);
    for (auto& [code, row] : m_d.row_of_area)
        row = target(row);
    m_d.rows = std::move(rows);
    m_d.rebuild_ids();
}

std::size_t PlaceMerger::run(const std::function<void(std::string_view, double)>& progress) {
    if (m_d.rows.empty() || !has_schemes())
        return 0;
    fill_cells();
    m_into.resize(m_d.rows.size());
    for (std::uint32_t i = 0; i < m_into.size(); ++i)
        m_into[i] = i;
    // Later files look for partners among earlier ones, so each pair is looked at once.
    std::size_t merged = 0;
    for (auto row = static_cast<std::uint32_t>(m_d.rows.size()); row-- > 0;) {
        if (progress && row % 65536 == 0)
            progress("merging sources",
                     1 - static_cast<double>(row) / static_cast<double>(m_d.rows.size()));
        if (m_into[row] != row || group_of(m_d.rows[row].kind) == Group::none)
            continue;
        for (std::size_t scheme = 0; scheme < m_d.schemes.size(); ++scheme) {
            if (m_d.rows[row].id_scheme == scheme)
                continue;
            const Partner best = best_partner(row, static_cast<std::uint8_t>(scheme));
            if (best.row == kNone || m_into[best.row] != best.row ||
                m_d.rows[best.row].source > m_d.rows[row].source)
                continue;
            const Partner back = best_partner(best.row, m_d.rows[row].id_scheme);
            if (back.row != row)
                continue;
            merge(row, best.row);
            m_spellings.erase(row);
            ++merged;
        }
    }
    if (merged > 0)
        remove_merged();
    return merged;
}

}  // namespace

std::size_t merge_near_places(IndexBuilder& builder,
                              const std::function<void(std::string_view, double)>& progress) {
    return PlaceMerger(builder).run(progress);
}

}  // namespace gazetteer
