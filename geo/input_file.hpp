// Opens, limits and hashes what the user hands in. Parsers get bytes from here, never a path.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "geo/result.hpp"

namespace geo {

struct InputFile {
    std::string path;    ///< as the user wrote it, for messages ("-" for standard input)
    std::string name;    ///< the last part of the path
    std::string bytes;   ///< the whole content
    std::string sha256;  ///< 64 hex digits, of these very bytes
};

/// No report of words is larger; tables have their own limit.
inline constexpr std::size_t kMaxReportBytes = std::size_t{64} << 20;
inline constexpr std::size_t kMaxTableBytes = std::size_t{4} << 30;

/// Reads a regular file whole ("-": standard input to its end), hashing while reading.
/// Fails with one sentence that names the path when it is missing, unreadable, a folder, a device
/// or larger than the limit. Opens read-only; never waits on a pipe given as a path.
Result<InputFile> read_input_file(const std::string& path, std::size_t max_bytes = kMaxReportBytes);

/// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

/// The first 8 bytes of the SHA-256, big-endian: what stable ids are made of.
std::uint64_t sha256_prefix(std::string_view bytes);

}  // namespace geo
