// Sources for tests: folders, zips and gzip files made on the spot.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/temporary_folder.hpp"

inline std::string write_file(const TemporaryFolder& folder, const std::string& name,
                              const std::string& bytes) {
    std::ofstream(folder.file(name), std::ios::binary) << bytes;
    return folder.file(name);
}

inline std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Raw deflate (window -15) or gzip (window 31).
inline std::string deflated(const std::string& bytes, int window) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, window, 9, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

inline std::string gzipped(const std::string& bytes) {
    return deflated(bytes, 31);
}

/// A zip of deflated files, with its central directory.
inline std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string zip;
    std::string directory;
    const auto put = [](std::string& to, std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            to += static_cast<char>(value >> (8 * i) & 0xFFU);
    };
    for (const auto& [name, bytes] : files) {
        const std::string packed = deflated(bytes, -15);
        std::string fields;
        put(fields, 20, 2);  // version
        put(fields, 0, 2);
        put(fields, 8, 2);  // deflate
        put(fields, 0, 4);
        put(fields,
            crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())),
            4);
        put(fields, packed.size(), 4);
        put(fields, bytes.size(), 4);
        put(fields, name.size(), 2);
        put(fields, 0, 2);
        directory += std::string("PK\x01\x02\x14\0", 6) + fields + std::string(10, '\0');
        put(directory, zip.size(), 4);
        directory += name;
        zip += "PK\x03\x04" + fields + name + packed;
    }
    const auto start = zip.size();
    zip += directory + std::string("PK\x05\x06\0\0\0\0", 8);
    put(zip, files.size(), 2);
    put(zip, files.size(), 2);
    put(zip, directory.size(), 4);
    put(zip, start, 4);
    put(zip, 0, 2);
    return zip;
}
