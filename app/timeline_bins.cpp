// Calendar bins and how events fall into them.
#include "app/timeline_bins.hpp"

#include <string_view>

namespace app {
namespace {

using events::Day;
using events::DayRange;
using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr std::array<std::string_view, kTypeCount> kTypes{
    "Violence against civilians", "Battles", "Explosions/Remote violence", "Protests", "Riots",
    "Strategic developments"};

void widen(std::optional<DayRange>& extent, const std::optional<DayRange>& by) {
    if (!by)
        return;
    if (!extent) {
        extent = by;
        return;
    }
    extent->first = std::min(extent->first, by->first);
    extent->last = std::max(extent->last, by->last);
}

std::size_t bin_of(const std::vector<TimelineBin>& bins, Day day) {
    const auto after =
        std::upper_bound(bins.begin(), bins.end(), day,
                         [](Day value, const TimelineBin& bin) { return value < bin.days.first; });
    return after == bins.begin() ? 0 : static_cast<std::size_t>(after - bins.begin()) - 1;
}

void count(std::vector<TimelineBin>& bins, const events::Event& event) {
    if (!event.time.days)
        return;
    const std::size_t first = bin_of(bins, event.time.days->first);
    const std::size_t last = bin_of(bins, event.time.days->last);
    if (first == last) {
        ++bins[first].surely[type_index(event.kind)];
        return;
    }
    const float share = 1.0F / static_cast<float>(last - first + 1);
    for (std::size_t i = first; i <= last; ++i)
        bins[i].possibly += share;
}

}  // namespace

std::size_t type_index(events::EventKind kind) {
    const auto found = std::find(kTypes.begin(), kTypes.end(), events::info(kind).acled_event_type);
    return std::min(static_cast<std::size_t>(found - kTypes.begin()), kTypeCount - 1);
}

std::optional<DayRange> dated_extent(std::span<const events::Event> all_events,
                                     std::span<const events::Flow> flows) {
    std::optional<DayRange> extent;
    for (const auto& event : all_events)
        widen(extent, event.time.days);
    for (const auto& flow : flows)
        widen(extent, flow.time.days);
    return extent;
}

Day bin_start(Day day, BinSize size) {
    const year_month_day date{day};
    switch (size) {
        case BinSize::day:
            return day;
        case BinSize::week: {
            const std::chrono::weekday weekday{day};
            return day - (weekday - std::chrono::Monday);
        }
        case BinSize::month:
            return Day{date.year() / date.month() / 1};
        case BinSize::quarter: {
            const unsigned month = (static_cast<unsigned>(date.month()) - 1) / 3 * 3 + 1;
            return Day{date.year() / std::chrono::month{month} / 1};
        }
        case BinSize::year:
            return Day{date.year() / 1 / 1};
    }
    return day;
}

Day next_bin(Day start, BinSize size) {
    const year_month_day date{start};
    switch (size) {
        case BinSize::day:
            return start + days{1};
        case BinSize::week:
            return start + days{7};
        case BinSize::month:
            return Day{date + months{1}};
        case BinSize::quarter:
            return Day{date + months{3}};
        case BinSize::year:
            return Day{date + years{1}};
    }
    return start + days{1};
}

BinSize bin_size_for(const DayRange& extent, std::size_t max_bins) {
    const auto length = static_cast<double>((extent.last - extent.first).count() + 1);
    const auto most = static_cast<double>(max_bins);
    if (length <= most)
        return BinSize::day;
    if (length / 7 + 1 <= most)
        return BinSize::week;
    if (length / 28 + 1 <= most)
        return BinSize::month;
    if (length / 90 + 1 <= most)
        return BinSize::quarter;
    return BinSize::year;
}

Timeline build_timeline(std::span<const events::Event> all_events,
                        std::span<const std::size_t> shown, const DayRange& extent,
                        std::size_t max_bins) {
    Timeline timeline;
    if (extent.last < extent.first)
        return timeline;
    timeline.size = bin_size_for(extent, max_bins);
    for (Day day = bin_start(extent.first, timeline.size); day <= extent.last;) {
        const Day next = next_bin(day, timeline.size);
        timeline.bins.push_back({{day, next - days{1}}, {}, 0});
        day = next;
    }
    for (const std::size_t i : shown)
        count(timeline.bins, all_events[i]);
    for (const auto& bin : timeline.bins) {
        float height = bin.possibly;
        for (const auto surely : bin.surely)
            height += static_cast<float>(surely);
        timeline.tallest = std::max(timeline.tallest, height);
    }
    return timeline;
}

}  // namespace app
