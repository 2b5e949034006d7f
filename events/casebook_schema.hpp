// The tables of a casebook file: a GeoPackage that QGIS and GDAL open as it is.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/sqlite_database.hpp"
#include "geo/result.hpp"

namespace events {

/// Grows when a table changes; a file of a later format is refused, not guessed at.
inline constexpr std::int64_t kCasebookFormat = 1;
inline constexpr std::uint32_t kGeoPackageApplicationId = 0x47504B47;  ///< "GPKG"
inline constexpr std::uint32_t kGeoPackageVersion = 10300;             ///< 1.3

struct ColumnInfo {
    std::string_view name;
    std::string_view type;
};
/// The plain columns beside `fid`, `geom`, `record` and `digest`: copies of the record for styling
/// and filtering in a GIS, named as in the exports. The record is what counts.
std::span<const ColumnInfo> event_table_columns();
std::span<const ColumnInfo> flow_table_columns();
std::span<const ColumnInfo> report_table_columns();

/// Creates all tables and what GeoPackage wants to be told of them. Inside a transaction.
void create_schema(SqliteDatabase& database);

/// Reads the schema before anything else is read: a later format, a table that differs from ours,
/// or a trigger, index or view that hangs on one of ours is refused by name. Other tables that
/// a GIS put beside ours (saved styles) are left alone.
geo::Result<void> check_schema(SqliteDatabase& database, const std::string& path);

}  // namespace events
