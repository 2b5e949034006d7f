// What a briefing says before it is drawn.
#include <doctest/doctest.h>

#include "app/briefing/content.hpp"
#include "geo/input_file.hpp"

namespace {

events::Event killing(std::uint64_t id, const char* first, const char* last, std::int64_t killed) {
    events::Event event;
    event.id = events::EventId{id};
    event.kind = events::EventKind::killing;
    event.time.days = {*events::parse_iso_day(first), *events::parse_iso_day(last)};
    event.place.country = "ML";
    event.place.point = geo::LonLat{-4, 14};
    event.place.precision = events::PlacePrecision::exact;
    event.tally[events::Harm::killed] = events::Figure{killed, killed, false, "words"};
    event.claims.push_back({});
    event.claims.front().span.report = events::ReportId{1};
    return event;
}

events::Casebook casebook_of(std::vector<events::Event> events, events::Knowledge published_known) {
    events::ReadReport read;
    read.report.id = events::ReportId{1};
    read.report.title = "Mali 2023";
    read.report.publisher = "Example";
    read.report.published = events::parse_iso_day("2024-04-24");
    read.report.published_known = published_known;
    read.events = std::move(events);
    events::Casebook casebook;
    casebook.add(std::move(read));
    return casebook;
}

app::BriefingContent content_of(const events::Casebook& casebook, const app::Recipe& recipe = {}) {
    const auto base_map = geo::BaseMap::open(TEST_SHARE_DIR "/basemap");
    const auto table = geo::read_input_file(TEST_SHARE_DIR "/lang/briefing.tsv");
    REQUIRE(base_map);
    REQUIRE(table);
    const auto texts = app::PageTexts::parse(table->bytes, app::PageLanguage::en);
    REQUIRE(texts);
    return app::make_content(casebook, recipe, *base_map, *texts);
}

}  // namespace

TEST_CASE("statements over long periods are shown but not added to the totals") {
    const auto casebook = casebook_of(
        {killing(1, "2023-04-22", "2023-04-22", 10), killing(2, "2023-05-01", "2023-07-31", 15),
         killing(3, "2023-01-01", "2023-12-31", 4000)},
        events::Knowledge::stated);
    const auto content = content_of(casebook);
    CHECK(content.events.size() == 3);
    CHECK(content.summaries == 1);
    CHECK(content.totals[events::Harm::killed]->low == 25);
}

TEST_CASE("a briefing without a recipe names its country, period and latest report") {
    const auto content = content_of(
        casebook_of({killing(1, "2023-04-22", "2023-04-22", 10)}, events::Knowledge::stated));
    CHECK(content.title == "Mali: events and displacement");
    CHECK(content.subtitle == "22 April 2023");
    CHECK(content.as_of == "As of 24 April 2024");
    CHECK(content.sources == std::vector<std::string>{"Example, Mali 2023 (24 April 2024)"});
    CHECK(content.limitations.starts_with(
        "Limitations: 1 of 1 events are placed exactly; 1 rest on one source"));
}

TEST_CASE("a publication day that was inferred is printed as its month") {
    const auto content = content_of(
        casebook_of({killing(1, "2023-04-22", "2023-04-22", 10)}, events::Knowledge::inferred));
    CHECK(content.as_of == "Latest report: about April 2024");
    CHECK(content.sources == std::vector<std::string>{"Example, Mali 2023 (~April 2024)"});
}

TEST_CASE("the recipe's period keeps what may have happened in it") {
    app::Recipe recipe;
    recipe.period = events::DayRange{*events::parse_iso_day("2023-04-01"),
                                     *events::parse_iso_day("2023-04-30")};
    const auto casebook = casebook_of(
        {killing(1, "2023-04-22", "2023-04-22", 10), killing(2, "2023-06-01", "2023-06-01", 3)},
        events::Knowledge::stated);
    const auto content = content_of(casebook, recipe);
    CHECK(content.events == std::vector<std::size_t>{0});
    CHECK(content.subtitle == "April 2023");
}
