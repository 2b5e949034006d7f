// One transfer with libcurl: ranges, limits and what to say when it fails.
#include "app/transfer.hpp"

#include <curl/curl.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>
#include <thread>

#include "geo/file_handle.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr long kConnectSeconds = 20;
constexpr long kSilentSeconds = 60;
constexpr long kLeastBytesPerSecond = 50;
constexpr long kRedirections = 5;
constexpr int kAttempts = 4;

/// What the server says of the file: by which mark its version is known, and where a piece begins.
struct Answer {
    std::string mark;  ///< a strong ETag, else Last-Modified
    std::string last_modified;
    std::uint64_t piece_begin = 0;  ///< of Content-Range
    std::uint64_t whole_bytes = 0;  ///< of Content-Range
};

/// What is there of the file, and of which version.
struct Part {
    std::string path;       ///< of the bytes
    std::string mark_path;  ///< of the address and the mark
    std::uint64_t bytes = 0;
    std::string mark;
};

struct Running {
    CURL* curl = nullptr;
    int fd = -1;
    std::uint64_t bytes = 0;  ///< in the file
    std::uint64_t max_bytes = 0;
    Answer answer;
    std::string said;  ///< the first bytes of an answer that is not the file
    int disk_error = 0;
    bool too_large = false;
    bool started = false;
    const Part* part = nullptr;
    const TransferRequest* request = nullptr;
    const TransferProgress* progress = nullptr;
};

struct CurlDeleter {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct ListDeleter {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::uint64_t parse_whole(std::string_view text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool same_word(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        const auto lower = [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        };
        return lower(x) == lower(y);
    });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == '\r' || text.back() == '\n' || text.back() == ' '))
        text.remove_suffix(1);
    return text;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* user) {
    Answer& answer = static_cast<Running*>(user)->answer;
    const std::string_view line{data, size * count};
    if (line.starts_with("HTTP/"))
        answer = {};  // of the page before a redirection
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return size * count;
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (same_word(name, "etag") && !value.starts_with("W/"))
        answer.mark = value;
    if (same_word(name, "last-modified")) {
        answer.last_modified = value;
        if (answer.mark.empty())
            answer.mark = value;
    }
    if (same_word(name, "content-range")) {  // "bytes 100-199/200", "bytes */200"
        const std::size_t space = value.find(' ');
        const std::size_t slash = value.find('/');
        if (space != std::string_view::npos && slash != std::string_view::npos) {
            answer.piece_begin = parse_whole(value.substr(space + 1));
            answer.whole_bytes = parse_whole(value.substr(slash + 1));
        }
    }
    return size * count;
}

long status_of(CURL* curl) {
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

bool write_all(Running& running, const char* data, std::size_t bytes) {
    while (bytes > 0) {
        const ssize_t put = ::write(running.fd, data, bytes);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            running.disk_error = errno;
            return false;
        }
        data += put;
        bytes -= static_cast<std::size_t>(put);
        running.bytes += static_cast<std::uint64_t>(put);
    }
    return true;
}

/// The version is noted before its first byte is kept, so that a killed program can go on too.
void note_mark(const Running& running) {
    std::ofstream(running.part->mark_path, std::ios::binary | std::ios::trunc)
        << running.request->url << '\n'
        << running.answer.mark << '\n';
}

/// At the first bytes of the file: a piece goes on where the part ends, a whole file starts anew.
bool begin_file(Running& running, long status) {
    running.started = true;
    const bool goes_on = status == 206 && running.answer.piece_begin == running.bytes &&
                         running.answer.mark == running.part->mark;
    if (goes_on)
        return true;
    if (status == 206 && running.answer.piece_begin != 0)
        return false;
    if (::ftruncate(running.fd, 0) != 0 || ::lseek(running.fd, 0, SEEK_SET) != 0) {
        running.disk_error = errno;
        return false;
    }
    running.bytes = 0;
    note_mark(running);
    return true;
}

std::size_t take_bytes(char* data, std::size_t size, std::size_t count, void* user) {
    auto& running = *static_cast<Running*>(user);
    const std::size_t bytes = size * count;
    const long status = status_of(running.curl);
    if (status != 200 && status != 206)
        return bytes;  // the page of an error is not the file
    if (!running.started && !begin_file(running, status))
        return 0;
    if (running.bytes + bytes > running.max_bytes) {
        running.too_large = true;
        return 0;
    }
    return write_all(running, data, bytes) ? bytes : 0;
}

int tell_progress(void* user, curl_off_t total, curl_off_t now, curl_off_t, curl_off_t) {
    const auto& running = *static_cast<const Running*>(user);
    if (*running.progress && running.started) {
        const auto rest = static_cast<std::uint64_t>(std::max<curl_off_t>(0, total - now));
        (*running.progress)(running.bytes, total > 0 ? running.bytes + rest : 0);
    }
    return 0;
}

Part find_part(const TransferRequest& request) {
    Part part{request.path + ".part", request.path + ".part.from", 0, {}};
    std::ifstream noted(part.mark_path, std::ios::binary);
    std::string url;
    std::string mark;
    std::error_code error;
    const auto bytes = fs::file_size(part.path, error);
    if (!error && std::getline(noted, url) && std::getline(noted, mark) && url == request.url &&
        !mark.empty()) {
        part.bytes = bytes;
        part.mark = mark;
    }
    return part;
}

void set_options(CURL* curl, Running& running, const std::string& url) {
    const bool secure = url.starts_with("https:");
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, secure ? "https" : "https,http");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, kRedirections);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, kSilentSeconds);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, kLeastBytesPerSecond);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "toposcope/" TOPOSCOPE_VERSION);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &running);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_bytes);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &running);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, tell_progress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &running);
}

std::string in_words(CURLcode code, const Running& running, const char* detail) {
    if (running.disk_error != 0) {
        const bool full = running.disk_error == ENOSPC || running.disk_error == EDQUOT;
        return fmt::format(
            "{}: {}{}", running.part->path, std::generic_category().message(running.disk_error),
            full ? "; make room and give the command again: it goes on from here" : "");
    }
    if (running.too_large) {
        return fmt::format("{}: is larger than the limit of {} bytes", running.request->url,
                           running.max_bytes);
    }
    const std::string& url = running.request->url;
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            return fmt::format("{}: this host cannot be found; is there a network?", url);
        case CURLE_COULDNT_CONNECT:
            return fmt::format("{}: no connection; is there a network?", url);
        case CURLE_OPERATION_TIMEDOUT:
            return fmt::format("{}: no answer in time; give the command again to go on", url);
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_URL_MALFORMAT:
            return fmt::format("{}: is no address; wanted https://... or http://...", url);
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
            return fmt::format("{}: its certificate cannot be trusted: {}", url, detail);
        case CURLE_TOO_MANY_REDIRECTS:
            return fmt::format("{}: leads on and on to other addresses", url);
        default:
            break;
    }
    const std::string why = *detail != '\0' ? detail : curl_easy_strerror(code);
    return fmt::format(
        "{}: the transfer broke off after {} bytes ({}); give the command again to "
        "go on",
        url, running.bytes, why);
}

bool worth_another_try(CURLcode code) {
    return code == CURLE_PARTIAL_FILE || code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING ||
           code == CURLE_SEND_ERROR || code == CURLE_HTTP2_STREAM ||
           code == CURLE_SSL_CONNECT_ERROR;
}

struct Attempt {
    geo::Result<Transferred> result;
    bool try_again = false;
};

geo::Result<Transferred> finish(const Running& running) {
    if (::fsync(running.fd) != 0) {
        return geo::fail(fmt::format("{}: could not be flushed to disk: {}", running.part->path,
                                     std::generic_category().message(errno)));
    }
    std::error_code error;
    fs::rename(running.part->path, running.request->path, error);
    if (error) {
        return geo::fail(fmt::format("{}: could not be put in place: {}", running.request->path,
                                     error.message()));
    }
    fs::remove(running.part->mark_path, error);
    return Transferred{running.request->url, running.answer.last_modified};
}

void forget(const Part& part) {
    std::error_code ignored;
    fs::remove(part.path, ignored);
    fs::remove(part.mark_path, ignored);
}

/// What an answer without the file means.
Attempt without_file(const Running& running, long status) {
    const std::string& url = running.request->url;
    if (status == 416 && running.part->bytes > 0) {
        if (running.answer.whole_bytes == running.part->bytes)
            return {finish(running), false};  // all of it was there
        forget(*running.part);
        return {geo::fail(fmt::format("{}: has changed while it was fetched", url)), true};
    }
    if (status == 404 || status == 410)
        return {
            geo::fail(fmt::format("{}: there is no such file (the server says {})", url, status)),
            false};
    return {geo::fail(fmt::format("{}: the server does not give it (it says {})", url, status)),
            status == 502 || status == 503 || status == 504};
}

Attempt attempt_transfer(const TransferRequest& request, const TransferProgress& progress) {
    const Part part = find_part(request);
    const geo::FileHandle file(
        ::open(part.path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file || ::lseek(file.fd(), static_cast<off_t>(part.bytes), SEEK_SET) < 0) {
        return {geo::fail(fmt::format("{}: could not be written: {}", part.path,
                                      std::generic_category().message(errno))),
                false};
    }
    const std::unique_ptr<CURL, CurlDeleter> curl(curl_easy_init());
    if (!curl)
        return {geo::fail("no memory for a transfer"), false};
    Running running;
    running.curl = curl.get();
    running.fd = file.fd();
    running.bytes = part.bytes;
    running.max_bytes = request.max_bytes;
    running.part = &part;
    running.request = &request;
    running.progress = &progress;
    char detail[CURL_ERROR_SIZE] = "";
    set_options(curl.get(), running, request.url);
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, detail);
    std::unique_ptr<curl_slist, ListDeleter> headers;
    if (part.bytes > 0) {
        headers.reset(
            curl_slist_append(nullptr, fmt::format("Range: bytes={}-", part.bytes).c_str()));
        curl_slist_append(headers.get(), ("If-Range: " + part.mark).c_str());
        curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    }
    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) {
        if (running.bytes == 0 || running.too_large)
            forget(part);
        const bool again = worth_another_try(code) && running.disk_error == 0;
        if (code == CURLE_WRITE_ERROR && running.disk_error == 0 && !running.too_large) {
            forget(part);  // a piece that does not fit what is there
            return {geo::fail(in_words(code, running, detail)), true};
        }
        return {geo::fail(in_words(code, running, detail)), again};
    }
    const long status = status_of(curl.get());
    if (status == 200 && !running.started)
        begin_file(running, status);  // an empty file
    if (status == 200 || (status == 206 && running.started))
        return {finish(running), false};
    if (part.bytes == 0)
        forget(part);
    return without_file(running, status);
}

}  // namespace

geo::Result<Transferred> transfer(const TransferRequest& request,
                                  const TransferProgress& progress) {
    if (!request.url.starts_with("https://") && !request.url.starts_with("http://")) {
        return geo::fail(
            fmt::format("{}: is no address; wanted https://... or http://...", request.url));
    }
    using namespace std::chrono_literals;
    auto pause = 250ms;
    for (int attempt = 1;; ++attempt) {
        auto done = attempt_transfer(request, progress);
        if (done.result || !done.try_again || attempt == kAttempts)
            return std::move(done.result);
        std::this_thread::sleep_for(pause);
        pause *= 3;
    }
}

}  // namespace app
