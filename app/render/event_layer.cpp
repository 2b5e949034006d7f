// Marks to instances, and their draw.
#include "app/render/event_layer.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "app/map/symbol_look.hpp"
#include "app/render/shader.hpp"

namespace app {
namespace {

constexpr double kLeaderPx = 0.8;
constexpr double kTrueDotPx = 1.7;
constexpr double kRingEdgePx = 1.1;
constexpr double kTownDotPx = 2.2;
constexpr double kCapitalDotPx = 2.9;
constexpr std::uint8_t kRingGround = 16;  ///< opacity inside a ring
constexpr std::size_t kCornersPerShape = 10;
constexpr auto kCircle = static_cast<float>(Shape::circle);

const void* offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);
}

/// Far enough from its true place that a line must join them.
bool is_apart(const SymbolMark& mark, const FrameMeasures& frame) {
    const double away_px =
        std::hypot(mark.at.x_m - mark.true_at.x_m, mark.at.y_m - mark.true_at.y_m) /
        frame.view.metres_per_px;
    return away_px > mark.radius_px * 0.8;
}

std::vector<SymbolInstance> rings_and_dots(const FrameMeasures& frame, const Scene& scene,
                                           const MapStyle& style) {
    std::vector<SymbolInstance> out;
    for (const SymbolMark& mark : scene.symbols) {
        const FlatPoint home = frame.from_middle(mark.true_at);
        const double ring_px = mark.uncertainty_m / frame.view.metres_per_px;
        if (ring_px > mark.radius_px + 2) {
            const Colour ring = ring_colour(mark.style);
            Colour ground = ring;
            ground.a = kRingGround;
            out.push_back({home.x,
                           home.y,
                           frame.device_px(ring_px),
                           frame.device_px(kRingEdgePx),
                           0,
                           kCircle,
                           ground,
                           ring,
                           {}});
        }
    }
    for (const SymbolMark& mark : scene.symbols) {
        if (!is_apart(mark, frame))
            continue;
        const FlatPoint home = frame.from_middle(mark.true_at);
        out.push_back({home.x, home.y, frame.device_px(kTrueDotPx), 0, frame.device_px(0.8),
                       kCircle, style.leader, style.leader, style.symbol_halo});
    }
    return out;
}

}  // namespace

geo::Result<EventLayer> EventLayer::create(const std::string& share_folder) {
    auto program = load_program(share_folder, "symbol");
    if (!program)
        return geo::fail(program.error().message);
    EventLayer layer;
    layer.m_program = std::move(*program);
    layer.m_half_view = uniform(layer.m_program, "u_half_view");
    std::array<float, kShapeCount * kCornersPerShape * 2> corners{};
    std::array<GLint, kShapeCount> counts{};
    for (std::size_t shape = 0; shape < kShapeCount; ++shape) {
        const auto outline = unit_outline(static_cast<Shape>(shape));
        counts[shape] = static_cast<GLint>(outline.size());
        for (std::size_t i = 0; i < outline.size(); ++i) {
            corners[(shape * kCornersPerShape + i) * 2] = static_cast<float>(outline[i].x);
            corners[(shape * kCornersPerShape + i) * 2 + 1] = static_cast<float>(outline[i].y);
        }
    }
    glUseProgram(layer.m_program.name());
    glUniform2fv(uniform(layer.m_program, "u_corners"), kShapeCount * kCornersPerShape,
                 corners.data());
    glUniform1iv(uniform(layer.m_program, "u_counts"), kShapeCount, counts.data());

    layer.m_array = GlVertexArray::make();
    layer.m_corners = GlBuffer::make();
    layer.m_instances = GlBuffer::make();
    glBindVertexArray(layer.m_array.name());
    const float square[] = {-1, -1, 1, -1, -1, 1, 1, 1};
    glBindBuffer(GL_ARRAY_BUFFER, layer.m_corners.name());
    glBufferData(GL_ARRAY_BUFFER, sizeof square, square, GL_STATIC_DRAW);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
    glEnableVertexAttribArray(0);
    glBindBuffer(GL_ARRAY_BUFFER, layer.m_instances.name());
    constexpr GLsizei stride = sizeof(SymbolInstance);
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(SymbolInstance, x)));
    glVertexAttribPointer(2, 4, GL_FLOAT, GL_FALSE, stride,
                          offset(offsetof(SymbolInstance, radius)));
    const std::size_t colours[] = {offsetof(SymbolInstance, fill), offsetof(SymbolInstance, edge),
                                   offsetof(SymbolInstance, halo)};
    for (GLuint i = 0; i < 3; ++i) {
        glVertexAttribPointer(3 + i, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset(colours[i]));
    }
    for (GLuint i = 1; i < 6; ++i) {
        glEnableVertexAttribArray(i);
        glVertexAttribDivisor(i, 1);
    }
    glBindVertexArray(0);
    return layer;
}

void EventLayer::draw_instances(const FrameMeasures& frame,
                                const std::vector<SymbolInstance>& instances) {
    if (instances.empty())
        return;
    glUseProgram(m_program.name());
    glUniform2f(m_half_view, frame.half_width, frame.half_height);
    glBindVertexArray(m_array.name());
    glBindBuffer(GL_ARRAY_BUFFER, m_instances.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(instances.size() * sizeof instances[0]),
                 instances.data(), GL_STREAM_DRAW);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(instances.size()));
}

SymbolInstance instance_of(const SymbolMark& mark, const FrameMeasures& frame,
                           const MapStyle& style) {
    const SymbolLook look =
        look_of(mark.style, fill_of(mark.precision), mark.possibly_inside, mark.selected, style);
    const FlatPoint at = frame.from_middle(mark.at);
    return {at.x,
            at.y,
            frame.device_px(mark.radius_px),
            frame.device_px(look.edge_px),
            frame.device_px(look.halo_px),
            static_cast<float>(mark.style.shape),
            look.fill,
            look.edge,
            look.halo};
}

void EventLayer::draw(const FrameMeasures& frame, const Scene& scene, const MapStyle& style,
                      const RibbonProgram& ribbons) {
    RibbonMesh leaders;
    for (const SymbolMark& mark : scene.symbols) {
        if (!is_apart(mark, frame))
            continue;
        const FlatPoint line[] = {frame.from_middle(mark.true_at), frame.from_middle(mark.at)};
        add_ribbon(leaders, line, false, static_cast<float>(kLeaderPx / 2), style.leader);
    }
    m_leaders.upload(leaders);
    draw_instances(frame, rings_and_dots(frame, scene, style));
    use_in_frame(ribbons, frame);
    m_leaders.draw(true);
    std::vector<SymbolInstance> instances;
    instances.reserve(scene.symbols.size());
    for (const SymbolMark& mark : scene.symbols) {
        instances.push_back(instance_of(mark, frame, style));
    }
    draw_instances(frame, instances);
}

void EventLayer::draw_town_dots(const FrameMeasures& frame, std::span<const PlacedLabel> labels,
                                const MapStyle& style) {
    std::vector<SymbolInstance> dots;
    for (const PlacedLabel& label : labels) {
        if (!label.has_dot)
            continue;
        const FlatPoint at = frame.from_middle(label.at);
        const bool capital = label.role == TextRole::capital;
        const Colour ink = style.of(label.role).colour;
        dots.push_back({at.x,
                        at.y,
                        frame.device_px(capital ? kCapitalDotPx : kTownDotPx),
                        frame.device_px(capital ? 1.0 : 0.9),
                        0,
                        capital ? static_cast<float>(Shape::square) : kCircle,
                        capital ? ink : style.land,
                        ink,
                        {}});
    }
    draw_instances(frame, dots);
}

}  // namespace app
