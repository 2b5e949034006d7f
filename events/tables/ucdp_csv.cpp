// UCDP GED's columns (codebook 23.1).
#include <fmt/format.h>

#include <cmath>

#include "events/tables/profile_csv.hpp"
#include "events/tables/profile_table.hpp"

namespace events {
namespace {

constexpr std::string_view kColumns[] = {"id",
                                         "relid",
                                         "year",
                                         "active_year",
                                         "code_status",
                                         "type_of_violence",
                                         "conflict_dset_id",
                                         "conflict_new_id",
                                         "conflict_name",
                                         "dyad_dset_id",
                                         "dyad_new_id",
                                         "dyad_name",
                                         "side_a_dset_id",
                                         "side_a_new_id",
                                         "side_a",
                                         "side_b_dset_id",
                                         "side_b_new_id",
                                         "side_b",
                                         "number_of_sources",
                                         "source_article",
                                         "source_office",
                                         "source_date",
                                         "source_headline",
                                         "source_original",
                                         "where_prec",
                                         "where_coordinates",
                                         "where_description",
                                         "adm_1",
                                         "adm_2",
                                         "latitude",
                                         "longitude",
                                         "geom_wkt",
                                         "priogrid_gid",
                                         "country",
                                         "country_id",
                                         "region",
                                         "event_clarity",
                                         "date_prec",
                                         "date_start",
                                         "date_end",
                                         "deaths_a",
                                         "deaths_b",
                                         "deaths_civilians",
                                         "deaths_unknown",
                                         "best",
                                         "high",
                                         "low",
                                         "gwnoa",
                                         "gwnob"};

constexpr std::int64_t kOneSided = 3;

/// Names that UCDP writes otherwise than CLDR.
std::string country_name(const std::string& iso) {
    if (iso == "CI")
        return "Ivory Coast";
    if (iso == "CD")
        return "DR Congo (Zaire)";
    if (iso == "MM")
        return "Myanmar (Burma)";
    if (iso == "RU")
        return "Russia (Soviet Union)";
    return english_country_name(iso);
}

/// PRIO-GRID 2.0: cells of half a degree, counted eastward from the south-west corner, from 1.
std::int64_t priogrid_cell(geo::LonLat point) {
    constexpr std::int64_t kColumnsOfGrid = 720;
    const auto row = static_cast<std::int64_t>(std::floor((point.lat_deg + 90) * 2));
    const auto column = static_cast<std::int64_t>(std::floor((point.lon_deg + 180) * 2));
    return row * kColumnsOfGrid + column + 1;
}

/// UCDP's ids are whole numbers; 53 bits survive every reader.
std::int64_t numeric_id(EventId id) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(id) >> 11);
}

bool is_one_sided(const Event& event) {
    return info(event.kind).acled_event_type == "Violence against civilians";
}

void set_sources(ProfileTable& table, const Casebook& casebook, const Event& event) {
    std::vector<std::string> articles, offices, dates, headlines, originals;
    std::set<ReportId> seen;
    for (const Claim& claim : event.claims) {
        if (!claim.attribution.empty())
            originals.push_back(claim.attribution);
        const Report* report = casebook.find(claim.span.report);
        if (report == nullptr || !seen.insert(report->id).second)
            continue;
        const std::string date = report->published ? to_iso(*report->published) : "";
        articles.push_back(fmt::format("\"{},{},{}\"", report->publisher, date, report->title));
        offices.push_back(report->publisher);
        dates.push_back(date);
        headlines.push_back(report->title);
    }
    table.set("number_of_sources", static_cast<std::int64_t>(seen.size()));
    table.set("source_article", joined(articles, ";"));
    table.set("source_office", joined(offices, ";"));
    table.set("source_date", joined(dates, ";"));
    table.set("source_headline", joined(headlines, ";"));
    table.set("source_original", joined(originals, "; "));
}

void set_place(ProfileTable& table, const EventPlace& place) {
    if (const int precision = ucdp_where_prec(place.precision); precision > 0)
        table.set("where_prec", std::int64_t{precision});
    table.set("where_coordinates", place.name);
    table.set("where_description", place.words);
    table.set("adm_1", place.admin1);
    table.set("adm_2", place.admin2);
    table.set("country", country_name(place.country));
    if (!place.point || !geo::is_on_earth(*place.point))
        return;
    table.set_degrees("latitude", place.point->lat_deg);
    table.set_degrees("longitude", place.point->lon_deg);
    table.set("geom_wkt", fmt::format("POINT ({} {})", place.point->lon_deg, place.point->lat_deg));
    table.set("priogrid_gid", priogrid_cell(*place.point));
}

/// deaths_a + deaths_b + deaths_civilians + deaths_unknown = best.
void set_deaths(ProfileTable& table, const Figure& killed, bool one_sided) {
    const std::int64_t low = killed.low.value_or(0);
    const std::int64_t best = killed.low.value_or(killed.high.value_or(0));
    table.set("deaths_a", 0);
    table.set("deaths_b", 0);
    table.set("deaths_civilians", one_sided ? best : 0);
    table.set("deaths_unknown", one_sided ? 0 : best);
    table.set("best", best);
    table.set("high", killed.high.value_or(best));
    table.set("low", low);
}

void append_row(ProfileTable& table, const Casebook& casebook, const Event& event) {
    table.begin_row();
    const bool one_sided = is_one_sided(event);
    const bool reviewed =
        event.status == ReviewStatus::accepted || event.status == ReviewStatus::edited;
    table.set("id", numeric_id(event.id));
    table.set("relid", to_string(event.id));
    table.set("year", to_iso(event.time.days->first).substr(0, 4));
    table.set("code_status", reviewed ? "Clear" : "Check not reviewed");
    if (one_sided)
        table.set("type_of_violence", kOneSided);
    table.set("side_a", joined(actors_of(event, ActorRole::perpetrator), "; "));
    const auto targets = actors_of(event, ActorRole::target);
    table.set("side_b", one_sided ? "Civilians" : joined(targets, "; "));
    set_sources(table, casebook, event);
    set_place(table, event.place);
    table.set("event_clarity", 1);
    table.set("date_prec", std::int64_t{ucdp_date_prec(event.time)});
    table.set("date_start", to_iso(event.time.days->first));
    table.set("date_end", to_iso(event.time.days->last));
    set_deaths(table, *event.tally[Harm::killed], one_sided);
}

bool has_deaths(const Event& event) {
    const auto& killed = event.tally[Harm::killed];
    return killed && (killed->low.value_or(0) > 0 || killed->high.value_or(0) > 0);
}

}  // namespace

geo::Loaded<std::string> to_ucdp_csv(const Casebook& casebook, const ExportSelection& selection) {
    ProfileTable table(kColumns);
    std::size_t undated = 0;
    std::size_t without_deaths = 0;
    for (const std::size_t position : selection.events) {
        const Event& event = casebook.events()[position];
        if (!has_deaths(event)) {
            ++without_deaths;
        } else if (!event.time.days) {
            ++undated;
        } else {
            append_row(table, casebook, event);
        }
    }
    geo::Loaded<std::string> made{table.csv(), {}};
    const auto left_out = [&](std::size_t count, std::string_view why) {
        if (count > 0) {
            made.problems.push_back({"UCDP table", fmt::format("{} {}; left out", count, why)});
        }
    };
    left_out(without_deaths, "events say nothing of people killed");
    left_out(undated, "events have no date");
    left_out(selection.flows.size(), "flows have no place in it");
    return made;
}

}  // namespace events
