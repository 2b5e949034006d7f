// Which claim a click in a report means.
#include <doctest/doctest.h>

#include "app/panels/report_panel.hpp"

using namespace app;
using events::EventId;
using events::FlowId;

namespace {

const events::ReportId kReport{1};

ClaimMark event_mark(std::uint32_t begin, std::uint32_t end, std::uint64_t id) {
    return {{kReport, begin, end}, EventId{id}, events::EventKind::battle};
}

}  // namespace

TEST_CASE("the shortest claim over a byte is meant") {
    const std::vector<ClaimMark> marks{event_mark(0, 100, 1), event_mark(10, 30, 2)};
    CHECK(std::get<EventId>(*mark_at(marks, 5, {})) == EventId{1});
    CHECK(std::get<EventId>(*mark_at(marks, 10, {})) == EventId{2});
    CHECK(std::get<EventId>(*mark_at(marks, 30, {})) == EventId{1});
    CHECK_FALSE(mark_at(marks, 100, {}));
    CHECK_FALSE(mark_at({}, 0, {}));
}

TEST_CASE("claims on one sentence take turns") {
    std::vector<ClaimMark> marks{event_mark(0, 40, 1), event_mark(0, 40, 2)};
    marks.push_back({{kReport, 0, 40}, FlowId{7}, std::nullopt});
    Selection selection;
    CHECK(std::get<EventId>(*mark_at(marks, 5, selection)) == EventId{1});
    selection.event = EventId{1};
    CHECK(std::get<EventId>(*mark_at(marks, 5, selection)) == EventId{2});
    selection.event = EventId{2};
    CHECK(std::get<FlowId>(*mark_at(marks, 5, selection)) == FlowId{7});
    selection.event.reset();
    selection.flow = FlowId{7};
    CHECK(std::get<EventId>(*mark_at(marks, 5, selection)) == EventId{1});
}
