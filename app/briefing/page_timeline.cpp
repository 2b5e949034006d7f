// Bars of events through time.
#include "app/briefing/page_timeline.hpp"

#include <fmt/format.h>

#include <cmath>

#include "app/commands/arguments.hpp"
#include "app/map/symbology.hpp"
#include "app/timeline_bins.hpp"

namespace app {
namespace {

constexpr Colour kGrey{0x6b, 0x74, 0x7c, 255};
constexpr Colour kAxis{0x9a, 0xa3, 0xaa, 255};
constexpr Colour kPossibly{0xc3, 0xc9, 0xce, 255};

std::array<Colour, kTypeCount> type_colours() {
    std::array<Colour, kTypeCount> colours{};
    for (const events::KindInfo& kind : events::all_kinds())
        colours[type_index(kind.kind)] = style_of(kind.kind).colour;
    return colours;
}

void draw_bars(Canvas& canvas, const Rect& plot, const Timeline& timeline) {
    const auto colours = type_colours();
    const double width = plot.width / static_cast<double>(timeline.bins.size());
    const double gap = width > 4 ? 1 : 0.2;
    const double unit = plot.height / std::max(1.0, static_cast<double>(timeline.tallest));
    for (std::size_t b = 0; b < timeline.bins.size(); ++b) {
        const double x = plot.x + width * static_cast<double>(b);
        double y = plot.bottom();
        const auto bar = [&](double count, Colour colour) {
            if (count <= 0)
                return;
            y -= count * unit;
            canvas.fill({x + gap / 2, y, width - gap, count * unit}, colour);
        };
        for (std::size_t t = 0; t < kTypeCount; ++t)
            bar(timeline.bins[b].surely[t], colours[t]);
        bar(static_cast<double>(timeline.bins[b].possibly), kPossibly);
    }
}

/// A tick at each year, and at each month when the bins are that fine.
void draw_ticks(Canvas& canvas, const Rect& plot, const Timeline& timeline,
                const PageTexts& texts) {
    const auto months = split(texts.say("months_short"), ' ');
    const double width = plot.width / static_cast<double>(timeline.bins.size());
    double last_label_right = plot.x - 100;
    for (std::size_t b = 0; b < timeline.bins.size(); ++b) {
        const std::chrono::year_month_day ymd{timeline.bins[b].days.first};
        const bool year_start =
            b == 0 ||
            std::chrono::year_month_day{timeline.bins[b - 1].days.first}.year() != ymd.year();
        const bool fine = timeline.bins.size() <= 36;
        if (!year_start && !fine)
            continue;
        const double x = plot.x + width * static_cast<double>(b);
        const std::string label =
            year_start ? fmt::format("{}", static_cast<int>(ymd.year()))
                       : months.at((static_cast<unsigned>(ymd.month()) - 1) % months.size());
        const PageText style{6.2, year_start ? FontWeight::semibold : FontWeight::regular, kGrey};
        canvas.line(x, plot.bottom(), x, plot.bottom() + 3, kAxis, 0.5);
        const double label_width = canvas.text_width(label, style);
        if (x < last_label_right + 4 || x + label_width > plot.right() + 4)
            continue;
        canvas.text({x + 1, plot.bottom() + 2.2, 60, 0}, label, style);
        last_label_right = x + label_width;
    }
}

}  // namespace

void draw_page_timeline(Canvas& canvas, const Rect& frame, const events::Casebook& casebook,
                        const BriefingContent& content, const PageTexts& texts) {
    canvas.text({frame.x, frame.y, frame.width / 2, 0}, texts.say("timeline"),
                {7.5, FontWeight::semibold, {0x14, 0x43, 0x72, 255}});
    if (content.known.undated > 0) {
        canvas.text({frame.right() - 160, frame.y, 160, 0},
                    texts.say("timeline_undated", {fmt::format("{}", content.known.undated)}),
                    {6.4, FontWeight::regular, kGrey, Align::right, true});
    }
    if (!content.period)
        return;
    constexpr std::size_t kMostBins = 160;
    const Timeline timeline =
        build_timeline(casebook.events(), content.events, *content.period, kMostBins);
    if (timeline.bins.empty())
        return;
    const Rect plot{frame.x + 14, frame.y + 12, frame.width - 14, frame.height - 24};
    const double top = std::ceil(static_cast<double>(timeline.tallest));
    canvas.text({frame.x, plot.y - 3, 11, 0}, fmt::format("{:.0f}", top),
                {6.2, FontWeight::regular, kGrey, Align::right});
    canvas.text({frame.x, plot.bottom() - 5, 11, 0}, "0",
                {6.2, FontWeight::regular, kGrey, Align::right});
    canvas.line(plot.x, plot.y, plot.right(), plot.y, {0xe3, 0xe6, 0xe9, 255}, 0.5);
    draw_bars(canvas, plot, timeline);
    canvas.line(plot.x, plot.bottom(), plot.right(), plot.bottom(), kAxis, 0.6);
    draw_ticks(canvas, plot, timeline, texts);
}

}  // namespace app
