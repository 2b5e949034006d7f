// Sunflower placement of marks at one place, then relaxation of overlaps on a grid.
#include "app/map/dispersal.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

namespace app {
namespace {

constexpr int kRounds = 80;
constexpr double kGapPx = 1.5;  ///< clear map between two symbols
constexpr double kPull = 0.02;  ///< share of the way back to the true place, each round
constexpr double kSamePlacePx = 0.5;
const double kGoldenAngle = std::numbers::pi * (3 - std::sqrt(5.0));

/// Pixels from an arbitrary origin, y down.
struct Disc {
    double x, y;
    double home_x, home_y;
    double radius;
};

/// Shapes of one area reach differently far; corners may touch, so not all of it counts.
double reach_of(Shape shape) {
    switch (shape) {
        case Shape::triangle:
            return 1.22;
        case Shape::star:
        case Shape::diamond:
            return 1.15;
        case Shape::square:
            return 1.08;
        case Shape::hexagon:
        case Shape::circle:
            break;
    }
    return 1;
}

using Cells = std::unordered_map<std::uint64_t, std::vector<std::size_t>>;

std::uint64_t cell_of(double x, double y, double size) {
    const auto column = static_cast<std::int32_t>(std::floor(x / size));
    const auto row = static_cast<std::int32_t>(std::floor(y / size));
    return (std::uint64_t(std::uint32_t(column)) << 32) | std::uint32_t(row);
}

/// Marks at one place around it, the largest in the middle.
void spread_same_place(std::vector<Disc>& discs) {
    Cells places;
    std::vector<std::uint64_t> order;
    for (std::size_t i = 0; i < discs.size(); ++i) {
        const auto key = cell_of(discs[i].home_x, discs[i].home_y, kSamePlacePx);
        auto& place = places[key];
        if (place.empty())
            order.push_back(key);
        place.push_back(i);
    }
    for (const auto key : order) {
        auto& place = places[key];
        if (place.size() < 2)
            continue;
        std::stable_sort(place.begin(), place.end(), [&](std::size_t a, std::size_t b) {
            return discs[a].radius > discs[b].radius;
        });
        double filled = 0;  // area of the marks placed so far, over pi
        for (std::size_t k = 0; k < place.size(); ++k) {
            Disc& disc = discs[place[k]];
            const double r = disc.radius + kGapPx;
            if (k > 0) {
                const double out = std::sqrt(filled * 1.25) + r * 0.6;
                const double angle = static_cast<double>(k) * kGoldenAngle - std::numbers::pi / 2;
                disc.x += out * std::cos(angle);
                disc.y += out * std::sin(angle);
            }
            filled += r * r;
        }
    }
}

/// Pushes a pair apart, the smaller one farther. True when they overlapped.
bool push_apart(Disc& a, Disc& b) {
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double distance = std::hypot(dx, dy);
    const double wanted = a.radius + b.radius + kGapPx;
    if (distance >= wanted)
        return false;
    if (distance < 1e-6) {
        dx = 1e-3;
        dy = 2e-3;
        distance = std::hypot(dx, dy);
    }
    const double area_a = a.radius * a.radius;
    const double area_b = b.radius * b.radius;
    const double share_a = area_b / (area_a + area_b);
    const double push = (wanted - distance) / distance * 0.5;
    a.x -= dx * push * share_a;
    a.y -= dy * push * share_a;
    b.x += dx * push * (1 - share_a);
    b.y += dy * push * (1 - share_a);
    return true;
}

bool push_all_apart(std::vector<Disc>& discs, double cell_px) {
    Cells cells;
    for (std::size_t i = 0; i < discs.size(); ++i) {
        cells[cell_of(discs[i].x, discs[i].y, cell_px)].push_back(i);
    }
    bool moved = false;
    for (std::size_t i = 0; i < discs.size(); ++i) {
        const double x = discs[i].x;
        const double y = discs[i].y;
        for (int step = 0; step < 9; ++step) {
            const auto found = cells.find(
                cell_of(x + (step % 3 - 1) * cell_px, y + (step / 3 - 1) * cell_px, cell_px));
            if (found == cells.end())
                continue;
            for (const std::size_t j : found->second) {
                if (j > i)
                    moved |= push_apart(discs[i], discs[j]);
            }
        }
    }
    return moved;
}

}  // namespace

void disperse(std::vector<SymbolMark>& marks, double metres_per_px) {
    if (marks.empty())
        return;
    const geo::MapPoint origin = marks.front().true_at;
    std::vector<Disc> discs;
    discs.reserve(marks.size());
    double largest = 0;
    for (const SymbolMark& mark : marks) {
        const double x = (mark.true_at.x_m - origin.x_m) / metres_per_px;
        const double y = (origin.y_m - mark.true_at.y_m) / metres_per_px;
        discs.push_back({x, y, x, y, mark.radius_px * reach_of(mark.style.shape)});
        largest = std::max(largest, discs.back().radius);
    }
    spread_same_place(discs);
    if (marks.size() <= kMostDispersed) {
        for (int round = 0; round < kRounds; ++round) {
            const bool last_ones = round + 12 >= kRounds;
            if (!push_all_apart(discs, 2 * largest + kGapPx))
                break;
            if (last_ones)
                continue;
            for (Disc& disc : discs) {
                disc.x += (disc.home_x - disc.x) * kPull;
                disc.y += (disc.home_y - disc.y) * kPull;
            }
        }
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        marks[i].at = {origin.x_m + discs[i].x * metres_per_px,
                       origin.y_m - discs[i].y * metres_per_px};
    }
}

}  // namespace app
