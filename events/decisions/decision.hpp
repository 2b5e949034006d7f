// What a person decided about an event or flow: the undo log, the audit trail and the chain of custody.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "events/event.hpp"
#include "geo/result.hpp"

namespace events {

using SubjectId = std::variant<EventId, FlowId>;

struct SetStatus { SubjectId subject; ReviewStatus status; };
struct MovePlace { EventId event; EventPlace place; };      ///< a candidate or a point of the user's
struct SetTime { EventId event; TimeSpan time; };
struct SetKind { EventId event; EventKind kind; };
struct SetFigure { EventId event; Harm harm; std::optional<Figure> figure; };
struct UndoLast {};
struct RedoLast {};

/// One thing to do. Applying it either changes the casebook and records a Decision, or fails and
/// changes nothing; a command that would change nothing fails with "already so".
using Command = std::variant<SetStatus, MovePlace, SetTime, SetKind, SetFigure, UndoLast, RedoLast>;

struct Decision {
    std::uint64_t sequence = 0;  ///< 1, 2, 3 ...: the order of the log, whatever the clock says
    std::string utc;             ///< "2026-11-21T19:43:00Z"
    std::string person;          ///< as set by the user; empty by default (no login name is taken)
    std::string action;          ///< "accept", "reject", "place", "date", "kind", "figure", "undo", "redo"
    std::string subject;         ///< "e..." or "f..."
    std::string before;          ///< JSON of what changed, before
    std::string after;           ///< JSON of what changed, after
    std::string reason;
};

/// One line of `edit --script`: "accept ID", "reject ID", "dispute ID", "propose ID",
/// "place ID LON LAT [NAME]", "date ID FIRST [LAST]", "kind ID KIND",
/// "figure ID HARM LOW|- HIGH|-", "undo", "redo". Fails with what is wrong in words.
geo::Result<Command> parse_command(std::string_view line);

/// "Accept event", "Move to Kidal": for menus and the undo button.
std::string label(const Command& command);

}  // namespace events
