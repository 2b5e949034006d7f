// What a briefing says about itself: a JSON file of the user's, every field optional.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "events/day.hpp"
#include "events/filter.hpp"
#include "geo/lon_lat.hpp"
#include "geo/result.hpp"

namespace app {

enum class PageLanguage : unsigned char { en, fr };

/// Fields as in the JSON file, which may leave out any of them; what is empty is derived from the
/// casebook or left off the page (and then named by `missing_from`).
struct Recipe {
    std::string title;
    std::string subtitle;
    std::optional<events::DayRange> period;
    std::optional<events::Day> as_of;  ///< default: the latest day on which a report was published
    std::string organisation;
    std::string contact;
    std::string classification;
    std::string glide;  ///< TT-YYYY-NNNNNN-ISO3
    std::string map_number;
    std::string disclaimer;  ///< default: the boundary disclaimer in the organisation's name
    std::optional<geo::LonLatBox> view;  ///< default: fits the events
    std::string projection;  ///< PROJ definition; default: equal-area around the view's centre
    std::size_t table_rows = 12;
    int dpi = 150;
    events::Filter filter;
};

/// Fails naming the field that is unknown or of a wrong form.
geo::Result<Recipe> parse_recipe(std::string_view json, const std::string& file_name);

}  // namespace app
