// A small casebook for tests: two invented reports with real places.
#pragma once

#include <string>

#include "events/casebook.hpp"

namespace sample {

inline constexpr events::ReportId kReport{0x1111222233334444};
inline constexpr events::EventId kGao{0xa1};
inline constexpr events::EventId kSomewhere{0xa2};
inline constexpr events::EventId kUndated{0xa3};
inline constexpr events::FlowId kToNiger{0xf1};
inline constexpr events::FlowId kToMauritania{0xf2};

inline constexpr geo::LonLat kGaoPoint{-0.04471, 16.27167};
inline constexpr geo::LonLat kKidalPoint{1.4078, 18.4411};
inline constexpr geo::LonLat kMenakaPoint{2.4022, 15.9182};
inline constexpr geo::LonLat kNiameyPoint{2.1098, 13.51366};

inline events::Day day(const char* iso) {
    return *events::parse_iso_day(iso);
}

inline events::TimeSpan time(const char* first, const char* last, events::DatePrecision precision,
                             std::string words = {}) {
    return {events::DayRange{day(first), day(last)}, precision, std::move(words), false};
}

inline events::EventPlace place(std::string name, std::string id, geo::LonLat point,
                                std::string country) {
    events::EventPlace at;
    at.words = name;
    at.name = std::move(name);
    at.place_id = std::move(id);
    at.point = point;
    at.precision = events::PlacePrecision::exact;
    at.country = std::move(country);
    return at;
}

inline events::Claim claim(const std::string& text, std::string_view quote) {
    const std::size_t begin = text.find(quote);
    events::Claim made;
    made.span = {kReport, static_cast<std::uint32_t>(begin),
                 static_cast<std::uint32_t>(begin + quote.size())};
    made.quote = quote;
    made.rule = "killed-by";
    made.confidence = 0.8;
    return made;
}

inline events::Event gao_event(const std::string& text) {
    events::Event event;
    event.id = kGao;
    event.kind = events::EventKind::killing;
    event.time = time("2013-02-01", "2013-02-02", events::DatePrecision::range, "1 and 2 February");
    event.place = place("Gao", "geonames:2457161", kGaoPoint, "ML");
    event.place.admin1 = "Gao";
    event.place.candidates.push_back(
        {"geonames:2457161", "Gao", "ML", "Gao", "Gao", "town", kGaoPoint, 0.9, {"same name"}});
    event.place.candidates.push_back(
        {"geonames:2455518", "Kidal", "ML", "Kidal", "Kidal", "town", kKidalPoint, 0.2, {}});
    event.actors = {{"soldiers", events::ActorRole::perpetrator, true},
                    {"civilians", events::ActorRole::target, false}};
    event.tally[events::Harm::killed] = events::Figure{17, std::nullopt, false, "at least 17"};
    event.claims.push_back(claim(text, "Soldiers killed at least 17 people in Gao."));
    event.claims[0].tally = event.tally;
    event.claims[0].attribution = "according to witnesses";
    return event;
}

/// "café" keeps byte and character offsets apart.
inline events::ReadReport reading() {
    events::ReadReport read;
    read.report.id = kReport;
    read.report.title = "An invented report";
    read.report.publisher = "Nobody";
    read.report.published = day("2013-02-10");
    read.report.published_known = events::Knowledge::stated;
    read.report.language = events::Language::en;
    read.report.file_name = "invented.txt";
    read.report.sha256 = "1111222233334444555566667777888811112222333344445555666677778888";
    read.report.text =
        "At a café. Soldiers killed at least 17 people in Gao. Houses burned. A march was held. "
        "Some 500 people fled Ménaka to Niger and Mauritania.";
    read.report.file_bytes = read.report.text.size();
    read.report.extraction = "plain text, UTF-8";
    const std::string& text = read.report.text;
    read.events.push_back(gao_event(text));

    events::Event burned;
    burned.id = kSomewhere;
    burned.kind = events::EventKind::property_destruction;
    burned.time = time("2013-01-01", "2013-01-31", events::DatePrecision::month, "January");
    burned.claims.push_back(claim(text, "Houses burned."));
    read.events.push_back(burned);

    events::Event march;
    march.id = kUndated;
    march.kind = events::EventKind::protest;
    march.place = place("Kidal", "geonames:2455518", kKidalPoint, "ML");
    march.claims.push_back(claim(text, "A march was held."));
    read.events.push_back(march);

    events::Flow flow;
    flow.id = kToNiger;
    flow.from = place("Ménaka", "geonames:2452995", kMenakaPoint, "ML");
    flow.to = place("Niger", "iso:NE", kNiameyPoint, "NE");
    flow.to.precision = events::PlacePrecision::country;
    flow.people = events::Figure{500, 500, true, "some 500"};
    flow.split = events::FlowSplit::together;
    flow.category = events::FlowCategory::refugees;
    flow.time = time("2013-01-01", "2013-12-31", events::DatePrecision::year, "2013");
    flow.claims.push_back(claim(text, "Some 500 people fled Ménaka to Niger and Mauritania."));
    read.flows.push_back(flow);
    flow.id = kToMauritania;
    flow.to = {};
    flow.to.words = flow.to.name = "Mauritania";
    flow.to.country = "MR";
    flow.to.precision = events::PlacePrecision::country;
    read.flows.push_back(flow);
    return read;
}

inline events::Casebook casebook() {
    events::Casebook made;
    made.add(reading());
    return made;
}

/// Plans one line of an edit script and carries it out; the decision, or why not.
inline geo::Result<events::Decision> decide(events::Casebook& casebook, std::string_view line) {
    const auto command = events::parse_command(line);
    if (!command)
        return tl::unexpected(command.error());
    auto decision = casebook.plan(*command, "2026-01-02T03:04:05Z", "A. Person");
    if (!decision)
        return decision;
    if (const auto done = casebook.carry_out(*decision); !done)
        return tl::unexpected(done.error());
    return decision;
}

}  // namespace sample
