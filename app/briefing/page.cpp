// Lays out the first page and the table pages.
#include "app/briefing/page.hpp"

#include <cairo.h>
#include <fmt/format.h>

#include <cmath>

#include "app/briefing/page_legend.hpp"
#include "app/briefing/page_map.hpp"
#include "app/briefing/page_table.hpp"
#include "app/briefing/page_timeline.hpp"
#include "app/map/labels.hpp"
#include "app/map/legend.hpp"
#include "app/map/named_places.hpp"

namespace app {
namespace {

constexpr double kDesignHeightPt = 595.28;
constexpr double kMargin = 20;
constexpr double kSideWidth = 214;
constexpr Colour kTitle{0x14, 0x43, 0x72, 255};
constexpr Colour kAccent{0x1f, 0x69, 0xb3, 255};
constexpr Colour kInk{0x2b, 0x33, 0x3a, 255};
constexpr Colour kGrey{0x6b, 0x74, 0x7c, 255};

events::Language language_of(const PageTexts& texts) {
    return texts.language() == PageLanguage::fr ? events::Language::fr : events::Language::en;
}

void draw_header(Canvas& canvas, double width, const PageInput& input) {
    const BriefingContent& content = input.content;
    canvas.fill({0, 0, width, 4}, kAccent);
    const double right_width = 190;
    canvas.text({kMargin, 13, width - 2 * kMargin - right_width - 10, 0}, content.title,
                {18, FontWeight::bold, kTitle, Align::left, false, 1});
    canvas.text({kMargin, 37, width - 2 * kMargin - right_width - 10, 0}, content.subtitle,
                {10, FontWeight::medium, kGrey, Align::left, false, 1});
    double y = 10;
    const auto right_line = [&](const std::string& words, const PageText& style) {
        if (!words.empty())
            y += canvas.text({width - kMargin - right_width, y, right_width, 0}, words, style) + 1;
    };
    right_line(input.recipe.organisation,
               {8.5, FontWeight::semibold, kInk, Align::right, false, 1});
    right_line(content.as_of, {7.5, FontWeight::regular, kInk, Align::right, false, 1});
    right_line(input.recipe.classification,
               {7, FontWeight::semibold, {0xcd, 0x3a, 0x1f, 255}, Align::right, false, 1});
    std::string codes = input.recipe.map_number;
    if (!input.recipe.glide.empty())
        codes += (codes.empty() ? "" : " · ") + ("GLIDE " + input.recipe.glide);
    right_line(codes, {6.5, FontWeight::regular, kGrey, Align::right, false, 1});
    canvas.line(kMargin, 54, width - kMargin, 54, {0xc9, 0xd2, 0xda, 255}, 0.6);
}

double section_title(Canvas& canvas, double x, double y, double width, const std::string& words) {
    const double height = canvas.text({x, y, width, 0}, words, {8.5, FontWeight::semibold, kTitle});
    canvas.line(x, y + height + 1, x + width, y + height + 1, kAccent, 0.8);
    return height + 4.5;
}

/// Number in large type with its words, two or three beside each other.
double draw_figures(Canvas& canvas, double x, double y, double width, const PageInput& input) {
    const PageTexts& texts = input.texts;
    std::vector<std::pair<std::string, std::string>> figures;
    figures.emplace_back(texts.count(static_cast<std::int64_t>(input.content.events.size())),
                         texts.say("events"));
    for (std::size_t h = 0; h < events::kHarmCount; ++h) {
        const auto harm = static_cast<events::Harm>(h);
        if (harm == events::Harm::displaced)
            continue;
        if (const auto& figure = input.content.totals[harm])
            figures.emplace_back(texts.figure(*figure), texts.say(events::to_string(harm)));
    }
    if (const auto& moved = input.content.displacement.movement)
        figures.emplace_back(texts.figure(*moved), texts.say("displaced"));
    const double top = y;
    y += section_title(canvas, x, y, width, texts.say("figures"));
    constexpr int kColumns = 3;
    const double column = width / kColumns;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const double cell_x = x + column * static_cast<double>(i % kColumns);
        const double cell_y = y + 25 * static_cast<double>(i / kColumns);
        canvas.text({cell_x, cell_y, column - 4, 0}, figures[i].first,
                    {11.5, FontWeight::bold, kInk, Align::left, false, 1});
        canvas.text({cell_x, cell_y + 14, column - 4, 0}, figures[i].second,
                    {6.6, FontWeight::regular, kGrey, Align::left, false, 1});
    }
    y += 25 * static_cast<double>((figures.size() + kColumns - 1) / kColumns);
    std::string note = texts.say("figures_note");
    if (input.content.summaries > 0) {
        note += " " + texts.say("figures_summaries", {fmt::format("{}", input.content.summaries)});
    }
    y += canvas.text({x, y, width, 0}, note, {5.8, FontWeight::regular, kGrey, Align::left, true});
    return y - top;
}

std::string joined_sources(const PageInput& input) {
    std::string sources;
    for (const std::string& source : input.content.sources)
        sources += (sources.empty() ? "" : "; ") + source;
    return sources;
}

/// Limits, sources, projection and disclaimer, along the foot of the page. Returns the height.
double margin_texts_height(Canvas& canvas, double width, const std::vector<std::string>& lines) {
    double height = 0;
    for (const std::string& line : lines)
        height += canvas.text_height(
                      width, line, {5.8, FontWeight::regular, kGrey, Align::left, false, 3, 1.1}) +
                  1;
    return height;
}

std::vector<std::string> margin_texts(const PageInput& input, const std::string& projection) {
    const PageTexts& texts = input.texts;
    std::string base = input.base_map.attribution();
    for (char& c : base) {
        if (c == '\n')
            c = ' ';
    }
    std::vector<std::string> lines{
        input.content.limitations, texts.say("sources", {joined_sources(input)}),
        texts.say("base_map", {base}) + " · " + texts.say("projection", {projection}),
        input.content.disclaimer};
    std::string last = texts.say("created_with");
    if (!input.recipe.contact.empty())
        last = input.recipe.contact + " · " + last;
    lines.push_back(last);
    return lines;
}

struct MapParts {
    geo::Projection projection;
    geo::MapView view;
    Scene scene;
    std::vector<PlacedLabel> labels;
};

geo::Result<MapParts> make_map(const PageInput& input, double width_pt, double height_pt,
                               const TextShaper& shaper) {
    const AreaOutlines outlines =
        collect_area_outlines(input.casebook, input.gazetteer, &input.base_map);
    const auto box = input.recipe.view ? input.recipe.view
                                       : extent_of(input.casebook, input.content.filter, &outlines);
    const geo::LonLatBox shown = box.value_or(geo::LonLatBox{-25, -35, 55, 38});
    const double width_deg = geo::crosses_date_line(shown) ? shown.east_deg + 360 - shown.west_deg
                                                           : shown.east_deg - shown.west_deg;
    // Whole degrees: the page names the projection's centre.
    const geo::LonLat centre{std::round(shown.west_deg + width_deg / 2),
                             std::round((shown.south_deg + shown.north_deg) / 2)};
    auto projection = input.recipe.projection.empty()
                          ? geo::Result<geo::Projection>{geo::Projection::equal_area(centre)}
                          : geo::Projection::from_definition(input.recipe.projection);
    if (!projection)
        return tl::unexpected(projection.error());
    const double width_px = width_pt / kPointsPerPx;
    const double height_px = height_pt / kPointsPerPx;
    const double margin_px = input.recipe.view ? 0 : 50;
    MapParts parts{std::move(*projection), {}, {}, {}};
    parts.view = geo::fit(parts.projection, shown, width_px, height_px, margin_px);
    SceneInput scene{input.casebook, input.content.filter, input.recipe.period, parts.projection,
                     parts.view};
    scene.language = language_of(input.texts);
    scene.area_outlines = &outlines;
    parts.scene = build_scene(scene);
    const auto names = named_places(input.base_map, input.gazetteer, scene.language);
    const auto candidates = label_candidates(parts.scene, names, parts.projection, parts.view);
    parts.labels = place_labels(candidates, parts.scene, input.style, shaper, parts.view);
    return parts;
}

void draw_side(Canvas& canvas, const Rect& side, const PageInput& input, const MapParts& map) {
    double y = side.y;
    y += draw_figures(canvas, side.x, y, side.width, input) + 7;
    y += section_title(canvas, side.x, y, side.width, input.texts.say("legend"));
    y += draw_page_legend(canvas, {side.x, y, side.width, 0},
                          build_legend(map.scene, input.style, language_of(input.texts)),
                          input.style) +
         7;
    if (side.bottom() - y < 45)
        return;
    y += section_title(canvas, side.x, y, side.width, input.texts.say("table"));
    draw_short_table(canvas, {side.x, y, side.width, side.bottom() - y}, input.casebook,
                     input.content, input.texts, input.recipe.table_rows);
}

}  // namespace

geo::Result<void> draw_first_page(Canvas& canvas, const PageInput& input) {
    const double scale = canvas.height_pt() / kDesignHeightPt;
    cairo_scale(canvas.cairo(), scale, scale);
    const double width = canvas.width_pt() / scale;
    const double height = kDesignHeightPt;
    const TextShaper shaper;
    draw_header(canvas, width, input);

    const double map_width = width - 2 * kMargin - kSideWidth - 12;
    const Rect side{width - kMargin - kSideWidth, 62, kSideWidth, height - 62 - 14};
    constexpr double kTimelineHeight = 62;
    const double texts_height =
        margin_texts_height(canvas, map_width,
                            margin_texts(input, "Lambert azimuthal equal-area, 00° N 00° W")) +
        2;
    const double map_height = height - 62 - 14 - texts_height - kTimelineHeight - 12;
    auto map = make_map(input, map_width, map_height, shaper);
    if (!map)
        return tl::unexpected(map.error());
    const PageMap page_map{input.base_map, map->projection, map->view, map->scene,
                           map->labels,    input.style,     shaper,    language_of(input.texts)};
    draw_page_map(canvas, kMargin, 62, page_map);
    constexpr double kLocator = 84;
    draw_locator(canvas, {kMargin + map_width - kLocator, 62, kLocator, kLocator}, page_map);
    draw_page_timeline(canvas, {kMargin, 62 + map_height + 6, map_width, kTimelineHeight},
                       input.casebook, input.content, input.texts);
    double y = 62 + map_height + kTimelineHeight + 12;
    for (const std::string& line : margin_texts(input, map->projection.label())) {
        y += canvas.text({kMargin, y, map_width, 0}, line,
                         {5.8, FontWeight::regular, kGrey, Align::left, false, 3, 1.1}) +
             1;
    }
    draw_side(canvas, side, input, *map);
    return {};
}

void draw_table_pages(Canvas& canvas, const PageInput& input) {
    const double scale = canvas.height_pt() / kDesignHeightPt;
    const double width = canvas.width_pt() / scale;
    std::size_t row = 0;
    while (row < input.content.events.size()) {
        canvas.next_page();
        canvas.text({kMargin, 16, width - 2 * kMargin, 0},
                    fmt::format("{} · {}", input.content.title,
                                input.texts.say(row == 0 ? "table" : "table_continued")),
                    {11, FontWeight::semibold, kTitle, Align::left, false, 1});
        const std::size_t next =
            draw_full_table(canvas, {kMargin, 38, width - 2 * kMargin, kDesignHeightPt - 38 - 24},
                            input.casebook, input.content, input.texts, row);
        // A row taller than a page cannot be (cells have at most three lines); still, never loop.
        row = std::max(next, row + 1);
    }
    canvas.next_page();
}

}  // namespace app
