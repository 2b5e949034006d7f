// Reads reports on several threads.
#include "app/read_reports.hpp"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>

#include "geo/input_file.hpp"

namespace app {
namespace fs = std::filesystem;

namespace {

bool looks_like_report(const fs::path& path) {
    constexpr std::string_view kEndings[] = {".txt", ".md",    ".markdown", ".html",
                                             ".htm", ".xhtml", ".pdf"};
    const std::string ending = path.extension().string();
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

geo::Result<events::ReadReport> read_one(const std::string& path, const Knowledge& knowledge,
                                         const events::ReadOptions& options) {
    const auto file = geo::read_input_file(path);
    if (!file)
        return tl::unexpected(file.error());
    return events::read_report(*file, knowledge.lexicons, knowledge.gazetteer, options);
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
    std::vector<geo::Result<events::ReadReport>> results(paths.size(), geo::fail("not read"));
    std::atomic<std::size_t> next{0};
    std::mutex progress_mutex;
    std::size_t done = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < paths.size() && !stop.stop_requested(); i = next++) {
            results[i] = read_one(paths[i], knowledge, options);
            const std::lock_guard lock{progress_mutex};
            ++done;
            if (progress)
                progress({done, paths.size()});
        }
    };
    const unsigned wanted = jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t count = std::min<std::size_t>(wanted, paths.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < count; ++i)
            threads.emplace_back(work);
        work();
    }
    return results;
}

}  // namespace app
