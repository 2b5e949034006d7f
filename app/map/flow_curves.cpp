// Arcs of flows in map metres.
#include "app/map/flow_curves.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

double distance(geo::MapPoint a, geo::MapPoint b) {
    return std::hypot(b.x_m - a.x_m, b.y_m - a.y_m);
}

geo::MapPoint between(geo::MapPoint a, geo::MapPoint b, double share) {
    return {a.x_m + (b.x_m - a.x_m) * share, a.y_m + (b.y_m - a.y_m) * share};
}

}  // namespace

std::vector<geo::MapPoint> flow_arc(geo::MapPoint from, geo::MapPoint to, double bend, int points) {
    const double dx = to.x_m - from.x_m;
    const double dy = to.y_m - from.y_m;
    // The quadratic curve's middle lies half way to its control point; right of (dx, dy) is (dy,
    // -dx).
    const geo::MapPoint control{(from.x_m + to.x_m) / 2 + 2 * bend * dy,
                                (from.y_m + to.y_m) / 2 - 2 * bend * dx};
    std::vector<geo::MapPoint> path;
    const int last = std::max(points, 2) - 1;
    for (int i = 0; i <= last; ++i) {
        const double t = static_cast<double>(i) / last;
        path.push_back(between(between(from, control, t), between(control, to, t), t));
    }
    return path;
}

double length_m(const std::vector<geo::MapPoint>& path) {
    double length = 0;
    for (std::size_t i = 1; i < path.size(); ++i)
        length += distance(path[i - 1], path[i]);
    return length;
}

geo::MapPoint along(const std::vector<geo::MapPoint>& path, double share) {
    if (path.empty())
        return {};
    double left = length_m(path) * std::clamp(share, 0.0, 1.0);
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double step = distance(path[i - 1], path[i]);
        if (left <= step && step > 0)
            return between(path[i - 1], path[i], left / step);
        left -= step;
    }
    return path.back();
}

std::vector<geo::MapPoint> shorten(const std::vector<geo::MapPoint>& path, double from_m,
                                   double to_m) {
    const double length = length_m(path);
    if (path.size() < 2 || from_m + to_m >= length)
        return {};
    std::vector<geo::MapPoint> out{along(path, from_m / length)};
    double done = 0;
    for (std::size_t i = 1; i + 1 < path.size(); ++i) {
        done += distance(path[i - 1], path[i]);
        if (done > from_m && done < length - to_m)
            out.push_back(path[i]);
    }
    out.push_back(along(path, 1 - to_m / length));
    return out;
}

}  // namespace app
