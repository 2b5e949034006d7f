// The camera's arithmetic: pixels to map metres, fitting a box, what the view can show.
#include "geo/map_view.hpp"

#include <cmath>
#include <numbers>

namespace geo {
namespace {

/// Edges bend in most projections, so a box is sampled along its sides and inside.
constexpr int kSamples = 32;
constexpr double kMinBoxSideM = 1000;

double wrap_lon(double lon_deg) {
    return std::remainder(lon_deg, 360.0);
}

double clamp_zoom(double metres_per_px) {
    return std::clamp(metres_per_px, kMinMetresPerPx, kMaxMetresPerPx);
}

struct MapBox {
    double west_m = INFINITY;
    double south_m = INFINITY;
    double east_m = -INFINITY;
    double north_m = -INFINITY;

    void add(MapPoint p) {
        west_m = std::min(west_m, p.x_m);
        east_m = std::max(east_m, p.x_m);
        south_m = std::min(south_m, p.y_m);
        north_m = std::max(north_m, p.y_m);
    }
    bool is_empty() const { return !(west_m <= east_m); }
};

/// Longitudes run on past 180 when the box crosses the date line.
MapBox projected_box(const Projection& projection, const LonLatBox& box) {
    const double east = crosses_date_line(box) ? box.east_deg + 360 : box.east_deg;
    MapBox map_box;
    for (int row = 0; row <= kSamples; ++row) {
        for (int column = 0; column <= kSamples; ++column) {
            const LonLat p{box.west_deg + (east - box.west_deg) * column / kSamples,
                           box.south_deg + (box.north_deg - box.south_deg) * row / kSamples};
            if (const auto m = projection.forward(p))
                map_box.add(*m);
        }
    }
    return map_box;
}

/// Degrees; longitudes relative to the middle of the view, so that the date line is nowhere
/// special.
struct Extent {
    double west, south, east, north;
};

/// From the middle column to the screen's edge; longitudes run on from one sample to the next.
bool add_half_row(const Projection& projection, const MapView& view, LonLat middle, double y_px,
                  double edge_px, Extent& extent) {
    double lon = 0;
    for (int i = 0; i <= kSamples / 2; ++i) {
        const double x_px = view.width_px / 2 + (edge_px - view.width_px / 2) * 2 * i / kSamples;
        const auto p = projection.inverse(view.to_map({x_px, y_px}));
        if (!p)
            return false;
        lon += wrap_lon(p->lon_deg - middle.lon_deg - lon);
        extent.west = std::min(extent.west, lon);
        extent.east = std::max(extent.east, lon);
        extent.south = std::min(extent.south, p->lat_deg);
        extent.north = std::max(extent.north, p->lat_deg);
    }
    return true;
}

bool shows(const Projection& projection, const MapView& view, LonLat p) {
    const auto m = projection.forward(p);
    if (!m)
        return false;
    const ScreenPoint s = view.to_screen(*m);
    return s.x_px >= 0 && s.y_px >= 0 && s.x_px <= view.width_px && s.y_px <= view.height_px;
}

}  // namespace

ScreenPoint MapView::to_screen(MapPoint p) const {
    return {width_px / 2 + (p.x_m - centre.x_m) / metres_per_px,
            height_px / 2 - (p.y_m - centre.y_m) / metres_per_px};
}

MapPoint MapView::to_map(ScreenPoint p) const {
    return {centre.x_m + (p.x_px - width_px / 2) * metres_per_px,
            centre.y_m - (p.y_px - height_px / 2) * metres_per_px};
}

void MapView::pan_px(double dx_px, double dy_px) {
    centre.x_m -= dx_px * metres_per_px;
    centre.y_m += dy_px * metres_per_px;
}

void MapView::zoom_at(ScreenPoint at, double factor) {
    if (!(factor > 0) || !std::isfinite(factor))
        return;
    const MapPoint fixed = to_map(at);
    metres_per_px = clamp_zoom(metres_per_px / factor);
    const MapPoint moved = to_map(at);
    centre.x_m += fixed.x_m - moved.x_m;
    centre.y_m += fixed.y_m - moved.y_m;
}

MapView fit(const Projection& projection, const LonLatBox& box, double width_px, double height_px,
            double margin_px) {
    MapView view;
    view.width_px = std::max(1.0, width_px);
    view.height_px = std::max(1.0, height_px);
    const MapBox map_box = projected_box(projection, box);
    if (map_box.is_empty())
        return view;
    view.centre = {(map_box.west_m + map_box.east_m) / 2, (map_box.south_m + map_box.north_m) / 2};
    const double inner_width = std::max(1.0, view.width_px - 2 * margin_px);
    const double inner_height = std::max(1.0, view.height_px - 2 * margin_px);
    const double width_m = std::max(kMinBoxSideM, map_box.east_m - map_box.west_m);
    const double height_m = std::max(kMinBoxSideM, map_box.north_m - map_box.south_m);
    view.metres_per_px = clamp_zoom(std::max(width_m / inner_width, height_m / inner_height));
    return view;
}

LonLatBox visible_box(const Projection& projection, const MapView& view) {
    const auto middle = projection.inverse(view.centre);
    if (!middle)
        return {};
    Extent extent{0, middle->lat_deg, 0, middle->lat_deg};
    for (int row = 0; row <= kSamples; ++row) {
        const double y_px = view.height_px * row / kSamples;
        if (!add_half_row(projection, view, *middle, y_px, 0, extent))
            return {};
        if (!add_half_row(projection, view, *middle, y_px, view.width_px, extent))
            return {};
    }
    const bool north_pole = shows(projection, view, {0, 90});
    const bool south_pole = shows(projection, view, {0, -90});
    const double slack_lon = (extent.east - extent.west) / kSamples;
    const double slack_lat = (extent.north - extent.south) / kSamples;
    LonLatBox box;
    box.south_deg = south_pole ? -90 : std::max(-90.0, extent.south - slack_lat);
    box.north_deg = north_pole ? 90 : std::min(90.0, extent.north + slack_lat);
    const double west = extent.west - slack_lon;
    const double east = extent.east + slack_lon;
    if (north_pole || south_pole || east - west >= 360)
        return box;
    box.west_deg = wrap_lon(middle->lon_deg + west);
    box.east_deg = wrap_lon(middle->lon_deg + east);
    return box;
}

}  // namespace geo
