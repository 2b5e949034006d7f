// Whole or not at all: what is on disk after a write that went well and after one that did not.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "geo/output_file.hpp"
#include "tests/support/file_size_limit.hpp"
#include "tests/support/temporary_folder.hpp"

using geo::Overwrite;

namespace {

std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t entries(const std::string& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

geo::Result<void> accept(const std::string&) {
    return {};
}

}  // namespace

TEST_CASE("a written file holds the bytes, is private and leaves nothing beside it") {
    const TemporaryFolder folder;
    const std::string path = folder.file("événements.geojson");
    const std::string bytes = std::string(3'000'000, 'a') + "end";
    REQUIRE(geo::write_output_file(path, bytes).has_value());
    CHECK(content(path) == bytes);
    CHECK(entries(folder.path()) == 1);
    struct stat info {};
    REQUIRE(::stat(path.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("an existing file is replaced only when allowed") {
    const TemporaryFolder folder;
    const std::string path = folder.file("out.csv");
    REQUIRE(geo::write_output_file(path, "old").has_value());
    const auto refused = geo::write_output_file(path, "new");
    REQUIRE(!refused.has_value());
    CHECK(refused.error().message == path + ": exists; give --overwrite to replace it");
    CHECK(content(path) == "old");
    REQUIRE(geo::write_output_file(path, "new", Overwrite::allow).has_value());
    CHECK(content(path) == "new");
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a full disk fails cleanly and keeps the old file") {
    const TemporaryFolder folder;
    const std::string path = folder.file("out.geojson");
    REQUIRE(geo::write_output_file(path, "old").has_value());
    geo::Result<void> written;
    {
        const FileSizeLimit limit(100'000);
        written = geo::write_output_file(path, std::string(2'000'000, 'x'), Overwrite::allow);
    }
    REQUIRE(!written.has_value());
    CHECK(written.error().message == path + ": could not be written: File too large");
    CHECK(content(path) == "old");
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("only regular files in existing folders are written over") {
    const TemporaryFolder folder;
    const std::string link = folder.file("link.csv");
    std::filesystem::create_symlink(folder.file("target.csv"), link);
    struct Case {
        std::string path, message;
    };
    for (const Case& c : {
             Case{"/dev/full", "/dev/full: is not a regular file; it is not replaced"},
             Case{link, link + ": is not a regular file; it is not replaced"},
             Case{folder.path(), folder.path() + ": is not a regular file; it is not replaced"},
             Case{folder.file("no/out.csv"), folder.file("no/out.csv") + ": the folder " +
                                                 folder.file("no") + " does not exist"},
             Case{folder.file(""), "\"" + folder.file("") + "\": names no file to write"},
         }) {
        CAPTURE(c.path);
        const auto checked = geo::check_output_path(c.path, Overwrite::allow);
        REQUIRE(!checked.has_value());
        CHECK(checked.error().message == c.message);
        CHECK(!geo::write_output_file(c.path, "x", Overwrite::allow).has_value());
    }
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a writer with a path sees the real name, and its side files vanish") {
    const TemporaryFolder folder;
    const std::string path = folder.file("camps.fgb");
    const auto done = geo::replace_file(
        path, Overwrite::refuse,
        [](const std::string& temp) -> geo::Result<void> {
            CHECK(std::filesystem::path(temp).filename() == "camps.fgb");
            std::ofstream(temp) << "layer";
            std::ofstream(temp + "-journal") << "side";
            return {};
        },
        accept);
    REQUIRE(done.has_value());
    CHECK(content(path) == "layer");
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a file that fails its check never becomes the output") {
    const TemporaryFolder folder;
    const std::string path = folder.file("map.png");
    const auto write = [](const std::string& temp) -> geo::Result<void> {
        std::ofstream(temp) << "half";
        return {};
    };
    const auto done = geo::replace_file(path, Overwrite::refuse, write, [](const std::string&) {
        return geo::Result<void>(geo::fail("map.png: cut short"));
    });
    REQUIRE(!done.has_value());
    CHECK(done.error().message == "map.png: cut short");
    CHECK(entries(folder.path()) == 0);
    const auto nothing = geo::replace_file(path, Overwrite::refuse, accept, accept);
    REQUIRE(!nothing.has_value());
    CHECK(nothing.error().message == path + ": nothing was written");
}
