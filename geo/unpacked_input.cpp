// Blocks out of plain, gzip and zip files: libarchive unpacks what we read and hash.
#include "geo/unpacked_input.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <nettle/sha2.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <vector>

#include "geo/file_handle.hpp"

namespace geo {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20;
constexpr std::size_t kRatioFromBytes = std::size_t{64} << 20;

struct ArchiveCloser {
    void operator()(archive* a) const { archive_read_free(a); }
};

}  // namespace

struct UnpackedInput::State {
    std::string path;
    UnpackLimits limits;
    FileHandle file;
    std::size_t file_bytes = 0;
    std::size_t packed = 0;    ///< bytes read from the file
    std::size_t unpacked = 0;  ///< bytes handed out
    std::size_t members = 0;
    sha256_ctx hash{};
    std::vector<char> block;
    std::string_view head;  ///< the first block, read to see what the file is
    std::string error;
    std::unique_ptr<archive, ArchiveCloser> unpacker;  ///< none for a plain file
    bool is_zip = false;
    std::string member;

    /// The next packed bytes; empty at the end or on an error.
    std::string_view next_block() {
        ssize_t got = -1;
        do {
            got = ::read(file.fd(), block.data(), block.size());
        } while (got < 0 && errno == EINTR);
        if (got < 0) {
            error = fmt::format("could not be read: {}", std::generic_category().message(errno));
            return {};
        }
        const auto bytes = static_cast<std::size_t>(got);
        packed += bytes;
        sha256_update(&hash, bytes, reinterpret_cast<const std::uint8_t*>(block.data()));
        if (packed > limits.max_packed_bytes)
            error = "has grown past the limit while it was read";
        return error.empty() ? std::string_view(block.data(), bytes) : std::string_view();
    }

    static la_ssize_t feed(archive*, void* self, const void** bytes) {
        State& state = *static_cast<State*>(self);
        std::string_view block = state.head;
        state.head = {};
        if (block.empty())
            block = state.next_block();
        *bytes = block.data();
        return state.error.empty() ? static_cast<la_ssize_t>(block.size()) : -1;
    }

    tl::unexpected<Error> failed(const std::string& why) {
        return fail(fmt::format("{}: {}", path, error.empty() ? why : error));
    }

    Result<void> start_unpacking() {
        unpacker.reset(archive_read_new());
        archive* a = unpacker.get();
        if (is_zip) {
            archive_read_support_format_zip_streamable(a);
        } else {
            archive_read_support_filter_gzip(a);
            archive_read_support_format_raw(a);
        }
        if (archive_read_open(a, this, nullptr, feed, nullptr) != ARCHIVE_OK)
            return failed("packed file is damaged or cut short");
        return {};
    }
};

UnpackedInput::UnpackedInput(std::unique_ptr<State> state) : m_state(std::move(state)) {}
UnpackedInput::UnpackedInput(UnpackedInput&&) noexcept = default;
UnpackedInput& UnpackedInput::operator=(UnpackedInput&&) noexcept = default;
UnpackedInput::~UnpackedInput() = default;

Result<UnpackedInput> UnpackedInput::open(const std::string& path, const UnpackLimits& limits) {
    auto state = std::make_unique<State>();
    State& s = *state;
    s.path = path;
    s.limits = limits;
    s.member = path;
    sha256_init(&s.hash);
    // O_NONBLOCK: opening a pipe that nobody writes to must not hang.
    s.file = FileHandle(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (!s.file) {
        return s.failed(errno == ENOENT ? "no such file"
                                        : fmt::format("could not be opened: {}",
                                                      std::generic_category().message(errno)));
    }
    struct stat info {};
    if (::fstat(s.file.fd(), &info) != 0 || !S_ISREG(info.st_mode))
        return s.failed("is not a regular file");
    s.file_bytes = static_cast<std::size_t>(info.st_size);
    if (s.file_bytes > limits.max_packed_bytes)
        return s.failed(
            fmt::format("has {} bytes; the limit is {}", s.file_bytes, limits.max_packed_bytes));
    s.block.resize(kBlockBytes);
    s.head = s.next_block();
    if (!s.error.empty())
        return s.failed({});
    s.is_zip = s.head.starts_with("PK\x03\x04") || s.head.starts_with("PK\x05\x06");
    if (s.is_zip || s.head.starts_with("\x1f\x8b")) {
        if (auto started = s.start_unpacking(); !started)
            return tl::unexpected(started.error());
    }
    return UnpackedInput(std::move(state));
}

Result<bool> UnpackedInput::next_member() {
    State& s = *m_state;
    if (!s.unpacker)
        return s.members++ == 0;
    while (true) {
        archive_entry* entry = nullptr;
        const int state = archive_read_next_header(s.unpacker.get(), &entry);
        if (state == ARCHIVE_EOF)
            return false;
        if (state < ARCHIVE_WARN)
            return s.failed("packed file is damaged or cut short");
        if (++s.members > s.limits.max_members)
            return s.failed(fmt::format("holds more than {} files", s.limits.max_members));
        // What only starts like gzip would pass through as it is.
        if (!s.is_zip && archive_filter_code(s.unpacker.get(), 0) != ARCHIVE_FILTER_GZIP)
            return s.failed("packed file is damaged or cut short");
        if (!s.is_zip)
            return true;
        if (archive_entry_is_encrypted(entry) != 0)
            return s.failed("is locked with a password; unpack it first");
        const char* name = archive_entry_pathname(entry);
        if (archive_entry_filetype(entry) != AE_IFREG)
            continue;
        s.member = fmt::format("{}/{}", s.path, name != nullptr ? name : "?");
        return true;
    }
}

const std::string& UnpackedInput::member() const {
    return m_state->member;
}

Result<std::string_view> UnpackedInput::read() {
    State& s = *m_state;
    if (!s.unpacker) {
        const std::string_view block = s.head.empty() ? s.next_block() : s.head;
        s.head = {};
        if (!s.error.empty())
            return s.failed({});
        return block;
    }
    const void* bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    int state = ARCHIVE_OK;
    do {
        state = archive_read_data_block(s.unpacker.get(), &bytes, &size, &offset);
    } while (state == ARCHIVE_OK && size == 0);
    if (state == ARCHIVE_EOF)
        return std::string_view();
    if (state < ARCHIVE_WARN)
        return s.failed("packed file is damaged or cut short");
    s.unpacked += size;
    if (s.unpacked > s.limits.max_bytes)
        return s.failed(fmt::format("unpacks to more than {} bytes; not read", s.limits.max_bytes));
    if (s.unpacked > kRatioFromBytes &&
        static_cast<double>(s.unpacked) > s.limits.max_ratio * static_cast<double>(s.packed)) {
        return s.failed(
            fmt::format("unpacks to more than {:g} times its size; not read", s.limits.max_ratio));
    }
    return std::string_view(static_cast<const char*>(bytes), size);
}

bool UnpackedInput::is_zip() const {
    return m_state->is_zip;
}

double UnpackedInput::share() const {
    if (m_state->file_bytes == 0)
        return 1;
    return std::min(
        1.0, static_cast<double>(m_state->packed) / static_cast<double>(m_state->file_bytes));
}

Result<std::string> UnpackedInput::sha256() {
    State& s = *m_state;
    while (!s.next_block().empty()) {
    }
    if (!s.error.empty())
        return s.failed({});
    std::uint8_t digest[SHA256_DIGEST_SIZE] = {};
    sha256_ctx copy = s.hash;
    sha256_digest(&copy, sizeof(digest), digest);
    std::string text;
    for (const std::uint8_t byte : digest)
        text += fmt::format("{:02x}", byte);
    return text;
}

}  // namespace geo
