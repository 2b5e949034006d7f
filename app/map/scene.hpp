// What the map shows, as plain values: made once from casebook, filter, window of days and view,
// then drawn by OpenGL (window, shot) and by Cairo (briefing) alike.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/map/colour.hpp"
#include "app/map/symbology.hpp"
#include "events/casebook.hpp"
#include "events/filter.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geo/map_view.hpp"
#include "geo/polygon.hpp"
#include "geo/projection.hpp"

namespace geo {
class BaseMap;
}

namespace app {

/// How sure the place is, as the symbol shows it.
enum class SymbolFill : std::uint8_t {
    solid,  ///< exact
    pale,   ///< near a named place: pale fill, and a ring of the radius
    hollow  ///< somewhere in an area: white fill, coloured edge, beside a hatched area
};
SymbolFill fill_of(events::PlacePrecision precision);

/// One event, or several of one kind at one position.
struct SymbolMark {
    std::vector<events::EventId> events;
    geo::MapPoint at;       ///< map metres; already moved apart from its neighbours
    geo::MapPoint true_at;  ///< where it is; a leader line joins the two when they differ visibly
    SymbolStyle style;
    double radius_px = 6;  ///< area-true by people killed or affected
    events::PlacePrecision precision = events::PlacePrecision::exact;
    double uncertainty_m = 0;      ///< map metres; > 0 for near: draw a ring of it around true_at
    bool possibly_inside = false;  ///< lighter: its period is only possibly inside the window
    bool selected = false;
    std::string place;  ///< name of the place, for its label and the tooltip
    double people = 0;  ///< what the radius shows; 0 when no number is said
};

/// An area within which events lie whose place is only known so far: hatched, lightly.
struct AreaMark {
    std::vector<std::vector<geo::MapPoint>> rings;  ///< closed, even-odd; one circle when unknown
    geo::MapPoint centre;
    events::PlacePrecision precision = events::PlacePrecision::admin1;
    std::size_t event_count = 0;
    std::string name;
    bool selected = false;
};

/// Events of which only the country is known: a list at the country's label point, never a dot.
struct BadgeMark {
    std::vector<events::EventId> events;
    geo::MapPoint at;
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string text;     ///< "12 · country only"
    bool selected = false;
};

/// People from here to there, drawn as a curve with an arrow head.
struct FlowMark {
    std::vector<events::FlowId> flows;
    std::vector<geo::MapPoint> path;  ///< from origin to destination, where the tip of the arrow is
    double width_px = 2;
    double tip_gap_px = 0;  ///< the tip stops so far before the end: the edge of what stands there
    Colour colour;
    bool dashed = false;  ///< the split between destinations is not stated
    std::string label;    ///< "33,100+ together"; on one flow of those that share a figure
    geo::MapPoint label_at;
    bool possibly_inside = false;
    bool selected = false;
    std::string from, to;  ///< names of the ends
    events::FlowCategory category = events::FlowCategory::unknown;
    double people = 0;  ///< what the width shows; 0 when no number is said or it is not split
    bool from_country = false;  ///< the origin is a whole country, which the map names anyway
};

/// All marks, back to front, and the counts of what has no point or no day (never silently gone).
struct Scene {
    std::vector<AreaMark> areas;
    std::vector<FlowMark> flows;
    std::vector<SymbolMark> symbols;
    std::vector<BadgeMark> badges;
    std::size_t unplaced_events = 0;
    std::size_t undated_events = 0;
    std::size_t shown_events = 0;  ///< in symbols and badges
    std::size_t total_events = 0;
    std::size_t unplaced_flows = 0;  ///< an end has no point
    std::size_t total_flows = 0;
};

/// Outlines of areas by place id; what is not in it is drawn as a circle of its radius.
using AreaOutlines = std::map<std::string, geo::MultiPolygon, std::less<>>;

/// Outlines of the areas that events of the casebook lie in, and of the countries that its flows
/// lead to: from the gazetteer, else from the base map (null: none), whose area of that rank holds
/// the place's point. Reads the base map's finest scale: do it once per revision, off the frame.
AreaOutlines collect_area_outlines(const events::Casebook& casebook,
                                   const gazetteer::Gazetteer& gazetteer,
                                   const geo::BaseMap* base_map = nullptr);

struct SceneInput {
    const events::Casebook& casebook;
    const events::Filter& filter;
    std::optional<events::DayRange> window;  ///< empty: all of time
    const geo::Projection& projection;
    const geo::MapView& view;
    std::optional<events::EventId> selected_event = {};
    std::optional<events::FlowId> selected_flow = {};
    events::Language language = events::Language::en;
    const AreaOutlines* area_outlines = nullptr;
};

/// Depends on the view's scale (marks are moved apart in pixels), not on its centre: rebuild it
/// when casebook, filter, window, selection or scale change, not while panning.
Scene build_scene(const SceneInput& input);

/// The box that holds all placed events and both drawn ends of all flows that pass; events of which
/// only the country is known count when there is nothing else. Empty when there is nothing at all.
std::optional<geo::LonLatBox> extent_of(const events::Casebook& casebook,
                                        const events::Filter& filter,
                                        const AreaOutlines* area_outlines = nullptr);

}  // namespace app
