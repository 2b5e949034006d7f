// Totals as ranges.
#include <doctest/doctest.h>

#include "events/statistics.hpp"

using namespace events;

namespace {

Event event_with(std::optional<std::int64_t> low, std::optional<std::int64_t> high) {
    Event event;
    event.tally[Harm::killed] = Figure{low, high, false, "words"};
    event.claims.push_back({});
    return event;
}

Flow flow_of(std::int64_t people, FlowSplit split, std::uint32_t begin,
             FlowKind kind = FlowKind::movement) {
    Flow flow;
    flow.people = Figure{people, people, false, "some"};
    flow.split = split;
    flow.kind = kind;
    flow.claims.push_back({});
    flow.claims.front().span = {ReportId{1}, begin, begin + 10};
    return flow;
}

}  // namespace

TEST_CASE("a total is a range and loses its upper end with the first open figure") {
    const std::vector<Event> events{event_with(17, 17), event_with(10, 12),
                                    event_with(49, std::nullopt), Event{}};
    const std::vector<std::size_t> closed{0, 1};
    const std::vector<std::size_t> all{0, 1, 2};
    CHECK(total(events, closed)[Harm::killed]->low == 27);
    CHECK(total(events, closed)[Harm::killed]->high == 29);
    CHECK(total(events, all)[Harm::killed]->low == 76);
    CHECK_FALSE(total(events, all)[Harm::killed]->high);
    CHECK_FALSE(total(events, all)[Harm::injured]);
    CHECK(total(events, {}).empty());
}

TEST_CASE("a figure for several destinations together counts once, a stock is never movement") {
    const std::vector<Flow> flows{
        flow_of(33100, FlowSplit::together, 5), flow_of(33100, FlowSplit::together, 5),
        flow_of(200, FlowSplit::stated, 50), flow_of(300, FlowSplit::stated, 50),
        flow_of(9000, FlowSplit::stated, 90, FlowKind::stock)};
    const std::vector<std::size_t> all{0, 1, 2, 3, 4};
    const Displacement people = displacement(flows, all);
    CHECK(people.movement->low == 33600);
    CHECK(people.stock->low == 9000);
    CHECK_FALSE(people.returns);
    CHECK(people.statements == 4);
}

TEST_CASE("an event of two reports does not rest on one source") {
    std::vector<Event> events{event_with(1, 1), event_with(1, 1)};
    events[0].claims.push_back({});
    events[0].claims.back().span.report = ReportId{2};
    events[1].place.point = geo::LonLat{0, 0};
    events[1].place.precision = PlacePrecision::exact;
    const std::vector<std::size_t> all{0, 1};
    const Knownness known = knownness(events, all);
    CHECK(known.single_source == 1);
    CHECK(known.exact == 1);
    CHECK(known.unplaced == 1);
    CHECK(known.undated == 2);
}
