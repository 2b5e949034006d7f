// Model values to table cells.
#include "events/record_rows.hpp"

#include <fmt/format.h>

#include <cassert>

#include "events/geopackage_geometry.hpp"
#include "events/model_json.hpp"
#include "events/record_digest.hpp"
#include "events/tables/feature_geometry.hpp"
#include "events/tables/rows.hpp"

namespace events {
namespace {

SqlValue to_sql(geo::FieldValue value) {
    if (auto* text = std::get_if<std::string>(&value))
        return std::move(*text);
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return *whole;
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* truth = std::get_if<bool>(&value))
        return std::int64_t{*truth ? 1 : 0};
    return std::monostate{};
}

SqlValue text_or_null(const std::string& text) {
    return text.empty() ? SqlValue(std::monostate{}) : SqlValue(text);
}

std::string quoted_list(const std::vector<std::string>& columns) {
    std::string list;
    for (const std::string& column : columns)
        list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", column);
    return list;
}

}  // namespace

RecordTable::RecordTable(std::string_view name, bool has_geometry,
                         std::span<const ColumnInfo> columns,
                         const std::vector<geo::Field>& properties)
    : m_name(name) {
    if (has_geometry)
        m_columns.emplace_back("geom");
    for (const ColumnInfo& column : columns) {
        m_columns.emplace_back(column.name);
        if (properties.empty())
            continue;
        const auto same = [&](const geo::Field& field) { return field.name == column.name; };
        const auto found = std::find_if(properties.begin(), properties.end(), same);
        assert(found != properties.end());
        m_property_at.push_back(static_cast<std::size_t>(found - properties.begin()));
    }
    m_columns.emplace_back("record");
    m_columns.emplace_back("digest");
}

RecordTable RecordTable::reports() {
    return {"reports", false, report_table_columns(), {}};
}
RecordTable RecordTable::events() {
    return {"events", true, event_table_columns(), event_columns()};
}
RecordTable RecordTable::flows() {
    return {"flows", true, flow_table_columns(), flow_columns()};
}

std::string RecordTable::insert_sql() const {
    std::string places = "?";
    for (std::size_t i = 1; i < m_columns.size(); ++i)
        places += ", ?";
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", m_name, quoted_list(m_columns), places);
}

std::string RecordTable::update_sql() const {
    std::string list;
    for (const std::string& column : m_columns)
        list += fmt::format("{}\"{}\" = ?", list.empty() ? "" : ", ", column);
    return fmt::format("UPDATE {} SET {} WHERE id = ?", m_name, list);
}

std::string RecordTable::select_sql() const {
    return fmt::format("SELECT {} FROM {} ORDER BY fid", quoted_list(m_columns), m_name);
}

std::vector<SqlValue> RecordTable::plain_cells(const Casebook&, const Report& report) const {
    return {to_string(report.id),
            text_or_null(report.title),
            text_or_null(report.publisher),
            text_or_null(report.author),
            text_or_null(report.published ? to_iso(*report.published) : ""),
            std::string(to_string(report.published_known)),
            std::string(to_string(report.language)),
            text_or_null(report.address),
            text_or_null(report.file_name),
            static_cast<std::int64_t>(report.file_bytes),
            text_or_null(report.sha256),
            text_or_null(report.extraction),
            report.text};
}

template <typename Thing>
std::vector<SqlValue> RecordTable::feature_cells(const Casebook& casebook,
                                                 const Thing& thing) const {
    std::vector<SqlValue> cells;
    cells.reserve(m_columns.size());
    const auto geometry = geometry_of(thing);
    cells.push_back(geometry ? SqlValue(SqlBlob{geopackage_bytes(*geometry)})
                             : SqlValue(std::monostate{}));
    auto properties = row_of(casebook, thing);
    for (const std::size_t at : m_property_at)
        cells.push_back(to_sql(std::move(properties[at])));
    return cells;
}

std::vector<SqlValue> RecordTable::plain_cells(const Casebook& casebook, const Event& event) const {
    return feature_cells(casebook, event);
}
std::vector<SqlValue> RecordTable::plain_cells(const Casebook& casebook, const Flow& flow) const {
    return feature_cells(casebook, flow);
}

void RecordTable::append_record(std::vector<SqlValue>& cells, std::string record,
                                std::string_view text) const {
    std::string digest = record_digest(m_name, record, text);
    cells.emplace_back(std::move(record));
    cells.emplace_back(std::move(digest));
}

std::vector<SqlValue> RecordTable::cells(const Casebook& casebook, const Report& report) const {
    auto cells = plain_cells(casebook, report);
    append_record(cells, to_json(report), report.text);
    return cells;
}
std::vector<SqlValue> RecordTable::cells(const Casebook& casebook, const Event& event) const {
    auto cells = plain_cells(casebook, event);
    append_record(cells, to_json(event), {});
    return cells;
}
std::vector<SqlValue> RecordTable::cells(const Casebook& casebook, const Flow& flow) const {
    auto cells = plain_cells(casebook, flow);
    append_record(cells, to_json(flow), {});
    return cells;
}

}  // namespace events
