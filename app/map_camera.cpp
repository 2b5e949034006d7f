// Camera moves.
#include "app/map_camera.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr double kSmallestBoxDeg = 1.0;
constexpr double kSmallestRadiusKm = 40;

void grow(double& low, double& high, double most) {
    const double missing = kSmallestBoxDeg - (high - low);
    if (missing <= 0)
        return;
    low = std::max(-most, low - missing / 2);
    high = std::min(most, high + missing / 2);
}

}  // namespace

geo::LonLatBox with_surroundings(geo::LonLatBox box) {
    grow(box.west_deg, box.east_deg, 180);
    grow(box.south_deg, box.north_deg, 85);
    return box;
}

void go_to(geo::MapView& view, const geo::Projection& projection, geo::LonLat at,
           double radius_km) {
    const auto centre = projection.forward(at);
    if (!centre)
        return;
    view.centre = *centre;
    const double ground_m = 2000 * std::max(kSmallestRadiusKm, radius_km);
    const double map_m = ground_m / projection.ground_metres_per_map_metre(at);
    const double height_px = std::max(1.0, view.height_px);
    view.metres_per_px = std::clamp(map_m / height_px, geo::kMinMetresPerPx, geo::kMaxMetresPerPx);
}

void bring_into_view(geo::MapView& view, const geo::Projection& projection, geo::LonLat at,
                     double margin_px) {
    const auto point = projection.forward(at);
    if (!point)
        return;
    const auto screen = view.to_screen(*point);
    const double margin_x = std::min(margin_px, view.width_px / 3);
    const double margin_y = std::min(margin_px, view.height_px / 3);
    const bool inside = screen.x_px >= margin_x && screen.x_px <= view.width_px - margin_x &&
                        screen.y_px >= margin_y && screen.y_px <= view.height_px - margin_y;
    if (!inside)
        view.centre = *point;
}

}  // namespace app
