// The guarded SQLite connection.
#include "events/sqlite_database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>

namespace events {
namespace {

constexpr int kBusyTimeoutMs = 2000;
constexpr int kInstructionsPerCheck = 10'000;
constexpr int kMaxValueBytes = 256 << 20;

/// A statement reads each byte of the file a few times at most; what runs longer was made to.
std::int64_t instruction_budget(const std::string& path) {
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(path, ignored);
    return 100'000'000 + (ignored ? 0 : static_cast<std::int64_t>(bytes) * 10);
}

int flags_for(SqliteDatabase::Access access) {
    using Access = SqliteDatabase::Access;
    switch (access) {
        case Access::read_only:
            return SQLITE_OPEN_READONLY;
        case Access::read_only_recovering:
        case Access::read_write:
            return SQLITE_OPEN_READWRITE;
        case Access::create:
            return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return SQLITE_OPEN_READONLY;
}

std::string in_words(int code, const char* detail) {
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "it is being used by another program; close it there and try again";
        case SQLITE_FULL:
            return "the disk is full";
        case SQLITE_READONLY:
            return "it may not be written to";
        case SQLITE_CORRUPT:
            return fmt::format("it is damaged ({})", detail);
        case SQLITE_NOTADB:
            return "it is no GeoPackage";
        case SQLITE_CANTOPEN:
            return "it, or its journal beside it, could not be opened";
        case SQLITE_INTERRUPT:
            return "reading it took far longer than its size explains; it was stopped";
        case SQLITE_IOERR:
            return "the disk reports an error";
        default:
            return detail;
    }
}

}  // namespace

struct SqliteDatabase::Impl {
    sqlite3* handle = nullptr;
    int code = SQLITE_OK;
    std::string error;
    std::int64_t budget = 0;
    std::int64_t used = 0;

    ~Impl() { sqlite3_close_v2(handle); }
    /// Keeps the first failure.
    void note(int result) {
        if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW ||
            code != SQLITE_OK)
            return;
        code = handle != nullptr ? sqlite3_extended_errcode(handle) : result;
        if (code == SQLITE_OK)
            code = result;
        error = in_words(code, handle != nullptr ? sqlite3_errmsg(handle) : "out of memory");
    }
    static int count_instructions(void* self) {
        auto* impl = static_cast<Impl*>(self);
        impl->used += kInstructionsPerCheck;
        return impl->used > impl->budget ? 1 : 0;
    }
    void guard();
};

void SqliteDatabase::Impl::guard() {
    const auto set = [&](int option, int value) {
        note(sqlite3_db_config(handle, option, value, nullptr));
    };
    set(SQLITE_DBCONFIG_DEFENSIVE, 1);
    set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    set(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    set(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
    set(SQLITE_DBCONFIG_ENABLE_VIEW, 0);
    set(SQLITE_DBCONFIG_DQS_DDL, 0);
    set(SQLITE_DBCONFIG_DQS_DML, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kMaxValueBytes);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 0);
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    sqlite3_progress_handler(handle, kInstructionsPerCheck, count_instructions, this);
}

SqliteDatabase::SqliteDatabase(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
SqliteDatabase::SqliteDatabase(SqliteDatabase&&) noexcept = default;
SqliteDatabase& SqliteDatabase::operator=(SqliteDatabase&&) noexcept = default;
SqliteDatabase::~SqliteDatabase() = default;

geo::Result<SqliteDatabase> SqliteDatabase::open(const std::string& path, Access access) {
    SqliteDatabase database(std::make_unique<Impl>());
    Impl& impl = *database.m_impl;
    impl.budget = instruction_budget(path);
    impl.note(sqlite3_open_v2(path.c_str(), &impl.handle, flags_for(access), nullptr));
    if (database.failed())
        return geo::fail(fmt::format("{}: {}", path, database.error()));
    impl.guard();
    database.run("PRAGMA mmap_size = 0");
    database.run("PRAGMA cell_size_check = ON");
    database.run("PRAGMA temp_store = MEMORY");
    database.run("PRAGMA secure_delete = ON");
    if (access == Access::read_only_recovering)
        database.run("PRAGMA query_only = ON");
    if (access == Access::read_write) {
        database.run("PRAGMA journal_mode = DELETE");
        database.run("PRAGMA synchronous = EXTRA");
    }
    if (access == Access::create) {
        database.run("PRAGMA journal_mode = MEMORY");
        database.run("PRAGMA synchronous = OFF");
    }
    return database;
}

void SqliteDatabase::run(const std::string& sql) {
    SqliteStatement statement = prepare(sql);
    while (statement.step()) {
    }
}

SqliteStatement SqliteDatabase::prepare(const std::string& sql) {
    return {*m_impl, sql};
}
bool SqliteDatabase::failed() const {
    return m_impl->code != SQLITE_OK;
}
std::string SqliteDatabase::error() const {
    return m_impl->error;
}
bool SqliteDatabase::needs_recovery() const {
    return m_impl->code == SQLITE_READONLY_ROLLBACK || m_impl->code == SQLITE_READONLY_RECOVERY;
}
void SqliteDatabase::forget_error() {
    m_impl->code = SQLITE_OK;
    m_impl->error.clear();
}
std::int64_t SqliteDatabase::changed_rows() const {
    return sqlite3_changes64(m_impl->handle);
}

SqliteStatement::SqliteStatement(SqliteDatabase::Impl& database, const std::string& sql)
    : m_database(database) {
    m_database.used = 0;
    if (m_database.code == SQLITE_OK) {
        m_database.note(sqlite3_prepare_v2(m_database.handle, sql.c_str(),
                                           static_cast<int>(sql.size() + 1), &m_statement,
                                           nullptr));
    }
}

SqliteStatement::SqliteStatement(SqliteStatement&& other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)) {}

SqliteStatement::~SqliteStatement() {
    sqlite3_finalize(m_statement);
}

SqliteStatement& SqliteStatement::bind(int position, const SqlValue& value) {
    if (m_statement == nullptr)
        return *this;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return bind_whole(position, *whole);
    }
    if (const auto* text = std::get_if<std::string>(&value))
        return bind_text(position, *text);
    if (const auto* real = std::get_if<double>(&value)) {
        m_database.note(sqlite3_bind_double(m_statement, position, *real));
    } else if (const auto* blob = std::get_if<SqlBlob>(&value)) {
        m_database.note(sqlite3_bind_blob64(m_statement, position, blob->bytes.data(),
                                            blob->bytes.size(), SQLITE_TRANSIENT));
    } else {
        m_database.note(sqlite3_bind_null(m_statement, position));
    }
    return *this;
}

SqliteStatement& SqliteStatement::bind_text(int position, std::string_view text) {
    if (m_statement != nullptr) {
        const char* bytes = text.empty() ? "" : text.data();
        m_database.note(sqlite3_bind_text64(m_statement, position, bytes, text.size(),
                                            SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    return *this;
}

SqliteStatement& SqliteStatement::bind_whole(int position, std::int64_t value) {
    if (m_statement != nullptr)
        m_database.note(sqlite3_bind_int64(m_statement, position, value));
    return *this;
}

bool SqliteStatement::step() {
    if (m_statement == nullptr || m_database.code != SQLITE_OK)
        return false;
    const int result = sqlite3_step(m_statement);
    m_database.note(result);
    return result == SQLITE_ROW;
}

void SqliteStatement::reset() {
    if (m_statement == nullptr)
        return;
    m_database.used = 0;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

std::string SqliteStatement::text(int column) const {
    if (m_statement == nullptr)
        return {};
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    if (bytes == nullptr)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::int64_t SqliteStatement::whole(int column) const {
    return m_statement == nullptr ? 0 : sqlite3_column_int64(m_statement, column);
}

SqlValue SqliteStatement::value(int column) const {
    if (m_statement == nullptr)
        return std::monostate{};
    switch (sqlite3_column_type(m_statement, column)) {
        case SQLITE_INTEGER:
            return whole(column);
        case SQLITE_FLOAT:
            return sqlite3_column_double(m_statement, column);
        case SQLITE_TEXT:
            return text(column);
        case SQLITE_BLOB: {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
            return SqlBlob{bytes == nullptr ? std::string() : std::string(bytes, size)};
        }
        default:
            return std::monostate{};
    }
}

}  // namespace events
