// A small casebook for tests of the map: real places, invented events.
#pragma once

#include <string>
#include <vector>

#include "app/map/scene.hpp"
#include "events/casebook.hpp"

namespace test_map {

inline constexpr geo::LonLat kGao{-0.04472, 16.27167};
inline constexpr geo::LonLat kKidal{1.40778, 18.44111};
inline constexpr geo::LonLat kTimbuktu{-3.00742, 16.77348};
inline constexpr geo::LonLat kMoura{-4.6, 14.326};
inline constexpr geo::LonLat kMali{-4.0, 17.0};
inline constexpr geo::LonLat kNiger{8.0, 16.0};
inline constexpr geo::LonLat kMauritania{-10.5, 20.0};

inline events::EventPlace place(std::string name, geo::LonLat point,
                                events::PlacePrecision precision = events::PlacePrecision::exact,
                                double radius_km = 0) {
    events::EventPlace out;
    out.words = out.name = std::move(name);
    out.point = point;
    out.precision = precision;
    out.radius_km = radius_km;
    out.country = "ML";
    return out;
}

inline events::TimeSpan days(const char* first, const char* last) {
    return {events::DayRange{*events::parse_iso_day(first), *events::parse_iso_day(last)},
            events::DatePrecision::range, "", false};
}

class CasebookBuilder {
  public:
    events::EventId event(events::EventKind kind, events::EventPlace where,
                          std::optional<std::int64_t> killed = {},
                          events::TimeSpan time = days("2023-04-22", "2023-04-22")) {
        events::Event event;
        event.id = static_cast<events::EventId>(++m_next);
        event.kind = kind;
        event.place = std::move(where);
        event.time = std::move(time);
        if (killed)
            event.tally[events::Harm::killed] = events::Figure{killed, killed, false, ""};
        event.claims.push_back({{events::ReportId{1}, m_next, m_next + 1}, "q", "", {}, "test", 1});
        m_events.push_back(event);
        return event.id;
    }

    /// Flows of one claim when `claim` is the same.
    events::FlowId flow(events::EventPlace from, events::EventPlace to, std::int64_t people,
                        events::FlowSplit split, std::uint32_t claim) {
        events::Flow flow;
        flow.id = static_cast<events::FlowId>(++m_next);
        flow.from = std::move(from);
        flow.to = std::move(to);
        flow.people = events::Figure{people, std::nullopt, false, ""};
        flow.split = split;
        flow.category = events::FlowCategory::refugees;
        flow.time = days("2023-08-01", "2023-12-31");
        flow.claims.push_back({{events::ReportId{1}, claim, claim + 1}, "q", "", {}, "test", 1});
        m_flows.push_back(flow);
        return flow.id;
    }

    events::Casebook build() const {
        events::Casebook casebook;
        events::Report report;
        report.id = events::ReportId{1};
        casebook.restore({report}, m_events, m_flows, {});
        return casebook;
    }

  private:
    std::uint32_t m_next = 0;
    std::vector<events::Event> m_events;
    std::vector<events::Flow> m_flows;
};

/// Mali on 1280 by 720 pixels, about 2.4 km of map a pixel.
inline geo::MapView mali_view(const geo::Projection& projection) {
    return geo::fit(projection, {-12.5, 10, 4.5, 25}, 1280, 720, 0);
}

}  // namespace test_map
