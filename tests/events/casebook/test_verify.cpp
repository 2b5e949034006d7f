// Verification: what it finds in a casebook and among its sources.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "events/casebook_file.hpp"
#include "events/sqlite_database.hpp"
#include "events/verify.hpp"
#include "geo/input_file.hpp"
#include "sample.hpp"

namespace fs = std::filesystem;
using events::SourceState;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("toposcope-verify-" + std::to_string(::getpid()));
    Folder() {
        fs::remove_all(path);
        fs::create_directory(path);
    }
    ~Folder() { fs::remove_all(path); }
    std::string file(const char* name) const { return (path / name).string(); }
};

}  // namespace

TEST_CASE("verify finds nothing in a whole casebook and counts what it saw") {
    const Folder folder;
    events::Casebook casebook = sample::casebook();
    REQUIRE(sample::decide(casebook, "accept e00000000000000a1"));
    REQUIRE(sample::decide(casebook, "kind e00000000000000a1 battle"));
    REQUIRE(sample::decide(casebook, "undo"));
    REQUIRE(sample::decide(casebook, "figure e00000000000000a1 killed 3 4"));
    REQUIRE(events::CasebookFile::create(folder.file("a.gpkg"), casebook));
    const auto check = events::check_casebook(folder.file("a.gpkg"));
    REQUIRE(check);
    CHECK(check->damage.empty());
    CHECK(check->overwritten.empty());
    CHECK(check->reports == 1);
    CHECK(check->events == 3);
    CHECK(check->flows == 2);
    CHECK(check->decisions == 4);
    CHECK(check->head.size() == 64);
}

TEST_CASE("verify goes on after the first finding and names each") {
    const Folder folder;
    const std::string path = folder.file("a.gpkg");
    events::Casebook casebook = sample::casebook();
    REQUIRE(sample::decide(casebook, "accept e00000000000000a1"));
    REQUIRE(events::CasebookFile::create(path, casebook));
    {
        auto database =
            events::SqliteDatabase::open(path, events::SqliteDatabase::Access::read_write);
        REQUIRE(database);
        database->run("UPDATE events SET record = replace(record, 'accepted', 'rejected')");
        database->run("UPDATE flows SET record = '{}' WHERE fid = 2");
        database->run("UPDATE decisions SET \"after\" = '{\"status\":\"rejected\"}'");
        database->run("UPDATE flows SET quote = 'no' WHERE fid = 1");
        REQUIRE_FALSE(database->failed());
    }
    const auto check = events::check_casebook(path);
    REQUIRE(check);
    std::string found;
    for (const geo::Problem& problem : check->damage)
        found += problem.where + "; ";
    CHECK(found == "events e00000000000000a1; flows f00000000000000f2; decision 1; ");
    REQUIRE(check->overwritten.size() == 1);
    CHECK(check->overwritten[0].where == "flows f00000000000000f1");
    CHECK_FALSE(events::check_casebook(folder.file("none.gpkg")));
}

TEST_CASE("verify finds an event that is not as its decisions left it, whole digests or not") {
    const Folder folder;
    const std::string path = folder.file("a.gpkg");
    events::Casebook decided = sample::casebook();
    REQUIRE(sample::decide(decided, "accept e00000000000000a1"));
    // The decisions of one casebook beside the events of another, stored with digests that fit.
    events::Casebook forged;
    const events::ReadReport read = sample::reading();
    REQUIRE(forged.restore({read.report}, read.events, read.flows,
                           {decided.decisions().begin(), decided.decisions().end()}));
    REQUIRE(events::CasebookFile::create(path, forged));
    const auto check = events::check_casebook(path);
    REQUIRE(check);
    REQUIRE(check->damage.size() == 1);
    CHECK(geo::to_string(check->damage[0]) == "e00000000000000a1: is not as decision 1 left it");
}

TEST_CASE("each flipped byte in a record's text is found") {
    const Folder folder;
    const std::string path = folder.file("a.gpkg");
    REQUIRE(events::CasebookFile::create(path, sample::casebook()));
    std::ifstream in(path, std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    const std::string record =
        events::CasebookFile::open(path, events::CasebookFile::Mode::read_only)
            ->load()
            ->reports()[0]
            .text;
    const std::size_t at = whole.find(record);
    REQUIRE(at != std::string::npos);
    for (std::size_t i = 0; i < record.size(); i += 7) {
        CAPTURE(i);
        std::string bytes = whole;
        bytes[at + i] = static_cast<char>(bytes[at + i] ^ 1);
        std::ofstream(folder.file("b.gpkg"), std::ios::binary) << bytes;
        const auto check = events::check_casebook(folder.file("b.gpkg"));
        REQUIRE(check);
        CHECK_FALSE(check->damage.empty());
    }
}

TEST_CASE("sources are told apart: the same, changed, unknown, unreadable") {
    const Folder folder;
    events::ReadReport read = sample::reading();
    const std::string bytes = "the bytes that were read";
    read.report.sha256 = geo::sha256_hex(bytes);
    read.report.file_name = "report.txt";
    events::Casebook casebook;
    casebook.add(read);
    const auto write = [&](const char* name, std::string_view text) {
        std::ofstream(folder.file(name), std::ios::binary) << text;
        return folder.file(name);
    };
    const std::vector<std::string> paths = {
        write("renamed.txt", bytes), write("report.txt", bytes + "."), write("other.txt", "other"),
        folder.file("missing.txt")};
    const auto checks = events::check_sources(casebook, paths);
    REQUIRE(checks.size() == 4);
    CHECK(checks[0].state == SourceState::same);
    CHECK(checks[1].state == SourceState::changed);
    CHECK(checks[1].detail.find(read.report.sha256) != std::string::npos);
    CHECK(checks[2].state == SourceState::unknown);
    CHECK(checks[3].state == SourceState::unreadable);
    CHECK(events::unchecked_reports(casebook, checks).empty());
    CHECK(events::unchecked_reports(casebook, std::span(checks).subspan(1)) ==
          std::vector{sample::kReport});
}
