// Decisions as text: the lines of an edit script, and the words of menus.
#include <fmt/format.h>

#include <charconv>

#include "events/decisions/decision.hpp"

namespace events {
namespace {

/// The words of a line, split at blanks, with what is left after any of them.
class Words {
  public:
    explicit Words(std::string_view line) : m_rest(line) {}
    /// The next word; empty at the end.
    std::string_view next() {
        skip_blanks();
        const std::string_view word = m_rest.substr(0, m_rest.find_first_of(kBlanks));
        m_rest.remove_prefix(word.size());
        return word;
    }
    std::string_view rest() {
        skip_blanks();
        const std::size_t last = m_rest.find_last_not_of(kBlanks);
        return last == std::string_view::npos ? std::string_view{} : m_rest.substr(0, last + 1);
    }

  private:
    static constexpr std::string_view kBlanks = " \t\r\n";
    void skip_blanks() {
        m_rest.remove_prefix(std::min(m_rest.find_first_not_of(kBlanks), m_rest.size()));
    }
    std::string_view m_rest;
};

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty())
        return {};
    return value;
}

geo::Result<SubjectId> parse_subject(std::string_view word) {
    if (const auto event = parse_event_id(word))
        return SubjectId{*event};
    if (const auto flow = parse_flow_id(word))
        return SubjectId{*flow};
    return geo::fail(fmt::format(
        "\"{}\" is no id; an event's is e and 16 hex digits, a flow's f and 16 hex digits", word));
}

geo::Result<EventId> parse_event(std::string_view word) {
    if (const auto event = parse_event_id(word))
        return *event;
    return geo::fail(fmt::format("\"{}\" is no event id (e and 16 hex digits)", word));
}

geo::Result<Command> parse_status_line(ReviewStatus status, Words& words) {
    const auto subject = parse_subject(words.next());
    if (!subject)
        return tl::unexpected(subject.error());
    return Command{SetStatus{*subject, status}};
}

geo::Result<Command> parse_place(EventId event, Words& words) {
    const std::string_view lon = words.next();
    const std::string_view lat = words.next();
    const auto lon_deg = parse_number<double>(lon);
    const auto lat_deg = parse_number<double>(lat);
    if (!lon_deg)
        return geo::fail(fmt::format("longitude \"{}\" is no number", lon));
    if (!lat_deg)
        return geo::fail(fmt::format("latitude \"{}\" is no number", lat));
    EventPlace place;
    place.point = geo::LonLat{*lon_deg, *lat_deg};
    if (!geo::is_on_earth(*place.point)) {
        return geo::fail(fmt::format("longitude {}, latitude {} is not on the earth", lon, lat));
    }
    place.precision = PlacePrecision::exact;
    place.place_id = fmt::format("user:{},{}", *lon_deg, *lat_deg);
    place.name = words.rest();
    return Command{MovePlace{event, std::move(place)}};
}

geo::Result<Command> parse_date(EventId event, Words& words) {
    const std::string_view first_word = words.next();
    const std::string_view last_word = words.next();
    TimeSpan time;
    if (first_word == "-" && last_word.empty())
        return Command{SetTime{event, time}};
    const auto first = parse_iso_day(first_word);
    const auto last = last_word.empty() ? first : parse_iso_day(last_word);
    if (!first || !last) {
        return geo::fail(
            fmt::format("\"{}\" is no day (YYYY-MM-DD)", first ? last_word : first_word));
    }
    if (*first > *last)
        return geo::fail(fmt::format("{} is after {}", first_word, last_word));
    time.days = DayRange{*first, *last};
    time.precision = *first == *last ? DatePrecision::day : DatePrecision::range;
    return Command{SetTime{event, time}};
}

geo::Result<Command> parse_kind_line(EventId event, Words& words) {
    const std::string_view word = words.next();
    const auto kind = parse_kind(word);
    if (!kind)
        return geo::fail(fmt::format("\"{}\" is no kind of event", word));
    return Command{SetKind{event, *kind}};
}

geo::Result<Command> parse_figure(EventId event, Words& words) {
    const std::string_view harm_word = words.next();
    const auto harm = parse_harm(harm_word);
    if (!harm) {
        return geo::fail(
            fmt::format("\"{}\" is no harm (killed, injured, abducted, detained, "
                        "disappeared, raped, displaced, houses)",
                        harm_word));
    }
    const std::string_view bounds[2] = {words.next(), words.next()};
    std::optional<std::int64_t> values[2];
    for (int i = 0; i < 2; ++i) {
        if (bounds[i] == "-")
            continue;
        values[i] = parse_number<std::int64_t>(bounds[i]);
        if (!values[i] || *values[i] < 0) {
            return geo::fail(
                fmt::format("\"{}\" is neither a number of people nor \"-\"", bounds[i]));
        }
    }
    SetFigure command{event, *harm, std::nullopt};
    if (values[0] || values[1])
        command.figure = Figure{values[0], values[1], false, {}};
    if (values[0] && values[1] && *values[0] > *values[1]) {
        return geo::fail(fmt::format("{} is above {}", *values[0], *values[1]));
    }
    return Command{std::move(command)};
}

std::optional<ReviewStatus> status_of_verb(std::string_view verb) {
    if (verb == "accept")
        return ReviewStatus::accepted;
    if (verb == "reject")
        return ReviewStatus::rejected;
    if (verb == "dispute")
        return ReviewStatus::disputed;
    if (verb == "propose")
        return ReviewStatus::proposed;
    return std::nullopt;
}

geo::Result<Command> parse_words(std::string_view verb, Words& words) {
    if (const auto status = status_of_verb(verb))
        return parse_status_line(*status, words);
    if (verb == "undo")
        return Command{UndoLast{}};
    if (verb == "redo")
        return Command{RedoLast{}};
    constexpr std::string_view kEdits[] = {"place", "date", "kind", "figure"};
    if (std::find(std::begin(kEdits), std::end(kEdits), verb) == std::end(kEdits)) {
        return geo::fail(
            "no such command; there are accept, reject, dispute, propose, place, date, "
            "kind, figure, undo, redo");
    }
    const auto event = parse_event(words.next());
    if (!event)
        return tl::unexpected(event.error());
    if (verb == "place")
        return parse_place(*event, words);
    if (verb == "date")
        return parse_date(*event, words);
    if (verb == "kind")
        return parse_kind_line(*event, words);
    return parse_figure(*event, words);
}

}  // namespace

geo::Result<Command> parse_command(std::string_view line) {
    Words words(line);
    const std::string_view verb = words.next();
    if (verb.empty())
        return geo::fail("empty line; a command was expected");
    auto command = parse_words(verb, words);
    if (!command)
        return geo::fail(fmt::format("{}: {}", verb, command.error().message));
    if (!words.rest().empty() && !std::holds_alternative<MovePlace>(*command)) {
        return geo::fail(fmt::format("{}: \"{}\" is too much", verb, words.rest()));
    }
    return command;
}

namespace {

std::string label_of(const SetStatus& command) {
    const std::string_view thing =
        std::holds_alternative<EventId>(command.subject) ? "event" : "flow";
    switch (command.status) {
        case ReviewStatus::proposed:
            return fmt::format("Set {} back to proposed", thing);
        case ReviewStatus::accepted:
            return fmt::format("Accept {}", thing);
        case ReviewStatus::edited:
            return fmt::format("Mark {} as edited", thing);
        case ReviewStatus::disputed:
            return fmt::format("Dispute {}", thing);
        case ReviewStatus::rejected:
            return fmt::format("Reject {}", thing);
    }
    return "Set status";
}
std::string label_of(const MovePlace& command) {
    if (!command.place.name.empty())
        return "Move to " + command.place.name;
    return "Move to a point";
}
std::string label_of(const SetTime& command) {
    if (!command.time.days)
        return "Remove date";
    const DayRange& days = *command.time.days;
    if (days.first == days.last)
        return "Date " + to_iso(days.first);
    return fmt::format("Date {} to {}", to_iso(days.first), to_iso(days.last));
}
std::string label_of(const SetKind& command) {
    return fmt::format("Change kind to {}", info(command.kind).label_en);
}
std::string label_of(const SetFigure& command) {
    return fmt::format("{} number of {}", command.figure ? "Change" : "Remove",
                       command.harm == Harm::houses ? "houses destroyed" : to_string(command.harm));
}
std::string label_of(const UndoLast&) {
    return "Undo";
}
std::string label_of(const RedoLast&) {
    return "Redo";
}

}  // namespace

std::string label(const Command& command) {
    return std::visit([](const auto& c) { return label_of(c); }, command);
}

}  // namespace events
