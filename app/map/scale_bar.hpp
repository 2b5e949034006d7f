// The scale bar: a round ground distance that fits, true at the middle of the view.
#pragma once

#include <string>

#include "events/report.hpp"
#include "geo/map_view.hpp"
#include "geo/projection.hpp"

namespace app {

struct ScaleBar {
    double length_px = 0;
    double ground_m = 0;  ///< 1, 2 or 5 times a power of ten
    std::string text;     ///< "200 km"
};

/// The longest bar of at most `longest_px`.
ScaleBar make_scale_bar(const geo::Projection& projection, const geo::MapView& view,
                        double longest_px, events::Language language = events::Language::en);

}  // namespace app
