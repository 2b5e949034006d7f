// Days, figures, places and kinds as the interface shows them, in the user's language. Pure.
#pragma once

#include <cstdint>
#include <string>

#include "app/translations.hpp"
#include "events/event.hpp"

namespace app {

/// 33100 -> "33,100" (English) or "33 100" with a narrow no-break space (French).
std::string number_words(std::int64_t number, const Translations& tr);

/// "17+", "up to 30", "10-12" with an en dash, "~500", "3".
std::string figure_words(const events::Figure& figure, const Translations& tr);

/// "22 April 2023".
std::string day_words(events::Day day, const Translations& tr);
/// "27-28 June 2023", "30 May-2 June 2023", "1 Dec. ..." both years when they differ.
std::string day_range_words(const events::DayRange& days, const Translations& tr);
/// As precisely as it is known: "22 April 2023", "June 2023", "2012", "no date".
std::string time_words(const events::TimeSpan& time, const Translations& tr);
/// The same in 13 letters or so, for lists: "22 Apr 2023", "Jun 2023"; a span over a month's end
/// shows its months, over a year's end its years.
std::string short_time_words(const events::TimeSpan& time, const Translations& tr);
/// "to the day", "to the month", ...
const char* date_precision_words(events::DatePrecision precision, const Translations& tr);

/// The place's name, else the words of the report, else "no place".
std::string place_name(const events::EventPlace& place, const Translations& tr);
/// "exact", "near, within 30 km", "somewhere in the region (210 km)", "not in the gazetteer".
std::string place_precision_words(const events::EventPlace& place, const Translations& tr);
/// "Djenné, Mopti, ML" without the place's own name; empty when nothing is known.
std::string admin_words(const events::EventPlace& place);

std::string kind_words(events::EventKind kind, const Translations& tr);
const char* harm_words(events::Harm harm, const Translations& tr);
const char* status_words(events::ReviewStatus status, const Translations& tr);
const char* role_words(events::ActorRole role, const Translations& tr);

/// The figure that a list shows: killed first, then the other harms in their order; empty if none.
std::string main_figure(const events::Tally& tally, const Translations& tr);

/// "33,100+ refugees, Kidal to Niger".
std::string flow_words(const events::Flow& flow, const Translations& tr);

}  // namespace app
