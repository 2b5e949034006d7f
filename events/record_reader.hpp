// Reads the rows of a casebook file back and checks each against its digest.
#pragma once

#include <string>
#include <vector>

#include "events/casebook.hpp"
#include "events/sqlite_database.hpp"
#include "geo/result.hpp"

namespace events {

/// Everything in the file, with what is wrong about it. A damaged record is not among the values.
struct StoredRecords {
    std::vector<Report> reports;
    std::vector<Event> events;
    std::vector<Flow> flows;
    std::vector<Decision> decisions;
    std::string head;  ///< digest of the last decision; empty without one
    /// Records and decisions that are not what was stored, each by name.
    std::vector<geo::Problem> damage;
    /// Plain columns that another program changed beside a whole record.
    std::vector<geo::Problem> overwritten;
};

/// Reads and checks all rows in the order in which they were stored. Ask the database whether it
/// failed before using the result.
StoredRecords read_records(SqliteDatabase& database);

}  // namespace events
