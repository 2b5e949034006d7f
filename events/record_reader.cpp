// Rows read back: digests, columns, the chain of decisions.
#include "events/record_reader.hpp"

#include <fmt/format.h>

#include "events/model_json.hpp"
#include "events/record_rows.hpp"
#include "events/record_writer.hpp"

namespace events {
namespace {

constexpr std::string_view kChanged =
    "the record is not the one that was stored; it was changed outside this program";

class Reader {
  public:
    explicit Reader(SqliteDatabase& database) : m_database(database) {}
    StoredRecords read();

  private:
    template <typename Thing, typename Parse>
    void read_table(const RecordTable& table, const Parse& parse, std::vector<Thing>& things);
    template <typename Thing>
    void compare_columns(const RecordTable& table, const Thing& thing, const SqliteStatement& row);
    void read_decisions();
    void compare_state();
    void damaged(std::string where, std::string_view what) {
        m_read.damage.push_back({std::move(where), std::string(what)});
    }

    SqliteDatabase& m_database;
    Casebook m_sources;  ///< the reports alone: what the columns of events say about them
    StoredRecords m_read;
    FileState m_state;
};

/// The name of the row that a reader of the message can look up.
std::string row_name(const RecordTable& table, const SqliteStatement& row) {
    const auto& columns = table.columns();
    const auto at = std::find(columns.begin(), columns.end(), "id") - columns.begin();
    return fmt::format("{} {}", table.name(), row.text(static_cast<int>(at)));
}

template <typename Thing, typename Parse>
void Reader::read_table(const RecordTable& table, const Parse& parse, std::vector<Thing>& things) {
    auto row = m_database.prepare(table.select_sql());
    while (row.step()) {
        const std::string record = row.text(static_cast<int>(table.record_column()));
        std::string digest = row.text(static_cast<int>(table.digest_column()));
        std::string text;
        if constexpr (std::is_same_v<Thing, Report>)
            text = row.text(static_cast<int>(table.record_column()) - 1);
        const std::string found = record_digest(table.name(), record, text);
        m_state.records.add(table.name(), found);
        if (found != digest) {
            damaged(row_name(table, row), kChanged);
            continue;
        }
        auto thing = parse(record);
        if (!thing) {
            damaged(row_name(table, row), thing.error().message);
            continue;
        }
        if constexpr (std::is_same_v<Thing, Report>)
            thing->text = std::move(text);
        compare_columns(table, *thing, row);
        things.push_back(std::move(*thing));
    }
}

template <typename Thing>
void Reader::compare_columns(const RecordTable& table, const Thing& thing,
                             const SqliteStatement& row) {
    const auto cells = table.plain_cells(m_sources, thing);
    std::string changed;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (row.value(static_cast<int>(i)) != cells[i])
            changed += fmt::format("{}\"{}\"", changed.empty() ? "" : ", ", table.columns()[i]);
    }
    if (changed.empty())
        return;
    m_read.overwritten.push_back(
        {fmt::format("{} {}", table.name(), to_string(thing.id)),
         fmt::format("{} changed by another program; what the record says is kept", changed)});
}

void Reader::read_decisions() {
    auto row = m_database.prepare(
        "SELECT fid, utc, person, \"action\", subject, \"before\", \"after\", reason, records, "
        "digest FROM decisions ORDER BY fid");
    bool linked = true;
    while (row.step()) {
        Decision decision{static_cast<std::uint64_t>(row.whole(0)),
                          row.text(1),
                          row.text(2),
                          row.text(3),
                          row.text(4),
                          row.text(5),
                          row.text(6),
                          row.text(7)};
        ++m_state.decisions;
        m_state.head = decision_digest(m_state.head, decision, row.text(8));
        const std::string where = fmt::format("decision {}", decision.sequence);
        if (linked && m_state.head != row.text(9)) {
            damaged(where,
                    "the chain of decisions breaks here; it, or one before it, was changed, "
                    "added or removed outside this program");
            linked = false;
        }
        // One break is one finding: the chain goes on from what is stored.
        m_state.head = row.text(9);
        m_read.decisions.push_back(std::move(decision));
    }
}

void Reader::compare_state() {
    const auto stored = read_state(m_database);
    if (!stored) {
        damaged("settings", "the digest of all records is missing or unreadable");
        return;
    }
    const auto compare = [&](std::string_view name, std::int64_t found, std::int64_t expected) {
        if (found != expected)
            damaged(std::string(name),
                    fmt::format("{} are there, {} were stored", found, expected));
    };
    compare("reports", m_state.records.reports, stored->records.reports);
    compare("events", m_state.records.events, stored->records.events);
    compare("flows", m_state.records.flows, stored->records.flows);
    compare("decisions", static_cast<std::int64_t>(m_state.decisions),
            static_cast<std::int64_t>(stored->decisions));
    if (m_read.damage.empty() && m_state.records != stored->records)
        damaged("records", "together they are not the ones that were stored");
    if (m_read.damage.empty() && m_state.head != stored->head)
        damaged("decisions", "the last one is not the one that was stored");
}

StoredRecords Reader::read() {
    read_table<Report>(RecordTable::reports(), report_from_json, m_read.reports);
    // Two reports with one id are found again, and named, when the casebook is restored.
    std::vector<Report> titles = m_read.reports;
    for (Report& report : titles)
        report.text.clear();
    (void)m_sources.restore(std::move(titles), {}, {}, {});
    read_table<Event>(RecordTable::events(), event_from_json, m_read.events);
    read_table<Flow>(RecordTable::flows(), flow_from_json, m_read.flows);
    read_decisions();
    compare_state();
    m_read.head = m_state.head;
    return std::move(m_read);
}

}  // namespace

StoredRecords read_records(SqliteDatabase& database) {
    return Reader(database).read();
}

}  // namespace events
