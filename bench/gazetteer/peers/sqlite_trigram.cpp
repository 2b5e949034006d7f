// The peer SQLite: an index for exact names and prefixes, FTS5 with trigrams for misspelt ones.
#include <sqlite3.h>

#include <cstdlib>
#include <numeric>
#include <set>

#include "questions.hpp"

namespace {

void check(int code, sqlite3* database) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
        return;
    std::fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(database));
    std::exit(1);
}

class Statement {
  public:
    Statement(sqlite3* database, const char* sql) : m_database(database) {
        check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement,
                                 nullptr),
              database);
    }
    ~Statement() { sqlite3_finalize(m_statement); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    void text(int at, const std::string& value) {
        sqlite3_bind_text(m_statement, at, value.data(), static_cast<int>(value.size()),
                          SQLITE_STATIC);
    }
    void number(int at, std::int64_t value) { sqlite3_bind_int64(m_statement, at, value); }
    void rows(peers::Answers& out) {
        int code = SQLITE_ROW;
        while ((code = sqlite3_step(m_statement)) == SQLITE_ROW)
            out.push_back(static_cast<std::uint32_t>(sqlite3_column_int64(m_statement, 0)));
        check(code, m_database);
        sqlite3_reset(m_statement);
    }

  private:
    sqlite3* m_database;
    sqlite3_stmt* m_statement = nullptr;
};

void run(sqlite3* database, const char* sql) {
    check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), database);
}

sqlite3* make_database(const std::vector<peers::Town>& towns, const char* path) {
    sqlite3* database = nullptr;
    check(sqlite3_open(path, &database), database);
    run(database,
        "PRAGMA journal_mode=off; PRAGMA synchronous=off; PRAGMA cache_size=-500000;"
        "PRAGMA mmap_size=1000000000; PRAGMA locking_mode=exclusive; PRAGMA temp_store=memory;"
        "CREATE TABLE town(id INTEGER PRIMARY KEY, name TEXT, population INT);"
        "CREATE VIRTUAL TABLE alike USING fts5(name, content='', tokenize='trigram');"
        "BEGIN");
    {
        Statement town(database, "INSERT INTO town VALUES(?1, ?2, ?3)");
        Statement alike(database, "INSERT INTO alike(rowid, name) VALUES(?1, ?2)");
        peers::Answers none;
        for (std::uint32_t t = 0; t < towns.size(); ++t) {
            town.number(1, t);
            town.text(2, towns[t].folded);
            town.number(3, towns[t].population);
            town.rows(none);
            alike.number(1, t);
            alike.text(2, towns[t].folded);
            alike.rows(none);
        }
    }
    run(database,
        "COMMIT; CREATE INDEX town_name ON town(name); INSERT INTO alike(alike) VALUES('optimize');"
        "ANALYZE");
    return database;
}

/// The trigrams of the name, any of which a like one may share: "\"tom\" OR \"omb\" ...".
std::string any_trigram(const std::string& text) {
    std::vector<std::string> letters;
    for (const char c : text) {
        if (letters.empty() || (static_cast<unsigned char>(c) & 0xC0U) != 0x80)
            letters.emplace_back();
        letters.back() += c;
    }
    std::set<std::string> trigrams;
    for (std::size_t i = 0; i + 3 <= letters.size(); ++i)
        trigrams.insert(letters[i] + letters[i + 1] + letters[i + 2]);
    std::string query;
    for (const auto& trigram : trigrams)
        query += (query.empty() ? "\"" : " OR \"") + trigram + "\"";
    return query;
}

int levenshtein(const std::string& a, const std::string& b) {
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        int diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const int next =
                std::min({diagonal + (a[i] == b[j] ? 0 : 1), row[j] + 1, row[j + 1] + 1});
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    return row[b.size()];
}

}  // namespace

int main(int, char** argv) {
    const auto towns = peers::read_towns(argv[1]);
    const auto questions = peers::read_questions(argv[2]);
    sqlite3* database = make_database(towns, argv[3]);
    {
        Statement exact(database, "SELECT id FROM town WHERE name = ?1");
        Statement prefix(database,
                         "SELECT id FROM town WHERE name >= ?1 AND name < ?2 "
                         "ORDER BY population DESC LIMIT 10");
        Statement any_prefix(database,
                             "SELECT id FROM town WHERE name >= ?1 AND name < ?2 LIMIT 10");
        Statement alike(database,
                        "SELECT rowid FROM alike WHERE alike MATCH ?1 ORDER BY rank LIMIT 20");
        peers::Report report(std::string("SQLite ") + sqlite3_libversion());
        report.rate("exact", questions.at("exact"), [&](const std::string& text, auto& out) {
            out.clear();
            exact.text(1, text);
            exact.rows(out);
        });
        const auto ask_prefix = [&](Statement& statement, const std::string& text, auto& out) {
            out.clear();
            const std::string end = text + "\xf4\x8f\xbf\xbf";
            statement.text(1, text);
            statement.text(2, end);
            statement.rows(out);
        };
        report.rate("prefix", questions.at("prefix"), [&](const std::string& text, auto& out) {
            ask_prefix(prefix, text, out);
        });
        report.rate("any_prefix", questions.at("prefix"), [&](const std::string& text, auto& out) {
            ask_prefix(any_prefix, text, out);
        });
        // The twenty that share most trigrams, then by Levenshtein distance: the better ranking,
        // and next to nothing in time.
        const auto ask = [&](const std::string& text, auto& out) {
            out.clear();
            const auto query = any_trigram(text);
            if (query.empty())
                return;
            alike.text(1, query);
            alike.rows(out);
            std::vector<std::pair<int, std::uint32_t>> ranked;
            for (const auto t : out)
                ranked.emplace_back(levenshtein(text, towns[t].folded), t);
            std::sort(ranked.begin(), ranked.end());
            for (std::size_t i = 0; i < out.size(); ++i)
                out[i] = ranked[i].second;
        };
        for (const auto& kind : peers::misspelt_kinds()) {
            report.rate(kind, questions.at(kind), ask);
            report.right(kind, questions.at(kind), towns, ask);
        }
    }
    sqlite3_close(database);
}
