// Derived lists and the review's order.
#include <doctest/doctest.h>

#include "app/model.hpp"
#include "tests/support/sample_casebook.hpp"

using namespace app;
using events::EventId;

namespace {

struct Fixture {
    Model model;
    DerivedLists derived;
    Fixture() {
        model.casebook = sample::make_casebook();
        derived.refresh(model);
    }
    std::vector<std::uint64_t> listed() const {
        std::vector<std::uint64_t> ids;
        for (const auto i : model.lists.listed) {
            ids.push_back(static_cast<std::uint64_t>(model.casebook.events()[i].id));
        }
        return ids;
    }
    void select(std::uint64_t id) {
        model.selection.event = EventId{id};
        ++model.selection.changes;
        derived.refresh(model);
    }
    void set_status(std::uint64_t id, events::ReviewStatus status) {
        const auto decision =
            model.casebook.plan(events::SetStatus{EventId{id}, status}, "2026-01-01T00:00:00Z", "");
        REQUIRE(decision);
        model.casebook.carry_out(*decision);
        derived.refresh(model);
    }
};

using Ids = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("lists are made again only when something they depend on changes") {
    Fixture f;
    CHECK_FALSE(f.derived.refresh(f.model));
    f.model.order = {EventColumn::place, true};
    CHECK(f.derived.refresh(f.model));
    ++f.model.filter_revision;
    CHECK(f.derived.refresh(f.model));
    set_window(f.model.clock, {events::make_day(2023, 3, 1), events::make_day(2023, 4, 10)});
    CHECK(f.derived.refresh(f.model));
    CHECK_FALSE(f.derived.refresh(f.model));
}

TEST_CASE("a window of days lists what may lie in it and leaves out the undated") {
    Fixture f;
    CHECK(f.listed() == Ids{1, 2, 4, 5, 3});
    set_window(f.model.clock, {events::make_day(2023, 3, 1), events::make_day(2023, 4, 10)});
    f.derived.refresh(f.model);
    CHECK(f.listed() == Ids{1, 2});
    CHECK(f.model.lists.flows == std::vector<std::size_t>{0});
    CHECK(f.model.lists.passing.size() == 5);
    CHECK(f.model.lists.undated == 1);
}

TEST_CASE("each claim of a report has its mark, in text order") {
    Fixture f;
    const auto& marks = f.model.marks.at(events::ReportId{11});
    REQUIRE(marks.size() == 4);
    CHECK(marks[0].span.begin == 0);
    CHECK(marks[3].span.begin == 53);
    CHECK(std::is_sorted(marks.begin(), marks.end(),
                         [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; }));
}

TEST_CASE("next goes to proposed events only, around the end") {
    Fixture f;
    f.set_status(2, events::ReviewStatus::accepted);
    f.select(1);
    CHECK(next_proposed_row(f.model) == 2U);  // over the accepted one
    f.select(3);
    CHECK(next_proposed_row(f.model) == 0U);
}

TEST_CASE("after a rejected event left the list, next is the one that took its row") {
    Fixture f;
    f.select(2);
    f.set_status(2, events::ReviewStatus::rejected);
    CHECK(f.listed() == Ids{1, 4, 5, 3});
    CHECK(next_proposed_row(f.model) == 1U);
    CHECK(selected_event(f.model)->id == EventId{2});
}

TEST_CASE("when everything is decided there is no next") {
    Fixture f;
    for (const auto id : Ids{1, 2, 3, 4, 5})
        f.set_status(id, events::ReviewStatus::accepted);
    CHECK_FALSE(next_proposed_row(f.model));
    CHECK(f.model.lists.reviewed == 5);
}

TEST_CASE("a button says why it cannot be pressed") {
    Model model;
    CHECK(why_not_status(model, events::ReviewStatus::accepted) ==
          std::string_view("why.nothing_selected"));
    model.casebook = sample::make_casebook();
    model.selection.event = EventId{1};
    CHECK(why_not_status(model, events::ReviewStatus::accepted) == nullptr);
    CHECK(why_not_status(model, events::ReviewStatus::proposed) ==
          std::string_view("why.already_so"));
    model.read_only = true;
    CHECK(why_not_status(model, events::ReviewStatus::accepted) ==
          std::string_view("why.read_only"));
}
