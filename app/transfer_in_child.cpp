// The child process that has the network for as long as the transfers last.
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "app/sandbox.hpp"
#include "app/transfer.hpp"
#include "geo/file_handle.hpp"

namespace app {
namespace {

using ChildProgress = std::function<void(const TransferRequest&, std::uint64_t, std::uint64_t)>;

// What the child hands back: "ok" and a date a line, or "failed" and a sentence.
constexpr std::string_view kOk = "ok\n";
constexpr std::string_view kFailed = "failed\n";

std::string carry_out(const std::vector<TransferRequest>& requests, const ChildProgress& progress) {
    std::string said{kOk};
    for (const TransferRequest& request : requests) {
        const auto done = transfer(request, [&](std::uint64_t bytes, std::uint64_t total) {
            if (progress)
                progress(request, bytes, total);
        });
        if (!done)
            return std::string{kFailed} + done.error().message;
        said += done->last_modified + "\n";
    }
    return said;
}

void say(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t put = ::write(fd, text.data(), text.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return;
        text.remove_prefix(static_cast<std::size_t>(put));
    }
}

std::string hear(int fd) {
    std::string said;
    char block[4096];
    while (true) {
        const ssize_t got = ::read(fd, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return said;
        said.append(block, static_cast<std::size_t>(got));
    }
}

geo::Result<std::vector<Transferred>> understand(std::string_view said,
                                                 const std::vector<TransferRequest>& requests) {
    if (said.starts_with(kFailed))
        return geo::fail(std::string{said.substr(kFailed.size())});
    if (!said.starts_with(kOk))
        return geo::fail("the transfer ended without a word; give the command again to go on");
    said.remove_prefix(kOk.size());
    std::vector<Transferred> done;
    for (const TransferRequest& request : requests) {
        const std::size_t end = said.find('\n');
        done.push_back({request.url, std::string{said.substr(0, end)}});
        said.remove_prefix(std::min(said.size(), end + 1));
    }
    return done;
}

geo::Error failed(int error) {
    return {fmt::format("cannot start a transfer: {}", std::generic_category().message(error))};
}

}  // namespace

geo::Result<std::vector<Transferred>> transfer_in_child(
    const std::vector<TransferRequest>& requests, const ChildProgress& progress) {
    int ends[2];
    if (::pipe(ends) != 0)
        return tl::unexpected(failed(errno));
    geo::FileHandle reading(ends[0]);
    geo::FileHandle writing(ends[1]);
    const pid_t child = ::fork();
    if (child < 0)
        return tl::unexpected(failed(errno));
    if (child == 0) {
        reading.close();
        say(writing.fd(), carry_out(requests, progress));
        ::_exit(0);
    }
    writing.close();
    const auto closed = refuse_network();
    const std::string said = hear(reading.fd());
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!closed)
        return tl::unexpected(closed.error());
    return understand(said, requests);
}

}  // namespace app
