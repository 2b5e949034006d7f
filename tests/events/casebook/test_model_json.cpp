// Model values as JSON and back, and what is refused.
#include <doctest/doctest.h>

#include "events/json_text.hpp"
#include "events/model_json.hpp"
#include "sample.hpp"

TEST_CASE("events, flows and reports come back from their JSON as they were") {
    const events::ReadReport read = sample::reading();
    for (const events::Event& event : read.events) {
        const std::string json = events::to_json(event);
        CAPTURE(json);
        const auto again = events::event_from_json(json);
        REQUIRE(again);
        CHECK(events::to_json(*again) == json);
        CHECK(again->place == event.place);
        CHECK(again->actors == event.actors);
        CHECK(again->tally.figures == event.tally.figures);
        CHECK(again->claims[0].quote == event.claims[0].quote);
    }
    for (const events::Flow& flow : read.flows) {
        const auto again = events::flow_from_json(events::to_json(flow));
        REQUIRE(again);
        CHECK(again->people == flow.people);
        CHECK(again->from == flow.from);
        CHECK(events::to_json(*again) == events::to_json(flow));
    }
    const auto report = events::report_from_json(events::to_json(read.report));
    REQUIRE(report);
    CHECK(report->published == read.report.published);
    CHECK(report->text.empty());
    CHECK(events::to_json(*report) == events::to_json(read.report));
}

TEST_CASE("a record that is cut or changed is refused, never read by halves") {
    const std::string json = events::to_json(sample::reading().events[0]);
    for (std::size_t length = 0; length < json.size(); ++length) {
        CHECK_FALSE(events::event_from_json(json.substr(0, length)));
    }
    struct Case {
        std::string_view from;
        std::string_view to;
        std::string_view message;
    };
    const Case kCases[] = {
        {"\"kind\":\"killing\"", "\"kind\":\"war\"", "event: \"kind\" is not one of its words"},
        {"\"kind\":\"killing\",", "", "event: \"kind\" is missing"},
        {"\"2013-02-02\"", "\"2013-01-02\"", "days: not two days in order"},
        {"[-0.04471,16.27167]", "[-0.04471,97]", "point: no longitude and latitude on the earth"},
        {"\"low\":17", "\"low\":-17",
         "figure: \"low\" is no whole number from 0 to 9223372036854775807"},
        {"\"low\":17", "\"low\":18446744073709551615",
         "figure: \"low\" is no whole number from 0 to 9223372036854775807"},
        {"\"low\":17,\"high\":null", "\"low\":17,\"high\":3", "figure: \"low\" is above \"high\""},
        {"\"killed\":{", "\"hurt\":{", "tally: \"hurt\" is no harm"},
        {"\"actors\":[", "\"actors\":[7,", "actor: no object"},
        {"\"radius_km\":0", "\"radius_km\":1e999", "it is no JSON"},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.to);
        std::string changed = json;
        const std::size_t at = changed.find(c.from);
        REQUIRE(at != std::string::npos);
        changed.replace(at, c.from.size(), c.to);
        const auto read = events::event_from_json(changed);
        REQUIRE_FALSE(read);
        CHECK(read.error().message == c.message);
    }
    CHECK_FALSE(events::event_from_json(std::string(100000, '[')));
    CHECK_FALSE(events::event_from_json("null"));
}

TEST_CASE("JSON text is valid UTF-8 whatever bytes come in") {
    struct Case {
        std::string_view bytes;
        std::string_view json;
    };
    const Case kCases[] = {
        {"Ségou", "\"Ségou\""},
        {"a\"b\\c\n\t\x01", "\"a\\\"b\\\\c\\n\\t\\u0001\""},
        {"\xC3", "\"\xEF\xBF\xBD\""},
        {"\xC0\xAF", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xF4\x90\x80\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xF0\x9F\x98\x80", "\"\xF0\x9F\x98\x80\""},
    };
    for (const Case& c : kCases) {
        std::string out;
        events::JsonText(out).text(c.bytes);
        CHECK(out == c.json);
    }
}

TEST_CASE("numbers are short, finite and free of the locale") {
    struct Case {
        double value;
        std::string_view json;
    };
    const Case kCases[] = {{1.5, "1.5"}, {-0.0, "0"},  {1.123456789, "1.1234568"}, {-180, "-180"},
                           {100, "100"}, {-1e-9, "0"}, {0.0000001, "0.0000001"}};
    for (const Case& c : kCases) {
        std::string out;
        events::JsonText(out).rounded(c.value, 7);
        CHECK(out == c.json);
    }
    std::string out;
    events::JsonText(out).number(std::numeric_limits<double>::quiet_NaN());
    CHECK(out == "null");
}
