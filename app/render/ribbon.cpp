// Normals and mitres of lines.
#include "app/render/ribbon.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr float kLongestMitre = 2;

struct Step {
    FlatPoint direction;  ///< of length 1
    float length;
};

Step step_between(FlatPoint a, FlatPoint b) {
    const float dx = b.x - a.x;
    const float dy = b.y - a.y;
    const float length = std::hypot(dx, dy);
    return {{dx / length, dy / length}, length};
}

/// The mitre at a corner between two directions: the normal of their mean, longer when they differ.
FlatPoint mitre(FlatPoint in, FlatPoint out) {
    const FlatPoint normal{-(in.y + out.y), in.x + out.x};
    const float length = std::hypot(normal.x, normal.y);
    if (length < 1e-3F)
        return {-out.y, out.x};  // the line turns back
    const FlatPoint unit{normal.x / length, normal.y / length};
    const float cosine = unit.x * -in.y + unit.y * in.x;
    const float scale = std::min(kLongestMitre, 1 / std::max(cosine, 1e-3F));
    return {unit.x * scale, unit.y * scale};
}

}  // namespace

void add_ribbon(RibbonMesh& mesh, std::span<const FlatPoint> line, bool closed, float half_width,
                Colour colour) {
    std::vector<FlatPoint> points;
    points.reserve(line.size() + 1);
    for (const FlatPoint point : line) {
        if (points.empty() || point.x != points.back().x || point.y != points.back().y) {
            points.push_back(point);
        }
    }
    if (points.size() < 2)
        return;
    const bool meets = points.front().x == points.back().x && points.front().y == points.back().y;
    if (closed && !meets)
        points.push_back(points.front());
    if (points.size() < 3)
        closed = false;
    const std::size_t last = points.size() - 1;
    std::vector<Step> steps;
    steps.reserve(last);
    for (std::size_t i = 0; i < last; ++i)
        steps.push_back(step_between(points[i], points[i + 1]));
    float along = 0;
    for (std::size_t i = 0; i <= last; ++i) {
        const Step& in = i > 0 ? steps[i - 1] : (closed ? steps.back() : steps.front());
        const Step& out = i < last ? steps[i] : (closed ? steps.front() : steps.back());
        const FlatPoint normal = mitre(in.direction, out.direction);
        const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
        for (const float side : {-1.0F, 1.0F}) {
            mesh.vertices.push_back({points[i].x, points[i].y, normal.x * side, normal.y * side,
                                     side, along, half_width, colour});
        }
        if (i < last) {
            for (const std::uint32_t k : {0U, 1U, 2U, 2U, 1U, 3U})
                mesh.indices.push_back(first + k);
            along += steps[i].length;
        }
    }
}

void add_tapered(RibbonMesh& mesh, FlatPoint from, FlatPoint to, float from_half, float to_half,
                 Colour colour) {
    const std::size_t first = mesh.vertices.size();
    const FlatPoint line[] = {from, to};
    add_ribbon(mesh, line, false, from_half, colour);
    for (std::size_t i = first + 2; i < mesh.vertices.size(); ++i) {
        mesh.vertices[i].half_width = to_half;
    }
    for (std::size_t i = first; i < mesh.vertices.size(); ++i)
        mesh.vertices[i].along = 0;
}

}  // namespace app
