// Which events and flows are shown or exported. Pure.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "events/casebook.hpp"
#include "geo/lon_lat.hpp"

namespace events {

struct Filter {
    std::set<EventKind> kinds;            ///< empty: all; flows count as displacement
    std::set<ReviewStatus> statuses;      ///< empty: all but rejected
    std::set<ReportId> reports;           ///< empty: all
    std::set<PlacePrecision> precisions;  ///< empty: all
    std::string text;                     ///< folded substring of place, actors, quote; empty: all
    std::string country;           ///< ISO code of the place (a flow: of either end); empty: all
    std::string place;             ///< folded substring of place name or words; empty: all
    std::string actor;             ///< folded substring of an actor's name; empty: all
    std::optional<DayRange> days;  ///< possibly inside; what has no day is in no window
    std::optional<geo::LonLatBox> box;  ///< what has no point is in no box; a flow: either end
};

/// How an event's period stands to a window of days: surely when every day it can mean is inside,
/// possibly when one is. What has no day at all is in no window: it is counted and shown apart.
enum class Inside : unsigned char { no, possibly, surely };
Inside inside(const TimeSpan& time, const DayRange& window);

/// Text without case and accents, for comparing what people type with what reports write:
/// "Ségou" and "SEGOU" fold to the same.
std::string fold(std::string_view text);

bool passes(const Filter& filter, const Event& event);
bool passes(const Filter& filter, const Flow& flow);

/// Positions in casebook.events() / casebook.flows() that pass, in order.
std::vector<std::size_t> passing_events(const Casebook& casebook, const Filter& filter);
std::vector<std::size_t> passing_flows(const Casebook& casebook, const Filter& filter);

}  // namespace events
