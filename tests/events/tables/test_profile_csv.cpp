// Tables with the columns of ACLED and UCDP.
#include <doctest/doctest.h>

#include "../casebook/sample.hpp"
#include "events/tables/profile_csv.hpp"
#include "events/tables/profile_table.hpp"

namespace {

/// The cells of a CSV with quoted cells, row by row.
std::vector<std::vector<std::string>> cells_of(std::string_view csv) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
            rows.back().back() += csv[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (c == '\r' && !quoted) {
            ++i;
            rows.push_back({""});
        } else {
            rows.back().back() += c;
        }
    }
    rows.pop_back();
    return rows;
}

std::string cell(const std::vector<std::vector<std::string>>& rows, std::size_t row,
                 std::string_view column) {
    const auto at = std::find(rows[0].begin(), rows[0].end(), column) - rows[0].begin();
    REQUIRE(static_cast<std::size_t>(at) < rows[0].size());
    return rows[row][static_cast<std::size_t>(at)];
}

}  // namespace

TEST_CASE("the ACLED table has its 31 columns and a row for each dated event") {
    const events::Casebook casebook = sample::casebook();
    const auto table = events::to_acled_csv(casebook, events::ExportSelection::all_of(casebook));
    CHECK(table.value.starts_with(
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"
        "actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,"
        "iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,"
        "source_scale,notes,fatalities,tags,timestamp\r\n"));
    const auto rows = cells_of(table.value);
    REQUIRE(rows.size() == 3);
    for (const auto& row : rows)
        CHECK(row.size() == 31);
    CHECK(cell(rows, 1, "event_date") == "2013-02-01");
    CHECK(cell(rows, 1, "time_precision") == "2");
    CHECK(cell(rows, 1, "event_type") == "Violence against civilians");
    CHECK(cell(rows, 1, "actor1") == "soldiers");
    CHECK(cell(rows, 1, "actor2") == "civilians");
    CHECK(cell(rows, 1, "civilian_targeting") == "Civilian targeting");
    CHECK(cell(rows, 1, "iso") == "466");
    CHECK(cell(rows, 1, "country") == "Mali");
    CHECK(cell(rows, 1, "latitude") == "16.27167");
    CHECK(cell(rows, 1, "geo_precision") == "1");
    CHECK(cell(rows, 1, "source") == "Nobody");
    CHECK(cell(rows, 1, "fatalities") == "17");
    // Only the month is known: its middle, time precision 3.
    CHECK(cell(rows, 2, "event_date") == "2013-01-16");
    CHECK(cell(rows, 2, "time_precision") == "3");
    CHECK(cell(rows, 2, "latitude") == "");
    REQUIRE(table.problems.size() == 2);
    CHECK(table.problems[0].what == "1 of 3 events have no date; left out");
    CHECK(table.problems[1].what == "2 flows have no place in it; left out");
}

TEST_CASE("the UCDP table has its 49 columns and deaths that add up") {
    const events::Casebook casebook = sample::casebook();
    const auto table = events::to_ucdp_csv(casebook, events::ExportSelection::all_of(casebook));
    const auto rows = cells_of(table.value);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].size() == 49);
    CHECK(rows[1].size() == 49);
    CHECK(rows[0].front() == "id");
    CHECK(rows[0].back() == "gwnob");
    CHECK(cell(rows, 1, "relid") == "e00000000000000a1");
    CHECK(cell(rows, 1, "date_prec") == "2");
    CHECK(cell(rows, 1, "date_end") == "2013-02-02");
    CHECK(cell(rows, 1, "type_of_violence") == "3");
    CHECK(cell(rows, 1, "side_b") == "Civilians");
    CHECK(cell(rows, 1, "low") == "17");
    CHECK(cell(rows, 1, "best") == "17");
    CHECK(cell(rows, 1, "high") == "17");
    CHECK(cell(rows, 1, "deaths_civilians") == "17");
    CHECK(cell(rows, 1, "where_prec") == "1");
    CHECK(cell(rows, 1, "geom_wkt") == "POINT (-0.04471 16.27167)");
    // Row 212, column 359 of the half-degree grid.
    CHECK(cell(rows, 1, "priogrid_gid") == "153000");
    CHECK(cell(rows, 1, "source_article") == "\"Nobody,2013-02-10,An invented report\"");
    CHECK(cell(rows, 1, "code_status") == "Check not reviewed");
    REQUIRE(table.problems.size() == 2);
    CHECK(table.problems[0].what == "2 events say nothing of people killed; left out");
}

TEST_CASE("countries have their English names and numbers, what is no country stays as it is") {
    struct Case {
        const char* iso;
        const char* name;
        std::optional<std::int64_t> number;
    };
    const Case kCases[] = {{"ML", "Mali", 466},
                           {"BF", "Burkina Faso", 854},
                           {"", "", std::nullopt},
                           {"Mali", "Mali", std::nullopt}};
    for (const Case& c : kCases) {
        CAPTURE(c.iso);
        CHECK(events::english_country_name(c.iso) == c.name);
        CHECK(events::country_number(c.iso) == c.number);
    }
}
