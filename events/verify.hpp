// Whether a casebook and the files it was read from are still what they were.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "events/casebook.hpp"
#include "geo/result.hpp"

namespace events {

/// What was looked at and what is wrong with it. The casebook is whole when `damage` is empty.
struct CasebookCheck {
    std::size_t reports = 0;
    std::size_t events = 0;
    std::size_t flows = 0;
    std::size_t decisions = 0;
    /// Digest of the last decision, which covers all before it: noted elsewhere, it shows later
    /// that the log was not written anew. Empty without decisions.
    std::string head;
    std::vector<geo::Problem> damage;       ///< changed, missing or added outside this program
    std::vector<geo::Problem> overwritten;  ///< columns that a GIS changed beside whole records
};

/// Checks pages, schema, every record against its digest, all records together, the chain of
/// decisions, and that events and flows are as their last decision left them. Fails when the file
/// cannot be opened at all.
geo::Result<CasebookCheck> check_casebook(const std::string& path);

enum class SourceState : unsigned char {
    same,     ///< the very bytes that were read
    changed,  ///< a report was read from a file of this name with other bytes
    unknown,  ///< no report was read from such a file
    unreadable,
};

struct SourceCheck {
    std::string path;
    SourceState state = SourceState::unknown;
    std::string detail;  ///< in words, for the person: which report, which digests, why unreadable
    std::optional<ReportId> report;  ///< that was read from these bytes
};

/// Hashes each file and compares it with what the casebook's reports were read from.
std::vector<SourceCheck> check_sources(const Casebook& casebook,
                                       std::span<const std::string> paths);

/// The reports whose source is not among the checked files, or not the same any more.
std::vector<ReportId> unchecked_reports(const Casebook& casebook,
                                        std::span<const SourceCheck> checks);

}  // namespace events
