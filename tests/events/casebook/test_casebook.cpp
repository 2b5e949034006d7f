// The casebook in memory: decisions, undo and redo, reading a report again, damaged decisions.
#include <doctest/doctest.h>

#include "events/casebook.hpp"
#include "events/model_json.hpp"
#include "sample.hpp"

using events::Casebook;
using events::ReviewStatus;

namespace {

std::string state_of(const Casebook& casebook) {
    std::string all;
    for (const auto& event : casebook.events()) {
        all += events::to_json(event) + "\n";
    }
    for (const auto& flow : casebook.flows()) {
        all += events::to_json(flow) + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("each decision changes its event, and undo brings back what was there, byte for byte") {
    const std::string_view kLines[] = {
        "accept e00000000000000a1",
        "reject e00000000000000a2",
        "dispute f00000000000000f1",
        "place e00000000000000a1 1.4078 18.4411 Kidal",
        "place e00000000000000a2 -3.0026 16.7735 Tombouctou, marché",
        "date e00000000000000a1 2013-02-03",
        "date e00000000000000a1 2013-02-03 2013-02-05",
        "date e00000000000000a1 -",
        "kind e00000000000000a1 battle",
        "figure e00000000000000a1 killed 12 20",
        "figure e00000000000000a1 killed - -",
        "figure e00000000000000a2 houses 4 -",
    };
    for (const std::string_view line : kLines) {
        CAPTURE(line);
        Casebook casebook = sample::casebook();
        const std::string before = state_of(casebook);
        const auto revision = casebook.revision();
        REQUIRE(sample::decide(casebook, line));
        const std::string after = state_of(casebook);
        CHECK(after != before);
        CHECK(casebook.revision() > revision);
        REQUIRE(sample::decide(casebook, "undo"));
        CHECK(state_of(casebook) == before);
        CHECK_FALSE(casebook.can_undo());
        REQUIRE(sample::decide(casebook, "redo"));
        CHECK(state_of(casebook) == after);
        CHECK_FALSE(casebook.can_redo());
        CHECK(casebook.decisions().size() == 3);
    }
}

TEST_CASE("a person's choice of place keeps the words and candidates that were read") {
    Casebook casebook = sample::casebook();
    REQUIRE(sample::decide(casebook, "place e00000000000000a1 1.4 18.4"));
    const events::EventPlace& place = casebook.find(sample::kGao)->place;
    CHECK(place.point == geo::LonLat{1.4, 18.4});
    CHECK(place.precision == events::PlacePrecision::exact);
    CHECK(place.name == "Gao");
    CHECK(place.place_id == "user:1.4,18.4");
    CHECK(place.words == "Gao");
    CHECK(place.candidates.size() == 2);
    CHECK(casebook.find(sample::kGao)->status == ReviewStatus::edited);

    const auto chosen = events::place_of(place.candidates[1]);
    const auto decision = casebook.plan(events::MovePlace{sample::kGao, chosen}, "", "");
    REQUIRE(decision);
    REQUIRE(casebook.carry_out(*decision));
    CHECK(casebook.find(sample::kGao)->place.place_id == "geonames:2455518");
    CHECK(casebook.find(sample::kGao)->place.admin1 == "Kidal");
    CHECK(casebook.find(sample::kGao)->place.precision == events::PlacePrecision::exact);
}

TEST_CASE("a figure given by a person keeps the words that were read") {
    Casebook casebook = sample::casebook();
    REQUIRE(sample::decide(casebook, "figure e00000000000000a1 killed 20 25"));
    const auto& figure = casebook.find(sample::kGao)->tally[events::Harm::killed];
    REQUIRE(figure);
    CHECK(figure->low == 20);
    CHECK(figure->high == 25);
    CHECK(figure->words == "at least 17");
    CHECK(casebook.find(sample::kGao)->claims[0].tally[events::Harm::killed]->low == 17);
}

TEST_CASE("undo and redo walk through all decisions, and a new decision ends redo") {
    Casebook casebook = sample::casebook();
    const std::string start = state_of(casebook);
    REQUIRE(sample::decide(casebook, "accept e00000000000000a1"));
    REQUIRE(sample::decide(casebook, "kind e00000000000000a1 battle"));
    REQUIRE(sample::decide(casebook, "accept f00000000000000f1"));
    REQUIRE(sample::decide(casebook, "undo"));
    REQUIRE(sample::decide(casebook, "undo"));
    CHECK(casebook.find(sample::kGao)->status == ReviewStatus::accepted);
    REQUIRE(casebook.next_redo() != nullptr);
    CHECK(casebook.next_redo()->action == "kind");
    REQUIRE(sample::decide(casebook, "redo"));
    CHECK(casebook.find(sample::kGao)->kind == events::EventKind::battle);
    REQUIRE(sample::decide(casebook, "reject e00000000000000a2"));
    CHECK_FALSE(casebook.can_redo());
    REQUIRE(sample::decide(casebook, "undo"));
    REQUIRE(sample::decide(casebook, "undo"));
    REQUIRE(sample::decide(casebook, "undo"));
    CHECK(state_of(casebook) == start);
    CHECK(sample::decide(casebook, "undo").error().message == "there is nothing to undo");
    CHECK(casebook.decisions().size() == 10);
    CHECK(casebook.decisions().back().sequence == 10);
}

TEST_CASE("a decision that would change nothing, or has no subject, fails and changes nothing") {
    struct Case {
        std::string_view line;
        std::string_view message;
    };
    const Case kCases[] = {
        {"propose e00000000000000a1", "propose e00000000000000a1: already so"},
        {"kind e00000000000000a1 killing", "kind e00000000000000a1: already so"},
        {"figure e00000000000000a1 killed 17 -", "figure e00000000000000a1: already so"},
        {"accept e00000000000000b7", "there is no event e00000000000000b7"},
        {"accept f00000000000000b7", "there is no flow f00000000000000b7"},
        {"redo", "there is nothing to redo"},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.line);
        Casebook casebook = sample::casebook();
        const std::string before = state_of(casebook);
        const auto decision = sample::decide(casebook, c.line);
        REQUIRE_FALSE(decision);
        CHECK(decision.error().message == c.message);
        CHECK(state_of(casebook) == before);
        CHECK(casebook.decisions().empty());
    }
}

TEST_CASE("commands made by a panel are checked as those of a script are") {
    const Casebook casebook = sample::casebook();
    events::EventPlace nowhere;
    CHECK(casebook.plan(events::MovePlace{sample::kGao, nowhere}, "", "").error().message ==
          "a place without a point cannot be chosen");
    nowhere.point = geo::LonLat{200, 95};
    CHECK(casebook.plan(events::MovePlace{sample::kGao, nowhere}, "", "").error().message ==
          "longitude 200, latitude 95 is not on the earth");
    const events::TimeSpan backwards =
        sample::time("2013-02-02", "2013-02-01", events::DatePrecision::range);
    CHECK_FALSE(casebook.plan(events::SetTime{sample::kGao, backwards}, "", ""));
    const events::Figure upside_down{5, 2, false, {}};
    CHECK_FALSE(
        casebook.plan(events::SetFigure{sample::kGao, events::Harm::killed, upside_down}, "", ""));
}

TEST_CASE("reading a report again changes no id, no status and no decision") {
    Casebook casebook = sample::casebook();
    REQUIRE(sample::decide(casebook, "accept e00000000000000a1"));
    REQUIRE(sample::decide(casebook, "place e00000000000000a1 1.4 18.4 Kidal"));
    REQUIRE(sample::decide(casebook, "reject f00000000000000f2"));
    REQUIRE(sample::decide(casebook, "kind e00000000000000a3 riot"));
    REQUIRE(sample::decide(casebook, "undo"));
    const std::string before = state_of(casebook);
    casebook.add(sample::reading());
    CHECK(state_of(casebook) == before);
    CHECK(casebook.reports().size() == 1);
    CHECK(casebook.decisions().size() == 5);
    REQUIRE(sample::decide(casebook, "undo"));
    CHECK(casebook.find(sample::kToMauritania)->status == ReviewStatus::proposed);
}

TEST_CASE("an event that is no longer found stays only when something was decided about it") {
    Casebook casebook = sample::casebook();
    REQUIRE(sample::decide(casebook, "accept e00000000000000a2"));
    events::ReadReport again = sample::reading();
    again.events.erase(again.events.begin() + 1, again.events.end());
    again.flows.clear();
    events::Event found_now = again.events[0];
    found_now.id = events::EventId{0xa9};
    again.events.push_back(found_now);
    casebook.add(again);
    CHECK(casebook.find(sample::kGao) != nullptr);
    CHECK(casebook.find(sample::kSomewhere) != nullptr);
    CHECK(casebook.find(sample::kUndated) == nullptr);
    CHECK(casebook.find(sample::kToNiger) == nullptr);
    REQUIRE(casebook.events().size() == 3);
    CHECK(casebook.events()[2].id == events::EventId{0xa9});
}

TEST_CASE("claims that another report added to an event stay when the first is read again") {
    events::ReadReport first = sample::reading();
    events::Claim other = first.events[0].claims[0];
    other.span.report = events::ReportId{77};
    first.events[0].claims.push_back(other);
    Casebook casebook;
    casebook.add(first);
    casebook.add(sample::reading());
    REQUIRE(casebook.find(sample::kGao)->claims.size() == 2);
    CHECK(casebook.find(sample::kGao)->claims[1].span.report == events::ReportId{77});
}

TEST_CASE("two readings with one id both stay, under the same ids each time") {
    events::ReadReport read = sample::reading();
    read.events[1].id = sample::kGao;
    Casebook casebook;
    casebook.add(read);
    REQUIRE(casebook.events().size() == 3);
    CHECK(casebook.events()[1].id == events::EventId{0xa2});
    casebook.add(read);
    CHECK(casebook.events().size() == 3);
}

TEST_CASE("damaged decisions from a file are refused with what is wrong") {
    Casebook source = sample::casebook();
    REQUIRE(sample::decide(source, "accept e00000000000000a1"));
    REQUIRE(sample::decide(source, "undo"));
    struct Case {
        const char* what;
        void (*damage)(std::vector<events::Decision>&);
        std::string_view message;
    };
    using List = std::vector<events::Decision>&;
    const Case kCases[] = {
        {"gap", [](List d) { d[1].sequence = 3; }, "decision 3: number 2 was expected"},
        {"action", [](List d) { d[0].action = "burn"; }, "decision 1: its action is unknown"},
        {"subject", [](List d) { d[0].subject = "e00000000000000b7"; },
         "decision 1: there is no event e00000000000000b7"},
        {"no subject", [](List d) { d[0].subject = "Gao"; },
         "decision 1: there is no event or flow Gao"},
        {"no JSON", [](List d) { d[0].after = "{"; },
         "decision 1: what is after cannot be read: it is no JSON"},
        {"a list", [](List d) { d[0].before = "[1]"; },
         "decision 1: what was before cannot be read: change: no object"},
        {"bad word", [](List d) { d[0].after = "{\"status\":\"fine\"}"; },
         "decision 1: what is after cannot be read: change: \"status\" is not one of its words"},
        {"undo of another", [](List d) { d[1].subject = "e00000000000000a2"; },
         "decision 2: it is not the undo of decision 1"},
        {"undo of nothing", [](List d) { d[0].action = "undo"; },
         "decision 1: there is nothing to undo"},
        {"a flow's place",
         [](List d) {
             d.resize(1);
             d[0].subject = "f00000000000000f1";
             d[0].after = "{\"kind\":\"battle\"}";
         },
         "decision 1: it changes what a flow has not"},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.what);
        std::vector<events::Decision> decisions(source.decisions().begin(),
                                                source.decisions().end());
        c.damage(decisions);
        const events::ReadReport read = sample::reading();
        Casebook loaded;
        const auto result = loaded.restore({read.report}, read.events, read.flows, decisions);
        REQUIRE_FALSE(result);
        CHECK(result.error().message == c.message);
        CHECK(loaded.events().empty());
    }
}

TEST_CASE("a restored casebook undoes what was decided before it was stored") {
    Casebook source = sample::casebook();
    REQUIRE(sample::decide(source, "accept e00000000000000a1"));
    REQUIRE(sample::decide(source, "kind e00000000000000a1 battle"));
    REQUIRE(sample::decide(source, "undo"));
    Casebook loaded;
    REQUIRE(loaded.restore({source.reports().begin(), source.reports().end()},
                           {source.events().begin(), source.events().end()},
                           {source.flows().begin(), source.flows().end()},
                           {source.decisions().begin(), source.decisions().end()}));
    CHECK(state_of(loaded) == state_of(source));
    CHECK(loaded.can_redo());
    REQUIRE(sample::decide(loaded, "undo"));
    CHECK(loaded.find(sample::kGao)->status == ReviewStatus::proposed);
    Casebook twice;
    const auto& event = source.events()[0];
    CHECK(twice.restore({}, {event, event}, {}, {}).error().message ==
          "two records have the same id");
}
