// How reports word what happened: one short report, one event of the right kind, days and harm.
#include <doctest/doctest.h>

#include "../language/load_test_lexicons.hpp"
#include "events/reading/read_report.hpp"

namespace {

using events::Event;
using events::EventKind;
using events::Harm;

events::ReadReport read(const std::string& text, events::Language language) {
    geo::InputFile file;
    file.path = file.name = "report.txt";
    file.bytes = text;
    file.sha256 = geo::sha256_hex(text);
    events::ReadOptions options;
    options.published = events::make_day(2019, 11, 30);
    options.language = language;
    const auto gazetteer =
        gazetteer::Gazetteer::open({std::string(TEST_SHARE_DIR) + "/gazetteer/world.idx"});
    REQUIRE(gazetteer.has_value());
    auto report = events::read_report(file, load_test_lexicons(), *gazetteer, options);
    REQUIRE(report.has_value());
    return std::move(*report);
}

const Event* find_event(const events::ReadReport& report, EventKind kind) {
    for (const Event& event : report.events) {
        if (event.kind == kind)
            return &event;
    }
    return nullptr;
}

struct Case {
    const char* text;
    EventKind kind;
    const char* first;
    const char* last;
    std::optional<Harm> harm = std::nullopt;
    std::int64_t low = 0;
    const char* place = "";
};

void check(const Case& c, events::Language language) {
    CAPTURE(c.text);
    const events::ReadReport report = read(c.text, language);
    const Event* event = find_event(report, c.kind);
    REQUIRE(event != nullptr);
    REQUIRE(event->time.days.has_value());
    CHECK(events::to_iso(event->time.days->first) == c.first);
    CHECK(events::to_iso(event->time.days->last) == c.last);
    if (c.harm) {
        REQUIRE(event->tally[*c.harm].has_value());
        CHECK(event->tally[*c.harm]->low == c.low);
    }
    if (*c.place != '\0')
        CHECK(event->place.name == c.place);
}

}  // namespace

TEST_CASE("A verb with its object in between is read like the verb and its particle together") {
    const Case cases[] = {
        {"On 3 October 2019 gunmen put nine farmers to death in Maiduguri.",
         EventKind::summary_execution, "2019-10-03", "2019-10-03", Harm::killed, 9, "Maiduguri"},
        {"On 4 October 2019 soldiers rounded some 40 students up in Bamenda.", EventKind::arrest,
         "2019-10-04", "2019-10-04", Harm::detained, 40, "Bamenda"},
        {"In Baga four fishermen were found dead on 7 October 2019.", EventKind::killing,
         "2019-10-07", "2019-10-07", Harm::killed, 4},
        {"A blogger, Amina Yusuf, was put under arrest in Kano on 8 October 2019.",
         EventKind::arrest, "2019-10-08", "2019-10-08"},
    };
    for (const Case& c : cases)
        check(c, events::Language::en);
}

TEST_CASE("French wordings of arrests and deaths are read") {
    const Case cases[] = {
        {"Le 5 octobre 2019, quatre pêcheurs ont été retrouvés morts à Bol.", EventKind::killing,
         "2019-10-05", "2019-10-05", Harm::killed, 4},
        {"Le 6 octobre 2019, douze étudiants ont été placés en garde à vue à Douala.",
         EventKind::arrest, "2019-10-06", "2019-10-06", Harm::detained, 12, "Douala"},
        {"Birao, une ville du nord-est, est tombée le 3 septembre 2019.", EventKind::takeover,
         "2019-09-03", "2019-09-03", std::nullopt, 0, "Birao"},
        {"La ville de Birao est tombée le 2 septembre 2019.", EventKind::takeover, "2019-09-02",
         "2019-09-02"},
    };
    for (const Case& c : cases)
        check(c, events::Language::fr);
}

TEST_CASE("Elections that ought to be held are no arrest") {
    const auto report = read(
        "Paul Okello was arrested in September 2019 for having said that elections ought to be "
        "held in November 2019.",
        events::Language::en);
    REQUIRE(report.events.size() == 1);
    CHECK(report.events.front().kind == EventKind::arrest);
    REQUIRE(report.events.front().time.days.has_value());
    CHECK(events::to_iso(report.events.front().time.days->first) == "2019-09-01");
}

TEST_CASE("A part of a number told in the same breath adds nothing to it") {
    check({"On 9 October 2019 eight people, three of them children, were arrested in Gulu.",
           EventKind::arrest, "2019-10-09", "2019-10-09", Harm::detained, 8, "Gulu"},
          events::Language::en);
}

TEST_CASE("A place that falls is taken, a person who falls is not") {
    check({"Baidoa, a town 250 km to the north-west of Mogadishu, fell on 5 November 2019.",
           EventKind::takeover, "2019-11-05", "2019-11-05", std::nullopt, 0, "Baidoa"},
          events::Language::en);
    const auto report =
        read("In Idlib three workers fell from a roof on 5 November 2019.", events::Language::en);
    CHECK(find_event(report, EventKind::takeover) == nullptr);
}

TEST_CASE("A total stated for two places is two events") {
    const auto report = read(
        "There were raids in the Diffa region in October 2019. Local media put the number of "
        "civilians killed at 11 in Bosso and 19 in Toumour.",
        events::Language::en);
    std::vector<std::int64_t> killed;
    for (const Event& event : report.events) {
        if (event.tally[Harm::killed] && event.tally[Harm::killed]->low)
            killed.push_back(*event.tally[Harm::killed]->low);
    }
    std::sort(killed.begin(), killed.end());
    CHECK(killed == std::vector<std::int64_t>{11, 19});
}

TEST_CASE("Custody told as a state lasts from its beginning to the report's day") {
    check({"Six teenagers have now spent more than five months in a military prison in Maiduguri.",
           EventKind::arrest, "2019-06-01", "2019-11-30", Harm::detained, 6, "Maiduguri"},
          events::Language::en);
}

TEST_CASE("A battle and an execution told later at the same place stay two events") {
    const auto report = read(
        "The army fought the rebels at Bangassou on 12 November 2019. Some days later the "
        "government accused the rebels of having executed captured soldiers.",
        events::Language::en);
    CHECK(find_event(report, EventKind::battle) != nullptr);
    const Event* execution = find_event(report, EventKind::summary_execution);
    REQUIRE(execution != nullptr);
    REQUIRE(execution->time.days.has_value());
    CHECK(events::to_iso(execution->time.days->first) == "2019-11-01");
}

TEST_CASE("The day of a statement is not the day of what it tells") {
    const auto report = read(
        "The commission voiced concern on Monday about Bangui, where militias killed 14 people.",
        events::Language::en);
    for (const Event& event : report.events) {
        REQUIRE(event.time.days.has_value());
        CHECK(event.time.days->first != event.time.days->last);
    }
}

TEST_CASE("A crowd that goes for houses riots, after what was told just before") {
    check({"In Bunia hundreds of students demonstrated on 4 November 2019. An angry crowd then "
           "went for houses that belonged to traders.",
           EventKind::riot, "2019-11-04", "2019-11-04", std::nullopt, 0, "Bunia"},
          events::Language::en);
}

TEST_CASE("An operation placed and dated in one sentence places the killings of the next") {
    check({"In October the mission published what it had learned of a military operation in March "
           "2019 in Djibo. Over three days soldiers summarily executed some 60 people there.",
           EventKind::summary_execution, "2019-03-01", "2019-03-31", Harm::killed, 60, "Djibo"},
          events::Language::en);
}

TEST_CASE("Who was fired at is no protest event beside what happened to them") {
    const auto report = read(
        "Farmers who protested in Gulu in August 2019 came under fire from the police; one of "
        "them was killed.",
        events::Language::en);
    CHECK(find_event(report, EventKind::protest) == nullptr);
    CHECK_FALSE(report.events.empty());
}

TEST_CASE("A word in quotation marks after a verb of saying happened to nobody") {
    const auto report = read(
        "A journalist was arrested in Gulu in March 2019 for having said that the mayor was "
        "\"assassinated\".",
        events::Language::en);
    CHECK(find_event(report, EventKind::killing) == nullptr);
    CHECK(find_event(report, EventKind::arrest) != nullptr);
}

TEST_CASE("Access that is cut off is a siege") {
    check({"Since September 2019 access to the town of Djibo has been blocked by armed groups.",
           EventKind::siege, "2019-09-01", "2019-11-30", std::nullopt, 0, "Djibo"},
          events::Language::en);
}
