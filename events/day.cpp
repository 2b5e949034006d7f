// Calendar days to text and back, and the codebooks' precision scales.
#include "events/day.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace events {

using namespace std::chrono;

std::string to_iso(Day day) {
    const year_month_day ymd{day};
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                  static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    return buffer.data();
}

std::optional<Day> parse_iso_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int parts[3] = {0, 0, 0};
    const std::string_view fields[3] = {text.substr(0, 4), text.substr(5, 2), text.substr(8, 2)};
    for (int i = 0; i < 3; ++i) {
        for (const char c : fields[i]) {
            if (c < '0' || c > '9') return std::nullopt;
        }
        std::from_chars(fields[i].data(), fields[i].data() + fields[i].size(), parts[i]);
    }
    const year_month_day ymd{year{parts[0]}, month{static_cast<unsigned>(parts[1])},
                             std::chrono::day{static_cast<unsigned>(parts[2])}};
    if (!ymd.ok() || parts[0] < 1) return std::nullopt;
    return sys_days{ymd};
}

Day first_of_month(int y, unsigned m) { return sys_days{year{y} / month{m} / 1}; }
Day last_of_month(int y, unsigned m) { return sys_days{year{y} / month{m} / last}; }

Day make_day(int y, unsigned m, unsigned d) {
    const year_month_day ymd{year{y} / month{m} / std::chrono::day{d}};
    return ymd.ok() ? sys_days{ymd} : last_of_month(y, m);
}

std::string_view to_string(DatePrecision precision) {
    switch (precision) {
        case DatePrecision::day: return "day";
        case DatePrecision::range: return "range";
        case DatePrecision::week: return "week";
        case DatePrecision::month: return "month";
        case DatePrecision::season: return "season";
        case DatePrecision::year: return "year";
        case DatePrecision::unknown: return "unknown";
    }
    return "unknown";
}

std::optional<DatePrecision> parse_date_precision(std::string_view text) {
    for (int i = 0; i <= static_cast<int>(DatePrecision::unknown); ++i) {
        const auto precision = static_cast<DatePrecision>(i);
        if (to_string(precision) == text) return precision;
    }
    return std::nullopt;
}

namespace {
long day_count(const TimeSpan& span) {
    return (span.days->last - span.days->first).count() + 1;
}
}  // namespace

int acled_time_precision(const TimeSpan& span) {
    if (!span.days) return 3;
    if (day_count(span) == 1) return 1;
    return day_count(span) <= 7 ? 2 : 3;
}

int ucdp_date_prec(const TimeSpan& span) {
    if (!span.days) return 5;
    const long days = day_count(span);
    if (days == 1) return 1;
    if (days <= 6) return 2;
    if (days == 7) return 3;
    return days <= 31 ? 4 : 5;
}

}  // namespace events
