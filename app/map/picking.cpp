// Distances from the cursor to marks, in pixels.
#include "app/map/picking.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

double distance_px(geo::ScreenPoint a, geo::ScreenPoint b) {
    return std::hypot(a.x_px - b.x_px, a.y_px - b.y_px);
}

double distance_to_segment_px(geo::ScreenPoint p, geo::ScreenPoint a, geo::ScreenPoint b) {
    const double dx = b.x_px - a.x_px;
    const double dy = b.y_px - a.y_px;
    const double square = dx * dx + dy * dy;
    if (square <= 0)
        return distance_px(p, a);
    const double t =
        std::clamp(((p.x_px - a.x_px) * dx + (p.y_px - a.y_px) * dy) / square, 0.0, 1.0);
    return distance_px(p, {a.x_px + t * dx, a.y_px + t * dy});
}

constexpr double kBadgeHalfWidthPx = 60;
constexpr double kBadgeHalfHeightPx = 12;

}  // namespace

std::optional<Pick> pick(const Scene& scene, const geo::MapView& view, geo::ScreenPoint cursor,
                         double reach_px) {
    // Back to front is the drawing order, so the last hit within a symbol wins; among near misses
    // the nearest edge.
    std::optional<Pick> nearest;
    double nearest_px = reach_px;
    for (std::size_t i = 0; i < scene.symbols.size(); ++i) {
        const SymbolMark& mark = scene.symbols[i];
        const double off_px =
            std::max(0.0, distance_px(view.to_screen(mark.at), cursor) - mark.radius_px);
        if (off_px <= nearest_px) {
            nearest_px = off_px;
            nearest = Pick{PickKind::symbol, i};
        }
    }
    if (nearest)
        return nearest;
    for (std::size_t i = 0; i < scene.badges.size(); ++i) {
        const geo::ScreenPoint at = view.to_screen(scene.badges[i].at);
        if (std::abs(cursor.x_px - at.x_px) <= kBadgeHalfWidthPx &&
            std::abs(cursor.y_px - at.y_px) <= kBadgeHalfHeightPx) {
            return Pick{PickKind::badge, i};
        }
    }
    for (std::size_t i = 0; i < scene.flows.size(); ++i) {
        const FlowMark& mark = scene.flows[i];
        for (std::size_t k = 1; k < mark.path.size(); ++k) {
            const double off_px =
                std::max(0.0, distance_to_segment_px(cursor, view.to_screen(mark.path[k - 1]),
                                                     view.to_screen(mark.path[k])) -
                                  mark.width_px / 2);
            if (off_px < nearest_px || (off_px == 0 && nearest_px == 0)) {
                nearest_px = off_px;
                nearest = Pick{PickKind::flow, i};
            }
        }
    }
    return nearest;
}

}  // namespace app
