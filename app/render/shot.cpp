// View, scene, labels, furniture, frame, PNG.
#include "app/render/shot.hpp"

#include <algorithm>
#include <cmath>

#include "app/map/furniture.hpp"
#include "app/map/named_places.hpp"
#include "app/render/map_renderer.hpp"
#include "app/render/offscreen_context.hpp"
#include "app/render/offscreen_target.hpp"

namespace app {
namespace {

constexpr geo::LonLatBox kWholeWorld{-180, -56, 180, 74};
constexpr double kSmallestExtentDeg = 1.5;
constexpr double kExtentMargin = 0.07;  ///< of the box, on each side
constexpr double kMarginPx = 24;
constexpr double kSmallestScale = 0.75;
constexpr double kLargestScale = 8;
constexpr double kLegendMarginPx = 14;
constexpr double kWidestScaleBarPx = 150;

geo::LonLatBox with_margin(geo::LonLatBox box) {
    const double width = std::max(box.east_deg - box.west_deg, kSmallestExtentDeg);
    const double height = std::max(box.north_deg - box.south_deg, kSmallestExtentDeg);
    const double lon = (box.east_deg + box.west_deg) / 2;
    const double lat = (box.north_deg + box.south_deg) / 2;
    const double half_width = width * (0.5 + kExtentMargin);
    const double half_height = height * (0.5 + kExtentMargin);
    return {std::max(lon - half_width, -180.0), std::max(lat - half_height, -84.0),
            std::min(lon + half_width, 180.0), std::min(lat + half_height, 84.0)};
}

std::string credits(events::Language language) {
    if (language == events::Language::fr) {
        return "Fond : Natural Earth, GSHHG, GeoNames. Frontières et noms n'impliquent aucune "
               "prise de position ; tireté : contesté.";
    }
    return "Base: Natural Earth, GSHHG, GeoNames. Boundaries and names imply no opinion on their "
           "status; dashed: disputed.";
}

/// Small pictures get smaller type, very large ones are for print: half steps from 2560 pixels on.
double scale_of(const ShotOptions& options) {
    if (options.dpi_scale > 0)
        return options.dpi_scale;
    const double size = std::min(options.width_px / 1280.0, options.height_px / 720.0);
    if (size < 2)
        return std::clamp(size * 1.25, kSmallestScale, 1.0);
    return std::min(std::floor(size * 2 / 1.5) / 2, kLargestScale);
}

/// A shot while it is put together.
struct Composition {
    const events::Casebook& casebook;
    const ShotOptions& options;
    geo::Projection projection = geo::Projection::web_mercator();
    events::Filter filter = {};
    AreaOutlines outlines = {};
    geo::MapView view = {};
    Scene scene = {};
    Furniture furniture = {};

    double scale = scale_of(options);

    double width() const { return options.width_px / scale; }
    double height() const { return options.height_px / scale; }

    void build(const MapStyle& style) {
        SceneInput input{casebook, filter, std::nullopt, projection, view};
        if (options.at)
            input.window = events::DayRange{*options.at, *options.at};
        input.language = options.language;
        input.area_outlines = &outlines;
        scene = build_scene(input);
        furniture.legend = build_legend(scene, style, options.language);
        if (options.at) {
            const bool french = options.language == events::Language::fr;
            furniture.legend.notes.insert(
                furniture.legend.notes.begin(),
                (french ? "Jour montré : " : "Day shown: ") + events::to_iso(*options.at));
        }
    }

    /// All that passes, beside the legend when that leaves the larger part of the picture.
    void choose_view(const MapStyle& style, const TextShaper& shaper) {
        if (options.view) {
            view = geo::fit(projection, *options.view, width(), height(), 0);
            build(style);
            return;
        }
        const auto extent = extent_of(casebook, filter, &outlines);
        const geo::LonLatBox box = extent ? with_margin(*extent) : kWholeWorld;
        view = geo::fit(projection, box, width(), height(), kMarginPx);
        build(style);
        const double legend_px =
            draw_legend(nullptr, furniture.legend, style, shaper, 0, 0).width_px +
            2 * kLegendMarginPx;
        if (!extent || legend_px > width() * 0.4)
            return;
        view = geo::fit(projection, box, width() - legend_px, height(), kMarginPx);
        view.width_px = width();
        view.pan_px(legend_px / 2, 0);
        build(style);
    }
};

geo::Result<void> check(const ShotOptions& options) {
    for (const int side : {options.width_px, options.height_px}) {
        if (side < kSmallestShotPx || side > kLargestShotPx) {
            return geo::fail(std::to_string(options.width_px) + "x" +
                             std::to_string(options.height_px) + ": a picture has " +
                             std::to_string(kSmallestShotPx) + " to " +
                             std::to_string(kLargestShotPx) + " pixels a side");
        }
    }
    if (options.dpi_scale != 0 && !(options.dpi_scale >= 0.5 && options.dpi_scale <= 4)) {
        return geo::fail("a picture's scale is 0.5 to 4 device pixels per logical one");
    }
    return geo::check_output_path(options.output, options.overwrite);
}

}  // namespace

geo::Result<void> render_shot(const events::Casebook& casebook,
                              const gazetteer::Gazetteer& gazetteer,
                              const std::string& share_folder, const ShotOptions& options) {
    if (const auto good = check(options); !good)
        return good;
    const auto style = load_style(share_folder, options.style);
    if (!style)
        return geo::fail(style.error().message);
    const auto base_map = geo::BaseMap::open(share_folder + "/basemap");
    if (!base_map)
        return geo::fail(base_map.error().message);
    const auto context = OffscreenContext::create();
    if (!context)
        return geo::fail(context.error().message);
    auto renderer = MapRenderer::create(share_folder, *base_map);
    if (!renderer)
        return geo::fail(renderer.error().message);
    const auto target = OffscreenTarget::create(options.width_px, options.height_px);
    if (!target)
        return geo::fail(target.error().message);

    const TextShaper shaper;
    Composition shot{casebook, options};
    shot.outlines = collect_area_outlines(casebook, gazetteer, &*base_map);
    shot.choose_view(*style, shaper);
    shot.furniture.scale_bar =
        make_scale_bar(shot.projection, shot.view, kWidestScaleBarPx, options.language);
    shot.furniture.credits = credits(options.language);
    shot.furniture.short_credits = "Natural Earth, GSHHG, GeoNames";
    const auto names = named_places(*base_map, gazetteer, options.language);
    const auto candidates = label_candidates(shot.scene, names, shot.projection, shot.view);
    const auto covered = covered_by(shot.furniture, *style, shaper, shot.view);
    const auto labels = place_labels(candidates, shot.scene, *style, shaper, shot.view, covered);
    renderer->draw(
        {shot.projection, shot.view, shot.scene, labels, *style, shot.scale, &shot.furniture},
        target->framebuffer());
    return write_png(target->read_pixels(), options.output, options.overwrite);
}

}  // namespace app
