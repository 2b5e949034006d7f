// Projects what is visible of the base map and draws it back to front.
#include "app/render/base_map_layer.hpp"

#include <cmath>

namespace app {
namespace {

constexpr double kGrow = 0.5;    ///< region beside the view, as a share of the view's size
constexpr double kFinest = 0.5;  ///< the region serves from half to twice its scale
constexpr double kCoarsest = 2.0;
constexpr float kDropPx = 0.35F;  ///< corners closer than this to the last one are left out
constexpr double kAdmin1ToMetresPerPx = 4500;
constexpr float kDisputedDashPx = 4;
constexpr float kDisputedGapPx = 3;

/// Rivers and lakes by rank: what a view of so many ground metres a pixel has room for.
int highest_rank(geo::BaseLayer layer, double metres_per_px) {
    if (layer == geo::BaseLayer::river) {
        if (metres_per_px > 12000)
            return 1;
        if (metres_per_px > 6000)
            return 2;
        if (metres_per_px > 2500)
            return 3;
        if (metres_per_px > 1000)
            return 4;
        return metres_per_px > 400 ? 5 : 255;
    }
    if (layer == geo::BaseLayer::lake) {
        if (metres_per_px > 6000)
            return 1;
        if (metres_per_px > 2500)
            return 2;
        return metres_per_px > 800 ? 3 : 255;
    }
    return 255;
}

bool is_finite(geo::MapPoint p) {
    return std::isfinite(p.x_m) && std::isfinite(p.y_m);
}

FlatPoint relative(geo::MapPoint p, geo::MapPoint origin) {
    return {static_cast<float>(p.x_m - origin.x_m), static_cast<float>(p.y_m - origin.y_m)};
}

}  // namespace

bool BaseMapLayer::serves(const FrameMeasures& frame, const geo::Projection& projection) const {
    if (!m_region.made || m_region.projection != projection.definition())
        return false;
    const geo::MapView& view = frame.view;
    const double ratio = view.metres_per_px / m_region.metres_per_px;
    if (ratio < kFinest || ratio > kCoarsest)
        return false;
    const double half_width = view.width_px * view.metres_per_px / 2;
    const double half_height = view.height_px * view.metres_per_px / 2;
    return view.centre.x_m - half_width >= m_region.west_m &&
           view.centre.x_m + half_width <= m_region.east_m &&
           view.centre.y_m - half_height >= m_region.south_m &&
           view.centre.y_m + half_height <= m_region.north_m;
}

void BaseMapLayer::make_region(const FrameMeasures& frame, const geo::Projection& projection) {
    geo::MapView grown = frame.view;
    grown.width_px *= 1 + 2 * kGrow;
    grown.height_px *= 1 + 2 * kGrow;
    const double half_width = grown.width_px * grown.metres_per_px / 2;
    const double half_height = grown.height_px * grown.metres_per_px / 2;
    m_region.projection = projection.definition();
    m_region.origin = grown.centre;
    m_region.west_m = grown.centre.x_m - half_width;
    m_region.east_m = grown.centre.x_m + half_width;
    m_region.south_m = grown.centre.y_m - half_height;
    m_region.north_m = grown.centre.y_m + half_height;
    m_region.metres_per_px = grown.metres_per_px;
    const auto centre = projection.inverse(grown.centre);
    const double ground = centre ? projection.ground_metres_per_map_metre(*centre) : 1;
    m_region.scale = geo::base_scale_for(grown.metres_per_px * (ground > 0 ? ground : 1));
    m_region.made = true;
    const geo::LonLatBox box = geo::visible_box(projection, grown);
    using geo::BaseLayer;
    upload_fill(m_land, BaseLayer::land, box, projection);
    upload_fill(m_lakes, BaseLayer::lake, box, projection);
    upload_lines(m_coast, BaseLayer::coast, box, projection, false);
    upload_lines(m_shores, BaseLayer::lake, box, projection, true);
    upload_lines(m_rivers, BaseLayer::river, box, projection, false);
    upload_lines(m_borders, BaseLayer::country_border, box, projection, false);
    upload_lines(m_disputed, BaseLayer::disputed_border, box, projection, false);
    if (grown.metres_per_px <= kAdmin1ToMetresPerPx) {
        upload_lines(m_admin1, BaseLayer::admin1_border, box, projection, false);
    } else {
        m_admin1.upload({});
    }
}

void BaseMapLayer::upload_fill(FillBuffer& buffer, geo::BaseLayer layer, const geo::LonLatBox& box,
                               const geo::Projection& projection) {
    const geo::BaseLayerData& data = m_base_map.layer(layer, m_region.scale);
    const int most = highest_rank(layer, m_region.metres_per_px);
    std::vector<FlatPoint> points;
    std::vector<std::uint32_t> indices;
    std::vector<geo::MapPoint> projected;
    for (const std::uint32_t i : data.visible(box)) {
        const geo::BaseFeature& feature = data.features[i];
        if (feature.rank > most || feature.part_count == 0)
            continue;
        const geo::BasePart& first = data.parts[feature.first_part];
        const geo::BasePart& last = data.parts[feature.first_part + feature.part_count - 1];
        const std::size_t count = last.first + last.count - first.first;
        projected.resize(count);
        projection.forward(std::span(data.positions).subspan(first.first, count), projected);
        const auto base = static_cast<std::uint32_t>(points.size());
        for (const geo::MapPoint& p : projected)
            points.push_back(relative(p, m_region.origin));
        const auto triangles = data.triangles_of(feature);
        for (std::size_t t = 0; t + 2 < triangles.size(); t += 3) {
            bool whole = true;
            for (std::size_t k = t; k < t + 3; ++k) {
                whole &= is_finite(projected[triangles[k] - first.first]);
            }
            for (std::size_t k = t; whole && k < t + 3; ++k) {
                indices.push_back(base + triangles[k] - first.first);
            }
        }
    }
    buffer.upload(points, indices);
}

void BaseMapLayer::upload_lines(RibbonBuffer& buffer, geo::BaseLayer layer,
                                const geo::LonLatBox& box, const geo::Projection& projection,
                                bool closed) {
    const geo::BaseLayerData& data = m_base_map.layer(layer, m_region.scale);
    const int most = highest_rank(layer, m_region.metres_per_px);
    const auto drop_m = static_cast<float>(kDropPx * m_region.metres_per_px);
    RibbonMesh mesh;
    std::vector<geo::MapPoint> projected;
    std::vector<FlatPoint> line;
    for (const std::uint32_t i : data.visible(box)) {
        const geo::BaseFeature& feature = data.features[i];
        if (feature.rank > most)
            continue;
        for (std::size_t part = 0; part < feature.part_count; ++part) {
            const auto positions = data.part(feature.first_part + part);
            projected.resize(positions.size());
            projection.forward(positions, projected);
            line.clear();
            for (std::size_t k = 0; k < projected.size(); ++k) {
                if (!is_finite(projected[k])) {
                    add_ribbon(mesh, line, false, 0.5F);
                    line.clear();
                    continue;
                }
                const FlatPoint p = relative(projected[k], m_region.origin);
                const bool is_end = k + 1 == projected.size();
                if (!line.empty() && !is_end && std::abs(p.x - line.back().x) < drop_m &&
                    std::abs(p.y - line.back().y) < drop_m) {
                    continue;
                }
                line.push_back(p);
            }
            add_ribbon(mesh, line, closed && line.size() > 2, 0.5F);
        }
    }
    buffer.upload(mesh);
}

void BaseMapLayer::draw(const FrameMeasures& frame, const geo::Projection& projection,
                        const MapStyle& style, const RibbonProgram& ribbons,
                        const FillProgram& fills) {
    if (!serves(frame, projection))
        make_region(frame, projection);
    const FlatPoint centre = relative(frame.view.centre, m_region.origin);
    const auto scale = static_cast<float>(frame.device_px_per_metre());
    use_in_frame(fills, frame);
    glUniform2f(fills.centre, centre.x, centre.y);
    glUniform1f(fills.scale, scale);
    set_colour(fills.colour, style.land);
    m_land.draw(GL_TRIANGLES);
    set_colour(fills.colour, style.lake);
    m_lakes.draw(GL_TRIANGLES);

    use_in_frame(ribbons, frame);
    glUniform2f(ribbons.centre, centre.x, centre.y);
    glUniform1f(ribbons.scale, scale);
    const auto lines = [&](const RibbonBuffer& buffer, const LineStyle& line) {
        glVertexAttrib4f(kRibbonColour, static_cast<float>(line.colour.r) / 255,
                         static_cast<float>(line.colour.g) / 255,
                         static_cast<float>(line.colour.b) / 255,
                         static_cast<float>(line.colour.a) / 255);
        glUniform1f(ribbons.width, frame.device_px(line.width_px));
        buffer.draw(false);
    };
    lines(m_rivers, style.river);
    lines(m_shores, style.lake_shore);
    lines(m_admin1, style.admin1);
    lines(m_coast, style.coast);
    lines(m_borders, style.border);
    glUniform2f(ribbons.dash, frame.device_px(kDisputedDashPx), frame.device_px(kDisputedGapPx));
    lines(m_disputed, style.disputed);
    glUniform2f(ribbons.dash, 0, 0);
}

}  // namespace app
