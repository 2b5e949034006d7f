// Changes of events and flows: what a command asks for, and how it is applied.
#include "events/decisions/change.hpp"

#include <fmt/format.h>

namespace events {
namespace {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

geo::Result<Change> moved(const MovePlace& command, const Event& event) {
    EventPlace place = command.place;
    if (!place.point)
        return geo::fail("a place without a point cannot be chosen");
    if (!geo::is_on_earth(*place.point)) {
        return geo::fail(fmt::format("longitude {}, latitude {} is not on the earth",
                                     place.point->lon_deg, place.point->lat_deg));
    }
    if (place.name.empty())
        place.name = event.place.name.empty() ? event.place.words : event.place.name;
    if (place.place_id.empty()) {
        place.place_id = fmt::format("user:{},{}", place.point->lon_deg, place.point->lat_deg);
    }
    place.words.clear();
    place.candidates.clear();
    Change change;
    change.place = std::move(place);
    return change;
}

geo::Result<Change> dated(const SetTime& command) {
    if (command.time.days && command.time.days->first > command.time.days->last) {
        return geo::fail(fmt::format("{} is after {}", to_iso(command.time.days->first),
                                     to_iso(command.time.days->last)));
    }
    Change change;
    change.time = command.time;
    change.time->words.clear();
    return change;
}

geo::Result<Change> counted(const SetFigure& command, const Event& event) {
    Change change;
    change.figure = FigureChange{command.harm, command.figure};
    if (!command.figure)
        return change;
    const Figure& figure = *command.figure;
    if (!figure.low && !figure.high)
        return geo::fail("a figure needs a lowest or a highest number");
    if (figure.low.value_or(0) < 0 || figure.high.value_or(0) < 0) {
        return geo::fail("a number of people cannot be negative");
    }
    if (figure.low && figure.high && *figure.low > *figure.high) {
        return geo::fail(fmt::format("{} is above {}", *figure.low, *figure.high));
    }
    // The words that were read stay beside the number that a person gives.
    if (const auto& read = event.tally[command.harm]; figure.words.empty() && read) {
        change.figure->figure->words = read->words;
    }
    return change;
}

}  // namespace

Change present_values(const Change& fields, const Event& event) {
    Change now;
    if (fields.status)
        now.status = event.status;
    if (fields.place)
        now.place = event.place;
    if (fields.time)
        now.time = event.time;
    if (fields.kind)
        now.kind = event.kind;
    if (fields.figure) {
        now.figure = FigureChange{fields.figure->harm, event.tally[fields.figure->harm]};
    }
    return now;
}

Change present_values(const Change& fields, const Flow& flow) {
    Change now;
    if (fields.status)
        now.status = flow.status;
    return now;
}

void apply(const Change& change, Event& event) {
    if (change.status)
        event.status = *change.status;
    if (change.place) {
        EventPlace place = *change.place;
        place.words = std::move(event.place.words);
        place.candidates = std::move(event.place.candidates);
        event.place = std::move(place);
    }
    if (change.time) {
        TimeSpan time = *change.time;
        time.words = std::move(event.time.words);
        event.time = std::move(time);
    }
    if (change.kind)
        event.kind = *change.kind;
    if (change.figure)
        event.tally[change.figure->harm] = change.figure->figure;
}

bool apply(const Change& change, Flow& flow) {
    if (change.place || change.time || change.kind || change.figure)
        return false;
    if (change.status)
        flow.status = *change.status;
    return true;
}

geo::Result<Change> requested_change(const Command& command, const Event& event) {
    return std::visit(Overloaded{
                          [](const SetStatus& c) -> geo::Result<Change> {
                              Change change;
                              change.status = c.status;
                              return change;
                          },
                          [&](const MovePlace& c) { return moved(c, event); },
                          [](const SetTime& c) { return dated(c); },
                          [](const SetKind& c) -> geo::Result<Change> {
                              Change change;
                              change.kind = c.kind;
                              return change;
                          },
                          [&](const SetFigure& c) { return counted(c, event); },
                          [](const UndoLast&) -> geo::Result<Change> { return Change{}; },
                          [](const RedoLast&) -> geo::Result<Change> { return Change{}; },
                      },
                      command);
}

EventPlace place_of(const PlaceChoice& choice) {
    EventPlace place;
    place.name = choice.name;
    place.place_id = choice.place_id;
    place.point = choice.point;
    place.admin1 = choice.admin1;
    place.admin2 = choice.admin2;
    place.country = choice.country;
    const auto is = [&](std::string_view kind) { return choice.kind == kind; };
    if (is("town") || is("camp") || is("site")) {
        place.precision = PlacePrecision::exact;
    } else if (is("admin2") || is("admin3")) {
        place.precision = PlacePrecision::admin2;
    } else if (is("admin1") || is("area")) {
        place.precision = PlacePrecision::admin1;
    } else if (is("country") || is("continent part")) {
        place.precision = PlacePrecision::country;
    } else {
        place.precision = PlacePrecision::near;
    }
    return place;
}

}  // namespace events
