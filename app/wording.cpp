// Wording of values.
#include "app/wording.hpp"

#include <array>
#include <vector>

namespace app {
namespace {

using events::Day;
using events::DayRange;
using std::chrono::year_month_day;

constexpr const char* kEnDash = "\u2013";

constexpr std::array<const char*, 12> kMonthKeys{"month.1", "month.2",  "month.3",  "month.4",
                                                 "month.5", "month.6",  "month.7",  "month.8",
                                                 "month.9", "month.10", "month.11", "month.12"};
constexpr std::array<const char*, 12> kShortMonthKeys{"mon.1", "mon.2",  "mon.3",  "mon.4",
                                                      "mon.5", "mon.6",  "mon.7",  "mon.8",
                                                      "mon.9", "mon.10", "mon.11", "mon.12"};

enum class Length { full, abbreviated };

std::string month_words(const year_month_day& date, Length length, const Translations& tr) {
    const auto index = static_cast<unsigned>(date.month()) - 1;
    return tr(length == Length::full ? kMonthKeys[index] : kShortMonthKeys[index]);
}

std::string day_of_month(const year_month_day& date) {
    return std::to_string(static_cast<unsigned>(date.day()));
}

std::string year_words(const year_month_day& date) {
    return std::to_string(static_cast<int>(date.year()));
}

std::string day_in(Day day, Length length, const Translations& tr) {
    const year_month_day date{day};
    return day_of_month(date) + " " + month_words(date, length, tr) + " " + year_words(date);
}

std::string month_year(Day day, Length length, const Translations& tr) {
    const year_month_day date{day};
    return month_words(date, length, tr) + " " + year_words(date);
}

std::string range_in(const DayRange& days, Length length, const Translations& tr) {
    if (days.first == days.last)
        return day_in(days.first, length, tr);
    const year_month_day first{days.first};
    const year_month_day last{days.last};
    const std::string end = day_in(days.last, length, tr);
    if (first.year() != last.year())
        return day_in(days.first, length, tr) + " " + kEnDash + " " + end;
    if (first.month() != last.month()) {
        return day_of_month(first) + " " + month_words(first, length, tr) + " " + kEnDash + " " +
               end;
    }
    return day_of_month(first) + kEnDash + end;
}

/// Spans of whole months and years that are longer than one read "March - May 2012", "2012-2015".
std::string months_in(const DayRange& days, Length length, const Translations& tr) {
    const year_month_day first{days.first};
    const year_month_day last{days.last};
    if (first.year() == last.year() && first.month() == last.month()) {
        return month_year(days.first, length, tr);
    }
    const std::string end = month_year(days.last, length, tr);
    if (first.year() == last.year()) {
        return month_words(first, length, tr) + kEnDash + end;
    }
    return month_year(days.first, length, tr) + " " + kEnDash + " " + end;
}

std::string years_in(const DayRange& days) {
    const auto first = year_words(year_month_day{days.first});
    const auto last = year_words(year_month_day{days.last});
    return first == last ? first : first + kEnDash + last;
}

std::string span_in(const events::TimeSpan& time, Length length, const Translations& tr) {
    if (!time.days)
        return tr("time.none");
    switch (time.precision) {
        case events::DatePrecision::month:
        case events::DatePrecision::season:
            return months_in(*time.days, length, tr);
        case events::DatePrecision::year:
            return years_in(*time.days);
        default:
            return range_in(*time.days, length, tr);
    }
}

}  // namespace

std::string number_words(std::int64_t number, const Translations& tr) {
    const bool negative = number < 0;
    std::string digits = std::to_string(number).substr(negative ? 1 : 0);
    const char* separator = tr("number.thousands");
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, separator);
    }
    return negative ? "-" + digits : digits;
}

std::string figure_words(const events::Figure& figure, const Translations& tr) {
    const std::string about = figure.approximate ? "~" : "";
    if (figure.low && figure.high) {
        const std::string low = number_words(*figure.low, tr);
        if (*figure.low == *figure.high)
            return about + low;
        return about + low + kEnDash + number_words(*figure.high, tr);
    }
    if (figure.low)
        return about + number_words(*figure.low, tr) + "+";
    if (figure.high)
        return fill(tr("figure.up_to"), {{"n", number_words(*figure.high, tr)}});
    return tr("figure.unknown");
}

std::string day_words(Day day, const Translations& tr) {
    return day_in(day, Length::full, tr);
}

std::string day_range_words(const DayRange& days, const Translations& tr) {
    return range_in(days, Length::full, tr);
}

std::string time_words(const events::TimeSpan& time, const Translations& tr) {
    return span_in(time, Length::full, tr);
}

std::string short_time_words(const events::TimeSpan& time, const Translations& tr) {
    if (time.days) {
        const year_month_day first{time.days->first};
        const year_month_day last{time.days->last};
        if (first.year() != last.year())
            return years_in(*time.days);
        if (first.month() != last.month() && time.precision != events::DatePrecision::year) {
            return months_in(*time.days, Length::abbreviated, tr);
        }
    }
    return span_in(time, Length::abbreviated, tr);
}

const char* date_precision_words(events::DatePrecision precision, const Translations& tr) {
    constexpr std::array<const char*, 7> kKeys{"date_precision.day",    "date_precision.range",
                                               "date_precision.week",   "date_precision.month",
                                               "date_precision.season", "date_precision.year",
                                               "date_precision.unknown"};
    return tr(kKeys[static_cast<std::size_t>(precision)]);
}

std::string place_name(const events::EventPlace& place, const Translations& tr) {
    if (!place.name.empty())
        return place.name;
    if (!place.words.empty())
        return place.words;
    return tr("place.none");
}

std::string place_precision_words(const events::EventPlace& place, const Translations& tr) {
    constexpr std::array<const char*, 6> kKeys{
        "place_precision.exact",  "place_precision.near",    "place_precision.admin2",
        "place_precision.admin1", "place_precision.country", "place_precision.unknown"};
    if (!place.point) {
        return tr(place.candidates.empty() ? kKeys.back() : "place_precision.unsettled");
    }
    const char* pattern = tr(kKeys[static_cast<std::size_t>(place.precision)]);
    if (place.precision == events::PlacePrecision::exact || place.radius_km < 1)
        return pattern;
    const auto radius = static_cast<std::int64_t>(place.radius_km + 0.5);
    return std::string(pattern) + ", " +
           fill(tr("place.radius"), {{"n", number_words(radius, tr)}});
}

std::string admin_words(const events::EventPlace& place) {
    std::string words;
    for (const std::string* part : {&place.admin2, &place.admin1, &place.country}) {
        if (part->empty() || *part == place.name)
            continue;
        if (!words.empty())
            words += ", ";
        words += *part;
    }
    return words;
}

std::string kind_words(events::EventKind kind, const Translations& tr) {
    const auto& known = events::info(kind);
    return std::string(tr.french() ? known.label_fr : known.label_en);
}

const char* harm_words(events::Harm harm, const Translations& tr) {
    constexpr std::array<const char*, events::kHarmCount> kKeys{
        "harm.killed",      "harm.injured", "harm.abducted",  "harm.detained",
        "harm.disappeared", "harm.raped",   "harm.displaced", "harm.houses"};
    return tr(kKeys[static_cast<std::size_t>(harm)]);
}

const char* status_words(events::ReviewStatus status, const Translations& tr) {
    constexpr std::array<const char*, 5> kKeys{"status.proposed", "status.accepted",
                                               "status.edited", "status.disputed",
                                               "status.rejected"};
    return tr(kKeys[static_cast<std::size_t>(status)]);
}

const char* role_words(events::ActorRole role, const Translations& tr) {
    constexpr std::array<const char*, 3> kKeys{"role.perpetrator", "role.target", "role.other"};
    return tr(kKeys[static_cast<std::size_t>(role)]);
}

std::string main_figure(const events::Tally& tally, const Translations& tr) {
    for (std::size_t i = 0; i < events::kHarmCount; ++i) {
        const auto harm = static_cast<events::Harm>(i);
        if (const auto& figure = tally[harm]) {
            return figure_words(*figure, tr) + " " + harm_words(harm, tr);
        }
    }
    return {};
}

std::string flow_words(const events::Flow& flow, const Translations& tr) {
    constexpr std::array<const char*, 5> kKeys{"category.refugees", "category.asylum_seekers",
                                               "category.idps", "category.returnees",
                                               "category.unknown"};
    const std::string who = tr(kKeys[static_cast<std::size_t>(flow.category)]);
    const std::string people = flow.people ? figure_words(*flow.people, tr) + " " + who : who;
    return fill(
        tr("flow.from_to"),
        {{"people", people}, {"from", place_name(flow.from, tr)}, {"to", place_name(flow.to, tr)}});
}

}  // namespace app
