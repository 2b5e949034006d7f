// Dates, numbers and ranges as a page writes them.
#include <doctest/doctest.h>

#include "app/briefing/texts.hpp"
#include "geo/input_file.hpp"

namespace {

app::PageTexts texts_in(app::PageLanguage language) {
    const auto table = geo::read_input_file(TEST_SHARE_DIR "/lang/briefing.tsv");
    REQUIRE(table);
    auto texts = app::PageTexts::parse(table->bytes, language);
    REQUIRE(texts);
    return std::move(*texts);
}

events::DayRange days(const char* first, const char* last) {
    return {*events::parse_iso_day(first), *events::parse_iso_day(last)};
}

}  // namespace

TEST_CASE("a period is written as short as it is known") {
    const auto en = texts_in(app::PageLanguage::en);
    const auto fr = texts_in(app::PageLanguage::fr);
    struct Case {
        const char *first, *last, *en, *fr;
    };
    for (const Case& c : {
             Case{"2023-04-22", "2023-04-22", "22 April 2023", "22 avril 2023"},
             Case{"2023-05-01", "2023-05-01", "1 May 2023", "1er mai 2023"},
             Case{"2023-06-27", "2023-06-28", "27–28 June 2023", "27–28 juin 2023"},
             Case{"2023-04-30", "2023-05-01", "30 April 2023 – 1 May 2023",
                  "30 avril 2023 – 1er mai 2023"},
             Case{"2023-08-01", "2023-08-31", "August 2023", "août 2023"},
             Case{"2023-08-01", "2023-12-31", "August 2023 – December 2023",
                  "août 2023 – décembre 2023"},
             Case{"2023-01-01", "2023-12-31", "2023", "2023"},
             Case{"2012-01-01", "2024-12-31", "2012–2024", "2012–2024"},
         }) {
        CHECK(en.range(days(c.first, c.last)) == c.en);
        CHECK(fr.range(days(c.first, c.last)) == c.fr);
    }
    CHECK(en.span({}) == "no date");
}

TEST_CASE("a figure keeps its range and its doubt") {
    const auto en = texts_in(app::PageLanguage::en);
    const auto fr = texts_in(app::PageLanguage::fr);
    CHECK(en.figure({17, 17, false, ""}) == "17");
    CHECK(en.figure({10, 12, false, ""}) == "10–12");
    CHECK(en.figure({33100, std::nullopt, false, "at least 33,100"}) == "33,100+");
    CHECK(fr.figure({33100, std::nullopt, false, "au moins 33 100"}) == "33\u202f100+");
    CHECK(en.figure({500, 500, true, "some 500"}) == "~500");
    CHECK(en.figure({std::nullopt, 30, false, "up to 30"}) == "≤ 30");
    CHECK(en.count(1234567) == "1,234,567");
    CHECK(en.count(999) == "999");
}

TEST_CASE("every text is there in both languages") {
    CHECK_FALSE(app::PageTexts::parse("title\tonly English", app::PageLanguage::en));
    CHECK(texts_in(app::PageLanguage::fr).say("limits_exact", {"31", "46"}) ==
          "31 événements sur 46 sont localisés précisément");
    CHECK(texts_in(app::PageLanguage::en).say("no such key") == "no such key");
}
