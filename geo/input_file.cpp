// Opens what the user hands in without trusting it, and hashes it while reading.
#include "geo/input_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <nettle/sha2.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "geo/file_handle.hpp"

namespace geo {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

class Sha256 {
  public:
    Sha256() { sha256_init(&m_state); }
    void add(std::string_view bytes) {
        sha256_update(&m_state, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
    }
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest() {
        std::array<std::uint8_t, SHA256_DIGEST_SIZE> out{};
        sha256_digest(&m_state, out.size(), out.data());
        return out;
    }
    std::string hex() {
        std::string text;
        text.reserve(std::size_t{2} * SHA256_DIGEST_SIZE);
        for (const std::uint8_t byte : digest())
            fmt::format_to(std::back_inserter(text), "{:02x}", byte);
        return text;
    }

  private:
    sha256_ctx m_state{};
};

std::string why(int error) {
    return std::generic_category().message(error);
}

/// "64 MiB", "100 bytes": limits in messages.
std::string size_words(std::size_t bytes) {
    if (bytes >= (std::size_t{1} << 30))
        return fmt::format("{:.3g} GiB", static_cast<double>(bytes) / (1 << 30));
    if (bytes >= (std::size_t{1} << 20))
        return fmt::format("{:.3g} MiB", static_cast<double>(bytes) / (1 << 20));
    return fmt::format("{} bytes", bytes);
}

std::string last_part(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// Empty when the file may be read whole; else what is wrong with it.
std::string refusal(const struct stat& info, std::size_t max_bytes) {
    if (S_ISDIR(info.st_mode))
        return "is a folder; give a file";
    if (S_ISFIFO(info.st_mode))
        return "is a pipe, not a regular file; give - to read standard input";
    if (!S_ISREG(info.st_mode))
        return "is not a regular file";
    if (static_cast<std::size_t>(info.st_size) > max_bytes) {
        return fmt::format("has {}; the limit is {}",
                           size_words(static_cast<std::size_t>(info.st_size)),
                           size_words(max_bytes));
    }
    return {};
}

/// Reads to the end. The limit holds for files that grow while they are read and for pipes.
Result<void> read_all(int fd, std::size_t max_bytes, InputFile& file, Sha256& hash) {
    std::size_t used = 0;
    while (true) {
        if (file.bytes.size() < used + 1)
            file.bytes.resize(used + kChunkBytes);
        const ssize_t got =
            ::read(fd, file.bytes.data() + used, std::min(file.bytes.size() - used, kChunkBytes));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(fmt::format("{}: could not be read: {}", file.path, why(errno)));
        if (got == 0)
            break;
        hash.add({file.bytes.data() + used, static_cast<std::size_t>(got)});
        used += static_cast<std::size_t>(got);
        if (used > max_bytes) {
            return fail(fmt::format("{}: is larger than the limit of {}", file.path,
                                    size_words(max_bytes)));
        }
    }
    file.bytes.resize(used);
    return {};
}

}  // namespace

Result<InputFile> read_input_file(const std::string& path, std::size_t max_bytes) {
    InputFile file{path, last_part(path), {}, {}};
    Sha256 hash;
    const bool is_stdin = path == "-";
    FileHandle opened;
    if (!is_stdin) {
        // O_NONBLOCK: opening a pipe that nobody writes to must not hang.
        opened = FileHandle(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
        if (!opened) {
            return fail(errno == ENOENT
                            ? fmt::format("{}: no such file", path)
                            : fmt::format("{}: could not be opened: {}", path, why(errno)));
        }
        struct stat info {};
        if (::fstat(opened.fd(), &info) != 0) {
            return fail(fmt::format("{}: could not be examined: {}", path, why(errno)));
        }
        if (const std::string bad = refusal(info, max_bytes); !bad.empty()) {
            return fail(fmt::format("{}: {}", path, bad));
        }
        file.bytes.resize(static_cast<std::size_t>(info.st_size));
    }
    if (auto done = read_all(is_stdin ? STDIN_FILENO : opened.fd(), max_bytes, file, hash); !done) {
        return tl::unexpected(done.error());
    }
    file.sha256 = hash.hex();
    return file;
}

std::string sha256_hex(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

std::uint64_t sha256_prefix(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    const auto digest = hash.digest();
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < 8; ++i)
        prefix = prefix << 8 | digest[i];
    return prefix;
}

}  // namespace geo
