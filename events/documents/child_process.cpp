// Starts a program with limits, feeds it a file in memory, reads its pipes and ends it in time.
#include "events/documents/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <system_error>

#include "geo/file_handle.hpp"

namespace events {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostMessageBytes = std::size_t{16} << 10;
constexpr int kNotStarted = 127;

std::string why(int error) {
    return std::generic_category().message(error);
}

/// The bytes as an anonymous file that nobody can change any more.
geo::Result<geo::FileHandle> file_of(std::string_view bytes) {
    geo::FileHandle file(::memfd_create("report", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file)
        return geo::fail("no file in memory: " + why(errno));
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t put = ::write(file.fd(), bytes.data() + done, bytes.size() - done);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return geo::fail("no room for a file in memory: " + why(errno));
        done += static_cast<std::size_t>(put);
    }
    ::fcntl(file.fd(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
    ::lseek(file.fd(), 0, SEEK_SET);
    return file;
}

struct Pipe {
    geo::FileHandle read_end;
    geo::FileHandle write_end;
};

geo::Result<Pipe> make_pipe() {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return geo::fail("no pipe: " + why(errno));
    return Pipe{geo::FileHandle(ends[0]), geo::FileHandle(ends[1])};
}

void limit(__rlimit_resource resource, rlim_t most) {
    const rlimit value{most, most};
    ::setrlimit(resource, &value);
}

/// In the child, between fork and exec: only calls that are safe there.
[[noreturn]] void become(char* const* arguments, int input, int output, int messages,
                         const ChildLimits& limits) {
    static_assert(STDIN_FILENO == 0 && STDOUT_FILENO == 1 && STDERR_FILENO == 2);
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    ::signal(SIGXFSZ, SIG_IGN);
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_AS, limits.memory_bytes);
    limit(RLIMIT_CPU, limits.cpu_s);
    // Above the three standard numbers first: one of ours may be one of them.
    input = ::fcntl(input, F_DUPFD, 10);
    output = ::fcntl(output, F_DUPFD, 10);
    messages = ::fcntl(messages, F_DUPFD, 10);
    if (::dup2(input, 0) < 0 || ::dup2(output, 1) < 0 || ::dup2(messages, 2) < 0)
        ::_exit(kNotStarted);
    ::close_range(3, ~0U, 0);
    char locale[] = "LC_ALL=C.UTF-8";
    char* environment[] = {locale, nullptr};
    ::execve(arguments[0], arguments, environment);
    ::_exit(kNotStarted);
}

/// Takes what waits in a pipe; false at its end.
bool drain(int fd, std::string& into, std::size_t most) {
    char buffer[1 << 16];
    const ssize_t got = ::read(fd, buffer, sizeof buffer);
    if (got < 0)
        return errno == EINTR || errno == EAGAIN;
    const std::size_t room = most > into.size() ? most - into.size() : 0;
    into.append(buffer, std::min(static_cast<std::size_t>(got), room));
    return got > 0;
}

/// Reads both pipes until they end or a limit is passed.
ChildEnd read_pipes(Pipe& output, Pipe& messages, const ChildLimits& limits, ChildRun& run) {
    const auto deadline = Clock::now() + std::chrono::seconds(limits.wall_s);
    pollfd waits[2] = {{output.read_end.fd(), POLLIN, 0}, {messages.read_end.fd(), POLLIN, 0}};
    while (waits[0].fd >= 0 || waits[1].fd >= 0) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0)
            return ChildEnd::over_time;
        const int ready = ::poll(waits, 2, static_cast<int>(left));
        if (ready < 0 && errno != EINTR)
            return ChildEnd::crashed;
        if (ready <= 0)
            continue;
        if (waits[0].revents != 0 && !drain(waits[0].fd, run.output, limits.output_bytes + 1))
            waits[0].fd = -1;
        if (waits[1].revents != 0 && !drain(waits[1].fd, run.messages, kMostMessageBytes))
            waits[1].fd = -1;
        if (run.output.size() > limits.output_bytes)
            return ChildEnd::over_output;
    }
    return ChildEnd::exited;
}

/// A child that closed its pipes must end too: waits for it until a little later, then ends it.
int wait_for(pid_t child, bool kill_now) {
    int status = 0;
    for (int tries = 0;; ++tries) {
        constexpr int kMostTries = 200;
        if (kill_now || tries >= kMostTries) {
            ::kill(-child, SIGKILL);
            ::kill(child, SIGKILL);
            while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
            }
            return status;
        }
        const pid_t got = ::waitpid(child, &status, WNOHANG);
        if (got == child) {
            ::kill(-child, SIGKILL);  // what it may have left behind
            return status;
        }
        ::usleep(tries < 20 ? 500 : 10'000);
    }
}

}  // namespace

std::string find_program(std::string_view name) {
    const char* path = std::getenv("PATH");
    std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
    while (!folders.empty()) {
        const std::size_t end = std::min(folders.find(':'), folders.size());
        const std::string_view folder = folders.substr(0, end);
        folders.remove_prefix(std::min(end + 1, folders.size()));
        if (!folder.starts_with('/'))
            continue;
        std::string program = std::string(folder) + "/" + std::string(name);
        if (::access(program.c_str(), X_OK) == 0)
            return program;
    }
    return {};
}

geo::Result<ChildRun> run_child(const std::vector<std::string>& command, std::string_view input,
                                const ChildLimits& limits) {
    auto file = file_of(input);
    auto output = make_pipe();
    auto messages = make_pipe();
    if (!file)
        return tl::unexpected(file.error());
    if (!output || !messages)
        return tl::unexpected(!output ? output.error() : messages.error());
    std::vector<char*> arguments;
    for (const std::string& part : command)
        arguments.push_back(const_cast<char*>(part.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0)
        return geo::fail("no new process: " + why(errno));
    if (child == 0) {
        become(arguments.data(), file->fd(), output->write_end.fd(), messages->write_end.fd(),
               limits);
    }
    ::setpgid(child, child);
    output->write_end.close();
    messages->write_end.close();
    ChildRun run;
    run.end = read_pipes(*output, *messages, limits, run);
    const int status = wait_for(child, run.end != ChildEnd::exited);
    if (run.end != ChildEnd::exited)
        return run;
    if (WIFEXITED(status)) {
        run.exit_code = WEXITSTATUS(status);
        if (run.exit_code == kNotStarted)
            return geo::fail(command.front() + " could not be started");
    } else {
        const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        // The limit of processor time kills with SIGKILL when soft and hard limit are one.
        run.end = signal == SIGXCPU || signal == SIGKILL ? ChildEnd::over_time : ChildEnd::crashed;
    }
    return run;
}

}  // namespace events
