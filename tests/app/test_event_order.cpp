// The order of the event list.
#include <doctest/doctest.h>

#include "app/event_order.hpp"
#include "tests/support/sample_casebook.hpp"

using namespace app;

namespace {

std::vector<std::size_t> sorted(EventColumn column, bool descending) {
    std::vector<std::size_t> positions{0, 1, 2, 3, 4};
    sort_events(positions, sample::make_casebook(), {column, descending});
    return positions;
}

using Order = std::vector<std::size_t>;

}  // namespace

TEST_CASE("undated events come last in both directions") {
    CHECK(sorted(EventColumn::date, false) == Order{0, 1, 3, 4, 2});
    CHECK(sorted(EventColumn::date, true) == Order{4, 3, 1, 0, 2});
}

TEST_CASE("figures sort by number and equals keep the casebook's order") {
    CHECK(sorted(EventColumn::figure, true) == Order{0, 3, 1, 2, 4});
}

TEST_CASE("places sort by name, or by the report's words where there is none") {
    CHECK(sorted(EventColumn::place, false) == Order{0, 4, 1, 2, 3});
}

TEST_CASE("kinds sort by their label") {
    const auto order = sorted(EventColumn::kind, false);
    CHECK(order.front() == 2);  // "Arrest or detention"
    CHECK(order.back() == 4);   // "Protest"
}

TEST_CASE("the weight of an event is its killed, else its first other figure") {
    events::Tally tally;
    CHECK(weight_of(tally) == 0);
    tally[events::Harm::displaced] = events::Figure{{}, 300, false, "up to 300"};
    CHECK(weight_of(tally) == 300);
    tally[events::Harm::killed] = events::Figure{2, 4, false, "two to four"};
    CHECK(weight_of(tally) == 2);
}
