// What may be read, what is refused, and the hashes.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "geo/input_file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

std::string put(const TemporaryFolder& folder, const std::string& name, std::string_view bytes) {
    const std::string path = folder.file(name);
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

}  // namespace

TEST_CASE("a file is read byte for byte with its SHA-256") {
    const TemporaryFolder folder;
    const std::string bytes("caf\xC3\xA9\r\n\0end", 11);
    const auto file = geo::read_input_file(put(folder, "rapport été.txt", bytes));
    REQUIRE(file.has_value());
    CHECK(file->name == "rapport été.txt");
    CHECK(file->bytes == bytes);
    CHECK(file->sha256 == geo::sha256_hex(bytes));
}

TEST_CASE("the hashes are those of FIPS 180-4") {
    CHECK(geo::sha256_hex("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(geo::sha256_hex("") ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(geo::sha256_prefix("abc") == 0xba7816bf8f01cfeaULL);
}

TEST_CASE("an empty file is an empty text") {
    const TemporaryFolder folder;
    const auto file = geo::read_input_file(put(folder, "empty.txt", ""));
    REQUIRE(file.has_value());
    CHECK(file->bytes.empty());
    CHECK(file->sha256 == geo::sha256_hex(""));
}

TEST_CASE("a file of several megabytes is read whole") {
    const TemporaryFolder folder;
    std::string bytes(5'000'000, 'x');
    for (std::size_t i = 0; i < bytes.size(); i += 97)
        bytes[i] = static_cast<char>(i % 251);
    const auto file = geo::read_input_file(put(folder, "big.txt", bytes));
    REQUIRE(file.has_value());
    CHECK(file->bytes == bytes);
}

TEST_CASE("the size limit counts the last byte") {
    const TemporaryFolder folder;
    const std::string path = put(folder, "ten.txt", "0123456789");
    CHECK(geo::read_input_file(path, 10).has_value());
    const auto file = geo::read_input_file(path, 9);
    REQUIRE(!file.has_value());
    CHECK(file.error().message == path + ": has 10 bytes; the limit is 9 bytes");
}

TEST_CASE("what is no regular file is refused with a reason") {
    const TemporaryFolder folder;
    const std::string pipe = folder.file("pipe");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    struct Case {
        std::string path, message;
    };
    for (const Case& c :
         {Case{folder.file("missing.txt"), "no such file"},
          Case{folder.path(), "is a folder; give a file"},
          Case{pipe, "is a pipe, not a regular file; give - to read standard input"},
          Case{"/dev/zero", "is not a regular file"}}) {
        CAPTURE(c.path);
        const auto file = geo::read_input_file(c.path);
        REQUIRE(!file.has_value());
        CHECK(file.error().message == c.path + ": " + c.message);
    }
}
