// The properties of events and flows by name, after the contract of the command line.
#include "events/tables/properties.hpp"

#include <array>

namespace events {
namespace {

struct FigureNames {
    std::string_view low, high, words;
};
/// By Harm.
constexpr std::array<FigureNames, kHarmCount> kFigureNames{{
    {"killed_low", "killed_high", "killed_words"},
    {"injured_low", "injured_high", "injured_words"},
    {"abducted_low", "abducted_high", "abducted_words"},
    {"detained_low", "detained_high", "detained_words"},
    {"disappeared_low", "disappeared_high", "disappeared_words"},
    {"raped_low", "raped_high", "raped_words"},
    {"displaced_low", "displaced_high", "displaced_words"},
    {"houses_low", "houses_high", "houses_words"},
}};

void visit_figure(const FigureNames& names, const std::optional<Figure>& figure,
                  PropertySink& sink) {
    sink.whole(names.low, figure ? figure->low : std::nullopt);
    sink.whole(names.high, figure ? figure->high : std::nullopt);
    sink.text(names.words, figure ? std::string_view(figure->words) : std::string_view());
}

void visit_time(const TimeSpan& time, PropertySink& sink) {
    sink.text("date_start", time.days ? to_iso(time.days->first) : "");
    sink.text("date_end", time.days ? to_iso(time.days->last) : "");
    sink.text("date_precision", to_string(time.precision));
    sink.text("date_words", time.words);
}

void visit_place(const EventPlace& place, PropertySink& sink) {
    sink.text("place", place.name);
    sink.text("place_words", place.words);
    sink.text("place_id", place.place_id);
    sink.text("place_precision", to_string(place.precision));
    sink.real("radius_km", place.point ? std::optional(place.radius_km) : std::nullopt);
    sink.text("admin1", place.admin1);
    sink.text("admin2", place.admin2);
    sink.text("country", place.country);
}

void visit_provenance(const Casebook& casebook, std::span<const Claim> claims, ReviewStatus status,
                      PropertySink& sink) {
    const Claim* claim = claims.empty() ? nullptr : &claims.front();
    const Report* report = claim == nullptr ? nullptr : casebook.find(claim->span.report);
    const auto said = [&](auto member) { return claim ? std::string_view(claim->*member) : ""; };
    const auto known = [&](auto member) {
        return report ? std::string_view(report->*member) : std::string_view();
    };
    const auto offset = [&](auto member) {
        return claim ? std::optional<std::int64_t>(claim->span.*member) : std::nullopt;
    };
    sink.text("attribution", said(&Claim::attribution));
    sink.text("report_id", claim ? to_string(claim->span.report) : "");
    sink.text("report_title", known(&Report::title));
    sink.text("report_publisher", known(&Report::publisher));
    sink.text("report_date", report && report->published ? to_iso(*report->published) : "");
    sink.text("report_sha256", known(&Report::sha256));
    sink.text("quote", said(&Claim::quote));
    sink.whole("quote_start", offset(&TextSpan::begin));
    sink.whole("quote_end", offset(&TextSpan::end));
    sink.text("rule", said(&Claim::rule));
    sink.real("confidence", claim ? std::optional(claim->confidence) : std::nullopt);
    sink.text("status", to_string(status));
}

/// A code of 0 stands for none.
std::optional<std::int64_t> code(int value) {
    return value == 0 ? std::nullopt : std::optional<std::int64_t>(value);
}

std::span<const Claim> beyond_first(const std::vector<Claim>& claims) {
    return std::span(claims).subspan(claims.empty() ? 0 : 1);
}

}  // namespace

void visit_properties(const Casebook& casebook, const Event& event, PropertySink& sink) {
    sink.text("layer", "event");
    sink.text("id", to_string(event.id));
    sink.text("kind", info(event.kind).key);
    sink.text("acled_event_type", info(event.kind).acled_event_type);
    sink.text("acled_sub_event_type", info(event.kind).acled_sub_event_type);
    visit_time(event.time, sink);
    visit_place(event.place, sink);
    sink.actors("actors", event.actors);
    for (std::size_t i = 0; i < kHarmCount; ++i) {
        visit_figure(kFigureNames[i], event.tally[static_cast<Harm>(i)], sink);
    }
    visit_provenance(casebook, event.claims, event.status, sink);
    sink.truth("date_inferred", event.time.inferred);
    sink.whole("acled_time_precision", acled_time_precision(event.time));
    sink.whole("acled_geo_precision", code(acled_geo_precision(event.place.precision)));
    sink.whole("ucdp_date_prec", ucdp_date_prec(event.time));
    sink.whole("ucdp_where_prec", code(ucdp_where_prec(event.place.precision)));
    sink.claims("other_claims", beyond_first(event.claims));
}

void visit_properties(const Casebook& casebook, const Flow& flow, PropertySink& sink) {
    sink.text("layer", "flow");
    sink.text("id", to_string(flow.id));
    sink.text("from", flow.from.name);
    sink.text("from_country", flow.from.country);
    sink.text("to", flow.to.name);
    sink.text("to_country", flow.to.country);
    visit_figure({"people_low", "people_high", "people_words"}, flow.people, sink);
    sink.text("split", to_string(flow.split));
    sink.text("flow_kind", to_string(flow.kind));
    sink.text("category", to_string(flow.category));
    visit_time(flow.time, sink);
    visit_provenance(casebook, flow.claims, flow.status, sink);
    sink.text("from_words", flow.from.words);
    sink.text("from_id", flow.from.place_id);
    sink.text("from_precision", to_string(flow.from.precision));
    sink.text("to_words", flow.to.words);
    sink.text("to_id", flow.to.place_id);
    sink.text("to_precision", to_string(flow.to.precision));
    sink.truth("date_inferred", flow.time.inferred);
    sink.whole("acled_time_precision", acled_time_precision(flow.time));
    sink.whole("ucdp_date_prec", ucdp_date_prec(flow.time));
    sink.claims("other_claims", beyond_first(flow.claims));
}

}  // namespace events
