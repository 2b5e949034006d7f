// What may be named: base data by scale, places of symbols, flows and badges.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

#include "app/map/labels.hpp"

namespace app {
namespace {

/// Beside the view, as a share of its size: names there take part, so that panning changes little.
constexpr double kBesideView = 0.5;
constexpr double kPeoplePerMetrePerPx = 30;  ///< a town of 45,000 shows from 1,500 m a pixel on
constexpr double kSmallestCountryPx = 28;
constexpr double kSmallestAdmin1Px = 75;  ///< smaller regions are not named
constexpr double kLargestAdmin1Px = 4000;
constexpr double kCapitalToMetresPerPx = 15000;
constexpr double kBesideSymbolPx = 3.5;  ///< from a symbol's edge to its name
constexpr double kSameNamePx = 160;
constexpr double kSamePlacePx = 8;

struct Region {
    double west, south, east, north;
    bool holds(geo::MapPoint p) const {
        return p.x_m >= west && p.x_m <= east && p.y_m >= south && p.y_m <= north;
    }
};

Region around(const geo::MapView& view) {
    const double half_width = view.width_px * view.metres_per_px * (0.5 + kBesideView);
    const double half_height = view.height_px * view.metres_per_px * (0.5 + kBesideView);
    return {view.centre.x_m - half_width, view.centre.y_m - half_height,
            view.centre.x_m + half_width, view.centre.y_m + half_height};
}

/// Of a square with the area of a country or region.
double side_px(double area_km2, double metres_per_px) {
    return std::sqrt(std::max(area_km2, 0.0)) * 1000 / metres_per_px;
}

bool shows_at(const NamedPlace& name, double metres_per_px) {
    switch (name.role) {
        case TextRole::country:
            return side_px(name.rank, metres_per_px) >= kSmallestCountryPx;
        case TextRole::admin1:
            return side_px(name.rank, metres_per_px) >= kSmallestAdmin1Px &&
                   side_px(name.rank, metres_per_px) <= kLargestAdmin1Px;
        case TextRole::capital:
            return metres_per_px <= kCapitalToMetresPerPx;
        case TextRole::town:
        case TextRole::village:
            return name.rank >= kPeoplePerMetrePerPx * metres_per_px;
        default:
            return true;
    }
}

double distance_px(geo::MapPoint a, geo::MapPoint b, double metres_per_px) {
    return std::hypot(a.x_m - b.x_m, a.y_m - b.y_m) / metres_per_px;
}

LabelCandidate* same_name_near(const LabelCandidate& name, std::vector<LabelCandidate>& others,
                               double metres_per_px) {
    for (LabelCandidate& other : others) {
        if (other.text == name.text && distance_px(name.at, other.at, metres_per_px) < kSameNamePx)
            return &other;
    }
    return nullptr;
}

/// How many events a symbol stands for, when it is several.
void add_counts(const Scene& scene, const Region& region, std::vector<LabelCandidate>& out) {
    for (const SymbolMark& mark : scene.symbols) {
        if (mark.events.size() < 2 || !region.holds(mark.at))
            continue;
        out.push_back({std::to_string(mark.events.size()), TextRole::count, mark.at,
                       double(mark.events.size()), 0, false, false});
    }
}

/// One name for all symbols of a place, beside all of them.
void add_event_places(const Scene& scene, double metres_per_px, const Region& region,
                      std::vector<LabelCandidate>& out) {
    struct Group {
        double x = 0, y = 0, count = 0, people = 0;
        std::vector<const SymbolMark*> marks;
    };
    std::map<std::tuple<std::string, double, double>, Group> groups;
    for (const SymbolMark& mark : scene.symbols) {
        if (mark.place.empty() || !region.holds(mark.at))
            continue;
        Group& group = groups[{mark.place, mark.true_at.x_m, mark.true_at.y_m}];
        group.x += mark.at.x_m;
        group.y += mark.at.y_m;
        group.count += 1;
        group.people += mark.people;
        group.marks.push_back(&mark);
    }
    for (const auto& [key, group] : groups) {
        LabelCandidate candidate;
        candidate.text = std::get<0>(key);
        candidate.role = TextRole::village;
        candidate.at = {group.x / group.count, group.y / group.count};
        for (const SymbolMark* mark : group.marks) {
            candidate.gap_px =
                std::max(candidate.gap_px, distance_px(mark->at, candidate.at, metres_per_px) +
                                               mark->radius_px + kBesideSymbolPx);
        }
        candidate.rank = group.people + 20 * group.count;
        candidate.event_place = true;
        LabelCandidate* const namesake = same_name_near(candidate, out, metres_per_px);
        if (!namesake) {
            out.push_back(std::move(candidate));
        } else if (namesake->rank < candidate.rank) {
            *namesake = std::move(candidate);
        }
    }
}

void add_flow_names(const Scene& scene, double metres_per_px, const Region& region,
                    std::vector<LabelCandidate>& out) {
    std::set<std::tuple<std::string, double, double>> ends;
    for (const FlowMark& flow : scene.flows) {
        if (!flow.label.empty() && region.holds(flow.label_at)) {
            out.push_back(
                {flow.label, TextRole::flow, flow.label_at, flow.people, 0, false, false});
        }
        const geo::MapPoint from = flow.path.front();
        if (!flow.from.empty() && !flow.from_country && region.holds(from) &&
            ends.insert({flow.from, from.x_m, from.y_m}).second) {
            LabelCandidate origin{flow.from, TextRole::village, from, flow.people, 8, true, false};
            if (!same_name_near(origin, out, metres_per_px))
                out.push_back(std::move(origin));
        }
    }
}

bool named_already(const LabelCandidate& name, const std::vector<LabelCandidate>& placed,
                   double metres_per_px) {
    return std::any_of(placed.begin(), placed.end(), [&](const LabelCandidate& other) {
        if (!other.event_place)
            return false;
        const double away = distance_px(name.at, other.at, metres_per_px);
        if (name.text == other.text && away < kSameNamePx)
            return true;
        return name.role != TextRole::country && name.role != TextRole::admin1 &&
               away < kSamePlacePx;
    });
}

/// Names of regions that would say what stands there already: a country of the same name, or the
/// label of a hatched area ("Gao Region" beside "Gao").
std::set<std::string_view> region_names_taken(const Scene& scene,
                                              const std::vector<NamedPlace>& names) {
    std::set<std::string_view> taken;
    for (const NamedPlace& name : names) {
        if (name.role == TextRole::country) {
            taken.insert(name.name);
            continue;
        }
        if (name.role != TextRole::admin1 || name.name.empty())
            continue;
        for (const AreaMark& area : scene.areas) {
            if (area.name.find(name.name) != std::string::npos)
                taken.insert(name.name);
        }
    }
    return taken;
}

}  // namespace

std::vector<LabelCandidate> label_candidates(const Scene& scene,
                                             const std::vector<NamedPlace>& names,
                                             const geo::Projection& projection,
                                             const geo::MapView& view) {
    const Region region = around(view);
    std::vector<LabelCandidate> out;
    for (const BadgeMark& badge : scene.badges) {
        if (!region.holds(badge.at))
            continue;
        out.push_back(
            {badge.text, TextRole::badge, badge.at, double(badge.events.size()), 0, true, false});
    }
    add_event_places(scene, view.metres_per_px, region, out);
    add_flow_names(scene, view.metres_per_px, region, out);
    add_counts(scene, region, out);
    const std::vector<LabelCandidate> own = out;
    const std::set<std::string_view> taken = region_names_taken(scene, names);
    for (const NamedPlace& name : names) {
        if (!shows_at(name, view.metres_per_px))
            continue;
        if (name.role == TextRole::admin1 && taken.contains(name.name))
            continue;
        const auto at = projection.forward(name.point);
        if (!at || !region.holds(*at))
            continue;
        const bool is_town = name.role == TextRole::capital || name.role == TextRole::town ||
                             name.role == TextRole::village;
        LabelCandidate candidate{name.name,           name.role, *at,    name.rank,
                                 is_town ? 4.0 : 0.0, false,     is_town};
        if (!named_already(candidate, own, view.metres_per_px))
            out.push_back(std::move(candidate));
    }
    return out;
}

}  // namespace app
