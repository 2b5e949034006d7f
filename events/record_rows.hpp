// The cells of a record's row, in the order of its table's columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/casebook.hpp"
#include "events/casebook_schema.hpp"
#include "events/sqlite_database.hpp"
#include "geo/vector_writer.hpp"

namespace events {

/// One of the tables "reports", "events", "flows": its columns after `fid`, and the cells of what
/// goes in. The last two cells are `record` and `digest`.
class RecordTable {
  public:
    static RecordTable reports();
    static RecordTable events();
    static RecordTable flows();

    std::string_view name() const { return m_name; }
    const std::vector<std::string>& columns() const { return m_columns; }
    std::size_t record_column() const { return m_columns.size() - 2; }
    std::size_t digest_column() const { return m_columns.size() - 1; }

    std::string insert_sql() const;
    /// Its last parameter is the id.
    std::string update_sql() const;
    std::string select_sql() const;  ///< all columns, in order of storing

    /// Without the last two.
    std::vector<SqlValue> plain_cells(const Casebook& casebook, const Report& report) const;
    std::vector<SqlValue> plain_cells(const Casebook& casebook, const Event& event) const;
    std::vector<SqlValue> plain_cells(const Casebook& casebook, const Flow& flow) const;
    std::vector<SqlValue> cells(const Casebook& casebook, const Report& report) const;
    std::vector<SqlValue> cells(const Casebook& casebook, const Event& event) const;
    std::vector<SqlValue> cells(const Casebook& casebook, const Flow& flow) const;

  private:
    RecordTable(std::string_view name, bool has_geometry, std::span<const ColumnInfo> columns,
                const std::vector<geo::Field>& properties);
    template <typename Thing>
    std::vector<SqlValue> feature_cells(const Casebook& casebook, const Thing& thing) const;
    void append_record(std::vector<SqlValue>& cells, std::string record,
                       std::string_view text) const;

    std::string_view m_name;
    std::vector<std::string> m_columns;
    std::vector<std::size_t> m_property_at;  ///< of each plain column, in the property table
};

}  // namespace events
