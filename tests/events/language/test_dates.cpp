// Time words and the days that they mean.
#include <doctest/doctest.h>

#include <span>

#include "events/language/dates.hpp"
#include "load_test_lexicons.hpp"

using events::Day;
using events::DayRange;
using events::Language;
using events::TimeAnchor;

namespace {

Day day(const char* iso) {
    return *events::parse_iso_day(iso);
}

std::string shown(const events::TimeMention& mention) {
    static constexpr const char* kRoles[] = {"at", "since", "until", "duration"};
    std::string out = mention.span.words + " = ";
    if (mention.role != events::TimeRole::at) {
        out += std::string(kRoles[static_cast<int>(mention.role)]) + " ";
    }
    if (mention.role == events::TimeRole::duration) {
        return out + std::to_string(mention.duration_days);
    }
    if (!mention.span.days)
        return out + "?";
    out += events::to_iso(mention.span.days->first);
    if (mention.span.days->first != mention.span.days->last) {
        out += "/" + events::to_iso(mention.span.days->last);
    }
    return out + " " + std::string(events::to_string(mention.span.precision));
}

std::string times_of(const events::Lexicons& lexicons, std::string_view text, Language language,
                     const TimeAnchor& anchor) {
    const events::Lexicon& lexicon = *lexicons.find(language);
    const events::TextRange block{0, static_cast<std::uint32_t>(text.size())};
    std::string out;
    for (const auto& sentence : events::split_sentences(text, block, lexicon)) {
        for (const auto& mention : events::find_times(text, sentence, lexicon, anchor)) {
            if (!out.empty())
                out += "; ";
            out += shown(mention);
        }
    }
    return out;
}

struct Case {
    std::string text;
    std::string times;
};

void check_all(std::span<const Case> cases, Language language, const TimeAnchor& anchor) {
    const events::Lexicons lexicons = load_test_lexicons();
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(times_of(lexicons, c.text, language, anchor) == c.times);
    }
}

/// Friday 3 February 2012.
TimeAnchor published_2012() {
    return {day("2012-02-03"), std::nullopt, std::nullopt};
}

TimeAnchor told(const char* first, const char* last, events::DatePrecision precision) {
    TimeAnchor anchor = published_2012();
    anchor.told_before =
        events::TimeSpan{DayRange{day(first), day(last)}, precision, "told", false};
    return anchor;
}

}  // namespace

TEST_CASE("English days, months and years with and without a year") {
    const Case cases[] = {
        {"It fell on 18 January.", "on 18 January = 2012-01-18 day"},
        {"It fell on January 18, 2011, at dawn.", "on January 18, 2011 = 2011-01-18 day"},
        {"It fell on Wednesday, 18 January 2012.",
         "on Wednesday, 18 January 2012 = 2012-01-18 day"},
        {"It fell on the 18th of January.", "on the 18th of January = 2012-01-18 day"},
        {"On 2011-11-30 it fell.", "On 2011-11-30 = 2011-11-30 day"},
        {"It fell on 30/11/2011.", "on 30/11/2011 = 2011-11-30 day"},
        {"They protested on 1 and 2 February.",
         "on 1 and 2 February = 2012-02-01/2012-02-02 range"},
        {"Between 27 and 28 January it fell.",
         "Between 27 and 28 January = 2012-01-27/2012-01-28 range"},
        {"from 27 to 31 March 2011", "from 27 to 31 March 2011 = 2011-03-27/2011-03-31 range"},
        {"27-31 March 2011", "27-31 March 2011 = 2011-03-27/2011-03-31 range"},
        {"on March 27-31, 2011", "on March 27-31, 2011 = 2011-03-27/2011-03-31 range"},
        {"between 30 April and 1 May 2011",
         "between 30 April and 1 May 2011 = 2011-04-30/2011-05-01 range"},
        {"on the night of 3 to 4 May", "on the night of 3 to 4 May = 2011-05-03/2011-05-04 range"},
        {"In March, 17 villagers fled.", "In March = 2011-03-01/2011-03-31 month"},
        {"In March 17 villagers fled.", "In March = 2011-03-01/2011-03-31 month"},
        {"during March 2010", "during March 2010 = 2010-03-01/2010-03-31 month"},
        {"in early March", "in early March = 2011-03-01/2011-03-10 range"},
        {"in mid-March 2010", "in mid-March 2010 = 2010-03-11/2010-03-20 range"},
        {"in late February 2011", "in late February 2011 = 2011-02-21/2011-02-28 range"},
        {"at the beginning of March", "at the beginning of March = 2011-03-01/2011-03-10 range"},
        {"between January and March", "between January and March = 2011-01-01/2011-03-31 range"},
        {"between June and July 2010", "between June and July 2010 = 2010-06-01/2010-07-31 range"},
        {"between November and January",
         "between November and January = 2011-11-01/2012-01-31 range"},
        {"in August and September, respectively",
         "in August and September = 2011-08-01/2011-09-30 range"},
        {"in the first six months of 2010",
         "in the first six months of 2010 = 2010-01-01/2010-06-30 range"},
        {"the second half of 2010", "the second half of 2010 = 2010-07-01/2010-12-31 range"},
        {"In 2009, fighters came.", "In 2009 = 2009-01-01/2009-12-31 year"},
        {"coups in 2009 and 2010", "in 2009 and 2010 = 2009-01-01/2010-12-31 range"},
        {"between 2005 and 2007", "between 2005 and 2007 = 2005-01-01/2007-12-31 range"},
        {"in the 1990s", "in the 1990s = 1990-01-01/1999-12-31 range"},
        {"last July", "last July = 2011-07-01/2011-07-31 month"},
        {"in July last year", "in July last year = 2011-07-01/2011-07-31 month"},
        {"in the spring of 2010", "in the spring of 2010 = 2010-03-01/2010-05-31 season"},
    };
    check_all(cases, Language::en, published_2012());
}

TEST_CASE("an adjectival year is a year, and inferred") {
    const events::Lexicons lexicons = load_test_lexicons();
    const std::string text = "Crimes committed during Mali's 2010 conflict.";
    const events::TextRange block{0, static_cast<std::uint32_t>(text.size())};
    const auto& lexicon = *lexicons.find(Language::en);
    const auto sentences = events::split_sentences(text, block, lexicon);
    const auto times = events::find_times(text, sentences[0], lexicon, published_2012());
    REQUIRE(times.size() == 1);
    CHECK(times[0].span.words == "2010");
    CHECK(times[0].span.inferred);
}

TEST_CASE("English words counted from the report's day") {
    const Case cases[] = {
        {"It said today that it fell.", "today = 2012-02-03 day"},
        {"Yesterday it fell.", "Yesterday = 2012-02-02 day"},
        {"found last night", "last night = 2012-02-02 day"},
        {"early on Thursday", "early on Thursday = 2012-02-02 day"},
        {"on Friday", "on Friday = 2012-02-03 day"},
        {"last Friday", "last Friday = 2012-01-27 day"},
        {"published this Thursday", "this Thursday = 2012-02-02 day"},
        {"since violence erupted last month", "last month = 2012-01-01/2012-01-31 month"},
        {"this month", "this month = 2012-02-01/2012-02-03 month"},
        {"discovered earlier this month", "earlier this month = 2012-02-01/2012-02-02 range"},
        {"last week", "last week = 2012-01-23/2012-01-29 week"},
        {"the intervention five months ago", "five months ago = 2011-09-01/2011-09-30 month"},
        {"a year ago", "a year ago = 2010-11-03/2011-05-03 range"},
        {"three days ago", "three days ago = 2012-01-31 day"},
        {"over the past week", "over the past week = 2012-01-27/2012-02-03 range"},
        {"over the past three months", "over the past three months = 2011-11-03/2012-02-03 range"},
        {"detained for over seven months", "for over seven months = duration 213"},
        {"in a five-day operation", "five-day = duration 5"},
        {"a three-year-long wait", "three-year-long = duration 1096"},
        {"since May", "since May = since 2011-05-01/2012-02-03 range"},
        {"since the beginning of the year",
         "since the beginning of the year = since 2012-01-01/2012-02-03 range"},
        {"From August onwards, it fell.",
         "From August onwards = since 2011-08-01/2012-02-03 range"},
        {"since January 2011", "since January 2011 = since 2011-01-01/2012-02-03 range"},
        {"By June, they left.", "By June = until 2011-06-01/2011-06-30 month"},
        {"will be tried on 10 February", "on 10 February = 2012-02-10 day"},
    };
    check_all(cases, Language::en, published_2012());
}

TEST_CASE("English words counted from what was told before") {
    const auto day_told = told("2012-01-18", "2012-01-18", events::DatePrecision::day);
    const Case days[] = {
        {"In the following days, they fled.",
         "In the following days = 2012-01-19/2012-01-25 range"},
        {"A few days later, it fell.", "A few days later = 2012-01-20/2012-01-25 range"},
        {"arrested three days earlier", "three days earlier = 2012-01-15 day"},
        {"two weeks later", "two weeks later = 2012-01-29/2012-02-04 week"},
        {"the same day", "the same day = 2012-01-18 day"},
        {"later in January", "later in January = 2012-01-19/2012-01-31 range"},
        {"earlier in January", "earlier in January = 2012-01-01/2012-01-17 range"},
    };
    check_all(days, Language::en, day_told);
    const Case months[] = {
        {"During the same month, she was arrested.",
         "During the same month = 2011-07-01/2011-07-31 month"},
        {"the following month", "the following month = 2011-08-01/2011-08-31 month"},
    };
    check_all(months, Language::en, told("2011-07-01", "2011-07-31", events::DatePrecision::month));
    const Case old_story[] = {
        {"By June, they left.", "By June = until 2009-06-01/2009-06-30 month"}};
    check_all(old_story, Language::en,
              told("2009-04-01", "2009-04-30", events::DatePrecision::month));
}

TEST_CASE("the covered period gives the year that is left out") {
    TimeAnchor anchor{day("2024-04-24"), DayRange{day("2023-01-01"), day("2023-12-31")},
                      std::nullopt};
    const Case cases[] = {
        {"In July, it fell.", "In July = 2023-07-01/2023-07-31 month"},
        {"in February", "in February = 2023-02-01/2023-02-28 month"},
        {"as of 31 December", "as of 31 December = 2023-12-31 day"},
        {"From August onwards", "From August onwards = since 2023-08-01/2023-12-31 range"},
        {"during March 2022", "during March 2022 = 2022-03-01/2022-03-31 month"},
    };
    check_all(cases, Language::en, anchor);
    const Case parts[] = {
        {"Au second semestre, la ville", "Au second semestre = 2023-07-01/2023-12-31 range"},
        {"au premier trimestre", "au premier trimestre = 2023-01-01/2023-03-31 range"},
    };
    check_all(parts, Language::fr, anchor);
    anchor.published.reset();
    check_all(cases, Language::en, anchor);
}

TEST_CASE("without an anchor only dates with a year have days") {
    const Case cases[] = {
        {"on 18 January", "on 18 January = ?"},
        {"on 18 January 2012", "on 18 January 2012 = 2012-01-18 day"},
        {"last month", "last month = ?"},
        {"on 29 February 2011", "on 29 February 2011 = ?"},
        {"since 2015", "since 2015 = since 2015-01-01/2015-12-31 year"},
    };
    check_all(cases, Language::en, {});
}

TEST_CASE("29 February without a year is the last one that there was") {
    const Case cases[] = {{"on 29 February", "on 29 February = 2008-02-29 day"}};
    check_all(cases, Language::en, published_2012());
}

TEST_CASE("numbers and words that are no dates are left alone") {
    const Case cases[] = {
        {"They may be brought to justice.", ""},
        {"May they rest.", ""},
        {"Protesters march every year.", ""},
        {"a 15-year-old shepherd", ""},
        {"recruits between 14 and 16 years of age", ""},
        {"Resolution 2100 and article 5 apply.", ""},
        {"members of the 20 February Appeal", ""},
        {"2,012 people fled", ""},
        {"2012 people fled", ""},
        {"400km north of the capital", ""},
        {"Call 416-363-9933 ext 332.", ""},
        {"", ""},
    };
    check_all(cases, Language::en, published_2012());
}

TEST_CASE("French days, months and years") {
    const Case cases[] = {
        {"le 18 janvier", "le 18 janvier = 2012-01-18 day"},
        {"Le 1er février 2012, Gao est tombée.", "Le 1er février 2012 = 2012-02-01 day"},
        {"mercredi 18 janvier", "mercredi 18 janvier = 2012-01-18 day"},
        {"les 1er et 2 février", "les 1er et 2 février = 2012-02-01/2012-02-02 range"},
        {"dans la nuit du 3 au 4 mai", "dans la nuit du 3 au 4 mai = 2011-05-03/2011-05-04 range"},
        {"du 27 au 31 mars 2011", "du 27 au 31 mars 2011 = 2011-03-27/2011-03-31 range"},
        {"27-31 mars 2011", "27-31 mars 2011 = 2011-03-27/2011-03-31 range"},
        {"entre le 27 et le 28 juin", "entre le 27 et le 28 juin = 2011-06-27/2011-06-28 range"},
        {"entre le 30 avril et le 1er mai 2011",
         "entre le 30 avril et le 1er mai 2011 = 2011-04-30/2011-05-01 range"},
        {"en mars", "en mars = 2011-03-01/2011-03-31 month"},
        {"au cours du mois de mars 2010",
         "au cours du mois de mars 2010 = 2010-03-01/2010-03-31 month"},
        {"au mois d’août", "au mois d’août = 2011-08-01/2011-08-31 month"},
        {"début mars", "début mars = 2011-03-01/2011-03-10 range"},
        {"à la mi-mars", "à la mi-mars = 2011-03-11/2011-03-20 range"},
        {"fin février 2011", "fin février 2011 = 2011-02-21/2011-02-28 range"},
        {"de janvier à mars 2010", "de janvier à mars 2010 = 2010-01-01/2010-03-31 range"},
        {"entre juin et juillet 2010", "entre juin et juillet 2010 = 2010-06-01/2010-07-31 range"},
        {"au cours des six premiers mois de 2010",
         "au cours des six premiers mois de 2010 = 2010-01-01/2010-06-30 range"},
        {"au premier semestre 2010", "au premier semestre 2010 = 2010-01-01/2010-06-30 range"},
        {"en 2010", "en 2010 = 2010-01-01/2010-12-31 year"},
        {"depuis mai", "depuis mai = since 2011-05-01/2012-02-03 range"},
        {"à partir d’août", "à partir d’août = since 2011-08-01/2012-02-03 range"},
        {"juillet dernier", "juillet dernier = 2011-07-01/2011-07-31 month"},
    };
    check_all(cases, Language::fr, published_2012());
}

TEST_CASE("French words counted from another day") {
    const Case cases[] = {
        {"hier", "hier = 2012-02-02 day"},
        {"L’armée a dit aujourd’hui", "aujourd’hui = 2012-02-03 day"},
        {"la semaine dernière", "la semaine dernière = 2012-01-23/2012-01-29 week"},
        {"le mois dernier", "le mois dernier = 2012-01-01/2012-01-31 month"},
        {"l’an dernier", "l’an dernier = 2011-01-01/2011-12-31 year"},
        {"il y a cinq mois", "il y a cinq mois = 2011-09-01/2011-09-30 month"},
        {"depuis le début de l’année",
         "depuis le début de l’année = since 2012-01-01/2012-02-03 range"},
        {"au cours des trois derniers mois",
         "au cours des trois derniers mois = 2011-11-03/2012-02-03 range"},
        {"pendant plus de sept mois", "pendant plus de sept mois = duration 213"},
        {"jeudi", "jeudi = 2012-02-02 day"},
        {"jeudi dernier", "jeudi dernier = 2012-02-02 day"},
    };
    check_all(cases, Language::fr, published_2012());
    const Case told_before[] = {
        {"Le lendemain, ils ont fui.", "Le lendemain = 2012-01-19 day"},
        {"trois jours plus tôt", "trois jours plus tôt = 2012-01-15 day"},
        {"quelques jours plus tard", "quelques jours plus tard = 2012-01-20/2012-01-25 range"},
        {"dans les jours suivants", "dans les jours suivants = 2012-01-19/2012-01-25 range"},
        {"le même jour", "le même jour = 2012-01-18 day"},
        {"plus tard en janvier", "plus tard en janvier = 2012-01-19/2012-01-31 range"},
    };
    check_all(told_before, Language::fr,
              told("2012-01-18", "2012-01-18", events::DatePrecision::day));
}

TEST_CASE("a line that is only a date is read, another is not") {
    const events::Lexicons lexicons = load_test_lexicons();
    const auto& en = *lexicons.find(Language::en);
    const auto& fr = *lexicons.find(Language::fr);
    CHECK(events::parse_date_line("August 20, 2014", en) == day("2014-08-20"));
    CHECK(events::parse_date_line("April 03, 2018", en) == day("2018-04-03"));
    CHECK(events::parse_date_line("2019-05-03", en) == day("2019-05-03"));
    CHECK(events::parse_date_line("Friday 3 May 2019", en) == day("2019-05-03"));
    CHECK(events::parse_date_line("le 3 mai 2019", fr) == day("2019-05-03"));
    CHECK_FALSE(events::parse_date_line("May 2019", en));
    CHECK_FALSE(events::parse_date_line("3 May", en));
    CHECK_FALSE(events::parse_date_line("On 3 May 2019 the army left.", en));
    CHECK_FALSE(events::parse_date_line("", en));
}
