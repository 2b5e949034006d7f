// The words of a page in its language, and dates, numbers and ranges written as that language does.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "app/briefing/recipe.hpp"
#include "events/day.hpp"
#include "events/tally.hpp"
#include "geo/result.hpp"

namespace app {

class PageTexts {
  public:
    /// From lang/briefing.tsv of the share folder: "key TAB English TAB French" lines.
    static geo::Result<PageTexts> parse(std::string_view table, PageLanguage language);

    PageLanguage language() const { return m_language; }
    /// The words under a key with each "{}" filled in order; the key itself when there are none.
    std::string say(std::string_view key, std::initializer_list<std::string> values = {}) const;

    std::string day(events::Day day) const;                ///< "22 April 2023", "22 avril 2023"
    std::string month(events::Day day) const;              ///< "April 2023"
    std::string span(const events::TimeSpan& time) const;  ///< "27–28 June 2023", "April 2023"
    std::string range(const events::DayRange& days) const;
    std::string count(std::int64_t number) const;  ///< "33,100", "33 100" (narrow no-break space)
    /// "17", "10–12", "17+", "up to 30"; "~500" when the source says "some".
    std::string figure(const events::Figure& figure) const;

  private:
    PageLanguage m_language = PageLanguage::en;
    std::map<std::string, std::string, std::less<>> m_words;
};

}  // namespace app
