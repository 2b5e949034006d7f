// Counts what the scene shows and puts it in words.
#include "app/map/legend.hpp"

#include <algorithm>
#include <array>

namespace app {
namespace {

using events::PlacePrecision;

/// English and French of the legend's own words.
struct Words {
    const char* en;
    const char* fr;
    const char* in(events::Language language) const {
        return language == events::Language::fr ? fr : en;
    }
};

constexpr Words kKinds{"Events", "Événements"};
constexpr Words kSizes{"People killed, else harmed", "Personnes tuées, sinon touchées"};
constexpr Words kPrecisions{"How well the place is known", "Précision du lieu"};
constexpr Words kFlows{"People who moved", "Personnes déplacées"};
constexpr Words kPeople{"people", "personnes"};
constexpr Words kDashed{"Split between destinations not stated",
                        "Répartition entre destinations non précisée"};
constexpr Words kPossibly{"Lighter: possibly within the period shown",
                          "Plus clair : peut-être dans la période"};
constexpr std::array<Words, 6> kPrecisionWords{{
    {"Exact place", "Lieu exact"},
    {"Near a place (ring: how near)", "Près d'un lieu (cercle : distance)"},
    {"Somewhere in the hatched district", "Quelque part dans le district hachuré"},
    {"Somewhere in the hatched area", "Quelque part dans la zone hachurée"},
    {"Only the country is known", "Seul le pays est connu"},
    {"Only the country is known", "Seul le pays est connu"},
}};

std::vector<LegendKind> kinds_of(const Scene& scene, events::Language language) {
    std::vector<LegendKind> kinds;
    for (const SymbolMark& mark : scene.symbols) {
        auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const auto& kind) { return kind.style == mark.style; });
        if (found == kinds.end()) {
            kinds.push_back({mark.style, std::string(family_label(mark.style.shape, language)), 0});
            found = kinds.end() - 1;
        }
        found->count += mark.events.size();
    }
    std::sort(kinds.begin(), kinds.end(), [](const LegendKind& a, const LegendKind& b) {
        return std::pair(b.count, a.style.shape) < std::pair(a.count, b.style.shape);
    });
    return kinds;
}

std::vector<LegendSize> sizes_of(const Scene& scene, events::Language language) {
    double most = 0;
    for (const SymbolMark& mark : scene.symbols)
        most = std::max(most, mark.people);
    std::vector<LegendSize> sizes;
    if (most <= 0)
        return sizes;
    for (std::size_t i = 0; i < kLegendPeople.size(); ++i) {
        const double people = kLegendPeople[i];
        if (i > 1 && people > most * 1.5)
            break;
        const char* const prefix = i == 0 ? "≤\u202f" : "";
        sizes.push_back({symbol_radius_px(people), prefix + number_text(people, language)});
    }
    return sizes;
}

std::vector<LegendPrecision> precisions_of(const Scene& scene, events::Language language) {
    std::array<std::size_t, 6> counts{};
    for (const SymbolMark& mark : scene.symbols) {
        counts[static_cast<std::size_t>(mark.precision)] += mark.events.size();
    }
    for (const BadgeMark& badge : scene.badges) {
        counts[static_cast<std::size_t>(PlacePrecision::country)] += badge.events.size();
    }
    std::vector<LegendPrecision> precisions;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            continue;
        precisions.push_back(
            {static_cast<PlacePrecision>(i), kPrecisionWords[i].in(language), counts[i]});
    }
    return precisions;
}

std::vector<LegendFlow> flows_of(const Scene& scene, const MapStyle& style,
                                 events::Language language) {
    std::vector<LegendFlow> flows;
    std::array<bool, 5> category_shown{};
    bool dashed = false;
    double most = 0;
    for (const FlowMark& mark : scene.flows) {
        category_shown[static_cast<std::size_t>(mark.category)] = true;
        dashed |= mark.dashed;
        most = std::max(most, mark.people);
    }
    for (std::size_t i = 0; i < category_shown.size(); ++i) {
        if (!category_shown[i])
            continue;
        const auto category = static_cast<events::FlowCategory>(i);
        flows.push_back(
            {flow_colour(category), 4, false, std::string(category_label(category, language))});
    }
    for (std::size_t i = 0; most > 0 && i < kLegendFlowPeople.size(); ++i) {
        const double people = kLegendFlowPeople[i];
        if (i > 0 && people > most * 3)
            break;
        flows.push_back({style.leader, flow_width_px(people), false,
                         number_text(people, language) + " " + kPeople.in(language)});
    }
    if (dashed)
        flows.push_back({style.leader, kUnsplitFlowWidthPx, true, kDashed.in(language)});
    return flows;
}

std::string counted(std::size_t part, std::size_t whole, const Words& words,
                    events::Language language) {
    return number_text(double(part), language) +
           (language == events::Language::fr ? " sur " : " of ") +
           number_text(double(whole), language) + " " + words.in(language);
}

}  // namespace

Legend build_legend(const Scene& scene, const MapStyle& style, events::Language language) {
    Legend legend;
    legend.kinds_title = kKinds.in(language);
    legend.kinds = kinds_of(scene, language);
    legend.sizes_title = kSizes.in(language);
    legend.sizes = sizes_of(scene, language);
    legend.precisions_title = kPrecisions.in(language);
    legend.precisions = precisions_of(scene, language);
    legend.flows_title = kFlows.in(language);
    legend.flows = flows_of(scene, style, language);
    const auto possibly = [](const auto& mark) { return mark.possibly_inside; };
    if (std::any_of(scene.symbols.begin(), scene.symbols.end(), possibly) ||
        std::any_of(scene.flows.begin(), scene.flows.end(), possibly)) {
        legend.possibly_inside = kPossibly.in(language);
    }
    legend.notes.push_back(counted(scene.shown_events, scene.total_events,
                                   {"events shown", "événements montrés"}, language));
    if (scene.unplaced_events > 0) {
        legend.notes.push_back(counted(scene.unplaced_events, scene.total_events,
                                       {"without a place on the map", "sans lieu sur la carte"},
                                       language));
    }
    if (scene.undated_events > 0) {
        legend.notes.push_back(counted(scene.undated_events, scene.total_events,
                                       {"without a date", "sans date"}, language));
    }
    if (scene.unplaced_flows > 0) {
        legend.notes.push_back(
            counted(scene.unplaced_flows, scene.total_flows,
                    {"movements without two places", "mouvements sans deux lieux"}, language));
    }
    return legend;
}

}  // namespace app
