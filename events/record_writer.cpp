// Rows written, and the state that follows them.
#include "events/record_writer.hpp"

#include <fmt/format.h>

#include <charconv>

#include "events/record_rows.hpp"

namespace events {

std::optional<FileState> read_state(SqliteDatabase& database) {
    std::map<std::string, std::string> values;
    auto rows = database.prepare("SELECT key, value FROM toposcope_settings");
    while (rows.step())
        values[rows.text(0)] = rows.text(1);
    const auto records = RecordsDigest::parse(values["records"]);
    FileState state;
    const std::string& count = values["decisions"];
    const auto [end, error] =
        std::from_chars(count.data(), count.data() + count.size(), state.decisions);
    if (!records || count.empty() || error != std::errc{} || end != count.data() + count.size())
        return std::nullopt;
    state.records = *records;
    state.head = values["head"];
    return state;
}

void write_state(SqliteDatabase& database, const FileState& state) {
    auto put = database.prepare("INSERT OR REPLACE INTO toposcope_settings VALUES (?, ?)");
    const std::pair<std::string_view, std::string> values[] = {
        {"records", state.records.to_text()},
        {"decisions", std::to_string(state.decisions)},
        {"head", state.head},
    };
    for (const auto& [key, value] : values) {
        put.bind_text(1, key).bind_text(2, value).step();
        put.reset();
    }
    database.run(
        "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE "
        "table_name IN ('events', 'flows', 'reports', 'decisions')");
}

namespace {

/// The prepared statements of one table.
struct TableWriter {
    TableWriter(SqliteDatabase& database, RecordTable of)
        : table(std::move(of)),
          find(database.prepare(fmt::format("SELECT digest FROM {} WHERE id = ?", table.name()))),
          insert(database.prepare(table.insert_sql())),
          update(database.prepare(table.update_sql())) {}

    /// The digest stored for an id; empty when there is none.
    std::string stored_digest(const std::string& id) {
        find.bind_text(1, id);
        std::string digest = find.step() ? find.text(0) : "";
        find.reset();
        return digest;
    }

    template <typename Thing>
    void put(const Casebook& casebook, const Thing& thing, RecordsDigest& records) {
        const std::string id = to_string(thing.id);
        const auto cells = table.cells(casebook, thing);
        const std::string old = stored_digest(id);
        SqliteStatement& statement = old.empty() ? insert : update;
        int position = 0;
        for (const SqlValue& cell : cells)
            statement.bind(++position, cell);
        if (!old.empty()) {
            statement.bind_text(++position, id);
            records.remove(table.name(), old);
        }
        statement.step();
        statement.reset();
        records.add(table.name(), std::get<std::string>(cells[table.digest_column()]));
    }

    RecordTable table;
    SqliteStatement find;
    SqliteStatement insert;
    SqliteStatement update;
};

}  // namespace

struct RecordWriter::Impl {
    Impl(SqliteDatabase& in, const Casebook& of, FileState from)
        : database(in),
          casebook(of),
          state(std::move(from)),
          reports(in, RecordTable::reports()),
          events(in, RecordTable::events()),
          flows(in, RecordTable::flows()) {}

    template <typename Find>
    void remove_missing(std::string_view table, ReportId report, const Find& still_there) {
        std::vector<std::pair<std::string, std::string>> gone;
        auto rows =
            database.prepare(fmt::format("SELECT id, digest FROM {} WHERE report_id = ?", table));
        rows.bind_text(1, to_string(report));
        while (rows.step()) {
            if (!still_there(rows.text(0)))
                gone.emplace_back(rows.text(0), rows.text(1));
        }
        auto remove = database.prepare(fmt::format("DELETE FROM {} WHERE id = ?", table));
        for (const auto& [id, digest] : gone) {
            remove.bind_text(1, id).step();
            remove.reset();
            state.records.remove(table, digest);
        }
    }

    SqliteDatabase& database;
    const Casebook& casebook;
    FileState state;
    TableWriter reports;
    TableWriter events;
    TableWriter flows;
};

RecordWriter::RecordWriter(SqliteDatabase& database, const Casebook& casebook, FileState state)
    : m_impl(std::make_unique<Impl>(database, casebook, std::move(state))) {}
RecordWriter::~RecordWriter() = default;

const FileState& RecordWriter::state() const {
    return m_impl->state;
}

void RecordWriter::put(const Report& report) {
    m_impl->reports.put(m_impl->casebook, report, m_impl->state.records);
}
void RecordWriter::put(const Event& event) {
    m_impl->events.put(m_impl->casebook, event, m_impl->state.records);
}
void RecordWriter::put(const Flow& flow) {
    m_impl->flows.put(m_impl->casebook, flow, m_impl->state.records);
}
bool RecordWriter::has(const Event& event) {
    return !m_impl->events.stored_digest(to_string(event.id)).empty();
}
bool RecordWriter::has(const Flow& flow) {
    return !m_impl->flows.stored_digest(to_string(flow.id)).empty();
}

void RecordWriter::remove_missing(ReportId report) {
    const Casebook& casebook = m_impl->casebook;
    m_impl->remove_missing("events", report, [&](const std::string& id) {
        const auto event = parse_event_id(id);
        return event && casebook.find(*event) != nullptr;
    });
    m_impl->remove_missing("flows", report, [&](const std::string& id) {
        const auto flow = parse_flow_id(id);
        return flow && casebook.find(*flow) != nullptr;
    });
}

void RecordWriter::append(const Decision& decision) {
    FileState& state = m_impl->state;
    const std::string records = state.records.to_text();
    state.head = decision_digest(state.head, decision, records);
    ++state.decisions;
    auto insert = m_impl->database.prepare("INSERT INTO decisions VALUES (?,?,?,?,?,?,?,?,?,?)");
    insert.bind_whole(1, static_cast<std::int64_t>(decision.sequence));
    const std::string_view fields[] = {decision.utc,     decision.person, decision.action,
                                       decision.subject, decision.before, decision.after,
                                       decision.reason,  records,         state.head};
    int position = 1;
    for (const std::string_view field : fields)
        insert.bind_text(++position, field);
    insert.step();
}

}  // namespace events
