// The casebook on disk: stored and loaded, edited by two programs, damaged, killed while writing.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "events/casebook_file.hpp"
#include "events/model_json.hpp"
#include "events/sqlite_database.hpp"
#include "sample.hpp"

namespace fs = std::filesystem;
using events::Casebook;
using events::CasebookFile;
using events::SqliteDatabase;
using Mode = CasebookFile::Mode;

namespace {

struct Folder {
    fs::path path =
        fs::temp_directory_path() / ("toposcope-casebook-" + std::to_string(::getpid()));
    Folder() {
        fs::remove_all(path);
        fs::create_directory(path);
    }
    ~Folder() { fs::remove_all(path); }
    std::string file(const char* name = "a.gpkg") const { return (path / name).string(); }
};

std::string state_of(const Casebook& casebook) {
    std::string all;
    for (const auto& report : casebook.reports())
        all += events::to_json(report) + report.text + "\n";
    for (const auto& event : casebook.events())
        all += events::to_json(event) + "\n";
    for (const auto& flow : casebook.flows())
        all += events::to_json(flow) + "\n";
    for (const auto& d : casebook.decisions())
        all += std::to_string(d.sequence) + d.utc + d.person + d.action + d.subject + d.before +
               d.after + d.reason + "\n";
    return all;
}

/// Plans, carries out and commits one line; why not, or empty.
std::string edit(CasebookFile& file, Casebook& casebook, std::string_view line) {
    Casebook after = casebook;
    const auto decision = sample::decide(after, line);
    if (!decision)
        return decision.error().message;
    const auto stored = file.commit(after, *decision);
    if (!stored)
        return stored.error().message;
    casebook = std::move(after);
    return {};
}

/// Changes a casebook file as another program would.
void run_sql(const std::string& path, const std::string& sql) {
    auto database = SqliteDatabase::open(path, SqliteDatabase::Access::read_write);
    REQUIRE(database);
    database->run(sql);
    const std::string error = database->error();
    CAPTURE(sql);
    CAPTURE(error);
    REQUIRE_FALSE(database->failed());
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Why the file cannot be opened or loaded; empty when it can.
std::string open_and_load(const std::string& path) {
    const auto file = CasebookFile::open(path, Mode::read_only);
    if (!file)
        return file.error().message;
    const auto casebook = file->load();
    return casebook ? std::string() : casebook.error().message;
}

}  // namespace

TEST_CASE("a casebook comes back from its file as it went in, decisions and all") {
    const Folder folder;
    Casebook casebook = sample::casebook();
    REQUIRE(sample::decide(casebook, "place e00000000000000a1 1.4078 18.4411 Kidal"));
    REQUIRE(sample::decide(casebook, "undo"));
    const auto file = CasebookFile::create(folder.file(), casebook);
    REQUIRE(file);
    CHECK(file->writable());
    const auto loaded = file->load();
    REQUIRE(loaded);
    CHECK(state_of(*loaded) == state_of(casebook));
    CHECK(loaded->can_redo());
    CHECK(file->overwritten().empty());
    CHECK((fs::status(folder.file()).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    const auto again = CasebookFile::create(folder.file(), casebook);
    REQUIRE_FALSE(again);
    CHECK(again.error().message.ends_with("exists; give --overwrite to replace it"));
}

TEST_CASE("an empty casebook is a file too") {
    const Folder folder;
    const auto file = CasebookFile::create(folder.file(), Casebook{});
    REQUIRE(file);
    CHECK(file->load()->events().empty());
}

TEST_CASE("each committed decision is there when the file is opened again") {
    const Folder folder;
    Casebook casebook = sample::casebook();
    {
        auto file = CasebookFile::create(folder.file(), casebook);
        REQUIRE(file);
        for (const char* line :
             {"accept e00000000000000a1", "place e00000000000000a2 -3.0026 16.7735 Tombouctou",
              "undo", "redo", "date e00000000000000a3 2013-02-03", "reject f00000000000000f2",
              "figure e00000000000000a1 killed - -"}) {
            CAPTURE(line);
            CHECK(edit(*file, casebook, line) == "");
        }
    }
    auto file = CasebookFile::open(folder.file(), Mode::read_write);
    REQUIRE(file);
    auto loaded = file->load();
    REQUIRE(loaded);
    CHECK(state_of(*loaded) == state_of(casebook));
    CHECK(edit(*file, *loaded, "undo") == "");
    CHECK(loaded->decisions().size() == 8);
}

TEST_CASE("a report read again replaces its rows and leaves the others alone") {
    const Folder folder;
    Casebook casebook = sample::casebook();
    auto file = CasebookFile::create(folder.file(), casebook);
    REQUIRE(file);
    CHECK(edit(*file, casebook, "accept e00000000000000a2") == "");
    events::ReadReport again = sample::reading();
    again.events.erase(again.events.begin() + 1, again.events.end());
    again.flows.pop_back();
    casebook.add(again);
    REQUIRE(file->store_report(casebook, sample::kReport));
    events::ReadReport other = sample::reading();
    other.report.id = events::ReportId{9};
    other.events.resize(1);
    other.events[0].id = events::EventId{0xb1};
    other.events[0].claims[0].span.report = other.report.id;
    other.flows.clear();
    casebook.add(other);
    REQUIRE(file->store_report(casebook, other.report.id));
    const auto loaded = file->load();
    REQUIRE(loaded);
    CHECK(state_of(*loaded) == state_of(casebook));
    CHECK(loaded->events().size() == 3);
    CHECK(loaded->flows().size() == 1);
    CHECK(edit(*file, casebook, "reject e00000000000000b1") == "");
    CHECK_FALSE(file->store_report(casebook, events::ReportId{12345}));
}

TEST_CASE("a second writer is told so, a reader is not kept out") {
    const Folder folder;
    Casebook casebook = sample::casebook();
    auto first = CasebookFile::create(folder.file(), casebook);
    REQUIRE(first);
    const auto second = CasebookFile::open(folder.file(), Mode::read_write);
    REQUIRE_FALSE(second);
    CHECK(second.error().message ==
          folder.file() +
              ": is open for editing in another window or program; close it there first");
    auto reader = CasebookFile::open(folder.file(), Mode::read_only);
    REQUIRE(reader);
    CHECK_FALSE(reader->writable());
    Casebook seen = *reader->load();
    CHECK(edit(*reader, seen, "accept e00000000000000a1") ==
          folder.file() + ": is open read-only; nothing was stored");
    CHECK(edit(*first, casebook, "accept e00000000000000a1") == "");
    CHECK(reader->load()->decisions().size() == 1);
}

TEST_CASE("a writer whose file was changed, removed or replaced under it stores nothing") {
    const Folder folder;
    Casebook casebook = sample::casebook();
    auto file = CasebookFile::create(folder.file(), casebook);
    REQUIRE(file);
    CHECK(edit(*file, casebook, "accept e00000000000000a1") == "");
    run_sql(folder.file(), "DELETE FROM decisions");
    run_sql(folder.file(), "UPDATE toposcope_settings SET value = '0' WHERE key = 'decisions'");
    CHECK(
        edit(*file, casebook, "accept e00000000000000a2") ==
        folder.file() +
            ": another program changed it since it was opened; open it again; nothing was stored");
    fs::rename(folder.file(), folder.file("b.gpkg"));
    CHECK(edit(*file, casebook, "accept e00000000000000a2") ==
          folder.file() + ": was moved, removed or replaced while it was open; nothing was stored");
}

TEST_CASE("a program that holds the file keeps a commit out, with a message and no loss") {
    const Folder folder;
    Casebook casebook = sample::casebook();
    auto file = CasebookFile::create(folder.file(), casebook);
    REQUIRE(file);
    auto other = SqliteDatabase::open(folder.file(), SqliteDatabase::Access::read_write);
    REQUIRE(other);
    other->run("BEGIN EXCLUSIVE");
    CHECK(edit(*file, casebook, "accept e00000000000000a1") ==
          folder.file() +
              ": it is being used by another program; close it there and try again; "
              "nothing was stored");
    other->run("ROLLBACK");
    CHECK(edit(*file, casebook, "accept e00000000000000a1") == "");
    CHECK(file->load()->decisions().size() == 1);
}

TEST_CASE("a disk that takes no more keeps a commit out whole, and the next one goes in") {
    const Folder folder;
    Casebook casebook = sample::casebook();
    auto file = CasebookFile::create(folder.file(), casebook);
    REQUIRE(file);
    const std::string before = bytes_of(folder.file());
    rlimit limit{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &limit) == 0);
    const auto old_handler = ::signal(SIGXFSZ, SIG_IGN);
    // Writing fails at one size after the other: in the journal first, then in the file itself.
    for (const rlim_t bytes : {rlim_t{0}, rlim_t{600}, rlim_t{5000}, rlim_t{9000}, rlim_t{20000}}) {
        CAPTURE(bytes);
        const rlimit small{bytes, limit.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
        const std::string message = edit(*file, casebook, "accept e00000000000000a1");
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
        CHECK(message.starts_with(folder.file() + ": "));
        CHECK(message.ends_with("; nothing was stored"));
        CHECK(file->load()->decisions().empty());
        CHECK(bytes_of(folder.file()) == before);
    }
    ::signal(SIGXFSZ, old_handler);
    CHECK(edit(*file, casebook, "accept e00000000000000a1") == "");
    CHECK(file->load()->decisions().size() == 1);
}

TEST_CASE("a decision out of turn or about nothing in the file is not stored") {
    const Folder folder;
    Casebook casebook = sample::casebook();
    auto file = CasebookFile::create(folder.file(), casebook);
    REQUIRE(file);
    Casebook ahead = casebook;
    REQUIRE(sample::decide(ahead, "accept e00000000000000a1"));
    const auto second = sample::decide(ahead, "accept e00000000000000a2");
    CHECK(file->commit(ahead, *second).error().message ==
          folder.file() + ": decision 2 does not follow decision 0; nothing was stored");
    events::ReadReport other = sample::reading();
    other.report.id = events::ReportId{9};
    other.flows.clear();
    other.events.resize(1);
    other.events[0].id = events::EventId{0xb1};
    Casebook more = casebook;
    more.add(other);
    const auto unknown = sample::decide(more, "accept e00000000000000b1");
    CHECK(file->commit(more, *unknown).error().message ==
          folder.file() + ": e00000000000000b1 is not in the file; nothing was stored");
    CHECK(edit(*file, casebook, "accept e00000000000000a1") == "");
    CHECK(state_of(*file->load()) == state_of(casebook));
}

TEST_CASE("a record that another program changed is refused by name") {
    struct Case {
        std::string sql;
        std::string message;
    };
    const std::string changed =
        "the record is not the one that was stored; it was changed outside this program";
    const Case kCases[] = {
        {"UPDATE events SET record = replace(record, '17', '70') WHERE fid = 1",
         "events e00000000000000a1: " + changed},
        {"UPDATE flows SET record = replace(record, '500', '5') WHERE fid = 1",
         "flows f00000000000000f1: " + changed},
        {"UPDATE reports SET text = text || '.'", "reports r1111222233334444: " + changed},
        {"DELETE FROM events WHERE fid = 2", "events: 2 are there, 3 were stored"},
        {"DELETE FROM decisions WHERE fid = 2", "decisions: 1 are there, 2 were stored"},
        {"UPDATE decisions SET person = 'B'",
         "decision 1: the chain of decisions breaks here; it, or one before it, was changed, added "
         "or removed outside this program"},
        {"UPDATE toposcope_settings SET value = 'x' WHERE key = 'records'",
         "the digest of its records is missing or unreadable"},
        {"UPDATE toposcope_settings SET value = 'x' WHERE key = 'head'",
         "decisions: the last one is not the one that was stored"},
        {"INSERT INTO events (id, record, digest) VALUES ('e1', '{}', 'd')",
         "events e1: " + changed + " (and 1 more; see verify)"},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.sql);
        const Folder folder;
        Casebook casebook = sample::casebook();
        REQUIRE(sample::decide(casebook, "accept e00000000000000a1"));
        REQUIRE(sample::decide(casebook, "reject e00000000000000a3"));
        REQUIRE(CasebookFile::create(folder.file(), casebook));
        run_sql(folder.file(), c.sql);
        const std::string message = open_and_load(folder.file());
        CHECK(message == folder.file() + ": " + c.message);
    }
}

TEST_CASE("columns that a GIS changed are named and the record is what counts") {
    const Folder folder;
    Casebook casebook = sample::casebook();
    REQUIRE(CasebookFile::create(folder.file(), casebook));
    run_sql(folder.file(), "UPDATE events SET place = 'Elsewhere', geom = NULL WHERE fid = 1");
    auto file = CasebookFile::open(folder.file(), Mode::read_write);
    REQUIRE(file);
    auto loaded = file->load();
    REQUIRE(loaded);
    CHECK(state_of(*loaded) == state_of(casebook));
    REQUIRE(file->overwritten().size() == 1);
    CHECK(geo::to_string(file->overwritten()[0]) ==
          "events e00000000000000a1: \"geom\", \"place\" changed by another program; what the "
          "record says is kept");
    CHECK(edit(*file, *loaded, "accept e00000000000000a1") == "");
    REQUIRE(file->load());
    CHECK(file->overwritten().empty());
}

TEST_CASE("what is no casebook, or one of a later program, is refused in a sentence") {
    struct Case {
        const char* what;
        void (*damage)(const std::string&);
        std::string message;
    };
    const Case kCases[] = {
        {"later format",
         [](const std::string& p) {
             run_sql(p, "UPDATE toposcope_settings SET value = '2' WHERE key = 'format'");
         },
         "has casebook format 2, this program reads 1; a newer Toposcope wrote it"},
        {"no settings", [](const std::string& p) { run_sql(p, "DROP TABLE toposcope_settings"); },
         "is a GeoPackage, but no casebook of this program"},
        {"lacking table", [](const std::string& p) { run_sql(p, "DROP TABLE decisions"); },
         "lacks a table of a casebook"},
        {"another column",
         [](const std::string& p) { run_sql(p, "ALTER TABLE events ADD COLUMN x TEXT"); },
         "its table \"events\" is not as this program makes it; it is not opened"},
        {"trigger",
         [](const std::string& p) {
             run_sql(p, "CREATE TRIGGER t AFTER UPDATE ON events BEGIN DELETE FROM reports; END");
         },
         "holds a trigger \"t\" on \"events\" that is not of this program; it is not opened"},
        {"virtual table",
         [](const std::string& p) { run_sql(p, "CREATE VIRTUAL TABLE v USING rtree(a, b, c)"); },
         "holds a table \"v\" on \"v\" that is not of this program; it is not opened"},
        {"text", [](const std::string& p) { std::ofstream(p) << "id,kind\n1,battle\n"; },
         "is no casebook (no GeoPackage)"},
        {"empty", [](const std::string& p) { fs::resize_file(p, 0); },
         "is no casebook (no GeoPackage)"},
        {"header alone", [](const std::string& p) { fs::resize_file(p, 100); }, "it is damaged"},
    };
    for (const Case& c : kCases) {
        CAPTURE(c.what);
        const Folder folder;
        REQUIRE(CasebookFile::create(folder.file(), sample::casebook()));
        c.damage(folder.file());
        const std::string message = open_and_load(folder.file());
        CHECK(message.find(c.message) != std::string::npos);
        CHECK(message.starts_with(folder.file() + ": "));
    }
    const Folder folder;
    CHECK(open_and_load(folder.path.string()).find("is no ordinary file") != std::string::npos);
    CHECK(open_and_load(folder.file("none")).find("No such file") != std::string::npos);
}

TEST_CASE("a table that a GIS put beside ours is left alone") {
    const Folder folder;
    Casebook casebook = sample::casebook();
    REQUIRE(CasebookFile::create(folder.file(), casebook));
    run_sql(folder.file(), "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleqml TEXT)");
    auto file = CasebookFile::open(folder.file(), Mode::read_write);
    REQUIRE(file);
    CHECK(edit(*file, casebook, "accept e00000000000000a1") == "");
}

TEST_CASE("a casebook cut or scrambled anywhere ends in a message, never in other records") {
    const Folder folder;
    Casebook casebook = sample::casebook();
    REQUIRE(sample::decide(casebook, "accept e00000000000000a1"));
    REQUIRE(CasebookFile::create(folder.file(), casebook));
    const std::string whole = bytes_of(folder.file());
    const std::string expected = state_of(casebook);
    std::uint32_t random = 12345;
    std::size_t refused = 0;
    for (int trial = 0; trial < 300; ++trial) {
        std::string bytes = whole;
        random = random * 1664525 + 1013904223;
        if (trial % 3 == 0) {
            bytes.resize(random % bytes.size());
        } else {
            const std::size_t at = random % bytes.size();
            const std::size_t length = std::min<std::size_t>(bytes.size() - at, trial % 40 + 1);
            for (std::size_t i = 0; i < length; ++i)
                bytes[at + i] = static_cast<char>(bytes[at + i] ^ static_cast<char>(trial + 1));
        }
        const std::string path = folder.file("scrambled.gpkg");
        std::ofstream(path, std::ios::binary) << bytes;
        const auto file = CasebookFile::open(path, Mode::read_only);
        const auto loaded = file ? file->load() : tl::unexpected(file.error());
        if (loaded) {
            CHECK(state_of(*loaded) == expected);
        } else {
            ++refused;
            CHECK(loaded.error().message.starts_with(path + ": "));
        }
    }
    CHECK(refused > 100);
}

TEST_CASE("a journal left beside a file keeps a new casebook from taking its name") {
    const Folder folder;
    std::ofstream(folder.file() + "-journal") << "x";
    const auto file =
        CasebookFile::create(folder.file(), sample::casebook(), geo::Overwrite::allow);
    REQUIRE_FALSE(file);
    CHECK(file.error().message ==
          folder.file() +
              ": a.gpkg-journal beside it belongs to a casebook that was not closed; open that one "
              "first");
}

namespace {

/// The child of the kill test: commits decisions for ever and says each number once it is stored.
[[noreturn]] void commit_until_killed(const std::string& path, int out) {
    auto file = CasebookFile::open(path, Mode::read_write);
    auto casebook = file ? file->load() : tl::unexpected(file.error());
    if (!casebook)
        ::_exit(3);
    for (int i = 0; i < 200; ++i) {
        const bool accepted =
            casebook->find(sample::kGao)->status == events::ReviewStatus::accepted;
        const char* line = accepted ? "reject e00000000000000a1" : "accept e00000000000000a1";
        if (!edit(*file, *casebook, line).empty())
            ::_exit(4);
        const auto number = static_cast<std::uint32_t>(casebook->decisions().size());
        if (::write(out, &number, sizeof number) != sizeof number)
            ::_exit(5);
    }
    ::_exit(0);
}

}  // namespace

TEST_CASE("a writer killed at any moment loses no decision that it said was stored") {
    const Folder folder;
    REQUIRE(CasebookFile::create(folder.file(), sample::casebook()));
    std::size_t stored = 0;
    for (std::uint32_t trial = 0; trial < 12; ++trial) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            ::close(ends[0]);
            commit_until_killed(folder.file(), ends[1]);
        }
        ::close(ends[1]);
        std::uint32_t number = 0;
        std::uint32_t acknowledged = static_cast<std::uint32_t>(stored);
        // Killed after some acknowledgements, at no particular point of the next transaction.
        for (std::uint32_t i = 0; i < 3 + trial * 2; ++i) {
            if (::read(ends[0], &number, sizeof number) != sizeof number)
                break;
            acknowledged = number;
        }
        ::usleep(trial * 173 % 1000);
        ::kill(child, SIGKILL);
        while (::read(ends[0], &number, sizeof number) == sizeof number)
            acknowledged = number;
        ::close(ends[0]);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        const bool as_planned = WIFSIGNALED(status) || WEXITSTATUS(status) == 0;
        CHECK(as_planned);
        // Reading alone rolls back what was half written.
        const auto file = CasebookFile::open(folder.file(), Mode::read_only);
        REQUIRE(file);
        const auto loaded = file->load();
        REQUIRE(loaded);
        CHECK(loaded->decisions().size() >= acknowledged);
        CHECK(loaded->decisions().size() <= acknowledged + 1);
        stored = loaded->decisions().size();
    }
    CHECK(stored > 12);
}
