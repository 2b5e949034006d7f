// The casebook on disk: opened with suspicion, written one durable transaction at a time.
#include "events/casebook_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <array>
#include <filesystem>

#include "events/casebook_schema.hpp"
#include "events/record_reader.hpp"
#include "events/record_writer.hpp"
#include "events/sqlite_database.hpp"
#include "geo/file_handle.hpp"

namespace events {
namespace {

namespace fs = std::filesystem;

std::uint32_t big_endian(const unsigned char* bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
           std::uint32_t{bytes[2]} << 8 | bytes[3];
}

/// Looks at the first bytes before SQLite does: an ordinary file, a database, a GeoPackage.
geo::Result<void> check_header(const std::string& path) {
    constexpr std::size_t kHeaderBytes = 100;
    constexpr std::size_t kApplicationIdAt = 68;
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    const geo::FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) {
        return geo::fail(
            fmt::format("{}: cannot be opened: {}", path, std::generic_category().message(errno)));
    }
    struct stat status {};
    if (::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode))
        return geo::fail(fmt::format("{}: is no ordinary file", path));
    std::array<unsigned char, kHeaderBytes> header{};
    const bool whole =
        ::pread(file.fd(), header.data(), header.size(), 0) == static_cast<ssize_t>(header.size());
    const std::string_view start(reinterpret_cast<const char*>(header.data()), kMagic.size());
    if (!whole || start != kMagic ||
        big_endian(header.data() + kApplicationIdAt) != kGeoPackageApplicationId) {
        return geo::fail(fmt::format("{}: is no casebook (no GeoPackage)", path));
    }
    return {};
}

bool may_write(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    const std::string folder_name = folder.empty() ? "." : folder.string();
    return ::access(path.c_str(), W_OK) == 0 && ::access(folder_name.c_str(), W_OK | X_OK) == 0;
}

/// The claim to be the one writer: an advisory lock that the kernel takes back when the program
/// ends, however it ends. SQLite's own locks stand only while a transaction does.
geo::Result<geo::FileHandle> claim_writing(const std::string& path) {
    geo::FileHandle file(::open(path.c_str(), O_RDWR | O_CLOEXEC));
    if (!file)
        return geo::fail(fmt::format("{}: cannot be opened for writing", path));
    if (::flock(file.fd(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        return geo::fail(fmt::format(
            "{}: is open for editing in another window or program; close it there first", path));
    }
    return file;
}

/// Whether the path still names the file that was opened.
bool is_same_file(const geo::FileHandle& open_file, const std::string& path) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(open_file.fd(), &opened) == 0 && ::stat(path.c_str(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

struct Opened {
    SqliteDatabase database;
    FileState state;
};

geo::Result<Opened> open_checked(const std::string& path, SqliteDatabase::Access access) {
    auto database = SqliteDatabase::open(path, access);
    if (!database)
        return tl::unexpected(database.error());
    const auto checked = check_schema(*database, path);
    if (database->needs_recovery() && access == SqliteDatabase::Access::read_only)
        return open_checked(path, SqliteDatabase::Access::read_only_recovering);
    if (!checked)
        return tl::unexpected(checked.error());
    const auto state = read_state(*database);
    if (database->failed())
        return geo::fail(fmt::format("{}: {}", path, database->error()));
    if (!state) {
        return geo::fail(
            fmt::format("{}: the digest of its records is missing or unreadable", path));
    }
    return Opened{std::move(*database), *state};
}

std::string listed(const std::vector<geo::Problem>& problems) {
    std::string text = geo::to_string(problems.front());
    if (problems.size() > 1)
        text += fmt::format(" (and {} more; see verify)", problems.size() - 1);
    return text;
}

geo::Result<void> write_whole(const std::string& path, const Casebook& casebook) {
    auto database = SqliteDatabase::open(path, SqliteDatabase::Access::create);
    if (!database)
        return tl::unexpected(database.error());
    database->run("BEGIN");
    create_schema(*database);
    RecordWriter writer(*database, casebook, {});
    for (const Report& report : casebook.reports())
        writer.put(report);
    for (const Event& event : casebook.events())
        writer.put(event);
    for (const Flow& flow : casebook.flows())
        writer.put(flow);
    for (const Decision& decision : casebook.decisions())
        writer.append(decision);
    write_state(*database, writer.state());
    database->run("COMMIT");
    if (database->failed())
        return geo::fail(fmt::format("{}: {}", path, database->error()));
    return {};
}

geo::Result<void> check_whole(const std::string& path, const Casebook& casebook) {
    const auto file = CasebookFile::open(path, CasebookFile::Mode::read_only);
    if (!file)
        return tl::unexpected(file.error());
    const auto stored = file->load();
    if (!stored)
        return tl::unexpected(stored.error());
    if (stored->reports().size() != casebook.reports().size() ||
        stored->events().size() != casebook.events().size() ||
        stored->flows().size() != casebook.flows().size() ||
        stored->decisions().size() != casebook.decisions().size()) {
        return geo::fail(fmt::format("{}: not everything written could be read back", path));
    }
    return {};
}

/// A journal left by a killed writer would be rolled back into whatever takes the old file's name.
geo::Result<void> check_no_journal(const std::string& path) {
    for (const char* ending : {"-journal", "-wal"}) {
        std::error_code ignored;
        if (fs::exists(path + ending, ignored)) {
            return geo::fail(fmt::format(
                "{}: {}{} beside it belongs to a casebook that was not closed; open that one first",
                path, fs::path(path).filename().string(), ending));
        }
    }
    return {};
}

}  // namespace

struct CasebookFile::Impl {
    std::string path;
    bool writable = false;
    geo::FileHandle claim;
    SqliteDatabase database;
    FileState state;
    std::vector<geo::Problem> overwritten;

    geo::Result<void> begin();
    geo::Result<void> finish(const RecordWriter& writer);
    geo::Error give_up(std::string_view why);

    enum class Pages : unsigned char { trust, check };
    geo::Result<StoredRecords> read(Pages pages);
};

/// Takes the write lock and makes sure that the file is where it was left.
geo::Result<void> CasebookFile::Impl::begin() {
    if (!writable)
        return geo::fail(fmt::format("{}: is open read-only; nothing was stored", path));
    if (!is_same_file(claim, path)) {
        return geo::fail(fmt::format(
            "{}: was moved, removed or replaced while it was open; nothing was stored", path));
    }
    database.run("BEGIN IMMEDIATE");
    const auto now = read_state(database);
    if (database.failed())
        return tl::unexpected(give_up(database.error()));
    if (now != state) {
        return tl::unexpected(
            give_up("another program changed it since it was opened; open it again"));
    }
    return {};
}

geo::Result<void> CasebookFile::Impl::finish(const RecordWriter& writer) {
    write_state(database, writer.state());
    database.run("COMMIT");
    if (database.failed())
        return tl::unexpected(give_up(database.error()));
    state = writer.state();
    return {};
}

geo::Error CasebookFile::Impl::give_up(std::string_view why) {
    std::string message = fmt::format("{}: {}; nothing was stored", path, why);
    database.forget_error();
    database.run("ROLLBACK");
    // After some failures SQLite has rolled back by itself, and says so.
    database.forget_error();
    return {std::move(message)};
}

/// One transaction, so that all rows are of one moment.
geo::Result<StoredRecords> CasebookFile::Impl::read(Pages pages) {
    database.run("BEGIN");
    std::vector<geo::Problem> bad_pages;
    if (pages == Pages::check) {
        auto finding = database.prepare("PRAGMA integrity_check(10)");
        while (finding.step()) {
            if (finding.text(0) != "ok")
                bad_pages.push_back({"pages", finding.text(0)});
        }
    }
    StoredRecords records = read_records(database);
    database.run("COMMIT");
    if (database.failed()) {
        std::string message = fmt::format("{}: {}", path, database.error());
        database.forget_error();
        database.run("ROLLBACK");
        database.forget_error();
        return geo::fail(std::move(message));
    }
    records.damage.insert(records.damage.begin(), bad_pages.begin(), bad_pages.end());
    return records;
}

CasebookFile::CasebookFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
CasebookFile::CasebookFile(CasebookFile&&) noexcept = default;
CasebookFile& CasebookFile::operator=(CasebookFile&&) noexcept = default;
CasebookFile::~CasebookFile() = default;

const std::string& CasebookFile::path() const {
    return m_impl->path;
}
bool CasebookFile::writable() const {
    return m_impl->writable;
}
const std::vector<geo::Problem>& CasebookFile::overwritten() const {
    return m_impl->overwritten;
}

geo::Result<CasebookFile> CasebookFile::open(const std::string& path, Mode mode) {
    if (auto header = check_header(path); !header)
        return tl::unexpected(header.error());
    const bool writable = mode == Mode::read_write && may_write(path);
    geo::FileHandle claim;
    if (writable) {
        auto claimed = claim_writing(path);
        if (!claimed)
            return tl::unexpected(claimed.error());
        claim = std::move(*claimed);
    }
    auto opened = open_checked(
        path, writable ? SqliteDatabase::Access::read_write : SqliteDatabase::Access::read_only);
    if (!opened)
        return tl::unexpected(opened.error());
    return CasebookFile(std::make_unique<Impl>(Impl{path,
                                                    writable,
                                                    std::move(claim),
                                                    std::move(opened->database),
                                                    std::move(opened->state),
                                                    {}}));
}

geo::Result<CasebookFile> CasebookFile::create(const std::string& path, const Casebook& casebook,
                                               geo::Overwrite overwrite) {
    if (path == "-")
        return geo::fail("a casebook is a file; it cannot go to standard output");
    if (auto free = check_no_journal(path); !free)
        return tl::unexpected(free.error());
    const auto written = geo::replace_file(
        path, overwrite, [&](const std::string& temp) { return write_whole(temp, casebook); },
        [&](const std::string& temp) { return check_whole(temp, casebook); });
    if (!written)
        return tl::unexpected(written.error());
    return open(path, Mode::read_write);
}

geo::Result<StoredRecords> CasebookFile::read_everything() const {
    return m_impl->read(Impl::Pages::check);
}

geo::Result<Casebook> CasebookFile::load() const {
    auto stored = m_impl->read(Impl::Pages::trust);
    if (!stored)
        return tl::unexpected(stored.error());
    StoredRecords& records = *stored;
    if (!records.damage.empty())
        return geo::fail(fmt::format("{}: {}", m_impl->path, listed(records.damage)));
    m_impl->overwritten = std::move(records.overwritten);
    Casebook casebook;
    const auto restored = casebook.restore(std::move(records.reports), std::move(records.events),
                                           std::move(records.flows), std::move(records.decisions));
    if (!restored)
        return geo::fail(fmt::format("{}: {}", m_impl->path, restored.error().message));
    return casebook;
}

geo::Result<void> CasebookFile::commit(const Casebook& after, const Decision& decision) {
    const auto event_id = parse_event_id(decision.subject);
    const auto flow_id = parse_flow_id(decision.subject);
    const Event* event = event_id ? after.find(*event_id) : nullptr;
    const Flow* flow = flow_id ? after.find(*flow_id) : nullptr;
    if (event == nullptr && flow == nullptr) {
        return geo::fail(
            fmt::format("{}: there is no event or flow {}", m_impl->path, decision.subject));
    }
    if (auto begun = m_impl->begin(); !begun)
        return begun;
    if (decision.sequence != m_impl->state.decisions + 1) {
        return tl::unexpected(
            m_impl->give_up(fmt::format("decision {} does not follow decision {}",
                                        decision.sequence, m_impl->state.decisions)));
    }
    RecordWriter writer(m_impl->database, after, m_impl->state);
    if (!(event != nullptr ? writer.has(*event) : writer.has(*flow))) {
        return tl::unexpected(
            m_impl->give_up(fmt::format("{} is not in the file", decision.subject)));
    }
    if (event != nullptr) {
        writer.put(*event);
    } else {
        writer.put(*flow);
    }
    writer.append(decision);
    return m_impl->finish(writer);
}

geo::Result<void> CasebookFile::store_report(const Casebook& after, ReportId report_id) {
    const Report* report = after.find(report_id);
    if (report == nullptr)
        return geo::fail(
            fmt::format("{}: there is no report {}", m_impl->path, to_string(report_id)));
    if (auto begun = m_impl->begin(); !begun)
        return begun;
    RecordWriter writer(m_impl->database, after, m_impl->state);
    writer.remove_missing(report_id);
    writer.put(*report);
    const auto is_of_report = [&](const auto& thing) {
        return !thing.claims.empty() && thing.claims.front().span.report == report_id;
    };
    for (const Event& event : after.events()) {
        if (is_of_report(event))
            writer.put(event);
    }
    for (const Flow& flow : after.flows()) {
        if (is_of_report(flow))
            writer.put(flow);
    }
    return m_impl->finish(writer);
}

}  // namespace events
