// Reads large inputs block by block, unpacked from gzip or zip, hashed and limited.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "geo/input_file.hpp"
#include "geo/result.hpp"

namespace geo {

struct UnpackLimits {
    std::size_t max_packed_bytes = kMaxTableBytes;
    std::size_t max_bytes = std::size_t{12} << 30;  ///< unpacked, all members together
    /// How many times its packed size a file may unpack to, past the first 64 MiB: text packs 4 to
    /// 12 times, a bomb a thousand times.
    double max_ratio = 100;
    std::size_t max_members = 2000;
};

/// A file as one member, or the members of a zip one after the other. Content decides what it is.
/// Opens like read_input_file; an archive within an archive is not unpacked.
class UnpackedInput {
  public:
    /// Fails with one sentence that names the path.
    static Result<UnpackedInput> open(const std::string& path, const UnpackLimits& limits = {});

    UnpackedInput(UnpackedInput&&) noexcept;
    UnpackedInput& operator=(UnpackedInput&&) noexcept;
    ~UnpackedInput();

    /// Goes to the next file inside (folders left out), the first time to the first one. False at
    /// the end.
    Result<bool> next_member();
    /// "ML.zip/ML.txt"; the path itself where the file is no zip.
    const std::string& member() const;
    /// The next bytes of the member, valid until the next call; empty at its end.
    Result<std::string_view> read();

    bool is_zip() const;
    /// How much of the packed file has been read, 0 to 1.
    double share() const;
    /// Of the packed bytes, once the last member was read to its end.
    Result<std::string> sha256();

  private:
    struct State;
    explicit UnpackedInput(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace geo
