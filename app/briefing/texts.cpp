// Words, dates and numbers of the page's language.
#include "app/briefing/texts.hpp"

#include <fmt/format.h>

#include <functional>
#include <sstream>

#include "app/commands/arguments.hpp"

namespace app {

geo::Result<PageTexts> PageTexts::parse(std::string_view table, PageLanguage language) {
    PageTexts texts;
    texts.m_language = language;
    const std::size_t column = language == PageLanguage::en ? 1 : 2;
    int number = 0;
    for (const std::string& line : split(table, '\n')) {
        ++number;
        if (line.empty() || line.starts_with('#'))
            continue;
        const auto cells = split(line, '\t');
        if (cells.size() != 3)
            return geo::fail(
                fmt::format("briefing.tsv:{}: wanted 3 columns, found {}", number, cells.size()));
        texts.m_words[cells[0]] = cells[column];
    }
    return texts;
}

std::string PageTexts::say(std::string_view key, std::initializer_list<std::string> values) const {
    const auto found = m_words.find(key);
    std::string words = found == m_words.end() ? std::string{key} : found->second;
    std::size_t from = 0;
    for (const std::string& value : values) {
        const std::size_t hole = words.find("{}", from);
        if (hole == std::string::npos)
            break;
        words.replace(hole, 2, value);
        from = hole + value.size();
    }
    return words;
}

std::string PageTexts::month(events::Day day) const {
    const std::chrono::year_month_day ymd{day};
    const auto names = split(say("months"), ' ');
    const auto index = static_cast<unsigned>(ymd.month()) - 1;
    return fmt::format("{} {}", index < names.size() ? names[index] : "?",
                       static_cast<int>(ymd.year()));
}

std::string PageTexts::day(events::Day day) const {
    const std::chrono::year_month_day ymd{day};
    const unsigned number = static_cast<unsigned>(ymd.day());
    const bool premier = m_language == PageLanguage::fr && number == 1;
    return fmt::format("{}{} {}", number, premier ? "er" : "", month(day));
}

std::string PageTexts::range(const events::DayRange& days) const {
    if (days.first == days.last)
        return day(days.first);
    const std::chrono::year_month_day first{days.first};
    const std::chrono::year_month_day last{days.last};
    const bool from_month_start = static_cast<unsigned>(first.day()) == 1;
    const bool to_month_end =
        days.last ==
        events::last_of_month(static_cast<int>(last.year()), static_cast<unsigned>(last.month()));
    if (from_month_start && to_month_end) {
        const bool whole_years =
            static_cast<unsigned>(first.month()) == 1 && static_cast<unsigned>(last.month()) == 12;
        if (whole_years && first.year() == last.year())
            return fmt::format("{}", static_cast<int>(first.year()));
        if (whole_years)
            return fmt::format("{}–{}", static_cast<int>(first.year()),
                               static_cast<int>(last.year()));
        if (first.year() == last.year() && first.month() == last.month())
            return month(days.first);
        return fmt::format("{} – {}", month(days.first), month(days.last));
    }
    if (first.year() == last.year() && first.month() == last.month()) {
        return fmt::format("{}–{}", static_cast<unsigned>(first.day()), day(days.last));
    }
    return fmt::format("{} – {}", day(days.first), day(days.last));
}

std::string PageTexts::span(const events::TimeSpan& time) const {
    return time.days ? range(*time.days) : say("no_date");
}

std::string PageTexts::count(std::int64_t number) const {
    std::string digits = fmt::format("{}", number < 0 ? -number : number);
    const std::string_view separator = m_language == PageLanguage::en ? "," : "\u202f";
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), separator);
    }
    return number < 0 ? "-" + digits : digits;
}

std::string PageTexts::figure(const events::Figure& figure) const {
    const std::string about = figure.approximate ? "~" : "";
    if (figure.low && figure.high) {
        if (*figure.low == *figure.high)
            return about + count(*figure.low);
        return about + count(*figure.low) + "–" + count(*figure.high);
    }
    if (figure.low)
        return about + count(*figure.low) + "+";
    if (figure.high)
        return "≤ " + count(*figure.high);
    return "?";
}

}  // namespace app
