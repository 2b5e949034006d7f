// What a briefing says, before anything is drawn: which events, which totals, which words.
#pragma once

#include <string>
#include <vector>

#include "app/briefing/recipe.hpp"
#include "app/briefing/texts.hpp"
#include "events/casebook.hpp"
#include "events/statistics.hpp"
#include "geo/base_map.hpp"

namespace app {

/// "Since May at least 32 civilians were killed" sums up incidents that other sentences tell one by
/// one, so it is shown but not added (UCDP keeps such summary events apart too: event_clarity 2).
inline constexpr int kLongestIncidentDays = 92;

struct BriefingContent {
    std::string title;
    std::string subtitle;
    std::string as_of;  ///< "As of 24 April 2024"; empty when not known
    std::optional<events::Day> as_of_day;
    std::optional<events::DayRange> period;
    events::Filter filter;            ///< the recipe's, with its period
    std::vector<std::size_t> events;  ///< positions in the casebook, by first day, undated last
    std::vector<std::size_t> flows;
    events::Knownness known;
    events::Tally totals;       ///< of the events whose period is at most kLongestIncidentDays
    std::size_t summaries = 0;  ///< events with a longer period: statements that sum up others
    events::Displacement displacement;
    std::vector<std::string> sources;  ///< "Amnesty International, Mali 2023 (2024)"
    std::string limitations;
    std::string disclaimer;
};

BriefingContent make_content(const events::Casebook& casebook, const Recipe& recipe,
                             const geo::BaseMap& base_map, const PageTexts& texts);

/// What a careful publisher would still add, in words; empty when nothing is missing.
std::vector<std::string> missing_from(const Recipe& recipe, const BriefingContent& content,
                                      const PageTexts& texts);

/// "KIDAL_brief_A4_20240424" by OCHA's convention: map number or country code, what, size, date.
std::string standard_file_name(const Recipe& recipe, const BriefingContent& content,
                               const std::string& country, const std::string& paper);

/// ISO code of the country that most of the events are in; empty when none.
std::string main_country(const events::Casebook& casebook, const std::vector<std::size_t>& events);

}  // namespace app
