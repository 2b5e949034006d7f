// The casebook on disk: a GeoPackage written through our own SQLite connection, edit by edit.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "events/casebook.hpp"
#include "geo/output_file.hpp"
#include "geo/result.hpp"

namespace events {

struct StoredRecords;

/// An open casebook file. Each decision is one transaction that is on disk for good when the call
/// returns (journal DELETE, synchronous EXTRA). One writer at a time: a second one is told so.
class CasebookFile {
  public:
    enum class Mode { read_only, read_write };

    /// Checks that it is a casebook of this version with the known schema and whole records before
    /// anything else; recovers after a killed writer. A read-only folder opens read-only.
    static geo::Result<CasebookFile> open(const std::string& path, Mode mode);
    /// Writes the whole casebook to a new file, safely (see geo::replace_file), then opens it.
    static geo::Result<CasebookFile> create(const std::string& path, const Casebook& casebook,
                                            geo::Overwrite overwrite = geo::Overwrite::refuse);

    CasebookFile(CasebookFile&&) noexcept;
    CasebookFile& operator=(CasebookFile&&) noexcept;
    ~CasebookFile();

    const std::string& path() const;
    /// False when it was opened read-only, or stands where nothing can be written.
    bool writable() const;
    /// The casebook as stored: records with every decision carried out. Fails, naming it, when
    /// a record or decision is not the one that was stored.
    geo::Result<Casebook> load() const;
    /// Everything in the file with all that is wrong about it, pages and indexes included; load()
    /// stops where this goes on. Fails when the file cannot be read.
    geo::Result<StoredRecords> read_everything() const;
    /// What load() found changed by a GIS beside whole records; the records are what is shown.
    const std::vector<geo::Problem>& overwritten() const;

    /// Stores a decision durably with the event or flow as it is in `after` and the new digests.
    /// Fails and changes nothing when another program changed, moved or replaced the file since it
    /// was opened, when the disk is full, when the decision is not the next one.
    geo::Result<void> commit(const Casebook& after, const Decision& decision);
    /// Adds or replaces what one reading brought (report, events, flows), in one transaction; what
    /// `after` has no more of the report goes.
    geo::Result<void> store_report(const Casebook& after, ReportId report);

  private:
    struct Impl;
    explicit CasebookFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace events
