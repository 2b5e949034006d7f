// Chooses the round length of the scale bar.
#include "app/map/scale_bar.hpp"

#include <cmath>

#include "app/map/symbology.hpp"

namespace app {
namespace {

/// The largest of 1, 2 and 5 times a power of ten that is at most `longest`.
double round_below(double longest) {
    const double power = std::pow(10, std::floor(std::log10(longest)));
    for (const double factor : {5.0, 2.0}) {
        if (power * factor <= longest * (1 + 1e-9))
            return power * factor;
    }
    return power;
}

}  // namespace

ScaleBar make_scale_bar(const geo::Projection& projection, const geo::MapView& view,
                        double longest_px, events::Language language) {
    const auto centre = projection.inverse(view.centre);
    double ground_per_map = centre ? projection.ground_metres_per_map_metre(*centre) : 1;
    if (!(ground_per_map > 0) || !std::isfinite(ground_per_map))
        ground_per_map = 1;
    const double ground_per_px = ground_per_map * view.metres_per_px;
    ScaleBar bar;
    if (!(longest_px > 0) || !(ground_per_px > 0))
        return bar;
    bar.ground_m = round_below(longest_px * ground_per_px);
    bar.length_px = bar.ground_m / ground_per_px;
    bar.text = bar.ground_m < 1000 ? number_text(bar.ground_m, language) + " m"
                                   : number_text(bar.ground_m / 1000, language) + " km";
    return bar;
}

}  // namespace app
