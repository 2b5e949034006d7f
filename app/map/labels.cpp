// Greedy placement of names without collisions.
#include "app/map/labels.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace app {
namespace {

constexpr double kCellPx = 96;
constexpr double kLabelPaddingPx = 2;
constexpr double kFlowStepPx = 6;

/// Pixels from the centre of the view, y down.
struct Box {
    double left, top, right, bottom;
    bool overlaps(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

Box padded(const Box& box, double by) {
    return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

/// Boxes by grid cell: what is taken, and what is better left free.
class Occupied {
  public:
    /// `round`: only the circle within the box is taken.
    void add(const Box& box, bool round = false) {
        const std::size_t index = m_boxes.size();
        m_boxes.push_back({box, round});
        for_cells(box, [&](std::uint64_t cell) { m_cells[cell].push_back(index); });
    }
    std::size_t count(const Box& box) const {
        std::vector<std::size_t> hits;
        for_cells(box, [&](std::uint64_t cell) {
            const auto found = m_cells.find(cell);
            if (found == m_cells.end())
                return;
            for (const std::size_t i : found->second) {
                if (m_boxes[i].hits(box))
                    hits.push_back(i);
            }
        });
        std::sort(hits.begin(), hits.end());
        return static_cast<std::size_t>(std::unique(hits.begin(), hits.end()) - hits.begin());
    }

  private:
    template <typename Visit>
    static void for_cells(const Box& box, const Visit& visit) {
        const auto column = [](double v) {
            return static_cast<std::int32_t>(std::floor(v / kCellPx));
        };
        for (std::int32_t y = column(box.top); y <= column(box.bottom); ++y) {
            for (std::int32_t x = column(box.left); x <= column(box.right); ++x) {
                visit((std::uint64_t(std::uint32_t(x)) << 32) | std::uint32_t(y));
            }
        }
    }
    struct Entry {
        Box box;
        bool round;
        bool hits(const Box& other) const {
            if (!round || !box.overlaps(other))
                return box.overlaps(other);
            const double x = (box.left + box.right) / 2;
            const double y = (box.top + box.bottom) / 2;
            const double off_x = x - std::clamp(x, other.left, other.right);
            const double off_y = y - std::clamp(y, other.top, other.bottom);
            return std::hypot(off_x, off_y) < (box.right - box.left) / 2;
        }
    };
    std::vector<Entry> m_boxes;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_cells;
};

int priority(const LabelCandidate& candidate) {
    if (candidate.role == TextRole::badge)
        return 0;
    if (candidate.role == TextRole::flow)
        return 1;
    if (candidate.role == TextRole::country)
        return 2;
    if (candidate.event_place)
        return 3;
    if (candidate.role == TextRole::capital)
        return 4;
    if (candidate.role == TextRole::town || candidate.role == TextRole::village)
        return 5;
    return candidate.role == TextRole::admin1 ? 6 : 7;
}

struct Offset {
    double dx, dy;
};

/// Where the top left corner may lie, best first, from the candidate's point.
std::vector<Offset> positions(const LabelCandidate& candidate, const TextSize& size) {
    const double w = size.width_px;
    const double h = size.height_px;
    std::vector<Offset> out;
    if (candidate.gap_px <= 0) {
        out.push_back({-w / 2, -h / 2});
        const bool free = candidate.role != TextRole::badge;
        const double steps[] = {1.1, 2.0, 3.2, 4.6};
        for (const double step : steps) {
            out.push_back({-w / 2, -h / 2 - step * h});
            out.push_back({-w / 2, -h / 2 + step * h});
            if (!free)
                continue;
            out.push_back({-w / 2 + step * h * 1.6, -h / 2});
            out.push_back({-w / 2 - step * h * 1.6, -h / 2});
        }
        return out;
    }
    const double g = candidate.gap_px;
    const double d = g * 0.72;
    out = {{g, -h / 2},
           {-g - w, -h / 2},
           {d, -d - h * 0.75},
           {d, d - h * 0.25},
           {-d - w, -d - h * 0.75},
           {-d - w, d - h * 0.25},
           {-w / 2, -g - h},
           {-w / 2, g}};
    return out;
}

struct Placer {
    const MapStyle& style;
    const TextShaper& shaper;
    const geo::MapView& view;
    Occupied taken;
    Occupied soft;
    std::vector<PlacedLabel> placed;

    geo::ScreenPoint px(geo::MapPoint p) const {
        return {(p.x_m - view.centre.x_m) / view.metres_per_px,
                (view.centre.y_m - p.y_m) / view.metres_per_px};
    }

    void block(const Scene& scene) {
        for (const SymbolMark& mark : scene.symbols) {
            const auto at = px(mark.at);
            const double r = mark.radius_px + 0.5;
            taken.add({at.x_px - r, at.y_px - r, at.x_px + r, at.y_px + r}, true);
        }
        for (const FlowMark& flow : scene.flows) {
            for (std::size_t i = 1; i < flow.path.size(); ++i) {
                const auto a = px(flow.path[i - 1]);
                const auto b = px(flow.path[i]);
                const double length = std::hypot(b.x_px - a.x_px, b.y_px - a.y_px);
                const int steps = std::clamp(static_cast<int>(length / kFlowStepPx), 1, 200);
                const double r = flow.width_px / 2;
                for (int k = 0; k < steps; ++k) {
                    const double x = a.x_px + (b.x_px - a.x_px) * k / steps;
                    const double y = a.y_px + (b.y_px - a.y_px) * k / steps;
                    soft.add({x - r, y - r, x + r, y + r});
                }
            }
        }
    }

    void place(const LabelCandidate& candidate) {
        const TextSize size = shaper.measure(candidate.text, style.of(candidate.role));
        const auto at = px(candidate.at);
        const bool boxed = candidate.role == TextRole::badge;
        if (candidate.role == TextRole::count) {  // on its symbol, whose place is taken already
            placed.push_back({candidate.text, candidate.role, candidate.at, -size.width_px / 2,
                              -size.height_px / 2, size.width_px, size.height_px, false, false});
            return;
        }
        const double padding = boxed ? kBadgePaddingPx : kLabelPaddingPx;
        const double r = candidate.has_dot ? 3 : 0;
        const Box dot{at.x_px - r, at.y_px - r, at.x_px + r, at.y_px + r};
        if (candidate.has_dot && taken.count(dot) > 0)
            return;
        const Offset* best = nullptr;
        std::size_t least = SIZE_MAX;
        const std::vector<Offset> offsets = positions(candidate, size);
        for (const Offset& offset : offsets) {
            const Box box = box_at(at, offset, size);
            if (taken.count(padded(box, padding)) > 0)
                continue;
            const std::size_t crossed =
                candidate.role == TextRole::flow ? 0 : soft.count(padded(box, 1));
            if (crossed < least) {
                least = crossed;
                best = &offset;
            }
            if (crossed == 0)
                break;
        }
        // Badges must stand: one that finds no free spot stands where it belongs.
        if (!best && boxed)
            best = &offsets.front();
        if (!best)
            return;
        taken.add(padded(box_at(at, *best, size), boxed ? kBadgePaddingPx : 0));
        if (candidate.has_dot)
            taken.add(dot);
        placed.push_back({candidate.text, candidate.role, candidate.at, best->dx, best->dy,
                          size.width_px, size.height_px, candidate.has_dot, boxed});
    }

    static Box box_at(geo::ScreenPoint at, const Offset& offset, const TextSize& size) {
        const double left = at.x_px + offset.dx;
        const double top = at.y_px + offset.dy;
        return {left, top, left + size.width_px, top + size.height_px};
    }
};

}  // namespace

std::vector<PlacedLabel> place_labels(const std::vector<LabelCandidate>& candidates,
                                      const Scene& scene, const MapStyle& style,
                                      const TextShaper& shaper, const geo::MapView& view,
                                      std::span<const ScreenBox> reserved) {
    std::vector<const LabelCandidate*> order;
    for (const LabelCandidate& candidate : candidates) {
        if (!candidate.text.empty())
            order.push_back(&candidate);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const LabelCandidate* a, const LabelCandidate* b) {
                         return std::tuple(priority(*a), -a->rank, std::string_view(a->text)) <
                                std::tuple(priority(*b), -b->rank, std::string_view(b->text));
                     });
    Placer placer{style, shaper, view, {}, {}, {}};
    for (const ScreenBox& box : reserved) {
        const double x = view.width_px / 2;
        const double y = view.height_px / 2;
        placer.taken.add({box.left_px - x, box.top_px - y, box.right_px - x, box.bottom_px - y});
    }
    placer.block(scene);
    for (const LabelCandidate* candidate : order)
        placer.place(*candidate);
    return std::move(placer.placed);
}

}  // namespace app
