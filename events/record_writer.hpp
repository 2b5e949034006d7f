// Writes reports, events, flows and decisions as rows of a casebook file, each with its digest.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "events/casebook.hpp"
#include "events/record_digest.hpp"
#include "events/sqlite_database.hpp"

namespace events {

/// Where the file stands: what a writer continues from, and what it finds changed under it.
struct FileState {
    RecordsDigest records;
    std::uint64_t decisions = 0;  ///< how many
    std::string head;             ///< digest of the last one; empty when there is none
    friend bool operator==(const FileState&, const FileState&) = default;
};

/// Empty when the settings do not hold one.
std::optional<FileState> read_state(SqliteDatabase& database);
void write_state(SqliteDatabase& database, const FileState& state);

/// Writes rows inside a transaction and keeps the state in step. After a failure of the database
/// the state means nothing.
class RecordWriter {
  public:
    /// `casebook` says which report a claim comes from.
    RecordWriter(SqliteDatabase& database, const Casebook& casebook, FileState state);
    RecordWriter(const RecordWriter&) = delete;
    ~RecordWriter();

    /// Inserts, or replaces the row with the same id.
    void put(const Report& report);
    void put(const Event& event);
    void put(const Flow& flow);
    /// False when there is no such row.
    bool has(const Event& event);
    bool has(const Flow& flow);
    /// Removes the events and flows of a report that `casebook` has no more.
    void remove_missing(ReportId report);
    void append(const Decision& decision);

    const FileState& state() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace events
