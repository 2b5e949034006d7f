// Lines of an edit script and the words of menus.
#include <doctest/doctest.h>

#include "events/decisions/decision.hpp"

using events::Command;

TEST_CASE("a line that is no command says what is wrong with it") {
    struct Case {
        std::string_view line;
        std::string_view message;
    };
    const Case kCases[] = {
        {"", "empty line; a command was expected"},
        {"   \r", "empty line; a command was expected"},
        {"burn e00000000000000a1",
         "burn: no such command; there are accept, reject, dispute, propose, place, date, kind, "
         "figure, undo, redo"},
        {"accept",
         "accept: \"\" is no id; an event's is e and 16 hex digits, a flow's f and 16 hex "
         "digits"},
        {"accept e00000000000000a1 now", "accept: \"now\" is too much"},
        {"undo 3", "undo: \"3\" is too much"},
        {"place f00000000000000f1 1 2",
         "place: \"f00000000000000f1\" is no event id (e and 16 hex digits)"},
        {"place e00000000000000a1 1,4 18.4", "place: longitude \"1,4\" is no number"},
        {"place e00000000000000a1 1.4", "place: latitude \"\" is no number"},
        {"place e00000000000000a1 18.4 nan",
         "place: longitude 18.4, latitude nan is not on the earth"},
        {"place e00000000000000a1 18.4 91",
         "place: longitude 18.4, latitude 91 is not on the earth"},
        {"date e00000000000000a1 2013-02-30", "date: \"2013-02-30\" is no day (YYYY-MM-DD)"},
        {"date e00000000000000a1 2013-02-03 soon", "date: \"soon\" is no day (YYYY-MM-DD)"},
        {"date e00000000000000a1 2013-02-03 2013-02-01", "date: 2013-02-03 is after 2013-02-01"},
        {"kind e00000000000000a1 war", "kind: \"war\" is no kind of event"},
        {"figure e00000000000000a1 hurt 1 2",
         "figure: \"hurt\" is no harm (killed, injured, abducted, detained, disappeared, raped, "
         "displaced, houses)"},
        {"figure e00000000000000a1 killed many -",
         "figure: \"many\" is neither a number of people nor \"-\""},
        {"figure e00000000000000a1 killed 99999999999999999999 -",
         "figure: \"99999999999999999999\" is neither a number of people nor \"-\""},
        {"figure e00000000000000a1 killed -3 5",
         "figure: \"-3\" is neither a number of people nor \"-\""},
        {"figure e00000000000000a1 killed 9 3", "figure: 9 is above 3"},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.line);
        const auto command = events::parse_command(c.line);
        REQUIRE_FALSE(command);
        CHECK(command.error().message == c.message);
    }
}

TEST_CASE("a line is read with tabs, CRLF and a name of several words") {
    const auto command =
        events::parse_command("place\te00000000000000a1  -3.0026 16.7735  Tin Aïcha \r\n");
    REQUIRE(command);
    const auto& move = std::get<events::MovePlace>(*command);
    CHECK(move.event == events::EventId{0xa1});
    CHECK(move.place.point == geo::LonLat{-3.0026, 16.7735});
    CHECK(move.place.name == "Tin Aïcha");
    CHECK(move.place.place_id == "user:-3.0026,16.7735");
    CHECK(move.place.precision == events::PlacePrecision::exact);
}

TEST_CASE("a command says in words what it does") {
    struct Case {
        std::string_view line;
        std::string_view label;
    };
    const Case kCases[] = {
        {"accept e00000000000000a1", "Accept event"},
        {"reject f00000000000000f1", "Reject flow"},
        {"propose e00000000000000a1", "Set event back to proposed"},
        {"place e00000000000000a1 1.4078 18.4411 Kidal", "Move to Kidal"},
        {"place e00000000000000a1 1.4078 18.4411", "Move to a point"},
        {"date e00000000000000a1 2013-02-03", "Date 2013-02-03"},
        {"date e00000000000000a1 2013-02-03 2013-02-05", "Date 2013-02-03 to 2013-02-05"},
        {"kind e00000000000000a1 air_strike", "Change kind to Air or drone strike"},
        {"figure e00000000000000a1 houses 4 -", "Change number of houses destroyed"},
        {"undo", "Undo"},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.line);
        const auto command = events::parse_command(c.line);
        REQUIRE(command);
        CHECK(events::label(*command) == c.label);
    }
}
