// Reads reports on several threads.
#include "app/read_reports.hpp"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>

#include "events/documents/file_contents.hpp"
#include "geo/input_file.hpp"

namespace app {
namespace fs = std::filesystem;

namespace {

bool looks_like_report(const fs::path& path) {
    constexpr std::string_view kEndings[] = {".txt", ".md",    ".markdown", ".html",
                                             ".htm", ".xhtml", ".pdf",      ".docx",
                                             ".odt", ".epub",  ".eml",      ".zip"};
    std::string ending = path.extension().string();
    for (char& c : ending)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

std::vector<std::string> reports_in(const fs::path& folder) {
    std::vector<std::string> found;
    std::error_code error;
    for (fs::recursive_directory_iterator
             entry{folder, fs::directory_options::skip_permission_denied, error},
         end;
         !error && entry != end; entry.increment(error)) {
        if (!entry->is_symlink(error) && entry->is_regular_file(error) &&
            looks_like_report(entry->path())) {
            found.push_back(entry->path().string());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

using Readings = std::vector<geo::Result<events::ReadReport>>;

/// How deep files are opened: a mail in an archive still gives its attachments.
constexpr int kDeepestFile = 2;
/// The whole table is held in memory while its rows are read.
constexpr std::size_t kMaxTextTableBytes = std::size_t{256} << 20;

/// Reads a file and then what it holds.
class FileReading {
  public:
    FileReading(const Knowledge& knowledge, const events::ReadOptions& options)
        : m_knowledge(knowledge), m_options(options) {}

    Readings read(const std::string& path) {
        auto file = geo::read_input_file(path);
        if (!file) {
            m_readings.emplace_back(tl::unexpected(file.error()));
            return std::move(m_readings);
        }
        m_waiting.push_back({std::move(*file), 0, false});
        while (!m_waiting.empty()) {
            const Waiting next = std::move(m_waiting.back());
            m_waiting.pop_back();
            read_file(next);
        }
        for (auto& reading : m_readings) {
            if (!reading)
                continue;
            reading->problems.insert(reading->problems.end(), m_problems.begin(), m_problems.end());
            break;
        }
        return std::move(m_readings);
    }

  private:
    struct Waiting {
        geo::InputFile file;
        int depth = 0;
        bool in_archive = false;
    };

    void read_file(const Waiting& waiting) {
        events::FileContents contents;
        if (waiting.depth < kDeepestFile)
            contents = events::open_file_contents(waiting.file, waiting.in_archive);
        if (contents.is_report) {
            auto read = events::read_report(waiting.file, m_knowledge.lexicons,
                                            m_knowledge.gazetteer, m_options);
            // A mail may be nothing but the cover of what it carries.
            if (read || contents.members.empty())
                m_readings.push_back(std::move(read));
            else
                m_problems.push_back({"", read.error().message});
        }
        m_problems.insert(m_problems.end(), contents.problems.begin(), contents.problems.end());
        for (auto at = contents.members.rbegin(); at != contents.members.rend(); ++at) {
            if (*at)
                m_waiting.push_back({std::move(**at), waiting.depth + 1, !contents.is_report});
            else
                m_readings.emplace_back(tl::unexpected(at->error()));
        }
    }

    const Knowledge& m_knowledge;
    const events::ReadOptions& m_options;
    std::vector<Waiting> m_waiting;
    Readings m_readings;
    std::vector<geo::Problem> m_problems;
};

/// Calls work(0) to work(count - 1), several at a time, in no order.
void run_on_threads(std::size_t count, unsigned jobs, const std::stop_token& stop,
                    const std::function<void(ReadingProgress)>& progress,
                    const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    std::mutex progress_mutex;
    std::size_t done = 0;
    const auto run = [&] {
        for (std::size_t i = next++; i < count && !stop.stop_requested(); i = next++) {
            work(i);
            const std::lock_guard lock{progress_mutex};
            ++done;
            if (progress)
                progress({done, count});
        }
    };
    const unsigned wanted = jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min<std::size_t>(wanted, count); ++i)
        threads.emplace_back(run);
    run();
}

}  // namespace

std::vector<std::string> expand_inputs(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
        std::error_code error;
        if (path != "-" && fs::is_directory(path, error)) {
            const auto found = reports_in(path);
            files.insert(files.end(), found.begin(), found.end());
        } else {
            files.push_back(path);
        }
    }
    return files;
}

std::vector<geo::Result<events::ReadReport>> read_reports(
    const std::vector<std::string>& paths, const Knowledge& knowledge,
    const events::ReadOptions& options, unsigned jobs, std::stop_token stop,
    const std::function<void(ReadingProgress)>& progress) {
    std::vector<Readings> results(paths.size());
    run_on_threads(paths.size(), jobs, stop, progress, [&](std::size_t i) {
        results[i] = FileReading(knowledge, options).read(paths[i]);
    });
    Readings all;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i].empty())
            all.emplace_back(geo::fail(paths[i] + ": not read"));
        std::move(results[i].begin(), results[i].end(), std::back_inserter(all));
    }
    return all;
}

std::vector<geo::Result<events::ReadReport>> read_table_rows(
    const std::vector<std::string>& paths, const events::TextColumns& columns,
    const Knowledge& knowledge, const events::ReadOptions& options, unsigned jobs,
    std::stop_token stop, const std::function<void(ReadingProgress)>& progress) {
    Readings all;
    for (const std::string& path : paths) {
        const auto file = geo::read_input_file(path, kMaxTextTableBytes);
        const auto table = file ? events::read_text_table(*file)
                                : geo::Result<events::TextTable>(tl::unexpected(file.error()));
        if (!table) {
            all.emplace_back(tl::unexpected(table.error()));
            continue;
        }
        const auto rows = events::RowReports::make(*table, *file, columns, knowledge.lexicons);
        if (!rows || rows->size() == 0) {
            all.emplace_back(rows ? geo::fail(path + ": the table has no rows")
                                  : tl::unexpected(rows.error()));
            continue;
        }
        Readings read(rows->size(), geo::fail(path + ": not read"));
        run_on_threads(rows->size(), jobs, stop, progress, [&](std::size_t i) {
            auto document = rows->read(i);
            if (document)
                read[i] = events::read_document(std::move(*document), knowledge.lexicons,
                                                knowledge.gazetteer, options);
            else
                read[i] = tl::unexpected(document.error());
        });
        if (const auto first = std::find_if(read.begin(), read.end(),
                                            [](const auto& row) { return row.has_value(); });
            first != read.end()) {
            auto& problems = (*first)->problems;
            problems.insert(problems.begin(), rows->problems().begin(), rows->problems().end());
        }
        std::move(read.begin(), read.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace app
