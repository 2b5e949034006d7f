// Fetches one file from an address: the only code of the program that opens a connection.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "geo/result.hpp"

namespace app {

struct TransferRequest {
    std::string url;   ///< https or http
    std::string path;  ///< where the file goes once it is there whole; replaced
    std::uint64_t max_bytes = std::uint64_t{4} << 30;
};

/// Bytes there so far and in all; 0 in all when the server does not say.
using TransferProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

struct Transferred {
    std::string url;
    std::string last_modified;  ///< as the server says it; may be empty
};

/// Fetches into `path`.part and renames it when all is there. What a broken transfer left is kept
/// with the mark of its version (ETag or Last-Modified) and goes on from there, in this call (a few
/// attempts) or in a later one; a file that has changed since then starts anew. Redirections are
/// followed, from https only to https. Gives up after 20 s without a connection or 60 s without
/// data. Fails in one sentence: no network, no such file, too large, full disk, bad certificate.
geo::Result<Transferred> transfer(const TransferRequest& request, const TransferProgress& progress);

/// Does all transfers in a child process, which alone has the network: this process gives it up for
/// good as soon as the child runs. Call it before any thread is started. Stops at the first that
/// fails.
geo::Result<std::vector<Transferred>> transfer_in_child(
    const std::vector<TransferRequest>& requests,
    const std::function<void(const TransferRequest&, std::uint64_t, std::uint64_t)>& progress);

}  // namespace app
