// Loads what a page needs, draws it into a temporary file and puts that in place.
#include "app/briefing/briefing.hpp"

#include "app/briefing/page.hpp"
#include "app/commands/arguments.hpp"
#include "geo/input_file.hpp"

namespace app {
namespace {

geo::Result<PageFormat> format_of(const std::string& path) {
    if (path.ends_with(".png"))
        return PageFormat::png;
    if (path.ends_with(".pdf"))
        return PageFormat::pdf;
    if (path.ends_with(".svg"))
        return PageFormat::svg;
    return geo::fail(path + ": cannot tell what to draw from this ending; use .png, .pdf or .svg");
}

/// The file begins as its format does and is not cut: the end mark is there.
geo::Result<void> check_page(const std::string& path, PageFormat format) {
    const auto file = geo::read_input_file(path, geo::kMaxTableBytes);
    if (!file)
        return tl::unexpected(file.error());
    const std::string_view bytes = file->bytes;
    const std::string_view end = bytes.substr(bytes.size() < 32 ? 0 : bytes.size() - 32);
    bool whole = false;
    switch (format) {
        case PageFormat::png:
            whole = bytes.starts_with("\x89PNG") && end.find("IEND") != end.npos;
            break;
        case PageFormat::pdf:
            whole = bytes.starts_with("%PDF") && end.find("%%EOF") != end.npos;
            break;
        case PageFormat::svg:
            whole = bytes.starts_with("<?xml") && end.find("</svg>") != end.npos;
            break;
    }
    if (!whole)
        return geo::fail("the page was cut short while it was written");
    return {};
}

}  // namespace

geo::Result<PageSize> parse_page_size(const std::string& text) {
    if (text == "A4")
        return PageSize{};
    if (text == "A3")
        return PageSize{1190.55, 841.89, "A3", false};
    const auto size = parse_size_px(text);
    if (!size || size->first < 400 || size->second < 300) {
        return geo::fail(
            "--size: \"" + text +
            "\" is no page size; wanted A4, A3 or WIDTHxHEIGHT in pixels (400x300 and up)");
    }
    return PageSize{size->first * 0.75, size->second * 0.75, text, true};
}

geo::Result<Briefing> write_briefing(const events::Casebook& casebook, const Recipe& recipe,
                                     const gazetteer::Gazetteer& gazetteer,
                                     const std::string& share_folder,
                                     const BriefingOptions& options) {
    const auto format = format_of(options.output);
    if (!format)
        return tl::unexpected(format.error());
    const auto words = geo::read_input_file(share_folder + "/lang/briefing.tsv");
    if (!words)
        return tl::unexpected(words.error());
    const auto texts = PageTexts::parse(words->bytes, options.language);
    if (!texts)
        return tl::unexpected(texts.error());
    const auto base_map = geo::BaseMap::open(share_folder + "/basemap");
    if (!base_map)
        return tl::unexpected(base_map.error());
    const auto style = load_style(share_folder, "light");
    if (!style)
        return tl::unexpected(style.error());

    const BriefingContent content = make_content(casebook, recipe, *base_map, *texts);
    const PageInput input{casebook, recipe, content, gazetteer, *base_map, *style, *texts};
    const std::string created = content.as_of_day
                                    ? events::to_iso(*content.as_of_day) + "T00:00:00Z"
                                    : "1970-01-01T00:00:00Z";
    const auto draw = [&](const std::string& path) -> geo::Result<void> {
        const double dpi = options.size.in_pixels ? 96 : options.dpi;
        auto canvas = Canvas::create(path, *format, options.size.width_pt, options.size.height_pt,
                                     dpi, created);
        if (!canvas)
            return tl::unexpected(canvas.error());
        if (const auto drawn = draw_first_page(*canvas, input); !drawn)
            return drawn;
        if (*format == PageFormat::pdf)
            draw_table_pages(*canvas, input);
        return canvas->finish();
    };
    const auto written =
        geo::replace_file(options.output, options.overwrite, draw,
                          [&](const std::string& path) { return check_page(path, *format); });
    if (!written)
        return tl::unexpected(written.error());
    const std::string country = main_country(casebook, content.events);
    return Briefing{missing_from(recipe, content, *texts),
                    standard_file_name(recipe, content, country, options.size.name)};
}

}  // namespace app
