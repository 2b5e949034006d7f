// The order of the event list. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "events/casebook.hpp"

namespace app {

enum class EventColumn : std::uint8_t { date, kind, place, figure, source };

struct EventOrder {
    EventColumn column = EventColumn::date;
    bool descending = false;
    friend bool operator==(const EventOrder&, const EventOrder&) = default;
};

/// How many people an event is shown with: killed, else the first other harm; 0 when none is said.
std::int64_t weight_of(const events::Tally& tally);

/// Sorts positions in casebook.events(). Undated events and events without a place come last in
/// either direction; equals keep the order of the casebook.
void sort_events(std::span<std::size_t> positions, const events::Casebook& casebook,
                 EventOrder order);

}  // namespace app
