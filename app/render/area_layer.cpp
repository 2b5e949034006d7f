// All rings of the scene's areas into the stencil, then one hatched cover over them.
#include "app/render/area_layer.hpp"

namespace app {
namespace {

constexpr float kHatchPx = 7;
constexpr float kLinePx = 0.9F;
constexpr float kGround = 0.14F;
constexpr double kHatchOpacity = 0.30;
constexpr double kEdgeOpacity = 0.65;
constexpr float kEdgeDashPx = 5;
constexpr float kEdgeGapPx = 3;

/// A run of points in the fill buffer.
struct Ring {
    GLint first;
    GLsizei count;
};

/// Leaves bit 2 of the stencil set inside the areas. Bit 1 is the area at hand, even-odd by
/// inversion; bit 2 is all areas so far, so that those that overlap are hatched once.
void mark_areas(const FillBuffer& fill, const std::vector<std::vector<Ring>>& areas) {
    const auto draw = [&](const std::vector<Ring>& rings) {
        for (const Ring& ring : rings)
            fill.draw_part(GL_TRIANGLE_FAN, ring.first, ring.count);
    };
    glClear(GL_STENCIL_BUFFER_BIT);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    for (const auto& rings : areas) {
        glStencilMask(1);
        glStencilFunc(GL_ALWAYS, 0, 1);
        glStencilOp(GL_KEEP, GL_KEEP, GL_INVERT);
        draw(rings);
        glStencilMask(3);
        glStencilFunc(GL_EQUAL, 3, 1);  // where the first bit is 1, both become 1
        glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
        draw(rings);
        glStencilMask(1);
        glStencilFunc(GL_ALWAYS, 0, 1);
        glStencilOp(GL_KEEP, GL_KEEP, GL_ZERO);
        draw(rings);
    }
    glStencilMask(0xFF);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

}  // namespace

void AreaLayer::draw(const FrameMeasures& frame, const Scene& scene, const MapStyle& style,
                     const RibbonProgram& ribbons, const FillProgram& fills) {
    if (scene.areas.empty())
        return;
    std::vector<FlatPoint> points;
    std::vector<std::vector<Ring>> rings(scene.areas.size());
    RibbonMesh edges;
    for (std::size_t i = 0; i < scene.areas.size(); ++i) {
        const AreaMark& area = scene.areas[i];
        const Colour edge =
            area.selected ? style.selection : with_opacity(style.hatch, kEdgeOpacity);
        for (const auto& ring : area.rings) {
            std::vector<FlatPoint> line;
            for (const geo::MapPoint& p : ring)
                line.push_back(frame.from_middle(p));
            rings[i].push_back(
                {static_cast<GLint>(points.size()), static_cast<GLsizei>(line.size())});
            points.insert(points.end(), line.begin(), line.end());
            add_ribbon(edges, line, true, area.selected ? 0.9F : 0.5F, edge);
        }
    }
    const auto cover_first = static_cast<GLint>(points.size());
    const float w = frame.half_width;
    const float h = frame.half_height;
    points.insert(points.end(), {{-w, -h}, {w, -h}, {-w, h}, {w, h}});
    m_fill.upload(points, {});
    m_edges.upload(edges);

    use_in_frame(fills, frame);
    glEnable(GL_STENCIL_TEST);
    mark_areas(m_fill, rings);
    glStencilFunc(GL_EQUAL, 2, 2);
    glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
    set_colour(fills.colour, with_opacity(style.hatch, kHatchOpacity));
    glUniform1f(fills.hatch_px, frame.device_px(kHatchPx));
    glUniform1f(fills.line_px, frame.device_px(kLinePx));
    glUniform1f(fills.ground, kGround);
    m_fill.draw_part(GL_TRIANGLE_STRIP, cover_first, 4);
    glDisable(GL_STENCIL_TEST);
    glUniform1f(fills.hatch_px, 0);

    use_in_frame(ribbons, frame);
    glUniform2f(ribbons.dash, frame.device_px(kEdgeDashPx), frame.device_px(kEdgeGapPx));
    m_edges.draw(true);
    glUniform2f(ribbons.dash, 0, 0);
}

}  // namespace app
