// Counts and totals over events and flows, as ranges. Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "events/event.hpp"
#include "events/report.hpp"

namespace events {

/// How many of the events are known how well: what a limitations line says.
struct Knownness {
    std::size_t events = 0;
    std::size_t exact = 0;  ///< place known to the settlement
    std::size_t near = 0;
    std::size_t area = 0;      ///< admin 1 or admin 2 only
    std::size_t country = 0;   ///< country only
    std::size_t unplaced = 0;  ///< no point at all
    std::size_t to_the_day = 0;
    std::size_t undated = 0;
    std::size_t single_source = 0;  ///< claims of one report only
    std::size_t reviewed = 0;       ///< a person accepted or edited it
};

/// `shown`: positions in `events`.
Knownness knownness(std::span<const Event> events, std::span<const std::size_t> shown);

/// Sums the lowest and the highest figure said for each harm: low is what all events together have
/// at least (one without a lower figure adds none), high is unknown as soon as one event has no
/// upper figure. Empty where no event says anything. `words` stay empty.
Tally total(std::span<const Event> events, std::span<const std::size_t> shown);

/// People on the move. Flows of one claim that share a figure count once; movement and stock are
/// never added to each other.
struct Displacement {
    std::optional<Figure> movement;
    std::optional<Figure> stock;
    std::optional<Figure> returns;
    std::size_t statements = 0;      ///< figures counted
    std::size_t without_figure = 0;  ///< movements said without a number
};

Displacement displacement(std::span<const Flow> flows, std::span<const std::size_t> shown);

}  // namespace events
