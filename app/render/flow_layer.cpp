// Curves in device pixels, so that heads and gaps keep their size at every scale.
#include "app/render/flow_layer.hpp"

#include "app/map/flow_curves.hpp"

namespace app {
namespace {

constexpr double kCasingPx = 1.4;  ///< light line on each side
constexpr double kCasingOpacity = 0.75;
constexpr double kFlowOpacity = 0.88;
constexpr double kPossiblyOpacity = 0.45;
constexpr double kHeadLengthPx = 7;  ///< plus kHeadPerWidth times the width
constexpr double kHeadHalfPx = 3.2;
constexpr double kHeadPerWidth = 1.5;
constexpr double kHeadHalfPerWidth = 0.85;
constexpr double kOriginGapPx = 5;
constexpr float kDashPx = 7;
constexpr float kDashGapPx = 5;

std::vector<FlatPoint> to_pixels(const FrameMeasures& frame,
                                 const std::vector<geo::MapPoint>& path) {
    std::vector<FlatPoint> line;
    for (const geo::MapPoint& p : path)
        line.push_back(frame.from_middle(p));
    return line;
}

}  // namespace

void FlowLayer::draw(const FrameMeasures& frame, const Scene& scene, const MapStyle& style,
                     const RibbonProgram& ribbons) {
    if (scene.flows.empty())
        return;
    RibbonMesh casing, whole, dashed, heads;
    for (const FlowMark& flow : scene.flows) {
        const double metres_per_px = frame.view.metres_per_px;
        const double head_px = kHeadLengthPx + kHeadPerWidth * flow.width_px;
        const auto shaft = shorten(flow.path, kOriginGapPx * metres_per_px,
                                   (flow.tip_gap_px + head_px * 0.8) * metres_per_px);
        const auto to_tip = shorten(flow.path, 0, flow.tip_gap_px * metres_per_px);
        const auto to_neck = shorten(flow.path, 0, (flow.tip_gap_px + head_px) * metres_per_px);
        if (shaft.empty() || to_neck.empty())
            continue;  // nearer than their symbols are wide
        const double opacity = flow.possibly_inside ? kPossiblyOpacity : kFlowOpacity;
        const Colour colour = with_opacity(flow.colour, opacity);
        const Colour case_colour =
            flow.selected ? style.selection : with_opacity(style.symbol_halo, kCasingOpacity);
        const auto line = to_pixels(frame, shaft);
        const auto half = static_cast<float>(flow.width_px / 2);
        const auto case_half = half + static_cast<float>(kCasingPx);
        const auto head_half = static_cast<float>(kHeadHalfPx + kHeadHalfPerWidth * flow.width_px);
        const FlatPoint neck = frame.from_middle(to_neck.back());
        const FlatPoint tip = frame.from_middle(to_tip.back());
        add_ribbon(casing, line, false, case_half, case_colour);
        add_tapered(casing, neck, tip, head_half + static_cast<float>(kCasingPx), 0.6F,
                    case_colour);
        add_ribbon(flow.dashed ? dashed : whole, line, false, half, colour);
        add_tapered(heads, neck, tip, head_half, 0.5F, colour);
    }
    m_casing.upload(casing);
    m_whole.upload(whole);
    m_dashed.upload(dashed);
    m_heads.upload(heads);
    use_in_frame(ribbons, frame);
    m_casing.draw(true);
    m_whole.draw(true);
    glUniform2f(ribbons.dash, frame.device_px(kDashPx), frame.device_px(kDashGapPx));
    m_dashed.draw(true);
    glUniform2f(ribbons.dash, 0, 0);
    m_heads.draw(true);
}

}  // namespace app
