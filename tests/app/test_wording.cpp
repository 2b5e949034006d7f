// Values in words, English and French.
#include <doctest/doctest.h>

#include "app/wording.hpp"

using namespace app;
using events::DatePrecision;
using events::DayRange;
using events::make_day;

namespace {

Translations load(const char* language) {
    auto loaded = Translations::load(std::string(TEST_SHARE_DIR) + "/lang", language);
    REQUIRE(loaded);
    return std::move(*loaded);
}

events::TimeSpan span(events::Day first, events::Day last, DatePrecision precision) {
    events::TimeSpan time;
    time.days = DayRange{first, last};
    time.precision = precision;
    return time;
}

}  // namespace

TEST_CASE("numbers are grouped as the language does") {
    const auto en = load("en");
    const auto fr = load("fr");
    CHECK(number_words(0, en) == "0");
    CHECK(number_words(999, en) == "999");
    CHECK(number_words(33100, en) == "33,100");
    CHECK(number_words(1234567, en) == "1,234,567");
    CHECK(number_words(-1200, en) == "-1,200");
    CHECK(number_words(33100, fr) == "33\u202F100");
}

TEST_CASE("figures keep their range") {
    const auto en = load("en");
    const auto fr = load("fr");
    struct Case {
        events::Figure figure;
        const char* english;
    };
    const Case cases[] = {
        {{17, {}, false, ""}, "17+"},
        {{{}, 30, false, ""}, "up to 30"},
        {{10, 12, false, ""}, "10\u201312"},
        {{500, 500, true, ""}, "~500"},
        {{3, 3, false, ""}, "3"},
        {{{}, {}, false, ""}, "not stated"},
    };
    for (const auto& c : cases)
        CHECK(figure_words(c.figure, en) == c.english);
    CHECK(figure_words({{}, 30, false, ""}, fr) == "jusqu\u2019\u00E0 30");
}

TEST_CASE("a date is worded as precisely as it is known") {
    const auto en = load("en");
    const auto fr = load("fr");
    struct Case {
        events::TimeSpan time;
        const char* english;
        const char* french;
    };
    const Case cases[] = {
        {span(make_day(2023, 4, 22), make_day(2023, 4, 22), DatePrecision::day), "22 April 2023",
         "22 avril 2023"},
        {span(make_day(2023, 6, 27), make_day(2023, 6, 28), DatePrecision::range),
         "27\u201328 June 2023", "27\u201328 juin 2023"},
        {span(make_day(2023, 5, 30), make_day(2023, 6, 2), DatePrecision::range),
         "30 May \u2013 2 June 2023", "30 mai \u2013 2 juin 2023"},
        {span(make_day(2022, 12, 30), make_day(2023, 1, 2), DatePrecision::range),
         "30 December 2022 \u2013 2 January 2023", "30 d\u00E9cembre 2022 \u2013 2 janvier 2023"},
        {span(make_day(2023, 6, 1), make_day(2023, 6, 30), DatePrecision::month), "June 2023",
         "juin 2023"},
        {span(make_day(2012, 3, 1), make_day(2012, 5, 31), DatePrecision::season),
         "March\u2013May 2012", "mars\u2013mai 2012"},
        {span(make_day(2012, 1, 1), make_day(2012, 12, 31), DatePrecision::year), "2012", "2012"},
        {span(make_day(2012, 1, 1), make_day(2015, 12, 31), DatePrecision::year), "2012\u20132015",
         "2012\u20132015"},
        {events::TimeSpan{}, "no date", "sans date"},
    };
    for (const auto& c : cases) {
        CHECK(time_words(c.time, en) == c.english);
        CHECK(time_words(c.time, fr) == c.french);
    }
}

TEST_CASE("a list shows long spans by their months or years") {
    const auto en = load("en");
    const auto range = DatePrecision::range;
    CHECK(short_time_words(span(make_day(2023, 4, 22), make_day(2023, 4, 22), DatePrecision::day),
                           en) == "22 Apr 2023");
    CHECK(short_time_words(span(make_day(2013, 4, 30), make_day(2013, 5, 1), range), en) ==
          "Apr\u2013May 2013");
    CHECK(short_time_words(span(make_day(2012, 1, 1), make_day(2016, 8, 22), range), en) ==
          "2012\u20132016");
    CHECK(short_time_words(span(make_day(2012, 1, 1), make_day(2012, 12, 31), DatePrecision::year),
                           en) == "2012");
}

TEST_CASE("a place that is not settled says so, and differently when nothing is like it") {
    const auto en = load("en");
    events::EventPlace place;
    place.words = "Djankoin";
    CHECK(place_name(place, en) == "Djankoin");
    CHECK(place_precision_words(place, en) == "in no gazetteer: not on the map");
    place.candidates.emplace_back();
    CHECK(place_precision_words(place, en) != "in no gazetteer: not on the map");
    place.point = geo::LonLat{-3, 16};
    place.precision = events::PlacePrecision::near;
    place.radius_km = 30;
    CHECK(place_precision_words(place, en) == "near a named place, within 30 km");
}

TEST_CASE("the list shows the killed before any other figure") {
    const auto en = load("en");
    events::Tally tally;
    CHECK(main_figure(tally, en).empty());
    tally[events::Harm::displaced] = events::Figure{1200, 1200, true, ""};
    CHECK(main_figure(tally, en) == "~1,200 displaced");
    tally[events::Harm::killed] = events::Figure{2, {}, false, ""};
    CHECK(main_figure(tally, en) == "2+ killed");
}
