// Many files to many read reports, several at a time, in the order given.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "app/knowledge.hpp"
#include "events/documents/text_table.hpp"
#include "events/reading/read_report.hpp"
#include "geo/result.hpp"

namespace app {

/// Files as they are; folders to the reports in them (.txt .md .html .pdf .docx .odt .epub .eml
/// .zip and their like),
/// sorted by path, links not followed. A path that is not there stays: reading it says so.
std::vector<std::string> expand_inputs(const std::vector<std::string>& paths);

struct ReadingProgress {
    std::size_t done = 0;
    std::size_t total = 0;
};

/// One result per report, in the order of the paths: one for most files, one for every report in an
/// archive, one for a mail and each of its attachments; at least one a path, in order, the same
/// whatever the number of jobs. A file that fails does not stop the others. `progress` is called
/// from the reading threads, one at a time.
std::vector<geo::Result<events::ReadReport>> read_reports(
    const std::vector<std::string>& paths, const Knowledge& knowledge,
    const events::ReadOptions& options, unsigned jobs, std::stop_token stop = {},
    const std::function<void(ReadingProgress)>& progress = {});

/// Every row of every table a small report, in order: text, day, place and title from its columns.
/// A row without text is an error with "file:line", one without a day a problem of its report.
std::vector<geo::Result<events::ReadReport>> read_table_rows(
    const std::vector<std::string>& paths, const events::TextColumns& columns,
    const Knowledge& knowledge, const events::ReadOptions& options, unsigned jobs,
    std::stop_token stop = {}, const std::function<void(ReadingProgress)>& progress = {});

}  // namespace app
