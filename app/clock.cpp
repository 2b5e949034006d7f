// Window arithmetic of the event clock.
#include "app/clock.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

using events::Day;
using events::DayRange;
using std::chrono::days;

int length_days(const DayRange& range) {
    return static_cast<int>((range.last - range.first).count()) + 1;
}

constexpr int kShortestFirstWindowDays = 30;
constexpr int kCumulativeStepDays = 30;

void leave_all(Clock& clock) {
    if (clock.mode == TimeMode::all)
        clock.mode = TimeMode::window;
}

}  // namespace

Clock make_empty_clock() {
    Clock clock;
    clock.extent = {Day{days{1}}, Day{days{0}}};
    clock.window = clock.extent;
    return clock;
}

void set_extent(Clock& clock, std::optional<DayRange> extent) {
    if (!extent) {
        const Clock empty = make_empty_clock();
        clock.extent = empty.extent;
        clock.window = empty.window;
        clock.mode = TimeMode::all;
        clock.playing = false;
        return;
    }
    const bool fits =
        !clock.empty() && clock.window.first >= extent->first && clock.window.last <= extent->last;
    clock.extent = *extent;
    if (fits)
        return;
    const int all = length_days(*extent);
    const int length = std::min(all, std::max(kShortestFirstWindowDays, all / 12));
    clock.window = {extent->first, extent->first + days{length - 1}};
}

std::optional<DayRange> shown_days(const Clock& clock) {
    if (clock.mode == TimeMode::all || clock.empty())
        return std::nullopt;
    if (clock.mode == TimeMode::cumulative)
        return DayRange{clock.extent.first, clock.window.last};
    return clock.window;
}

void move_window(Clock& clock, int by_days) {
    if (clock.empty())
        return;
    const int to_start = static_cast<int>((clock.extent.first - clock.window.first).count());
    const int to_end = static_cast<int>((clock.extent.last - clock.window.last).count());
    const days by{std::clamp(by_days, to_start, to_end)};
    clock.window = {clock.window.first + by, clock.window.last + by};
}

void set_window(Clock& clock, DayRange window) {
    if (clock.empty())
        return;
    if (window.last < window.first)
        std::swap(window.first, window.last);
    window.first = std::clamp(window.first, clock.extent.first, clock.extent.last);
    window.last = std::clamp(window.last, clock.extent.first, clock.extent.last);
    clock.window = window;
    clock.due_days = 0;
    leave_all(clock);
}

void step(Clock& clock, int steps) {
    if (clock.empty())
        return;
    if (clock.mode == TimeMode::all) {
        leave_all(clock);
        return;
    }
    const bool cumulative = clock.mode == TimeMode::cumulative;
    move_window(clock, steps * (cumulative ? kCumulativeStepDays : length_days(clock.window)));
}

void scale_window(Clock& clock, double factor) {
    if (clock.empty())
        return;
    const int old_length = length_days(clock.window);
    int length = static_cast<int>(std::lround(old_length * factor));
    if (length == old_length)
        length += factor > 1 ? 1 : -1;
    length = std::max(1, length);
    set_window(clock, {clock.window.first, clock.window.first + days{length - 1}});
}

void set_playing(Clock& clock, bool playing) {
    if (clock.empty())
        return;
    clock.playing = playing;
    clock.due_days = 0;
    if (!playing)
        return;
    leave_all(clock);
    if (clock.window.last >= clock.extent.last) {
        clock.window.last = clock.extent.first + (clock.window.last - clock.window.first);
        clock.window.first = clock.extent.first;
    }
}

bool advance(Clock& clock, double seconds) {
    if (!clock.playing || clock.empty())
        return false;
    clock.due_days += seconds * clock.days_per_second;
    const int whole = static_cast<int>(clock.due_days);
    clock.due_days -= whole;
    if (whole == 0)
        return false;
    move_window(clock, whole);
    if (clock.window.last >= clock.extent.last)
        clock.playing = false;
    return true;
}

}  // namespace app
