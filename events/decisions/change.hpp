// What one decision changes in an event or flow, as data: stored as JSON before and after.
#pragma once

#include <optional>

#include "events/decisions/decision.hpp"
#include "events/event.hpp"

namespace events {

struct FigureChange {
    Harm harm = Harm::killed;
    std::optional<Figure> figure;  ///< empty: no figure is said
};

/// Only what is set changes. What was read stays: the words and candidates of a place and the words
/// of a time are no part of a change.
struct Change {
    std::optional<ReviewStatus> status;
    std::optional<EventPlace> place;
    std::optional<TimeSpan> time;
    std::optional<EventKind> kind;
    std::optional<FigureChange> figure;
};

/// The same fields with the values that they have now.
Change present_values(const Change& fields, const Event& event);
Change present_values(const Change& fields, const Flow& flow);

void apply(const Change& change, Event& event);
/// A flow has a status to change and nothing else yet; returns false for a change of more.
bool apply(const Change& change, Flow& flow);

/// The change that a command asks for, checked: a point on the earth, days in order, figures in
/// order. The status of an edit is part of it. Not for UndoLast and RedoLast.
geo::Result<Change> requested_change(const Command& command, const Event& event);

/// The place of a candidate, for MovePlace: a settlement, camp or site is exact, an area as
/// precise as it is.
EventPlace place_of(const PlaceChoice& choice);

}  // namespace events
