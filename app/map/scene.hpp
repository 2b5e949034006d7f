// What the map shows, as plain values: made once from casebook, filter, window of days and view,
// then drawn by OpenGL (window, shot) and by Cairo (briefing) alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "events/casebook.hpp"
#include "events/filter.hpp"
#include "geo/map_view.hpp"
#include "geo/projection.hpp"

namespace app {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// By ACLED event type, so that shape alone tells it apart (colour-blind safe; Okabe-Ito colours).
enum class Shape : std::uint8_t { triangle, square, star, circle, diamond, hexagon };

struct SymbolStyle {
    Shape shape = Shape::circle;
    Colour colour;
};
SymbolStyle style_of(events::EventKind kind);

/// One event, or several of one kind at one position.
struct SymbolMark {
    std::vector<events::EventId> events;
    geo::MapPoint at;    ///< map metres; already moved apart from its neighbours
    geo::MapPoint true_at;  ///< where it is; a leader line joins the two when they differ visibly
    SymbolStyle style;
    double radius_px = 6;  ///< area-true by people killed or affected
    events::PlacePrecision precision = events::PlacePrecision::exact;
    double uncertainty_m = 0;  ///< map metres: ring (near) or hatched area (admin2, admin1, country)
    bool possibly_inside = false;  ///< lighter: its period is only possibly inside the window
    bool selected = false;
};

/// People from here to there, drawn as a curve with an arrow head.
struct FlowMark {
    std::vector<events::FlowId> flows;
    std::vector<geo::MapPoint> path;  ///< from origin to the tip of the arrow
    double width_px = 2;
    Colour colour;
    bool dashed = false;  ///< the split between destinations is not stated
    std::string label;    ///< "33,100+ together"
    geo::MapPoint label_at;
    bool possibly_inside = false;
    bool selected = false;
};

/// All marks, back to front, and the counts of what has no point or no day (never silently gone).
struct Scene {
    std::vector<SymbolMark> symbols;
    std::vector<FlowMark> flows;
    std::size_t unplaced_events = 0;
    std::size_t undated_events = 0;
    std::size_t shown_events = 0;
    std::size_t total_events = 0;
};

struct SceneInput {
    const events::Casebook& casebook;
    const events::Filter& filter;
    std::optional<events::DayRange> window;  ///< empty: all of time
    const geo::Projection& projection;
    const geo::MapView& view;
    std::optional<events::EventId> selected_event;
    std::optional<events::FlowId> selected_flow;
};

Scene build_scene(const SceneInput& input);

}  // namespace app
