// The camera: which part of the map fills which pixels. No GL, no window.
#pragma once

#include "geo/lon_lat.hpp"
#include "geo/projection.hpp"

namespace geo {

/// Pixels, x to the right, y down, from the top left corner of the viewport.
struct ScreenPoint {
    double x_px = 0;
    double y_px = 0;
};

///        y_m (north)            screen: (0,0) ---> x_px
///          |                             |
///          +---- x_m (east)              v y_px
struct MapView {
    MapPoint centre;
    double metres_per_px = 10000;  ///< map metres per logical pixel
    double width_px = 1280;
    double height_px = 720;

    ScreenPoint to_screen(MapPoint p) const;
    MapPoint to_map(ScreenPoint p) const;
    void pan_px(double dx_px, double dy_px);
    /// Keeps the map point under `at` where it is; factor > 1 zooms in. Clamped to
    /// [kMinMetresPerPx, kMaxMetresPerPx].
    void zoom_at(ScreenPoint at, double factor);
};

inline constexpr double kMinMetresPerPx = 0.5;
inline constexpr double kMaxMetresPerPx = 160000;

/// The view that shows the whole box with `margin_px` around it.
MapView fit(const Projection& projection, const LonLatBox& box, double width_px, double height_px,
            double margin_px);

/// The positions that the view can show (edges sampled; the whole world when in doubt).
LonLatBox visible_box(const Projection& projection, const MapView& view);

}  // namespace geo
