// Lines as triangles: each point becomes two, apart along the line's normal by the shader.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/map/colour.hpp"

namespace app {

struct FlatPoint {
    float x = 0, y = 0;
};

struct RibbonVertex {
    float x, y;                ///< on the line: map metres from an origin, or pixels
    float normal_x, normal_y;  ///< towards this side, longer than 1 in bends (mitre)
    float side;                ///< -1 or 1
    float along;               ///< distance from the line's start, in the units of x and y
    float half_width;          ///< multiplied by the shader's width
    Colour colour;
};

struct RibbonMesh {
    std::vector<RibbonVertex> vertices;
    std::vector<std::uint32_t> indices;  ///< triangles
    void clear() {
        vertices.clear();
        indices.clear();
    }
};

/// Adds a line; points that repeat are left out. `closed` joins the last point to the first.
void add_ribbon(RibbonMesh& mesh, std::span<const FlatPoint> line, bool closed, float half_width,
                Colour colour = {});

/// The same with a width that runs linearly from the first to the last point: arrow heads.
void add_tapered(RibbonMesh& mesh, FlatPoint from, FlatPoint to, float from_half, float to_half,
                 Colour colour);

}  // namespace app
