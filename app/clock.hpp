// The event clock: which days the map shows, and how they move while playing. Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "events/day.hpp"

namespace app {

enum class TimeMode : std::uint8_t {
    all,         ///< every day, and what has none
    window,      ///< only the days of the window
    cumulative,  ///< from the first day to the end of the window
};

struct Clock {
    TimeMode mode = TimeMode::all;
    bool playing = false;
    events::DayRange extent{};  ///< first to last day of the casebook; empty() when it has none
    events::DayRange window{};  ///< inside the extent
    double days_per_second = 30;
    double due_days = 0;  ///< below one: what `advance` still owes
    bool empty() const { return extent.last < extent.first; }
};

inline constexpr double kMinDaysPerSecond = 1;
inline constexpr double kMaxDaysPerSecond = 1000;

/// A clock with no days at all: nothing can be played.
Clock make_empty_clock();

/// New first and last day. The window is kept where it still fits; otherwise it becomes the first
/// twelfth of the extent, but no less than 30 days or the extent.
void set_extent(Clock& clock, std::optional<events::DayRange> extent);

/// What is shown; empty: all of time.
std::optional<events::DayRange> shown_days(const Clock& clock);

/// Moves the window as a whole so that it stays inside the extent.
void move_window(Clock& clock, int days);
/// Sets both ends, put in order and clamped to the extent; leaves `all` for `window`.
void set_window(Clock& clock, events::DayRange window);
/// One step: the length of the window (window), or a month (cumulative). Leaves `all` first.
void step(Clock& clock, int steps);
/// Makes the window longer or shorter by a factor at its end, at least one day.
void scale_window(Clock& clock, double factor);

/// Starts or stops. Starting at the end starts again from the beginning.
void set_playing(Clock& clock, bool playing);
/// Time passes: moves the window by whole days and stops at the extent's end.
/// Returns whether anything that is shown changed.
bool advance(Clock& clock, double seconds);

}  // namespace app
