// A small invented casebook for tests of panels and lists: two reports, five events, one flow.
#pragma once

#include "events/casebook.hpp"

namespace sample {

inline events::Event make_event(std::uint64_t id, events::EventKind kind,
                                std::optional<events::DayRange> days, std::string place,
                                std::optional<geo::LonLat> point, events::TextSpan span,
                                std::string quote) {
    events::Event event;
    event.id = events::EventId{id};
    event.kind = kind;
    event.time.days = days;
    if (days) {
        event.time.precision =
            days->first == days->last ? events::DatePrecision::day : events::DatePrecision::month;
    }
    event.place.words = place;
    event.place.name = std::move(place);
    event.place.point = point;
    event.place.country = "ML";
    event.place.precision = point ? events::PlacePrecision::exact : events::PlacePrecision::unknown;
    events::Claim claim;
    claim.span = span;
    claim.quote = std::move(quote);
    claim.confidence = 0.9;
    event.claims.push_back(std::move(claim));
    return event;
}

inline events::Report make_report(std::uint64_t id, std::string title, std::string text) {
    events::Report report;
    report.id = events::ReportId{id};
    report.title = std::move(title);
    report.publisher = "Practice Monitor";
    report.text = std::move(text);
    report.file_name = "practice.md";
    return report;
}

/// Event 1: Gao, 1 March 2023, battle, 17 or more killed. 2: Kidal, April 2023, looting.
/// 3: Mopti, undated, arrest. 4: unplaced, 5 June 2023, killing. 5: Gao, 1 July 2023, protest.
/// Flow 9: Kidal to Niamey, 1,200 refugees.
inline events::Casebook make_casebook() {
    const std::string first =
        "Fighters clashed in Gao. Shops were looted in Kidal. Two men were arrested in Mopti.";
    const std::string second = "A man was killed at the well. People marched in Gao.";
    const events::ReportId a{11};
    const events::ReportId b{12};
    const geo::LonLat gao{-0.05, 16.27};
    const geo::LonLat kidal{1.41, 18.44};
    using events::make_day;
    std::vector<events::Event> all;
    all.push_back(make_event(1, events::EventKind::battle,
                             events::DayRange{make_day(2023, 3, 1), make_day(2023, 3, 1)}, "Gao",
                             gao, {a, 0, 24}, first.substr(0, 24)));
    all.back().tally[events::Harm::killed] = events::Figure{17, {}, false, "at least 17"};
    all.push_back(make_event(2, events::EventKind::looting,
                             events::DayRange{make_day(2023, 4, 1), make_day(2023, 4, 30)}, "Kidal",
                             kidal, {a, 25, 52}, first.substr(25, 27)));
    all.push_back(make_event(3, events::EventKind::arrest, std::nullopt, "Mopti",
                             geo::LonLat{-4.19, 14.49}, {a, 53, 84}, first.substr(53)));
    all.push_back(make_event(4, events::EventKind::killing,
                             events::DayRange{make_day(2023, 6, 5), make_day(2023, 6, 5)},
                             "the well", std::nullopt, {b, 0, 29}, second.substr(0, 29)));
    all.back().place.name.clear();
    all.back().tally[events::Harm::killed] = events::Figure{1, 1, false, "a man"};
    all.push_back(make_event(5, events::EventKind::protest,
                             events::DayRange{make_day(2023, 7, 1), make_day(2023, 7, 1)}, "Gao",
                             gao, {b, 30, 52}, second.substr(30)));
    events::Flow flow;
    flow.id = events::FlowId{9};
    flow.from = all[1].place;
    flow.to = all[1].place;
    flow.to.name = flow.to.words = "Niamey";
    flow.to.point = geo::LonLat{2.11, 13.51};
    flow.people = events::Figure{1200, 1200, false, "1,200"};
    flow.category = events::FlowCategory::refugees;
    flow.time = all[1].time;
    flow.claims = all[1].claims;
    events::Casebook casebook;
    casebook.restore({make_report(11, "First practice report", first),
                      make_report(12, "Second practice report", second)},
                     std::move(all), {flow}, {});
    return casebook;
}

}  // namespace sample
