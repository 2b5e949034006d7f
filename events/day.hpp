// Calendar days, and spans of them with how precisely they are known.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace events {

/// Proleptic Gregorian; years 1 to 9999 when read from text.
using Day = std::chrono::sys_days;

std::string to_iso(Day day);                            ///< "2023-04-22"
std::optional<Day> parse_iso_day(std::string_view text);  ///< exactly YYYY-MM-DD, a real day
Day make_day(int year, unsigned month, unsigned day);   ///< clamped to the month's last day
Day first_of_month(int year, unsigned month);
Day last_of_month(int year, unsigned month);

/// Both ends included.
struct DayRange {
    Day first;
    Day last;
    friend bool operator==(const DayRange&, const DayRange&) = default;
};

enum class DatePrecision : std::uint8_t { day, range, week, month, season, year, unknown };

std::string_view to_string(DatePrecision precision);
std::optional<DatePrecision> parse_date_precision(std::string_view text);

/// When something happened, as far as the words say.
struct TimeSpan {
    std::optional<DayRange> days;  ///< empty: not known
    DatePrecision precision = DatePrecision::unknown;
    std::string words;      ///< as written; empty when taken from the document's frame
    bool inferred = false;  ///< from the section, the document or what was told before
};

/// ACLED time_precision 1-3 and UCDP date_prec 1-5 (codebooks; DatePrecision::unknown is 3 and 5).
int acled_time_precision(const TimeSpan& span);
int ucdp_date_prec(const TimeSpan& span);

}  // namespace events
