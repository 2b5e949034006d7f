// Flows to curves: one side per direction, one label per shared figure.
#include "app/map/scene_flows.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "app/map/flow_curves.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon_ops.hpp"

namespace app {
namespace {

constexpr double kBend = 0.14;       ///< of the first curve between two places
constexpr double kBendStep = 0.07;   ///< of each further one
constexpr double kEntryStep = 0.01;  ///< of the straight way, when a border is looked for
constexpr double kPlaceGapPx = 7;    ///< from the tip to a place without a symbol
constexpr double kSymbolGapPx = 2;   ///< from the tip to the edge of a symbol

/// Largest reach of what stands at a place: the symbols that cover its true position.
double tip_gap_px(const Scene& scene, geo::MapPoint at, double metres_per_px) {
    double gap = kPlaceGapPx;
    for (const SymbolMark& mark : scene.symbols) {
        const double away_px =
            std::hypot(mark.at.x_m - at.x_m, mark.at.y_m - at.y_m) / metres_per_px;
        if (away_px < mark.radius_px) {
            gap = std::max(gap, away_px + mark.radius_px + kSymbolGapPx);
        }
    }
    return gap;
}

std::string label_of(const events::Flow& flow, std::size_t sharing, events::Language language) {
    if (!flow.people)
        return {};
    std::string text = figure_text(*flow.people, language);
    if (text.empty())
        text = flow.people->words;
    if (flow.split == events::FlowSplit::together && sharing > 1) {
        text += language == events::Language::fr ? " ensemble" : " together";
    }
    return text;
}

double shown_people(const events::Flow& flow) {
    if (!flow.people || flow.split == events::FlowSplit::together)
        return 0;
    const auto& figure = *flow.people;
    if (figure.low && figure.high)
        return (double(*figure.low) + double(*figure.high)) / 2;
    return double(figure.low.value_or(figure.high.value_or(0)));
}

/// Flows `together` of one claim: its report and bytes.
using ClaimKey = std::tuple<std::uint64_t, std::uint32_t, std::uint32_t>;

ClaimKey claim_of(const events::Flow& flow) {
    if (flow.claims.empty())
        return {static_cast<std::uint64_t>(flow.id), 0, 0};
    const events::TextSpan& span = flow.claims.front().span;
    return {static_cast<std::uint64_t>(span.report), span.begin, span.end};
}

}  // namespace

geo::LonLat drawn_end(const events::Flow& flow, const AreaOutlines* area_outlines) {
    const geo::LonLat to = *flow.to.point;
    if (!area_outlines || flow.to.precision != events::PlacePrecision::country)
        return to;
    const auto outline = area_outlines->find(flow.to.place_id);
    if (outline == area_outlines->end())
        return to;
    const geo::LonLat from = *flow.from.point;
    const auto at = [&](double share) {
        return geo::LonLat{from.lon_deg + (to.lon_deg - from.lon_deg) * share,
                           from.lat_deg + (to.lat_deg - from.lat_deg) * share};
    };
    // From the label point back towards the origin, as long as it is the same country.
    double entry = 1;
    while (entry > 0 && geo::contains(outline->second, at(entry - kEntryStep)))
        entry -= kEntryStep;
    const double whole_km = geo::distance_m(from, to) / 1000;
    if (entry <= 0 || whole_km <= 0)
        return to;
    return at(std::min(1.0, entry + kIntoCountryKm / whole_km));
}

void add_flows(const SceneInput& input, Scene& scene) {
    std::map<ClaimKey, std::vector<std::size_t>> sharing;  // marks by claim
    std::map<std::tuple<double, double, double, double>, int> between;
    std::vector<const events::Flow*> flow_of;
    for (const std::size_t i : events::passing_flows(input.casebook, input.filter)) {
        const events::Flow& flow = input.casebook.flows()[i];
        FlowMark mark;
        if (input.window) {
            if (!flow.time.days)
                continue;
            const auto inside = events::inside(flow.time, *input.window);
            if (inside == events::Inside::no)
                continue;
            mark.possibly_inside = inside == events::Inside::possibly;
        }
        const auto from =
            flow.from.point ? input.projection.forward(*flow.from.point) : std::nullopt;
        const auto to = flow.from.point && flow.to.point
                            ? input.projection.forward(drawn_end(flow, input.area_outlines))
                            : std::nullopt;
        if (!from || !to || (from->x_m == to->x_m && from->y_m == to->y_m)) {
            ++scene.unplaced_flows;
            continue;
        }
        const int earlier = between[{from->x_m, from->y_m, to->x_m, to->y_m}]++;
        mark.flows = {flow.id};
        mark.path = flow_arc(*from, *to, kBend + kBendStep * earlier);
        mark.dashed = flow.split == events::FlowSplit::together;
        mark.people = shown_people(flow);
        mark.width_px = mark.dashed ? kUnsplitFlowWidthPx : flow_width_px(flow.people);
        mark.tip_gap_px = tip_gap_px(scene, *to, input.view.metres_per_px);
        mark.category = flow.category;
        mark.colour = flow_colour(flow.category);
        mark.selected = input.selected_flow == flow.id;
        mark.from_country = flow.from.precision == events::PlacePrecision::country;
        mark.from = flow.from.name.empty() ? flow.from.words : flow.from.name;
        mark.to = flow.to.name.empty() ? flow.to.words : flow.to.name;
        mark.label_at = along(mark.path, 0.55);
        const ClaimKey own{static_cast<std::uint64_t>(flow.id), 1, 0};
        sharing[mark.dashed ? claim_of(flow) : own].push_back(scene.flows.size());
        scene.flows.push_back(std::move(mark));
        flow_of.push_back(&flow);
    }
    for (const auto& [claim, marks] : sharing) {
        const std::size_t longest =
            *std::max_element(marks.begin(), marks.end(), [&](std::size_t a, std::size_t b) {
                return length_m(scene.flows[a].path) < length_m(scene.flows[b].path);
            });
        scene.flows[longest].label = label_of(*flow_of[longest], marks.size(), input.language);
    }
}

}  // namespace app
