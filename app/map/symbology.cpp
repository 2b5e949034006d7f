// Shapes, colours and sizes. Colours: Okabe and Ito (2008), told apart by colour-blind readers.
#include "app/map/symbology.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace app {
namespace {

struct Family {
    Shape shape;
    std::string_view acled_event_type;
    std::string_view label_en;
    std::string_view label_fr;
    Colour colour;
};

constexpr std::array<Family, kShapeCount> kFamilies{{
    {Shape::triangle,
     "Violence against civilians",
     "Violence against civilians",
     "Violence contre les civils",
     {0xD5, 0x5E, 0x00}},
    {Shape::square, "Battles", "Battles", "Combats", {0x00, 0x72, 0xB2}},
    {Shape::star,
     "Explosions/Remote violence",
     "Explosions, remote violence",
     "Explosions, violence à distance",
     {0xE6, 0x9F, 0x00}},
    {Shape::circle, "Protests", "Protests", "Manifestations", {0x56, 0xB4, 0xE9}},
    {Shape::diamond, "Riots", "Riots", "Émeutes", {0xCC, 0x79, 0xA7}},
    {Shape::hexagon,
     "Strategic developments",
     "Strategic developments",
     "Développements stratégiques",
     {0x00, 0x9E, 0x73}},
}};

constexpr double kWidestFlowPx = 16;
constexpr double kThinnestFlowPx = 1.5;
constexpr double kFlowPxPerRoot = 0.04;

/// Corners evenly around the centre, the first one up; every second one at `inner` of the radius.
std::vector<UnitPoint> star_corners(int corners, double radius, double inner, double turn = 0) {
    std::vector<UnitPoint> out;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners - std::numbers::pi / 2;
        const double r = i % 2 == 1 ? radius * inner : radius;
        out.push_back({r * std::cos(angle), r * std::sin(angle)});
    }
    return out;
}

double area_of(const std::vector<UnitPoint>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const UnitPoint& a = ring[i];
        const UnitPoint& b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

std::optional<double> middle(const std::optional<events::Figure>& figure) {
    if (!figure)
        return std::nullopt;
    if (figure->low && figure->high)
        return (double(*figure->low) + double(*figure->high)) / 2;
    if (figure->low)
        return double(*figure->low);
    if (figure->high)
        return double(*figure->high);
    return std::nullopt;
}

}  // namespace

SymbolStyle style_of(events::EventKind kind) {
    const std::string_view type = events::info(kind).acled_event_type;
    for (const Family& family : kFamilies) {
        if (family.acled_event_type == type)
            return {family.shape, family.colour};
    }
    return {Shape::circle, {0x80, 0x80, 0x80}};
}

std::string_view family_label(Shape shape, events::Language language) {
    const Family& family = kFamilies[static_cast<std::size_t>(shape)];
    return language == events::Language::fr ? family.label_fr : family.label_en;
}

std::vector<UnitPoint> unit_outline(Shape shape) {
    std::vector<UnitPoint> ring;
    switch (shape) {
        case Shape::circle:
            return {};
        case Shape::triangle:
            ring = star_corners(3, 1, 1);
            break;
        case Shape::square:
            ring = star_corners(4, 1, 1, std::numbers::pi / 4);
            break;
        case Shape::diamond:
            ring = star_corners(4, 1, 1);
            break;
        case Shape::hexagon:
            ring = star_corners(6, 1, 1);
            break;
        case Shape::star:
            ring = star_corners(10, 1, 0.48);
            break;
    }
    const double scale = std::sqrt(std::numbers::pi / area_of(ring));
    for (UnitPoint& point : ring)
        point = {point.x * scale, point.y * scale};
    return ring;
}

std::optional<double> people_harmed(const events::Tally& tally) {
    using events::Harm;
    if (const auto killed = middle(tally[Harm::killed]))
        return killed;
    std::optional<double> most;
    for (const Harm harm :
         {Harm::injured, Harm::abducted, Harm::detained, Harm::disappeared, Harm::raped}) {
        const auto people = middle(tally[harm]);
        if (people && (!most || *people > *most))
            most = people;
    }
    return most;
}

double symbol_radius_px(std::optional<double> people) {
    if (!people || *people <= 0)
        return kSmallestRadiusPx;
    return std::clamp(kRadiusPxPerRoot * std::sqrt(*people), kSmallestRadiusPx, kLargestRadiusPx);
}

Colour flow_colour(events::FlowCategory category) {
    switch (category) {
        case events::FlowCategory::refugees:
            return {0x00, 0x72, 0xBC};
        case events::FlowCategory::asylum_seekers:
            return {0x6C, 0xD8, 0xFD};
        case events::FlowCategory::idps:
            return {0x32, 0xC1, 0x89};
        case events::FlowCategory::returnees:
            return {0xA0, 0x97, 0xE3};
        case events::FlowCategory::unknown:
            break;
    }
    return {0x6B, 0x72, 0x7D};
}

std::string_view category_label(events::FlowCategory category, events::Language language) {
    const bool french = language == events::Language::fr;
    switch (category) {
        case events::FlowCategory::refugees:
            return french ? "Réfugiés" : "Refugees";
        case events::FlowCategory::asylum_seekers:
            return french ? "Demandeurs d'asile" : "Asylum seekers";
        case events::FlowCategory::idps:
            return french ? "Déplacés internes" : "Internally displaced people";
        case events::FlowCategory::returnees:
            return french ? "Retournés" : "Returnees";
        case events::FlowCategory::unknown:
            break;
    }
    return french ? "Personnes déplacées, statut non précisé"
                  : "People displaced, status not stated";
}

double flow_width_px(double people) {
    return std::clamp(kFlowPxPerRoot * std::sqrt(std::max(people, 0.0)), kThinnestFlowPx,
                      kWidestFlowPx);
}

double flow_width_px(const std::optional<events::Figure>& people) {
    return flow_width_px(middle(people).value_or(0));
}

std::string number_text(double value, events::Language language) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.0f", value);
    const std::string plain = digits;
    const std::string gap = language == events::Language::fr ? "\u202f" : ",";
    std::string out;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > 0 && (plain.size() - i) % 3 == 0 && plain[i - 1] != '-')
            out += gap;
        out += plain[i];
    }
    return out;
}

std::string figure_text(const events::Figure& figure, events::Language language) {
    const auto text = [language](std::int64_t v) { return number_text(double(v), language); };
    if (figure.low && figure.high) {
        if (*figure.low != *figure.high)
            return text(*figure.low) + "–" + text(*figure.high);
        return (figure.approximate ? "~" : "") + text(*figure.low);
    }
    if (figure.low)
        return text(*figure.low) + "+";
    if (figure.high)
        return "≤\u202f" + text(*figure.high);
    return {};
}

}  // namespace app
