// Resource limits, environment and a seccomp filter.
#include "app/sandbox.hpp"

#include <linux/audit.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace app {

void scrub_environment() {
    constexpr std::string_view kPrefixes[] = {"GDAL_", "OGR_", "CPL_", "OSR_", "GML_", "PROJ_"};
    std::vector<std::string> names;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view variable{*entry};
        for (const std::string_view prefix : kPrefixes) {
            if (variable.starts_with(prefix))
                names.emplace_back(variable.substr(0, variable.find('=')));
        }
    }
    for (const std::string& name : names)
        unsetenv(name.c_str());
    setenv("GDAL_CONFIG_FILE", "/dev/null", 1);
}

void keep_traces_private() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    umask(077);
}

void turn_write_signals_into_errors() {
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

geo::Result<void> refuse_network() {
    const auto failed = [](int error) {
        return geo::fail(std::string{"cannot close the network: "} + std::strerror(error));
    };
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == nullptr)
        return failed(ENOMEM);
    int error = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ERRNO(EACCES));
    if (error == 0) {
        error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1,
                                 SCMP_A0_32(SCMP_CMP_NE, AF_UNIX));
    }
    // io_uring can open sockets without the socket call.
    if (error == 0)
        error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(io_uring_setup), 0);
    if (error == 0)
        error = seccomp_load(filter);
    seccomp_release(filter);
    if (error != 0)
        return failed(-error);
    return {};
}

}  // namespace app
