// The doors that main() closes.
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string_view>

#include "app/sandbox.hpp"

TEST_CASE("settings of the machine for GDAL and PROJ are dropped") {
    setenv("GDAL_DATA", "/nowhere", 1);
    setenv("PROJ_NETWORK", "ON", 1);
    setenv("OGR_GEOJSON_MAX_OBJ_SIZE", "1", 1);
    setenv("GDALISH", "kept", 1);
    app::scrub_environment();
    CHECK(getenv("GDAL_DATA") == nullptr);
    CHECK(getenv("PROJ_NETWORK") == nullptr);
    CHECK(getenv("OGR_GEOJSON_MAX_OBJ_SIZE") == nullptr);
    CHECK(std::string_view{getenv("GDALISH")} == "kept");
    CHECK(std::string_view{getenv("GDAL_CONFIG_FILE")} == "/dev/null");
}

TEST_CASE("after the network is refused only local sockets open") {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const bool closed = app::refuse_network().has_value();
        const bool local = socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
        const bool v4 = socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EACCES;
        const bool v6 = socket(AF_INET6, SOCK_DGRAM, 0) >= 0 || errno != EACCES;
        const bool raw = socket(AF_NETLINK, SOCK_RAW, 0) >= 0;
        _exit(closed && local && !v4 && !v6 && !raw ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}
