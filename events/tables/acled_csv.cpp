// ACLED's columns (codebook and export of March 2023).
#include <fmt/format.h>

#include "events/tables/profile_csv.hpp"
#include "events/tables/profile_table.hpp"

namespace events {
namespace {

constexpr std::string_view kColumns[] = {
    "event_id_cnty", "event_date",     "year",     "time_precision", "disorder_type",
    "event_type",    "sub_event_type", "actor1",   "assoc_actor_1",  "inter1",
    "actor2",        "assoc_actor_2",  "inter2",   "interaction",    "civilian_targeting",
    "iso",           "region",         "country",  "admin1",         "admin2",
    "admin3",        "location",       "latitude", "longitude",      "geo_precision",
    "source",        "source_scale",   "notes",    "fatalities",     "tags",
    "timestamp"};

/// Names that ACLED writes otherwise than CLDR.
std::string country_name(const std::string& iso) {
    if (iso == "CI")
        return "Ivory Coast";
    if (iso == "CD")
        return "Democratic Republic of Congo";
    if (iso == "CG")
        return "Republic of Congo";
    if (iso == "MM")
        return "Myanmar";
    return english_country_name(iso);
}

std::string_view disorder_of(const KindInfo& kind) {
    if (kind.acled_event_type == "Protests")
        return "Demonstrations";
    if (kind.acled_event_type == "Strategic developments")
        return "Strategic developments";
    return "Political violence";
}

/// The middle of the period: "mid-month used" when only the month is known.
Day coded_day(const DayRange& days) {
    return days.first + (days.last - days.first) / 2;
}

/// "A, B and C" becomes A in the actor's column and B; C in the associates'.
void set_side(ProfileTable& table, const Event& event, ActorRole role, int side) {
    const auto names = actors_of(event, role);
    if (names.empty())
        return;
    table.set(side == 1 ? "actor1" : "actor2", names.front());
    table.set(side == 1 ? "assoc_actor_1" : "assoc_actor_2",
              joined(std::span(names).subspan(1), "; "));
}

std::string sources_of(const Casebook& casebook, const Event& event) {
    std::vector<std::string> sources;
    for (const Claim& claim : event.claims) {
        const Report* report = casebook.find(claim.span.report);
        if (report == nullptr)
            continue;
        const std::string& name = report->publisher.empty() ? report->title : report->publisher;
        if (std::find(sources.begin(), sources.end(), name) == sources.end())
            sources.push_back(name);
    }
    return joined(sources, "; ");
}

void set_place(ProfileTable& table, const EventPlace& place) {
    if (const auto number = country_number(place.country))
        table.set("iso", *number);
    table.set("country", country_name(place.country));
    table.set("admin1", place.admin1);
    table.set("admin2", place.admin2);
    table.set("location", place.name.empty() ? place.words : place.name);
    if (place.point && geo::is_on_earth(*place.point)) {
        table.set_degrees("latitude", place.point->lat_deg);
        table.set_degrees("longitude", place.point->lon_deg);
    }
    if (const int precision = acled_geo_precision(place.precision); precision > 0)
        table.set("geo_precision", std::int64_t{precision});
}

void append_row(ProfileTable& table, const Casebook& casebook, const Event& event) {
    table.begin_row();
    const KindInfo& kind = info(event.kind);
    const Day day = coded_day(*event.time.days);
    const std::string date = to_iso(day);
    table.set("event_id_cnty", to_string(event.id));
    table.set("event_date", date);
    table.set("year", date.substr(0, 4));
    table.set("time_precision", std::int64_t{acled_time_precision(event.time)});
    table.set("disorder_type", disorder_of(kind));
    table.set("event_type", kind.acled_event_type);
    table.set("sub_event_type", kind.acled_sub_event_type);
    set_side(table, event, ActorRole::perpetrator, 1);
    set_side(table, event, ActorRole::target, 2);
    if (kind.acled_event_type == "Violence against civilians")
        table.set("civilian_targeting", "Civilian targeting");
    set_place(table, event.place);
    table.set("source", sources_of(casebook, event));
    table.set("notes", event.claims.empty() ? std::string_view() : event.claims.front().quote);
    const auto& killed = event.tally[Harm::killed];
    table.set("fatalities", killed ? killed->low.value_or(0) : 0);
}

}  // namespace

geo::Loaded<std::string> to_acled_csv(const Casebook& casebook, const ExportSelection& selection) {
    ProfileTable table(kColumns);
    std::size_t undated = 0;
    for (const std::size_t position : selection.events) {
        const Event& event = casebook.events()[position];
        if (event.time.days) {
            append_row(table, casebook, event);
        } else {
            ++undated;
        }
    }
    geo::Loaded<std::string> made{table.csv(), {}};
    if (undated > 0) {
        made.problems.push_back(
            {"ACLED table", fmt::format("{} of {} events have no date; left out", undated,
                                        selection.events.size())});
    }
    if (!selection.flows.empty()) {
        made.problems.push_back(
            {"ACLED table",
             fmt::format("{} flows have no place in it; left out", selection.flows.size())});
    }
    return made;
}

}  // namespace events
