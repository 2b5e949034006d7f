// A packed Hilbert R-tree, and exact great-circle distances from a point to a box of degrees.
#include "geo/spatial_index.hpp"

#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <queue>

namespace geo {
namespace {

constexpr std::size_t kNodeSize = 16;
constexpr double kSphereRadiusM = 6371008.8;  // mean radius, IUGG

constexpr double radians(double deg) {
    return deg * std::numbers::pi / 180;
}

/// Position along a Hilbert curve through a 65536 x 65536 grid (the loop of Wikipedia's xy2d).
std::uint64_t hilbert_position(std::uint32_t x, std::uint32_t y) {
    std::uint64_t d = 0;
    for (std::uint32_t side = 1U << 15; side > 0; side >>= 1) {
        const std::uint32_t rx = (x & side) != 0 ? 1 : 0;
        const std::uint32_t ry = (y & side) != 0 ? 1 : 0;
        d += static_cast<std::uint64_t>(side) * side * ((3 * rx) ^ ry);
        if (ry == 0) {
            if (rx == 1) {
                x = 65535 - x;
                y = 65535 - y;
            }
            std::swap(x, y);
        }
    }
    return d;
}

std::uint32_t grid_step(double value, double low, double high) {
    const double t = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return static_cast<std::uint32_t>(t * 65535);
}

float round_down(double value) {
    return std::nextafter(static_cast<float>(value), -std::numeric_limits<float>::infinity());
}
float round_up(double value) {
    return std::nextafter(static_cast<float>(value), std::numeric_limits<float>::infinity());
}

double central_angle(double lat_a, double lat_b, double dlon) {
    const double s = std::sin((lat_b - lat_a) / 2);
    const double t = std::sin(dlon / 2);
    const double h = s * s + std::cos(lat_a) * std::cos(lat_b) * t * t;
    return 2 * std::asin(std::min(1.0, std::sqrt(h)));
}

/// From a position to the nearest point of a piece of a meridian (all in radians).
double angle_to_meridian(double lat, double dlon, double south, double north) {
    double best = std::min(central_angle(lat, south, dlon), central_angle(lat, north, dlon));
    if (std::cos(dlon) > 0) {  // else the nearest point of the whole meridian is over the pole
        const double foot = std::atan2(std::tan(lat), std::cos(dlon));
        if (foot > south && foot < north)
            best = std::min(best, central_angle(lat, foot, dlon));
    }
    return best;
}

double distance_to_box_m(LonLat p, double west, double south, double east, double north) {
    double to_west = std::fmod(west - p.lon_deg, 360.0);  // in [0, 360): eastward from p
    if (to_west < 0)
        to_west += 360;
    const double width = east >= west ? east - west : east - west + 360;
    const bool same_longitudes = to_west == 0 || to_west + width >= 360;
    if (same_longitudes) {
        const double gap = std::max({south - p.lat_deg, p.lat_deg - north, 0.0});
        return radians(gap) * kSphereRadiusM;
    }
    const double to_east = 360 - to_west - width;  // westward from p
    const double lat = radians(p.lat_deg);
    const double nearest =
        std::min(angle_to_meridian(lat, radians(to_west), radians(south), radians(north)),
                 angle_to_meridian(lat, radians(to_east), radians(south), radians(north)));
    return nearest * kSphereRadiusM;
}

/// A box that crosses the date line is kept in the tree as the whole width.
LonLatBox plain(const LonLatBox& box) {
    return crosses_date_line(box) ? LonLatBox{-180, box.south_deg, 180, box.north_deg} : box;
}

bool longitudes_meet(const LonLatBox& a, const LonLatBox& b) {
    if (crosses_date_line(a) && crosses_date_line(b))
        return true;
    if (crosses_date_line(a))
        return b.east_deg >= a.west_deg || b.west_deg <= a.east_deg;
    if (crosses_date_line(b))
        return a.east_deg >= b.west_deg || a.west_deg <= b.east_deg;
    return a.west_deg <= b.east_deg && b.west_deg <= a.east_deg;
}

bool overlap(const LonLatBox& a, const LonLatBox& b) {
    return a.south_deg <= b.north_deg && b.south_deg <= a.north_deg && longitudes_meet(a, b);
}

std::vector<LonLatBox> boxes_of(std::span<const LonLat> points) {
    std::vector<LonLatBox> boxes;
    boxes.reserve(points.size());
    for (const LonLat p : points)
        boxes.push_back({p.lon_deg, p.lat_deg, p.lon_deg, p.lat_deg});
    return boxes;
}

}  // namespace

SpatialIndex::SpatialIndex(std::span<const LonLat> points) : SpatialIndex(boxes_of(points)) {}

SpatialIndex::SpatialIndex(std::span<const LonLatBox> boxes)
    : m_item_count(boxes.size()), m_boxes(boxes.begin(), boxes.end()), m_order(boxes.size()) {
    std::vector<std::uint64_t> places(m_item_count);
    for (std::size_t i = 0; i < m_item_count; ++i) {
        const LonLatBox box = plain(m_boxes[i]);
        places[i] = hilbert_position(grid_step((box.west_deg + box.east_deg) / 2, -180, 180),
                                     grid_step((box.south_deg + box.north_deg) / 2, -90, 90));
    }
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::stable_sort(m_order.begin(), m_order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return places[a] < places[b]; });
    std::vector<Node> level;
    for (const std::uint32_t item : m_order) {
        const LonLatBox box = plain(m_boxes[item]);
        level.push_back({round_down(box.west_deg), round_down(box.south_deg),
                         round_up(box.east_deg), round_up(box.north_deg)});
    }
    while (!level.empty()) {
        m_nodes.insert(m_nodes.end(), level.begin(), level.end());
        m_level_starts.push_back(m_nodes.size());
        if (level.size() == 1)
            break;
        std::vector<Node> parents;
        for (std::size_t i = 0; i < level.size(); ++i) {
            if (i % kNodeSize == 0)
                parents.push_back(level[i]);
            Node& parent = parents.back();
            parent.west = std::min(parent.west, level[i].west);
            parent.south = std::min(parent.south, level[i].south);
            parent.east = std::max(parent.east, level[i].east);
            parent.north = std::max(parent.north, level[i].north);
        }
        level = std::move(parents);
    }
}

std::vector<std::uint32_t> SpatialIndex::overlapping(const LonLatBox& box) const {
    std::vector<std::uint32_t> found;
    if (m_item_count == 0)
        return found;
    struct Open {
        std::size_t level, index;
    };
    std::vector<Open> open{{m_level_starts.size() - 1, 0}};
    while (!open.empty()) {
        const auto [level, index] = open.back();
        open.pop_back();
        const std::size_t start = level == 0 ? 0 : m_level_starts[level - 1];
        const Node& node = m_nodes[start + index];
        if (!overlap({node.west, node.south, node.east, node.north}, box))
            continue;
        if (level == 0) {
            if (overlap(m_boxes[m_order[index]], box))
                found.push_back(m_order[index]);
            continue;
        }
        const std::size_t below =
            m_level_starts[level - 1] - (level == 1 ? 0 : m_level_starts[level - 2]);
        const std::size_t end = std::min(below, (index + 1) * kNodeSize);
        for (std::size_t child = index * kNodeSize; child < end; ++child) {
            open.push_back({level - 1, child});
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> SpatialIndex::holding(LonLat p) const {
    return overlapping({p.lon_deg, p.lat_deg, p.lon_deg, p.lat_deg});
}

std::vector<Neighbour> SpatialIndex::nearest(LonLat at, std::size_t count,
                                             double max_distance_m) const {
    std::vector<Neighbour> found;
    if (m_item_count == 0 || count == 0)
        return found;
    struct Open {
        double distance_m;
        std::size_t level;  ///< kItem for an item, whose distance is exact
        std::size_t index;
        bool operator<(const Open& other) const { return distance_m > other.distance_m; }
    };
    constexpr std::size_t kItem = std::numeric_limits<std::size_t>::max();
    std::priority_queue<Open> open;
    open.push({0, m_level_starts.size() - 1, 0});
    while (!open.empty() && found.size() < count) {
        const Open next = open.top();
        open.pop();
        if (next.distance_m > max_distance_m)
            break;
        if (next.level == kItem) {
            found.push_back({static_cast<std::uint32_t>(next.index), next.distance_m});
            continue;
        }
        if (next.level == 0) {
            const std::uint32_t item = m_order[next.index];
            const LonLatBox& box = m_boxes[item];
            open.push(
                {distance_to_box_m(at, box.west_deg, box.south_deg, box.east_deg, box.north_deg),
                 kItem, item});
            continue;
        }
        const std::size_t start = next.level == 1 ? 0 : m_level_starts[next.level - 2];
        const std::size_t end =
            std::min(m_level_starts[next.level - 1], start + (next.index + 1) * kNodeSize);
        for (std::size_t i = start + next.index * kNodeSize; i < end; ++i) {
            const Node& node = m_nodes[i];
            open.push({distance_to_box_m(at, node.west, node.south, node.east, node.north),
                       next.level - 1, i - start});
        }
    }
    return found;
}

}  // namespace geo
