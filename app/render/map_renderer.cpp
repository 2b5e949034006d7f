// The order of the layers, and the state around them.
#include "app/render/map_renderer.hpp"

#include <cmath>
#include <functional>
#include <optional>

#include "app/map/furniture.hpp"
#include "app/render/area_layer.hpp"
#include "app/render/base_map_layer.hpp"
#include "app/render/event_layer.hpp"
#include "app/render/flow_layer.hpp"
#include "app/render/label_layer.hpp"

namespace app {
namespace {

constexpr double kMarginPx = 14;
constexpr double kLegendMostWidth = 0.5;  ///< of the view
constexpr double kLegendMostHeight = 0.9;
constexpr double kHaloPx = 4;      ///< around the credits
constexpr double kBarSidePx = 20;  ///< beside the scale bar, for its words
constexpr double kBarHeightPx = 28;

struct Layout {
    std::optional<ScreenBox> legend;
    ScreenBox credits, scale_bar;
    const std::string* credits_text = nullptr;
};

TextStyle credits_style(const MapStyle& style) {
    TextStyle small = style.of(TextRole::furniture);
    small.size_px *= 0.86;
    small.halo = with_opacity(style.panel, 0.8);
    small.halo_px = 1.5;
    return small;
}

Layout lay_out(const Furniture& furniture, const MapStyle& style, const TextShaper& shaper,
               const geo::MapView& view) {
    Layout layout;
    const TextSize legend = draw_legend(nullptr, furniture.legend, style, shaper, 0, 0);
    if (legend.width_px <= view.width_px * kLegendMostWidth &&
        legend.height_px + 2 * kMarginPx <= view.height_px * kLegendMostHeight) {
        const double bottom = view.height_px - kMarginPx;
        layout.legend = {kMarginPx, bottom - legend.height_px, kMarginPx + legend.width_px, bottom};
    }
    layout.credits_text = &furniture.credits;
    TextSize words = shaper.measure(furniture.credits, credits_style(style));
    if (words.width_px + 2 * kHaloPx + 4 > view.width_px) {
        layout.credits_text = &furniture.short_credits;
        words = shaper.measure(furniture.short_credits, credits_style(style));
    }
    const double right = view.width_px - 4;
    const double bottom = view.height_px - 2;
    const double top = bottom - words.height_px - 2 * kHaloPx;
    layout.credits = {right - words.width_px - 2 * kHaloPx, top, right, bottom};
    const double bar_right = view.width_px - kMarginPx + kBarSidePx;
    layout.scale_bar = {bar_right - furniture.scale_bar.length_px - 2 * kBarSidePx,
                        top - kBarHeightPx, bar_right, top};
    return layout;
}

void clear(Colour colour) {
    glClearColor(static_cast<float>(colour.r) / 255, static_cast<float>(colour.g) / 255,
                 static_cast<float>(colour.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace

struct MapRenderer::Impl {
    RibbonProgram ribbons;
    FillProgram fills;
    BaseMapLayer base;
    AreaLayer areas;
    FlowLayer flows;
    EventLayer events;
    LabelLayer labels;
    TextShaper shaper;

    void draw_furniture(const FrameMeasures& frame, const Furniture& furniture,
                        const MapStyle& style) {
        const Layout layout = lay_out(furniture, style, shaper, frame.view);
        if (layout.legend) {
            place(frame, *layout.legend, [&](cairo_t* cairo) {
                draw_legend(cairo, furniture.legend, style, shaper, 0, 0);
            });
        }
        place(frame, layout.credits, [&](cairo_t* cairo) {
            shaper.draw(cairo, *layout.credits_text, credits_style(style), kHaloPx, kHaloPx);
        });
        if (furniture.scale_bar.length_px <= 0)
            return;
        place(frame, layout.scale_bar, [&](cairo_t* cairo) {
            draw_scale_bar(cairo, furniture.scale_bar, style, shaper, kBarSidePx, kBarHeightPx - 4);
        });
    }

    void place(const FrameMeasures& frame, const ScreenBox& box,
               const std::function<void(cairo_t*)>& draw) {
        const TextBitmap image = rasterise_drawing(
            box.right_px - box.left_px + 1, box.bottom_px - box.top_px + 1, frame.dpi_scale, draw);
        labels.draw_image(frame, image,
                          static_cast<int>(std::lround(box.left_px * frame.dpi_scale)),
                          static_cast<int>(std::lround(box.top_px * frame.dpi_scale)));
    }
};

std::vector<ScreenBox> covered_by(const Furniture& furniture, const MapStyle& style,
                                  const TextShaper& shaper, const geo::MapView& view) {
    const Layout layout = lay_out(furniture, style, shaper, view);
    std::vector<ScreenBox> boxes{layout.credits, layout.scale_bar};
    if (layout.legend)
        boxes.push_back(*layout.legend);
    return boxes;
}

geo::Result<MapRenderer> MapRenderer::create(const std::string& share_folder,
                                             const geo::BaseMap& base_map) {
    auto ribbons = load_ribbon_program(share_folder);
    if (!ribbons)
        return geo::fail(ribbons.error().message);
    auto fills = load_fill_program(share_folder);
    if (!fills)
        return geo::fail(fills.error().message);
    auto events = EventLayer::create(share_folder);
    if (!events)
        return geo::fail(events.error().message);
    auto labels = LabelLayer::create(share_folder);
    if (!labels)
        return geo::fail(labels.error().message);
    return MapRenderer(std::make_unique<Impl>(
        Impl{std::move(*ribbons), std::move(*fills), BaseMapLayer(base_map), AreaLayer(),
             FlowLayer(), std::move(*events), std::move(*labels), TextShaper()}));
}

MapRenderer::MapRenderer(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
MapRenderer::MapRenderer(MapRenderer&&) noexcept = default;
MapRenderer& MapRenderer::operator=(MapRenderer&&) noexcept = default;
MapRenderer::~MapRenderer() = default;

void MapRenderer::draw(const MapFrame& frame, unsigned framebuffer, int x_px, int y_px) {
    const auto width = static_cast<GLsizei>(std::lround(frame.view.width_px * frame.dpi_scale));
    const auto height = static_cast<GLsizei>(std::lround(frame.view.height_px * frame.dpi_scale));
    if (width < 1 || height < 1)
        return;
    const FrameMeasures measures{frame.view, frame.dpi_scale, static_cast<float>(width) / 2,
                                 static_cast<float>(height) / 2};
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(x_px, y_px, width, height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(x_px, y_px, width, height);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    clear(frame.style.water);
    Impl& impl = *m_impl;
    impl.base.draw(measures, frame.projection, frame.style, impl.ribbons, impl.fills);
    impl.areas.draw(measures, frame.scene, frame.style, impl.ribbons, impl.fills);
    impl.flows.draw(measures, frame.scene, frame.style, impl.ribbons);
    impl.events.draw_town_dots(measures, frame.labels, frame.style);
    impl.events.draw(measures, frame.scene, frame.style, impl.ribbons);
    impl.labels.draw(measures, frame.labels, frame.style);
    if (frame.furniture)
        impl.draw_furniture(measures, *frame.furniture, frame.style);
    glBindVertexArray(0);
    glUseProgram(0);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace app
