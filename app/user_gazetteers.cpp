// Finds and names the user's gazetteers.
#include "app/user_gazetteers.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".idx";
constexpr std::size_t kMaxNameBytes = 64;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string user_gazetteer_folder() {
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && *data == '/')
        return (fs::path(data) / "toposcope/gazetteers").string();
    const char* home = std::getenv("HOME");
    if (home != nullptr && *home == '/')
        return (fs::path(home) / ".local/share/toposcope/gazetteers").string();
    return {};
}

bool is_country_name(std::string_view name) {
    return name.size() == 2 && name[0] >= 'A' && name[0] <= 'Z' && name[1] >= 'A' && name[1] <= 'Z';
}

std::vector<UserGazetteer> list_user_gazetteers(const std::string& folder) {
    std::vector<UserGazetteer> found;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string file = at->path().filename().string();
        if (!file.ends_with(kEnding))
            continue;
        const std::string name = file.substr(0, file.size() - kEnding.size());
        std::error_code ignored;
        if (!check_gazetteer_name(name) || !at->is_regular_file(ignored))
            continue;
        found.push_back({name, at->path().string(), is_country_name(name)});
    }
    std::sort(found.begin(), found.end(), [](const UserGazetteer& a, const UserGazetteer& b) {
        return a.is_country != b.is_country ? a.is_country : a.name < b.name;
    });
    return found;
}

geo::Result<void> check_gazetteer_name(std::string_view name) {
    const auto allowed = [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    };
    const bool good = !name.empty() && name.size() <= kMaxNameBytes && name.front() != '.' &&
                      name.front() != '-' && std::all_of(name.begin(), name.end(), allowed);
    if (!good) {
        return geo::fail(
            fmt::format("\"{}\" is no name for a gazetteer: wanted letters a to z, digits, \"-\", "
                        "\"_\" and \".\"",
                        name));
    }
    if (name == "world" || name == "shipped")
        return geo::fail(fmt::format("\"{}\" is the shipped gazetteer; choose another name", name));
    return {};
}

std::string user_gazetteer_path(const std::string& folder, std::string_view name) {
    return folder + "/" + std::string(name) + std::string(kEnding);
}

geo::Result<void> make_user_gazetteer_folder(const std::string& folder) {
    if (folder.empty()) {
        return geo::fail(
            "no folder for your gazetteers: set XDG_DATA_HOME or HOME to an absolute path");
    }
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_directory(folder, error))
        return geo::fail(fmt::format("{}: could not be made: {}", folder,
                                     error ? error.message() : "is not a folder"));
    return {};
}

}  // namespace app
