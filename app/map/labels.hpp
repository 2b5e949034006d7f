// Which names stand on the map and where: greedy by rank, without collisions, stable while panning.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/map/scene.hpp"
#include "app/map/style.hpp"
#include "app/map/text.hpp"
#include "geo/map_view.hpp"

namespace app {

/// A name that could stand on the map.
struct LabelCandidate {
    std::string text;
    TextRole role = TextRole::town;
    geo::MapPoint at;
    double rank = 0;           ///< larger first, within the role's class
    double gap_px = 4;         ///< from the point to the text; 0: centred on the point
    bool event_place = false;  ///< something happened there: before all towns
    bool has_dot = false;      ///< a town dot is drawn with it
};

/// A name that stands, its box anchored to a map point so that it moves with the map.
struct PlacedLabel {
    std::string text;
    TextRole role = TextRole::town;
    geo::MapPoint at;
    double dx_px = 0;  ///< from the point's pixel to the top left corner of the text box
    double dy_px = 0;
    double width_px = 0;
    double height_px = 0;
    bool has_dot = false;
    bool boxed = false;  ///< on a small panel: badges
};

/// A town, region, country or water name of the base data, in degrees.
struct NamedPlace {
    std::string name;
    TextRole role = TextRole::town;
    geo::LonLat point;
    double rank = 0;  ///< population, or area; larger is more important
};

/// What may be named in the view: countries and regions by scale, towns by population and scale,
/// every place of a symbol, the labels of flows and badges.
std::vector<LabelCandidate> label_candidates(const Scene& scene,
                                             const std::vector<NamedPlace>& names,
                                             const geo::Projection& projection,
                                             const geo::MapView& view);

/// A part of the view that something else covers, such as the legend. Pixels from the upper left.
struct ScreenBox {
    double left_px = 0, top_px = 0, right_px = 0, bottom_px = 0;
};

/// Places as many as fit, in order of priority: badges and flow counts, countries, event places,
/// regions and towns by rank; never over a symbol, another label or a
/// reserved part. Candidates beside the view
/// count too, so a label does not jump when its neighbour leaves the screen.
std::vector<PlacedLabel> place_labels(const std::vector<LabelCandidate>& candidates,
                                      const Scene& scene, const MapStyle& style,
                                      const TextShaper& shaper, const geo::MapView& view,
                                      std::span<const ScreenBox> reserved = {});

}  // namespace app
