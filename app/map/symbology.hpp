// How events look: shape and colour by kind, size by people. One table for window, shot and page.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/map/colour.hpp"
#include "events/event.hpp"

namespace app {

/// By ACLED event type, so that shape alone tells it apart (colour-blind safe; Okabe-Ito colours).
enum class Shape : std::uint8_t { triangle, square, star, circle, diamond, hexagon };
inline constexpr std::size_t kShapeCount = 6;

struct SymbolStyle {
    Shape shape = Shape::circle;
    Colour colour;
    friend bool operator==(const SymbolStyle&, const SymbolStyle&) = default;
};

SymbolStyle style_of(events::EventKind kind);

/// The ACLED event type that a shape stands for, and its words for the legend.
std::string_view family_label(Shape shape, events::Language language);

struct UnitPoint {
    double x = 0;  ///< to the right
    double y = 0;  ///< down
};

/// Corners of a shape whose area is that of the circle with radius 1, so that equal radii look
/// equally big. Empty for the circle itself.
std::vector<UnitPoint> unit_outline(Shape shape);

/// People killed; where no source says a number, the largest of injured, abducted, detained,
/// disappeared and raped. The middle of a range, or its only end. Displaced people are not counted:
/// they are what flows show. Empty when nothing is said.
std::optional<double> people_harmed(const events::Tally& tally);

/// Area-true: the area grows with the number, the radius with its root. Never below
/// kSmallestRadiusPx, so unknown numbers and numbers up to kSmallestPeople look the same.
double symbol_radius_px(std::optional<double> people);
inline constexpr double kSmallestRadiusPx = 5;
inline constexpr double kLargestRadiusPx = 28;
inline constexpr double kRadiusPxPerRoot = 1.0;

/// The round numbers that the legend shows, smallest first; the first is the smallest symbol.
inline constexpr std::array<double, 4> kLegendPeople = {25, 100, 250, 500};

/// UNHCR's colours of population groups; grey when the category is not said.
Colour flow_colour(events::FlowCategory category);
std::string_view category_label(events::FlowCategory category, events::Language language);

/// On a fixed scale: the width grows with the root of the number.
double flow_width_px(const std::optional<events::Figure>& people);
inline constexpr std::array<double, 3> kLegendFlowPeople = {1000, 10000, 100000};
double flow_width_px(double people);

/// A flow whose share of the figure is not stated has no width of its own.
inline constexpr double kUnsplitFlowWidthPx = 2.5;

/// "33,100+", "10–12", "≤ 30", "~500"; French groups with narrow spaces. Empty when no number.
std::string figure_text(const events::Figure& figure, events::Language language);
std::string number_text(double value, events::Language language);

}  // namespace app
