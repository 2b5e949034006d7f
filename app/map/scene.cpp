// Builds the scene: symbols, areas and badges from events; flows are in scene_flows.cpp.
#include "app/map/scene.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "app/map/dispersal.hpp"
#include "app/map/scene_flows.hpp"
#include "geo/geodesic.hpp"

namespace app {
namespace {

using events::Event;
using events::PlacePrecision;

/// Past so many events at one place, those of one shape become one symbol.
constexpr std::size_t kMostAtOnePlace = 40;
constexpr int kCircleCorners = 72;

bool is_area(PlacePrecision precision) {
    return precision == PlacePrecision::admin2 || precision == PlacePrecision::admin1;
}

/// No symbol of its own: the country is all that is known, or less.
bool belongs_to_badge(PlacePrecision precision) {
    return precision == PlacePrecision::country || precision == PlacePrecision::unknown;
}

std::vector<geo::MapPoint> project_ring(const geo::Projection& projection, const geo::Ring& ring) {
    std::vector<geo::MapPoint> out;
    for (const geo::LonLat corner : ring) {
        if (const auto point = projection.forward(corner))
            out.push_back(*point);
    }
    return out;
}

/// Radius in map metres of a ground circle, as drawn at its centre.
double map_radius_m(const geo::Projection& projection, geo::LonLat at, double radius_km) {
    const double ground_per_map = projection.ground_metres_per_map_metre(at);
    return ground_per_map > 0 ? radius_km * 1000 / ground_per_map : radius_km * 1000;
}

class EventMarks {
  public:
    EventMarks(const SceneInput& input, Scene& scene) : m_input(input), m_scene(scene) {}

    void add(const Event& event) {
        bool possibly = false;
        if (m_input.window) {
            if (!event.time.days) {
                ++m_scene.undated_events;
                return;
            }
            const auto inside = events::inside(event.time, *m_input.window);
            if (inside == events::Inside::no)
                return;
            possibly = inside == events::Inside::possibly;
        }
        const auto point =
            event.place.point ? m_input.projection.forward(*event.place.point) : std::nullopt;
        if (!point) {
            ++m_scene.unplaced_events;
            return;
        }
        ++m_scene.shown_events;
        if (belongs_to_badge(event.place.precision)) {
            add_to_badge(event, *point);
        } else {
            if (is_area(event.place.precision))
                add_to_area(event, *point);
            add_symbol(event, *point, possibly);
        }
    }

    void finish() {
        merge_heaps();
        disperse(m_scene.symbols, m_input.view.metres_per_px);
        // Small ones over large ones, the selected one over all.
        std::stable_sort(m_scene.symbols.begin(), m_scene.symbols.end(),
                         [](const SymbolMark& a, const SymbolMark& b) {
                             return std::tuple(a.selected, -a.radius_px) <
                                    std::tuple(b.selected, -b.radius_px);
                         });
        const bool french = m_input.language == events::Language::fr;
        for (BadgeMark& badge : m_scene.badges) {
            badge.text = number_text(double(badge.events.size()), m_input.language) +
                         (french ? " · pays seulement" : " · country only");
        }
    }

  private:
    bool is_selected(const Event& event) const { return m_input.selected_event == event.id; }

    void add_to_badge(const Event& event, geo::MapPoint point) {
        const auto [at, is_new] =
            m_badge_of.try_emplace(event.place.country, m_scene.badges.size());
        if (is_new)
            m_scene.badges.push_back({{}, point, event.place.country, {}, false});
        BadgeMark& badge = m_scene.badges[at->second];
        badge.events.push_back(event.id);
        badge.selected |= is_selected(event);
    }

    void add_to_area(const Event& event, geo::MapPoint point) {
        const events::EventPlace& place = event.place;
        const auto key =
            std::tuple(place.place_id, place.point->lon_deg, place.point->lat_deg, place.radius_km);
        const auto [at, is_new] = m_area_of.try_emplace(key, m_scene.areas.size());
        if (is_new) {
            AreaMark area;
            area.centre = point;
            area.precision = place.precision;
            area.name = place.name;
            area.rings = rings_of(place);
            m_scene.areas.push_back(std::move(area));
        }
        AreaMark& area = m_scene.areas[at->second];
        ++area.event_count;
        area.selected |= is_selected(event);
    }

    std::vector<std::vector<geo::MapPoint>> rings_of(const events::EventPlace& place) const {
        std::vector<std::vector<geo::MapPoint>> rings;
        if (m_input.area_outlines && !place.place_id.empty()) {
            const auto found = m_input.area_outlines->find(place.place_id);
            if (found != m_input.area_outlines->end()) {
                for (const geo::Polygon& polygon : found->second) {
                    rings.push_back(project_ring(m_input.projection, polygon.outer));
                    for (const geo::Ring& hole : polygon.holes) {
                        rings.push_back(project_ring(m_input.projection, hole));
                    }
                }
            }
        }
        if (rings.empty() && place.radius_km > 0) {
            rings.push_back(project_ring(
                m_input.projection,
                geo::geodesic_circle(*place.point, place.radius_km * 1000, kCircleCorners)));
        }
        std::erase_if(rings, [](const auto& ring) { return ring.size() < 3; });
        return rings;
    }

    void add_symbol(const Event& event, geo::MapPoint point, bool possibly) {
        SymbolMark mark;
        mark.events = {event.id};
        mark.at = mark.true_at = point;
        mark.style = style_of(event.kind);
        const auto people = people_harmed(event.tally);
        mark.people = people.value_or(0);
        mark.radius_px = symbol_radius_px(people);
        mark.precision = event.place.precision;
        if (mark.precision == PlacePrecision::near) {
            mark.uncertainty_m =
                map_radius_m(m_input.projection, *event.place.point, event.place.radius_km);
        }
        mark.possibly_inside = possibly;
        mark.selected = is_selected(event);
        mark.place = event.place.name;
        m_scene.symbols.push_back(std::move(mark));
    }

    /// Where more than kMostAtOnePlace stand, those that look alike become one with their sum.
    void merge_heaps() {
        std::map<std::pair<double, double>, std::size_t> count_at;
        for (const SymbolMark& mark : m_scene.symbols) {
            ++count_at[{mark.true_at.x_m, mark.true_at.y_m}];
        }
        std::map<std::tuple<double, double, Shape, PlacePrecision, bool>, std::size_t> heap_of;
        std::vector<SymbolMark> merged;
        for (SymbolMark& mark : m_scene.symbols) {
            const std::pair place{mark.true_at.x_m, mark.true_at.y_m};
            if (count_at[place] > kMostAtOnePlace && !mark.selected) {
                const auto [at, is_new] =
                    heap_of.try_emplace({place.first, place.second, mark.style.shape,
                                         mark.precision, mark.possibly_inside},
                                        merged.size());
                if (!is_new) {
                    SymbolMark& heap = merged[at->second];
                    heap.events.push_back(mark.events.front());
                    heap.people += mark.people;
                    heap.radius_px = symbol_radius_px(heap.people);
                    continue;
                }
            }
            merged.push_back(std::move(mark));
        }
        m_scene.symbols = std::move(merged);
    }

    const SceneInput& m_input;
    Scene& m_scene;
    std::map<std::string, std::size_t> m_badge_of;
    std::map<std::tuple<std::string, double, double, double>, std::size_t> m_area_of;
};

void grow(std::optional<geo::LonLatBox>& box, const std::optional<geo::LonLat>& point) {
    if (!point)
        return;
    if (!box) {
        box = geo::LonLatBox{point->lon_deg, point->lat_deg, point->lon_deg, point->lat_deg};
        return;
    }
    box->west_deg = std::min(box->west_deg, point->lon_deg);
    box->east_deg = std::max(box->east_deg, point->lon_deg);
    box->south_deg = std::min(box->south_deg, point->lat_deg);
    box->north_deg = std::max(box->north_deg, point->lat_deg);
}

}  // namespace

SymbolFill fill_of(PlacePrecision precision) {
    if (precision == PlacePrecision::exact)
        return SymbolFill::solid;
    return precision == PlacePrecision::near ? SymbolFill::pale : SymbolFill::hollow;
}

Scene build_scene(const SceneInput& input) {
    Scene scene;
    scene.total_events = input.casebook.events().size();
    scene.total_flows = input.casebook.flows().size();
    EventMarks marks(input, scene);
    for (const std::size_t i : events::passing_events(input.casebook, input.filter)) {
        marks.add(input.casebook.events()[i]);
    }
    marks.finish();
    add_flows(input, scene);
    return scene;
}

std::optional<geo::LonLatBox> extent_of(const events::Casebook& casebook,
                                        const events::Filter& filter,
                                        const AreaOutlines* area_outlines) {
    std::optional<geo::LonLatBox> box, countries;
    for (const std::size_t i : events::passing_events(casebook, filter)) {
        const events::EventPlace& place = casebook.events()[i].place;
        grow(belongs_to_badge(place.precision) ? countries : box, place.point);
    }
    for (const std::size_t i : events::passing_flows(casebook, filter)) {
        const events::Flow& flow = casebook.flows()[i];
        if (!flow.from.point || !flow.to.point)
            continue;
        grow(box, flow.from.point);
        grow(box, drawn_end(flow, area_outlines));
    }
    return box ? box : countries;
}

}  // namespace app
