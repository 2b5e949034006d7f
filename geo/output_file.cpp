// The whole-or-nothing write: a private folder beside the target, fsync, read back, rename.
#include "geo/output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "geo/file_handle.hpp"

namespace geo {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

std::string why(int error) {
    return std::generic_category().message(error);
}

/// A folder that only this user may enter, removed with all that is in it. The writer's own side
/// files (journals, indexes) go with it, and the writer sees the file's real name.
class TemporaryFolder {
  public:
    explicit TemporaryFolder(const fs::path& parent)
        : m_path((parent / ".toposcope-XXXXXX").string()) {
        if (::mkdtemp(m_path.data()) == nullptr) {
            m_error = errno;
            m_path.clear();
        }
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!m_path.empty())
            fs::remove_all(m_path, ignored);
    }
    int error() const { return m_error; }
    const std::string& path() const { return m_path; }

  private:
    std::string m_path;
    int m_error = 0;
};

fs::path folder_of(const std::string& path) {
    const fs::path parent = fs::path(path).parent_path();
    return parent.empty() ? fs::path(".") : parent;
}

Result<void> write_bytes(int fd, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(fd, bytes.data(), std::min(bytes.size(), kChunkBytes));
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return fail(fmt::format("{}: could not be written: {}", path, why(errno)));
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

/// Calls `use` with each piece of the file, in order, until it returns false.
Result<void> for_each_chunk(const std::string& file, const std::string& path,
                            const std::function<bool(std::string_view)>& use) {
    const FileHandle in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!in)
        return fail(fmt::format("{}: could not be read back: {}", path, why(errno)));
    std::string chunk(kChunkBytes, '\0');
    while (true) {
        const ssize_t got = ::read(in.fd(), chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(fmt::format("{}: could not be read back: {}", path, why(errno)));
        if (got == 0 || !use({chunk.data(), static_cast<std::size_t>(got)}))
            return {};
    }
}

Result<void> holds_exactly(const std::string& file, std::string_view bytes,
                           const std::string& path) {
    bool same = true;
    auto read = for_each_chunk(file, path, [&](std::string_view chunk) {
        same = bytes.substr(0, chunk.size()) == chunk;
        if (same)
            bytes.remove_prefix(chunk.size());
        return same;
    });
    if (!read)
        return read;
    if (!same || !bytes.empty()) {
        return fail(fmt::format("{}: what was read back differs from what was written", path));
    }
    return {};
}

Result<void> sync_to_disk(const std::string& file, const std::string& path) {
    const FileHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!handle || ::fsync(handle.fd()) != 0) {
        return fail(fmt::format("{}: could not be flushed to disk: {}", path, why(errno)));
    }
    return {};
}

/// Renames; where the file may not be replaced, the kernel refuses it, so that nothing slips in
/// between the check and the rename.
bool move_into_place(const std::string& from, const std::string& to, Overwrite overwrite) {
    if (overwrite == Overwrite::refuse) {
        if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
            return true;
        }
        if (errno != EINVAL && errno != ENOSYS)
            return false;  // a file system without the flag
    }
    return ::rename(from.c_str(), to.c_str()) == 0;
}

Result<void> put_in_place(const std::string& temp, const std::string& path, Overwrite overwrite) {
    struct stat info {};
    if (::lstat(temp.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
        return fail(fmt::format("{}: nothing was written", path));
    }
    if (::chmod(temp.c_str(), 0600) != 0) {
        return fail(fmt::format("{}: its mode could not be set: {}", path, why(errno)));
    }
    if (auto synced = sync_to_disk(temp, path); !synced)
        return synced;
    if (auto allowed = check_output_path(path, overwrite); !allowed)
        return allowed;
    if (!move_into_place(temp, path, overwrite)) {
        return fail(fmt::format("{}: could not be put in place: {}", path, why(errno)));
    }
    return sync_to_disk(folder_of(path).string(), path);
}

Result<void> copy_to_standard_output(const std::string& file) {
    Result<void> written;
    auto read = for_each_chunk(file, "-", [&](std::string_view chunk) {
        written = write_bytes(STDOUT_FILENO, chunk, "standard output");
        return written.has_value();
    });
    return read ? written : read;
}

Result<void> write_new_file(const std::string& file, std::string_view bytes,
                            const std::string& path) {
    FileHandle out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!out)
        return fail(fmt::format("{}: could not be written: {}", path, why(errno)));
    if (auto written = write_bytes(out.fd(), bytes, path); !written)
        return written;
    if (::fsync(out.fd()) != 0 || !out.close()) {
        return fail(fmt::format("{}: could not be flushed to disk: {}", path, why(errno)));
    }
    return {};
}

}  // namespace

Result<void> check_output_path(const std::string& path, Overwrite overwrite) {
    if (path == "-")
        return {};
    const fs::path name = fs::path(path).filename();
    if (name.empty() || name == "." || name == "..") {
        return fail(fmt::format("\"{}\": names no file to write", path));
    }
    const std::string folder = folder_of(path).string();
    struct stat info {};
    if (::stat(folder.c_str(), &info) != 0) {
        return fail(fmt::format("{}: the folder {} does not exist", path, folder));
    }
    if (!S_ISDIR(info.st_mode))
        return fail(fmt::format("{}: {} is not a folder", path, folder));
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        return fail(fmt::format("{}: the folder {} may not be written to", path, folder));
    }
    if (::lstat(path.c_str(), &info) != 0) {
        if (errno == ENOENT)
            return {};
        return fail(fmt::format("{}: could not be examined: {}", path, why(errno)));
    }
    if (!S_ISREG(info.st_mode)) {
        return fail(fmt::format("{}: is not a regular file; it is not replaced", path));
    }
    if (overwrite == Overwrite::refuse) {
        return fail(fmt::format("{}: exists; give --overwrite to replace it", path));
    }
    return {};
}

Result<void> replace_file(const std::string& path, Overwrite overwrite,
                          const std::function<Result<void>(const std::string&)>& write,
                          const std::function<Result<void>(const std::string&)>& check) {
    if (auto allowed = check_output_path(path, overwrite); !allowed)
        return allowed;
    const bool is_stdout = path == "-";
    std::error_code ignored;
    const TemporaryFolder folder(is_stdout ? fs::temp_directory_path(ignored) : folder_of(path));
    if (folder.path().empty()) {
        return fail(
            fmt::format("{}: no temporary folder beside it: {}", path, why(folder.error())));
    }
    const std::string temp =
        folder.path() + "/" + (is_stdout ? "out" : fs::path(path).filename().string());
    if (auto written = write(temp); !written)
        return written;
    if (auto whole = check(temp); !whole)
        return whole;
    return is_stdout ? copy_to_standard_output(temp) : put_in_place(temp, path, overwrite);
}

Result<void> write_output_file(const std::string& path, std::string_view bytes,
                               Overwrite overwrite) {
    if (path == "-")
        return write_bytes(STDOUT_FILENO, bytes, "standard output");
    return replace_file(
        path, overwrite, [&](const std::string& temp) { return write_new_file(temp, bytes, path); },
        [&](const std::string& temp) { return holds_exactly(temp, bytes, path); });
}

}  // namespace geo
