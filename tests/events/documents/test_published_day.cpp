// When a report was published, as far as its text tells.
#include <doctest/doctest.h>

#include "events/documents/document.hpp"
#include "input_of.hpp"
#include "tests/events/language/load_test_lexicons.hpp"

using events::Knowledge;

namespace {

events::Report report_of(const std::string& text, const std::string& name = "a.txt") {
    auto document = events::extract_document(input_of(name, text), load_test_lexicons());
    if (!document)
        FAIL(document.error().message);
    return std::move(document->report);
}

std::string day_of(const events::Report& report) {
    return report.published ? events::to_iso(*report.published) : "";
}

}  // namespace

TEST_CASE("a date line or a dateline near the top is the day stated") {
    const events::Report line =
        report_of("Town falls\n\n3 May 2019\n\nThe army left the town after two days of shelling.");
    CHECK(day_of(line) == "2019-05-03");
    CHECK(line.published_known == Knowledge::stated);
    const events::Report dateline = report_of(
        "Town falls\n\nBAMAKO, 3 May 2019 – The army left the town after two days of shelling.");
    CHECK(day_of(dateline) == "2019-05-03");
    CHECK(dateline.published_known == Knowledge::stated);
    const events::Report french = report_of(
        "La ville tombe\n\n(Dakar, le 3 mai 2019) – L’armée a quitté la ville après deux jours.");
    CHECK(day_of(french) == "2019-05-03");
    const events::Report told = report_of(
        "Town falls\n\nOn 3 May 2019 the army left the town after two days of heavy shelling.");
    CHECK(told.published_known != Knowledge::stated);
}

TEST_CASE("a title with a year over bare months covers that year") {
    const events::Report report = report_of(
        "Mali 2023\n\nIn March the army took the town. In July it left again. In August rebels "
        "came "
        "and in November they were driven out by government forces.");
    REQUIRE(report.covers);
    CHECK(events::to_iso(report.covers->first) == "2023-01-01");
    CHECK(day_of(report) == "2024-12-31");
    CHECK(report.published_known == Knowledge::inferred);
    CHECK_FALSE(report_of("Attack of 3 March 2023\n\nIn March the army took the town. In July it "
                          "left again. In August rebels came.")
                    .covers);
}

TEST_CASE("a year ago and the month of the event give the month of the report") {
    const events::Report report = report_of(
        "Army accused\n\nSince the peacekeepers left Mali a year ago, abuses have grown.\n\nIn "
        "December 2021 the last peacekeepers of the mission left Mali in a convoy of lorries.");
    CHECK(day_of(report) == "2022-12-31");
    CHECK(report.published_known == Knowledge::inferred);
    CHECK(report.published_how.find("In December 2021") != std::string::npos);
}

TEST_CASE("else the latest date told is the earliest day it can be") {
    const events::Report report = report_of(
        "Emergency\n\nIn 2019, rebels killed many people. On 12 March 2020 they burned a village. "
        "An election will be held on 5 May 2022.");
    CHECK(day_of(report) == "2020-03-12");
    CHECK(report.published_how.starts_with("not before"));
    const events::Report half = report_of(
        "Emergency\n\nIn 2019, rebels killed many people. In the first six months of 2020 the toll "
        "grew.");
    CHECK(day_of(half) == "2020-12-31");
}

TEST_CASE("a text without any year leaves the day unknown and says so") {
    auto document = events::extract_document(
        input_of("a.txt",
                 "Army accused\n\nFighting broke out on 18 January and people protested in "
                 "Bamako on 1 and 2 February."),
        load_test_lexicons());
    REQUIRE(document);
    CHECK_FALSE(document->report.published);
    CHECK(document->report.published_known == Knowledge::unknown);
    REQUIRE(document->problems.size() == 1);
    CHECK(document->problems[0].what.find("--published") != std::string::npos);
}
