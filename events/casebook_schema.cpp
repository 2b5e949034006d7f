// The schema as SQL text, made and compared.
#include "events/casebook_schema.hpp"

#include <fmt/format.h>

#include <map>

namespace events {
namespace {

constexpr ColumnInfo kEventColumns[] = {
    {"id", "TEXT"},
    {"kind", "TEXT"},
    {"acled_event_type", "TEXT"},
    {"acled_sub_event_type", "TEXT"},
    {"date_start", "DATE"},
    {"date_end", "DATE"},
    {"date_precision", "TEXT"},
    {"date_words", "TEXT"},
    {"place", "TEXT"},
    {"place_words", "TEXT"},
    {"place_id", "TEXT"},
    {"place_precision", "TEXT"},
    {"radius_km", "DOUBLE"},
    {"admin1", "TEXT"},
    {"admin2", "TEXT"},
    {"country", "TEXT"},
    {"actors", "TEXT"},
    {"killed_low", "INTEGER"},
    {"killed_high", "INTEGER"},
    {"injured_low", "INTEGER"},
    {"injured_high", "INTEGER"},
    {"abducted_low", "INTEGER"},
    {"abducted_high", "INTEGER"},
    {"detained_low", "INTEGER"},
    {"detained_high", "INTEGER"},
    {"disappeared_low", "INTEGER"},
    {"disappeared_high", "INTEGER"},
    {"raped_low", "INTEGER"},
    {"raped_high", "INTEGER"},
    {"displaced_low", "INTEGER"},
    {"displaced_high", "INTEGER"},
    {"houses_low", "INTEGER"},
    {"houses_high", "INTEGER"},
    {"attribution", "TEXT"},
    {"report_id", "TEXT"},
    {"report_title", "TEXT"},
    {"report_date", "DATE"},
    {"quote", "TEXT"},
    {"confidence", "DOUBLE"},
    {"status", "TEXT"},
};

constexpr ColumnInfo kFlowColumns[] = {
    {"id", "TEXT"},
    {"from", "TEXT"},
    {"from_country", "TEXT"},
    {"to", "TEXT"},
    {"to_country", "TEXT"},
    {"people_low", "INTEGER"},
    {"people_high", "INTEGER"},
    {"people_words", "TEXT"},
    {"split", "TEXT"},
    {"flow_kind", "TEXT"},
    {"category", "TEXT"},
    {"date_start", "DATE"},
    {"date_end", "DATE"},
    {"date_precision", "TEXT"},
    {"date_words", "TEXT"},
    {"attribution", "TEXT"},
    {"report_id", "TEXT"},
    {"report_title", "TEXT"},
    {"report_date", "DATE"},
    {"quote", "TEXT"},
    {"confidence", "DOUBLE"},
    {"status", "TEXT"},
};

constexpr ColumnInfo kReportColumns[] = {
    {"id", "TEXT"},        {"title", "TEXT"},
    {"publisher", "TEXT"}, {"author", "TEXT"},
    {"published", "DATE"}, {"published_known", "TEXT"},
    {"language", "TEXT"},  {"address", "TEXT"},
    {"file_name", "TEXT"}, {"file_bytes", "INTEGER"},
    {"sha256", "TEXT"},    {"extraction", "TEXT"},
    {"text", "TEXT"},
};

struct SchemaObject {
    std::string type;
    std::string name;
    std::string table;
    std::string sql;
};

constexpr std::string_view kSettings =
    "CREATE TABLE toposcope_settings (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)";

constexpr std::string_view kSpatialRefSys =
    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY "
    "KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT "
    "NOT NULL, description TEXT)";

constexpr std::string_view kContents =
    "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, "
    "identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT "
    "(strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y "
    "DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES "
    "gpkg_spatial_ref_sys(srs_id))";

constexpr std::string_view kGeometryColumns =
    "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, "
    "geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT "
    "NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_"
    "name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES "
    "gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES "
    "gpkg_spatial_ref_sys (srs_id))";

constexpr std::string_view kDecisions =
    "CREATE TABLE decisions (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, utc TEXT NOT NULL, "
    "person TEXT NOT NULL, \"action\" TEXT NOT NULL, subject TEXT NOT NULL, \"before\" TEXT NOT "
    "NULL, \"after\" TEXT NOT NULL, reason TEXT NOT NULL, records TEXT NOT NULL, digest TEXT NOT "
    "NULL)";

/// The claims inside the records as rows, for whoever opens the file in a GIS.
std::string claims_view() {
    const auto rows_of = [](std::string_view table, int offset) {
        return fmt::format(
            "SELECT (t.fid * 4096 + c.key) * 2 + {1} AS fid, t.id AS subject, c.key + 1 AS number, "
            "json_extract(c.value, '$.report') AS report_id, json_extract(c.value, '$.begin') AS "
            "quote_start, json_extract(c.value, '$.end') AS quote_end, json_extract(c.value, "
            "'$.quote') AS quote, json_extract(c.value, '$.attribution') AS attribution, "
            "json_extract(c.value, '$.rule') AS rule, json_extract(c.value, '$.confidence') AS "
            "confidence FROM {0} AS t, json_each(t.record, '$.claims') AS c",
            table, offset);
    };
    return "CREATE VIEW claims AS " + rows_of("events", 0) + " UNION ALL " + rows_of("flows", 1);
}

constexpr std::string_view kCandidates =
    "CREATE VIEW candidates AS SELECT t.fid * 4096 + c.key AS fid, t.id AS subject, c.key + 1 AS "
    "number, json_extract(c.value, '$.place_id') AS place_id, json_extract(c.value, '$.name') AS "
    "name, json_extract(c.value, '$.country') AS country, json_extract(c.value, '$.admin1') AS "
    "admin1, json_extract(c.value, '$.kind') AS kind, json_extract(c.value, '$.point[0]') AS lon, "
    "json_extract(c.value, '$.point[1]') AS lat, json_extract(c.value, '$.score') AS score, "
    "json_extract(c.value, '$.reasons') AS reasons FROM events AS t, json_each(t.record, "
    "'$.place.candidates') AS c";

std::string record_table(std::string_view name, std::string_view geometry,
                         std::span<const ColumnInfo> columns) {
    std::string sql =
        fmt::format("CREATE TABLE {} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", name);
    if (!geometry.empty())
        sql += fmt::format(", geom {}", geometry);
    for (const ColumnInfo& column : columns) {
        sql += fmt::format(", \"{}\" {}{}", column.name, column.type,
                           column.name == "id" ? " UNIQUE NOT NULL" : "");
    }
    return sql + ", record TEXT NOT NULL, digest TEXT NOT NULL)";
}

std::vector<SchemaObject> our_objects() {
    const auto table = [](std::string_view name, std::string_view sql) {
        return SchemaObject{"table", std::string(name), std::string(name), std::string(sql)};
    };
    return {
        table("toposcope_settings", kSettings),
        table("gpkg_spatial_ref_sys", kSpatialRefSys),
        table("gpkg_contents", kContents),
        table("gpkg_geometry_columns", kGeometryColumns),
        table("reports", record_table("reports", "", kReportColumns)),
        table("events", record_table("events", "POINT", kEventColumns)),
        table("flows", record_table("flows", "MULTILINESTRING", kFlowColumns)),
        table("decisions", kDecisions),
        {"index", "events_by_report", "events",
         "CREATE INDEX events_by_report ON events (report_id)"},
        {"index", "flows_by_report", "flows", "CREATE INDEX flows_by_report ON flows (report_id)"},
        {"view", "claims", "claims", claims_view()},
        {"view", "candidates", "candidates", std::string(kCandidates)},
    };
}

constexpr std::string_view kWgs84 =
    "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY["
    "\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\","
    "\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\","
    "NORTH],AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]";

void insert_reference_systems(SqliteDatabase& database) {
    struct Row {
        std::string_view name;
        std::int64_t id;
        std::string_view organization;
        std::string_view definition;
        std::string_view description;
    };
    const Row rows[] = {
        {"Undefined cartesian SRS", -1, "NONE", "undefined",
         "undefined cartesian coordinate reference system"},
        {"Undefined geographic SRS", 0, "NONE", "undefined",
         "undefined geographic coordinate reference system"},
        {"WGS 84 geodetic", 4326, "EPSG", kWgs84,
         "longitude/latitude coordinates in decimal "
         "degrees on the WGS 84 spheroid"},
    };
    auto insert = database.prepare("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)");
    for (const Row& row : rows) {
        insert.bind_text(1, row.name).bind_whole(2, row.id).bind_text(3, row.organization);
        insert.bind_whole(4, row.id).bind_text(5, row.definition).bind_text(6, row.description);
        insert.step();
        insert.reset();
    }
}

void insert_contents(SqliteDatabase& database) {
    struct Row {
        std::string_view table;
        std::string_view type;
        std::string_view description;
    };
    const Row rows[] = {
        {"events", "features", "What happened, where, when, according to whom"},
        {"flows", "features", "People who moved from one place to another"},
        {"reports", "attributes", "The texts that events and flows were read from"},
        {"decisions", "attributes", "What people decided, in order, with what was before"},
        {"claims", "attributes", "What each report says, sentence by sentence"},
        {"candidates", "attributes", "The places that an event's words may mean"},
    };
    auto insert = database.prepare(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES "
        "(?1, ?2, ?1, ?3, CASE ?2 WHEN 'features' THEN 4326 END)");
    for (const Row& row : rows) {
        insert.bind_text(1, row.table).bind_text(2, row.type).bind_text(3, row.description);
        insert.step();
        insert.reset();
    }
    database.run(
        "INSERT INTO gpkg_geometry_columns VALUES ('events', 'geom', 'POINT', 4326, 0, 0), "
        "('flows', 'geom', 'MULTILINESTRING', 4326, 0, 0)");
}

std::vector<SchemaObject> read_schema(SqliteDatabase& database) {
    std::vector<SchemaObject> objects;
    auto rows = database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_master");
    while (rows.step())
        objects.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
    return objects;
}

geo::Result<void> check_format(SqliteDatabase& database, const std::string& path) {
    auto row = database.prepare("SELECT value FROM toposcope_settings WHERE key = 'format'");
    const std::string format = row.step() ? row.text(0) : "";
    if (database.failed())
        return geo::fail(fmt::format("{}: {}", path, database.error()));
    if (format == std::to_string(kCasebookFormat))
        return {};
    const bool is_number =
        !format.empty() && format.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number)
        return geo::fail(fmt::format("{}: its casebook format cannot be read", path));
    return geo::fail(
        fmt::format("{}: has casebook format {}, this program reads {}; a newer Toposcope wrote it",
                    path, format, kCasebookFormat));
}

/// SQLite's own indexes for UNIQUE and PRIMARY KEY have no text.
bool is_automatic(const SchemaObject& object) {
    return object.type == "index" && object.sql.empty() &&
           object.name.starts_with("sqlite_autoindex_");
}

bool is_virtual_table(const SchemaObject& object) {
    return object.type == "table" && !object.sql.starts_with("CREATE TABLE ") &&
           !object.sql.starts_with("CREATE TABLE\"");
}

}  // namespace

std::span<const ColumnInfo> event_table_columns() {
    return kEventColumns;
}
std::span<const ColumnInfo> flow_table_columns() {
    return kFlowColumns;
}
std::span<const ColumnInfo> report_table_columns() {
    return kReportColumns;
}

void create_schema(SqliteDatabase& database) {
    database.run(fmt::format("PRAGMA application_id = {}", kGeoPackageApplicationId));
    database.run(fmt::format("PRAGMA user_version = {}", kGeoPackageVersion));
    for (const SchemaObject& object : our_objects())
        database.run(object.sql);
    insert_reference_systems(database);
    insert_contents(database);
    auto insert = database.prepare("INSERT INTO toposcope_settings VALUES ('format', ?)");
    insert.bind_text(1, std::to_string(kCasebookFormat)).step();
}

geo::Result<void> check_schema(SqliteDatabase& database, const std::string& path) {
    const auto found = read_schema(database);
    if (database.failed())
        return geo::fail(fmt::format("{}: {}", path, database.error()));
    std::map<std::string, SchemaObject> ours;
    for (SchemaObject& object : our_objects())
        ours.emplace(object.name, std::move(object));
    const auto is_settings = [&](const SchemaObject& object) { return object.sql == kSettings; };
    if (std::none_of(found.begin(), found.end(), is_settings)) {
        return geo::fail(fmt::format("{}: is a GeoPackage, but no casebook of this program", path));
    }
    if (auto format = check_format(database, path); !format)
        return format;
    std::size_t present = 0;
    for (const SchemaObject& object : found) {
        const auto own = ours.find(object.name);
        if (own != ours.end()) {
            if (object.sql != own->second.sql || object.type != own->second.type) {
                return geo::fail(
                    fmt::format("{}: its {} \"{}\" is not as this program makes it; "
                                "it is not opened",
                                path, object.type, object.name));
            }
            ++present;
        } else if (is_virtual_table(object) ||
                   (ours.contains(object.table) && !is_automatic(object))) {
            return geo::fail(
                fmt::format("{}: holds a {} \"{}\" on \"{}\" that is not of this "
                            "program; it is not opened",
                            path, object.type, object.name, object.table));
        }
    }
    if (present != ours.size())
        return geo::fail(fmt::format("{}: lacks a table of a casebook", path));
    return {};
}

}  // namespace events
