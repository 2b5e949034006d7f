// Our own SQLite connection, guarded against hostile files, and its statements.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "geo/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace events {

/// Bytes that are no text.
struct SqlBlob {
    std::string bytes;
    friend bool operator==(const SqlBlob&, const SqlBlob&) = default;
};
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string, SqlBlob>;

class SqliteStatement;

/// One connection. The first failure is kept and everything after it does nothing, so a caller
/// writes a whole transaction down and asks once whether it `failed()`.
class SqliteDatabase {
  public:
    enum class Access : unsigned char {
        read_only,
        read_only_recovering,  ///< may roll back what a killed writer left, changes nothing else
        read_write,
        create,  ///< a new file without crash safety: the caller syncs and renames it
    };

    /// Journal DELETE, synchronous EXTRA, no triggers, no views, no trusted schema, no memory map,
    /// secure delete; statements that run far longer than the file is large are stopped.
    static geo::Result<SqliteDatabase> open(const std::string& path, Access access);

    SqliteDatabase(SqliteDatabase&&) noexcept;
    SqliteDatabase& operator=(SqliteDatabase&&) noexcept;
    ~SqliteDatabase();

    void run(const std::string& sql);
    /// Valid while the database is.
    SqliteStatement prepare(const std::string& sql);

    bool failed() const;
    /// What failed, in words, without the path: "it is being written by another program".
    std::string error() const;
    bool needs_recovery() const;  ///< failed because a killed writer left a journal to roll back
    void forget_error();
    std::int64_t changed_rows() const;

  private:
    friend class SqliteStatement;
    struct Impl;
    explicit SqliteDatabase(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// A prepared statement: bind all, then step row by row. A statement of a failed database does
/// nothing.
class SqliteStatement {
  public:
    SqliteStatement(SqliteStatement&& other) noexcept;
    SqliteStatement& operator=(SqliteStatement&&) = delete;
    ~SqliteStatement();

    /// Positions count from 1.
    SqliteStatement& bind(int position, const SqlValue& value);
    SqliteStatement& bind_text(int position, std::string_view text);
    SqliteStatement& bind_whole(int position, std::int64_t value);
    /// True when there is a row; false at the end and after a failure.
    bool step();
    /// Ready for new values.
    void reset();

    /// Columns count from 0.
    SqlValue value(int column) const;
    std::string text(int column) const;  ///< empty for NULL
    std::int64_t whole(int column) const;

  private:
    friend class SqliteDatabase;
    SqliteStatement(SqliteDatabase::Impl& database, const std::string& sql);
    SqliteDatabase::Impl& m_database;
    sqlite3_stmt* m_statement = nullptr;
};

}  // namespace events
