// The order of the layers, and the state around them.
#include "app/render/map_renderer.hpp"

#include <cmath>

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
        const geo::MapView& view = frame.view;
        const TextSize size = draw_legend(nullptr, furniture.legend, style, shaper, 0, 0);
        if (size.width_px <= view.width_px * kLegendMostWidth &&
            size.height_px + 2 * kMarginPx <= view.height_px * kLegendMostHeight) {
            const TextBitmap legend = rasterise_drawing(
                size.width_px + 1, size.height_px + 1, frame.dpi_scale,
                [&](cairo_t* cairo) { draw_legend(cairo, furniture.legend, style, shaper, 0, 0); });
            place(frame, legend, kMarginPx, view.height_px - kMarginPx - size.height_px);
        }
        TextStyle small = style.of(TextRole::furniture);
        small.size_px *= 0.86;
        small.halo = with_opacity(style.panel, 0.8);
        small.halo_px = 1.5;
        const TextSize words = shaper.measure(furniture.credits, small);
        constexpr double kHalo = 4;
        const TextBitmap credits = rasterise_drawing(
            words.width_px + 2 * kHalo, words.height_px + 2 * kHalo, frame.dpi_scale,
            [&](cairo_t* cairo) { shaper.draw(cairo, furniture.credits, small, kHalo, kHalo); });
        const double credits_y = view.height_px - words.height_px - 2 * kHalo - 2;
        place(frame, credits, view.width_px - words.width_px - 2 * kHalo - 4, credits_y);
        if (furniture.scale_bar.length_px <= 0)
            return;
        const ScaleBar& bar = furniture.scale_bar;
        constexpr double kBarHeight = 28;
        const TextBitmap image = rasterise_drawing(
            bar.length_px + 40, kBarHeight, frame.dpi_scale,
            [&](cairo_t* cairo) { draw_scale_bar(cairo, bar, style, shaper, 20, kBarHeight - 4); });
        place(frame, image, view.width_px - bar.length_px - 20 - kMarginPx - 20 + 14,
              credits_y - kBarHeight - 2);
    }

    void place(const FrameMeasures& frame, const TextBitmap& image, double x_px, double y_px) {
        labels.draw_image(frame, image, static_cast<int>(std::lround(x_px * frame.dpi_scale)),
                          static_cast<int>(std::lround(y_px * frame.dpi_scale)));
    }
};

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
