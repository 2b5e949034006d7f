// Filters, windows of days and folded text.
#include <doctest/doctest.h>

#include "events/filter.hpp"
#include "sample.hpp"

using events::DayRange;
using events::Filter;
using events::Inside;

TEST_CASE("an event is surely or possibly inside a window of days") {
    struct Case {
        const char* first;
        const char* last;
        Inside expected;
    };
    const DayRange february{sample::day("2013-02-01"), sample::day("2013-02-28")};
    const Case kCases[] = {
        {"2013-02-01", "2013-02-28", Inside::surely},
        {"2013-02-10", "2013-02-10", Inside::surely},
        {"2013-01-31", "2013-02-01", Inside::possibly},
        {"2013-02-28", "2013-03-01", Inside::possibly},
        {"2013-01-01", "2013-12-31", Inside::possibly},
        {"2013-01-01", "2013-01-31", Inside::no},
        {"2013-03-01", "2013-03-01", Inside::no},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.first);
        CAPTURE(c.last);
        const auto span = sample::time(c.first, c.last, events::DatePrecision::range);
        CHECK(events::inside(span, february) == c.expected);
    }
    CHECK(events::inside(events::TimeSpan{}, february) == Inside::no);
}

TEST_CASE("each part of a filter keeps the events that it names") {
    struct Case {
        const char* what;
        void (*set)(Filter&);
        std::vector<std::size_t> events;
        std::vector<std::size_t> flows;
    };
    const Case kCases[] = {
        {"nothing", [](Filter&) {}, {0, 1, 2}, {0}},
        {"kind", [](Filter& f) { f.kinds = {events::EventKind::protest}; }, {2}, {}},
        {"displacement", [](Filter& f) { f.kinds = {events::EventKind::displacement}; }, {}, {0}},
        {"rejected", [](Filter& f) { f.statuses = {events::ReviewStatus::rejected}; }, {}, {1}},
        {"report", [](Filter& f) { f.reports = {events::ReportId{5}}; }, {}, {}},
        {"exact", [](Filter& f) { f.precisions = {events::PlacePrecision::exact}; }, {0, 2}, {0}},
        {"days",
         [](Filter& f) {
             f.days = DayRange{sample::day("2013-02-02"), sample::day("2013-02-03")};
         },
         {0},
         {0}},
        {"box of Kidal",
         [](Filter& f) {
             f.box = geo::LonLatBox{1, 18, 2, 19};
         },
         {2},
         {}},
        {"box of the flow's end",
         [](Filter& f) {
             f.box = geo::LonLatBox{2, 13, 3, 14};
         },
         {},
         {0}},
        {"text of a place", [](Filter& f) { f.text = "MENAKA"; }, {}, {0}},
        {"text of an actor", [](Filter& f) { f.text = "civil"; }, {0}, {}},
        {"text of a quote", [](Filter& f) { f.text = "burned"; }, {1}, {}},
        {"country", [](Filter& f) { f.country = "NE"; }, {}, {0}},
        {"place", [](Filter& f) { f.place = "gao"; }, {0}, {}},
        {"place of a flow", [](Filter& f) { f.place = "niger"; }, {}, {0}},
        {"actor", [](Filter& f) { f.actor = "SOLDIERS"; }, {0}, {}},
        {"text of nothing", [](Filter& f) { f.text = "Bamako"; }, {}, {}},
    };
    events::Casebook casebook = sample::casebook();
    REQUIRE(sample::decide(casebook, "reject f00000000000000f2"));
    for (const Case& c : kCases) {
        CAPTURE(c.what);
        Filter filter;
        c.set(filter);
        CHECK(events::passing_events(casebook, filter) == c.events);
        CHECK(events::passing_flows(casebook, filter) == c.flows);
        for (std::size_t i = 0; i < casebook.events().size(); ++i) {
            const bool listed = std::count(c.events.begin(), c.events.end(), i) == 1;
            CHECK(events::passes(filter, casebook.events()[i]) == listed);
        }
    }
}

TEST_CASE("folding drops case and accents in any script and keeps the rest") {
    struct Case {
        const char* text;
        const char* folded;
    };
    const Case kCases[] = {
        {"SÉGOU", "segou"},           {"Ménaka", "menaka"},
        {"Me\xCC\x81naka", "menaka"}, {"N\xE2\x80\x99Tillit", "n'tillit"},
        {"تمبكتو", "تمبكتو"},         {"", ""},
        {"straße", "strasse"},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.text);
        CHECK(events::fold(c.text) == c.folded);
    }
}
