// The histogram under the timeline: how many events per day, week, month ..., by ACLED type. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "events/event.hpp"

namespace app {

enum class BinSize : std::uint8_t { day, week, month, quarter, year };

/// The six shapes of the map, in the order of app::Shape.
inline constexpr std::size_t kTypeCount = 6;
/// Position in that order, by ACLED event type; strategic developments come last.
std::size_t type_index(events::EventKind kind);

struct TimelineBin {
    events::DayRange days;
    std::array<std::uint32_t, kTypeCount> surely{};  ///< the event's whole period lies in the bin
    float possibly = 0;  ///< shares of events whose period is longer than the bin: they add up to 1
};

struct Timeline {
    BinSize size = BinSize::month;
    std::vector<TimelineBin> bins;  ///< without gaps, oldest first; empty when nothing is dated
    float tallest = 0;              ///< events in the fullest bin
};

/// First to last day that any of the events can have; empty when none is dated.
std::optional<events::DayRange> dated_extent(std::span<const events::Event> events,
                                             std::span<const events::Flow> flows);

/// The finest size with at most `max_bins` bins (or years).
BinSize bin_size_for(const events::DayRange& extent, std::size_t max_bins);

/// `shown`: positions in `events`. Bins follow the calendar and cover the extent.
Timeline build_timeline(std::span<const events::Event> events, std::span<const std::size_t> shown,
                        const events::DayRange& extent, std::size_t max_bins);

/// The first day of the bin that holds the day, and of the next one.
events::Day bin_start(events::Day day, BinSize size);
events::Day next_bin(events::Day start, BinSize size);

}  // namespace app
